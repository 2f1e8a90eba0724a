using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Domain.Scorecards;

/// <summary>The styrkort of one unit for one year: every version of it that has been decided.</summary>
public sealed class Scorecard
{
    public const int EarliestYear = 2000;
    public const int LatestYear = 2100;

    private readonly List<ScorecardVersion> versions = [];

    private Scorecard()
    {
    }

    /// <exception cref="RuleViolation">The region itself has its regionplan, or the year cannot be planned for.</exception>
    public Scorecard(OrganizationUnit unit, int year)
    {
        if (unit.Kind == UnitKind.Region)
        {
            throw new RuleViolation("Regionens egna mål står i regionplanen. Välj en nämnd, förvaltning eller enhet.");
        }

        CheckYear(year);
        Id = Guid.CreateVersion7();
        UnitId = unit.Id;
        Year = year;
    }

    public Guid Id { get; private init; }

    public Guid UnitId { get; private init; }

    public int Year { get; private init; }

    public IReadOnlyList<ScorecardVersion> Versions => versions;

    /// <exception cref="RuleViolation">No styrkort can be made for the year.</exception>
    public static void CheckYear(int year)
    {
        if (year is < EarliestYear or > LatestYear)
        {
            throw new RuleViolation($"Välj ett år mellan {EarliestYear} och {LatestYear}.");
        }
    }

    /// <summary>Decides a content as the styrkort's next version.</summary>
    /// <param name="content">What is decided; <see cref="ScorecardCheck"/> must have nothing to say about it.</param>
    /// <param name="decision">Who decided, when and under which paragraph.</param>
    /// <param name="recorded">Who recorded the decision and, for a later version, why it was changed.</param>
    /// <param name="isExample">Invented for demonstration.</param>
    /// <exception cref="RuleViolation">A later version has no motivation, or says the same as the one before.</exception>
    public ScorecardVersion Decide(ScorecardContent content, ScorecardDecision decision, Recording recorded, bool isExample = false)
    {
        if (versions.Latest() is { } before)
        {
            if (recorded.Why is null)
            {
                throw new RuleViolation("Styrkortet är redan beslutat. Skriv varför det ändras.");
            }

            if (before.Content.SaysTheSameAs(content))
            {
                throw new RuleViolation("Inget är ändrat sedan styrkortet beslutades. Ändra det som ska bli annorlunda först.");
            }
        }

        var version = new ScorecardVersion(versions.NextVersion(), content, decision, isExample, recorded);
        versions.Add(version);
        return version;
    }
}

/// <summary>One decided version of a styrkort: never changed, followed by a later one when it is revised.</summary>
public sealed class ScorecardVersion : Fact
{
    private ScorecardVersion() => (Content, Decision) = (ScorecardContent.Empty, null!);

    internal ScorecardVersion(int version, ScorecardContent content, ScorecardDecision decision, bool isExample, Recording recorded)
        : base(version, recorded)
    {
        Content = content;
        Decision = decision;
        IsExample = isExample;
    }

    public Guid ScorecardId { get; private init; }

    public ScorecardContent Content { get; private init; }

    public ScorecardDecision Decision { get; private init; }

    /// <summary>Invented for demonstration, and shown with the word 'exempel'.</summary>
    public bool IsExample { get; private init; }
}

/// <summary>The decision behind a version of a styrkort.</summary>
public sealed record ScorecardDecision
{
    public const int MaxByLength = 200;
    public const int MaxParagraphLength = 60;

    private ScorecardDecision() => By = "";

    /// <param name="by">The body or role that decided, such as Regionstyrelsen or Verksamhetschef.</param>
    /// <param name="on">The day of the decision.</param>
    /// <param name="paragraph">The paragraph of the minutes or the number of the decision, such as § 12; null where there is none.</param>
    /// <exception cref="RuleViolation">Nobody is named, a text is too long, or the day's year is mistyped.</exception>
    public ScorecardDecision(string by, DateOnly on, string? paragraph)
    {
        if (on.Year < Scorecard.EarliestYear)
        {
            throw new RuleViolation($"Beslutsdagen ligger före {Scorecard.EarliestYear}. Kontrollera årtalet.");
        }

        By = TextLimit.Needed(by, MaxByLength, "Vem som har beslutat");
        On = on;
        Paragraph = TextLimit.Optional(paragraph, MaxParagraphLength, "Paragrafen");
    }

    public string By { get; private init; }

    public DateOnly On { get; private init; }

    public string? Paragraph { get; private init; }
}
