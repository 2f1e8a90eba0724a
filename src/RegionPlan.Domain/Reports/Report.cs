using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Reports;

/// <summary>
/// The report of a follow-up by one body: the region, or a nämnd its own. It is written section by section, so that several can write at
/// once; every saved version of a section is kept.
/// </summary>
public sealed class Report
{
    private readonly List<ReportSection> sections = [];
    private readonly List<ReportDecision> decisions = [];

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

    /// <summary>That it was decided; empty while it is being written.</summary>
    public IReadOnlyList<ReportDecision> Decisions => decisions;

    /// <summary>The decision that has frozen it; null while it is being written.</summary>
    public ReportDecision? Decision => decisions.Latest();

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
        RefuseDecided();
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

    /// <summary>Decides it: from now on it is what it is, whatever is corrected later.</summary>
    /// <param name="terms">What was decided.</param>
    /// <param name="content">The report put together, and its files.</param>
    /// <param name="openPoints">What the checklist finds still open.</param>
    /// <param name="through">The last day that it follows up.</param>
    /// <param name="today">The day.</param>
    /// <param name="recorded">Who records the decision, and why although something is open.</param>
    /// <exception cref="RuleViolation">It is decided already, the day cannot be, or a motivation is missing.</exception>
    public ReportDecision Decide(
        DecisionTerms terms, DecidedContent content, IReadOnlyList<string> openPoints, DateOnly through, DateOnly today, Recording recorded)
    {
        RefuseDecided();
        if (terms.DecidedOn > today)
        {
            throw new RuleViolation("Beslutsdagen kan inte ligga i framtiden. Registrera beslutet när det är fattat.");
        }

        if (terms.DecidedOn <= through)
        {
            throw new RuleViolation("Beslutsdagen ska ligga efter den sista dagen som rapporten följer upp.");
        }

        if (openPoints.Count > 0 && recorded.Why is null)
        {
            throw new RuleViolation("Kontrollen har öppna punkter. Åtgärda dem, eller skriv varför rapporten beslutas ändå.");
        }

        var decision = new ReportDecision(Id, decisions.NextVersion(), terms, content, openPoints, recorded);
        decisions.Add(decision);
        return decision;
    }

    /// <exception cref="RuleViolation">It is decided, so that nothing in it can be changed.</exception>
    public void RefuseDecided()
    {
        if (Decision is { } decision)
        {
            throw new RuleViolation($"Rapporten är beslutad {decision.DecidedOn:yyyy-MM-dd} och kan inte ändras.");
        }
    }
}
