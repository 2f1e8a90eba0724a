using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Reports;

/// <summary>How far a section has come. One that nobody has written is empty and has no version.</summary>
public enum SectionState
{
    /// <summary>Pågår.</summary>
    Begun,

    /// <summary>Klar.</summary>
    Done,
}

/// <summary>One version of a section of a report.</summary>
public sealed class ReportSection : Fact
{
    public const int MaxKeyLength = 40;

    /// <summary>About twenty printed pages.</summary>
    public const int MaxTextLength = 60_000;

    private ReportSection() => Key = Text = "";

    internal ReportSection(Guid reportId, string key, int version, string text, SectionState state, Recording recorded)
        : base(version, recorded)
    {
        ReportId = reportId;
        Key = key;
        Text = text;
        State = state;
    }

    public Guid ReportId { get; private init; }

    /// <summary>The section's key in the template.</summary>
    public string Key { get; private init; }

    /// <summary>In Markdown, with live blocks on lines of their own.</summary>
    public string Text { get; private init; }

    public SectionState State { get; private init; }
}
