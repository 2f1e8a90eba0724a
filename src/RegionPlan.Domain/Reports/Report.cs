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

/// <summary>
/// The report of a follow-up by one body: the region, or a nämnd its own. It is written section by section, so that several can write at
/// once; every saved version of a section is kept.
/// </summary>
public sealed class Report
{
    private readonly List<ReportSection> sections = [];

    private Report()
    {
    }

    /// <param name="followUpId">The follow-up.</param>
    /// <param name="unitId">The nämnd, or the region.</param>
    public Report(Guid followUpId, Guid unitId)
    {
        Id = Guid.CreateVersion7();
        FollowUpId = followUpId;
        UnitId = unitId;
    }

    public Guid Id { get; private init; }

    public Guid FollowUpId { get; private init; }

    /// <summary>The nämnd, or the region.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>Every version of every section.</summary>
    public IReadOnlyList<ReportSection> Sections => sections;

    /// <summary>The latest version of a section; null where it is empty.</summary>
    public ReportSection? Current(string key, DateTimeOffset? asOf = null) => sections.Where(s => s.Key == key).Latest(asOf);

    /// <summary>Saves the next version of a section.</summary>
    /// <param name="template">The section.</param>
    /// <param name="text">The text, in Markdown with live blocks.</param>
    /// <param name="state">How far it has come.</param>
    /// <param name="over">The version that it was written over; 0 where there was none.</param>
    /// <param name="recorded">Who and when.</param>
    /// <exception cref="RuleViolation">The text is too long, it says nothing new, or somebody else has saved since.</exception>
    public ReportSection Write(SectionTemplate template, string text, SectionState state, int over, Recording recorded)
    {
        var kept = text.Trim().ReplaceLineEndings("\n");
        if (kept.Length > ReportSection.MaxTextLength)
        {
            throw new RuleViolation($"Avsnittet får vara högst {ReportSection.MaxTextLength} tecken. Korta det, eller flytta en del till ett annat avsnitt.");
        }

        if (state == SectionState.Done && kept.Length == 0)
        {
            throw new RuleViolation("Ett tomt avsnitt kan inte vara klart. Skriv det, eller lämna det som pågår.");
        }

        var latest = Current(template.Key);
        if ((latest?.Version ?? 0) != over)
        {
            throw new RuleViolation($"{latest!.Recorded.By} har sparat avsnittet sedan du öppnade det. Jämför och spara igen.");
        }

        if (latest is not null && latest.Text == kept && latest.State == state)
        {
            throw new RuleViolation("Avsnittet är redan sparat så.");
        }

        var section = new ReportSection(Id, template.Key, over + 1, kept, state, recorded);
        sections.Add(section);
        return section;
    }
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

/// <summary>
/// A section that is being written, kept as it is typed and seen by those who write. The token changes with every save, so that of two who
/// write the same section the second is told.
/// </summary>
public sealed class SectionDraft
{
    public const int MaxByLength = 200;

    private SectionDraft() => Key = Text = SavedBy = "";

    public SectionDraft(Guid followUpId, Guid unitId, string key)
        : this()
    {
        Id = Guid.CreateVersion7();
        FollowUpId = followUpId;
        UnitId = unitId;
        Key = key;
    }

    public Guid Id { get; private init; }

    public Guid FollowUpId { get; private init; }

    /// <summary>The body whose report it is.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>The section's key in the template.</summary>
    public string Key { get; private init; }

    public string Text { get; private set; }

    /// <summary>The saved version that it was begun from; 0 where there was none.</summary>
    public int OverVersion { get; private set; }

    public Guid Token { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public string SavedBy { get; private set; }

    /// <summary>Keeps a text, whatever it is, and gives the draft a new token.</summary>
    public void Save(string text, int overVersion, DateTimeOffset at, string by)
    {
        Text = text;
        OverVersion = overVersion;
        SavedAt = at;
        SavedBy = by.Length > MaxByLength ? by[..MaxByLength] : by;
        Token = Guid.CreateVersion7();
    }
}
