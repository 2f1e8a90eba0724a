using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Measures;

/// <summary>A change of method: values from the year on cannot be compared with those before.</summary>
public sealed class SeriesBreak : Fact
{
    public const int MaxTextLength = 1000;

    private SeriesBreak() => Text = "";

    internal SeriesBreak(int version, int year, string text, Recording recorded)
        : base(version, recorded)
    {
        Year = year;
        Text = TextLimit.Needed(text, MaxTextLength, "Beskrivningen av den ändrade metoden");
    }

    /// <summary>The first year measured the new way.</summary>
    public int Year { get; private init; }

    public string Text { get; private init; }
}
