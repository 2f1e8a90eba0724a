namespace RegionPlan.Domain.FollowUps;

/// <summary>What a follow-up is to be: everything that can be changed about it, as one immutable whole.</summary>
public sealed record FollowUpTerms
{
    public const int MaxNameLength = 120;

    public required string Name { get; init; }

    /// <summary>The last day that is followed up; the first is always 1 January.</summary>
    public DateOnly Through { get; init; }

    /// <summary>The first day it can be reported to.</summary>
    public DateOnly OpensOn { get; init; }

    /// <summary>The last day for units below a förvaltning.</summary>
    public DateOnly UnitDue { get; init; }

    /// <summary>The last day for a förvaltning.</summary>
    public DateOnly AdministrationDue { get; init; }

    /// <summary>The last day for a nämnd.</summary>
    public DateOnly BoardDue { get; init; }

    /// <summary>The last day for regionstaben to put the region's report together.</summary>
    public DateOnly RegionDue { get; init; }

    /// <summary>The unit whose body decides the report; the region for regionfullmäktige. Null where each nämnd decides its own.</summary>
    public Guid? DecidedByUnitId { get; init; }

    /// <summary>The day of the decision; null where it is not known.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The highest level that must have approved a figure before it is shown to others than those who handle it.</summary>
    public ApprovalLevel Requires { get; init; } = ApprovalLevel.Administration;

    /// <summary>Whether the outcomes of the region's own measures are collected.</summary>
    public bool CollectsOutcomes { get; init; }

    /// <summary>Whether the units' own figures for what their styrkort follow are collected.</summary>
    public bool CollectsUnitFigures { get; init; }

    /// <summary>Whether a målvärde that is not reached must be explained with an analysis.</summary>
    public bool AsksForAnalysis { get; init; }

    /// <summary>Whether a helårsprognos is asked for of what is measured once a year and has a målvärde; a figure so far may be told with it.</summary>
    public bool AsksForForecast { get; init; }

    /// <summary>Whether anything at all is to be reported to it.</summary>
    public bool Collects => CollectsOutcomes || CollectsUnitFigures;

    /// <summary>The last day for a level.</summary>
    public DateOnly DueFor(ApprovalLevel level) => level switch
    {
        ApprovalLevel.Unit => UnitDue,
        ApprovalLevel.Administration => AdministrationDue,
        ApprovalLevel.Board => BoardDue,
        ApprovalLevel.Region => RegionDue,
    };

    /// <summary>
    /// The last day that the law gives a delårsrapport of at least half and at most two thirds of the year to come to regionfullmäktige: two
    /// months after its period. Null for every other report.
    /// </summary>
    public DateOnly? LatestByLaw(FollowUpKind kind) =>
        kind == FollowUpKind.InterimReport && Through.Month is >= 6 and <= 8 ? Through.AddDays(1).AddMonths(2).AddDays(-1) : null;

    /// <summary>The same terms as they are kept.</summary>
    /// <exception cref="RuleViolation">Something is missing or out of order; the Swedish message says what.</exception>
    internal FollowUpTerms Checked(int year)
    {
        if (Through.Year != year)
        {
            throw new RuleViolation($"Uppföljningens period ska sluta under {year}.");
        }

        if (Through.AddDays(1).Day != 1)
        {
            throw new RuleViolation("Uppföljningens period ska sluta den sista dagen i en månad.");
        }

        (string Name, DateOnly Day)[] days =
        [
            ("Öppnar", OpensOn), ("Enheternas sista dag", UnitDue), ("Förvaltningarnas sista dag", AdministrationDue),
            ("Nämndernas sista dag", BoardDue), ("Regionens sista dag", RegionDue),
        ];
        foreach (var (before, after) in days.Zip(days.Skip(1)))
        {
            if (after.Day < before.Day)
            {
                throw new RuleViolation($"{after.Name} kan inte ligga före {char.ToLowerInvariant(before.Name[0])}{before.Name[1..]}. Ändra ett av datumen.");
            }
        }

        if (DecidedOn < RegionDue)
        {
            throw new RuleViolation("Beslutsdagen kan inte ligga före regionens sista dag. Ändra ett av datumen.");
        }

        if (UnitDue <= Through)
        {
            throw new RuleViolation("Enheternas sista dag ska ligga efter periodens slut.");
        }

        return this with { Name = TextLimit.Needed(Name, MaxNameLength, "Namnet") };
    }
}
