using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Outcomes;

/// <summary>
/// One recorded utfall: of a series, for an organisation unit, a period and a sex. A correction is a new entry with the next version;
/// an entry without a value takes the earlier one back.
/// </summary>
public sealed class OutcomeEntry : Fact
{
    public const int MaxSourceLength = 100;
    public const int MaxReferenceLength = 100;
    public const int MaxCommentLength = 2000;

    private OutcomeEntry() => Source = "";

    internal OutcomeEntry(
        OutcomeKey key,
        int version,
        OutcomeValue? value,
        Guid reportedByUnitId,
        OutcomeOrigin origin,
        string? comment,
        Recording recorded,
        Guid? submittedRowId = null)
        : base(version, recorded)
    {
        SeriesId = key.SeriesId;
        UnitId = key.UnitId;
        Period = key.Period;
        Sex = key.Sex;
        Amount = value?.Amount;
        Numerator = value?.Numerator;
        Denominator = value?.Denominator;
        ReportedByUnitId = reportedByUnitId;
        Source = TextLimit.Needed(origin.Source, MaxSourceLength, "Källan");
        SourceReference = TextLimit.Optional(origin.Reference, MaxReferenceLength, "Källans nyckel");
        IsExample = origin.IsExample;
        Comment = TextLimit.Optional(comment, MaxCommentLength, "Kommentaren");
        SubmittedRowId = submittedRowId;
    }

    public Guid SeriesId { get; private init; }

    /// <summary>The unit that the outcome is about.</summary>
    public Guid UnitId { get; private init; }

    public Period Period { get; private init; }

    public Sex Sex { get; private init; }

    /// <summary>The value in the measure's unit; null where this entry takes the value back.</summary>
    public decimal? Amount { get; private init; }

    public decimal? Numerator { get; private init; }

    public decimal? Denominator { get; private init; }

    /// <summary>The unit that answers for the figure.</summary>
    public Guid ReportedByUnitId { get; private init; }

    public string Source { get; private init; }

    /// <summary>The source's own key, such as a Kolada nyckeltal id.</summary>
    public string? SourceReference { get; private init; }

    /// <summary>Invented for demonstration; judged like others, shown with the word 'exempel' and never counted when the default year is chosen.</summary>
    public bool IsExample { get; private init; }

    public string? Comment { get; private init; }

    /// <summary>The handed-in row that it was approved from, which tells who entered and who approved; null where it was recorded otherwise.</summary>
    public Guid? SubmittedRowId { get; private init; }

    public OutcomeKey Key => new(SeriesId, UnitId, Period, Sex);

    public OutcomeValue? Value => Amount is { } amount ? OutcomeValue.Stored(amount, Numerator, Denominator) : null;
}

/// <summary>What an outcome is the outcome of: at most one current value has each key.</summary>
public readonly record struct OutcomeKey(Guid SeriesId, Guid UnitId, Period Period, Sex Sex);

/// <summary>Where a figure comes from: the source in words, its own key for it, and whether it is invented for demonstration.</summary>
public sealed record OutcomeOrigin(string Source, string? Reference = null, bool IsExample = false)
{
    /// <summary>Entered by hand in the application.</summary>
    public static OutcomeOrigin Manual { get; } = new("Registrerat i RegionPlan");
}
