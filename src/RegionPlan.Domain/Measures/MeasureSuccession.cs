using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Measures;

/// <summary>How a measure goes on from one of an earlier plan.</summary>
public enum Continuation
{
    /// <summary>The same measure: its figures are one series, recorded in one place for both plans.</summary>
    Kept,

    /// <summary>Measured another way from a year: older figures are shown before the mark and never joined with newer ones.</summary>
    Changed,
}

/// <summary>Which measure of an earlier plan a measure continues, and how; one without a measure says that it is new. The latest holds.</summary>
public sealed class MeasureSuccession : Fact
{
    private MeasureSuccession()
    {
    }

    internal MeasureSuccession(
        Guid measureId, Guid? predecessorId, Continuation? continuation, int? breakYear, string? text, int version, Recording recorded)
        : base(version, recorded)
    {
        MeasureId = measureId;
        PredecessorId = predecessorId;
        Continuation = continuation;
        BreakYear = breakYear;
        Text = TextLimit.Optional(text, SeriesBreak.MaxTextLength, "Beskrivningen av den ändrade metoden");
    }

    /// <summary>The measure that continues the other.</summary>
    public Guid MeasureId { get; private init; }

    /// <summary>The earlier measure; null where the measure is new.</summary>
    public Guid? PredecessorId { get; private init; }

    /// <summary>How it goes on; null where the measure is new.</summary>
    public Continuation? Continuation { get; private init; }

    /// <summary>The first year measured the new way; null unless the measure is changed.</summary>
    public int? BreakYear { get; private init; }

    /// <summary>What changed; null unless the measure is changed.</summary>
    public string? Text { get; private init; }
}
