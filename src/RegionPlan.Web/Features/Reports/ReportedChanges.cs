using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;
using RegionPlan.Domain.Rollup;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Reports;

/// <summary>
/// What has been corrected, decided anew or taken back since the report before, of what a report is about and through its last day; what was
/// recorded for the first time is the report's ordinary content.
/// </summary>
/// <param name="Latest">The latest of them.</param>
/// <param name="More">How many there are beside them.</param>
/// <param name="UnitNames">The units' names.</param>
/// <param name="RegionId">The region.</param>
/// <param name="Since">The instant from which they are told: when the report before was decided, or the end of the day that it was to be done.</param>
public sealed record ReportedChanges(IReadOnlyList<Change> Latest, int More, IReadOnlyDictionary<Guid, string> UnitNames, Guid? RegionId, ReportedSince Since)
{
    /// <summary>More rows than these are not read in a report.</summary>
    private const int Most = 25;
    private const int MostLookedThrough = 5_000;

    private static readonly ChangeKind[] Kinds =
    [
        ChangeKind.Outcome, ChangeKind.Target, ChangeKind.MeasureDefinition, ChangeKind.SeriesDefinition, ChangeKind.PlanWording, ChangeKind.GoalStatus, ChangeKind.FigureChoice,
        ChangeKind.Economy,
    ];

    /// <summary>Of a report that has none before it.</summary>
    internal static ReportedChanges None { get; } = new([], 0, new Dictionary<Guid, string>(), null, new(default, null));

    /// <param name="changes">The history.</param>
    /// <param name="place">The report.</param>
    /// <param name="before">The report before.</param>
    /// <param name="decided">The decision of it by the same body; null where it is not decided.</param>
    /// <param name="boardUnits">For a nämnd the units below it; null for the region.</param>
    /// <param name="plan">The plan of the year; null where there is none.</param>
    internal static async Task<ReportedChanges> ReadAsync(
        ChangeLog changes, ReportPlace place, FollowUp before, DecidedAt? decided, IReadOnlySet<Guid>? boardUnits, AssessedPlan? plan)
    {
        var summed = (plan?.Series ?? []).SelectMany(s => s.History).Select(h => h.Total).OfType<OutcomeEntry>()
            .Where(DerivedFigure.IsCalculated).Select(o => (o.SeriesId, o.Period)).ToHashSet();
        var since = new ReportedSince(before.Terms.RegionDue, decided);
        var found = await changes.ReadAsync(new(From: since.FirstDay) { Kinds = Kinds, OnlyAnew = true }, 0, MostLookedThrough);
        var about = found.Changes.Where(c => since.IsAfter(c.Fact) && (IsAbout(c, boardUnits) || IsSummedInto(c, boardUnits, summed)) && HasEnded(c, place)).ToList();
        return new([.. about.Take(Most)], Math.Max(0, about.Count - Most), found.UnitNames, found.RegionId, since);
    }

    /// <summary>Whether it is the region's own, or of the nämnd's units; the plan is the region's.</summary>
    private static bool IsAbout(Change change, IReadOnlySet<Guid>? boardUnits)
    {
        if (change is { Fact: GoalReview, Earlier: null })
        {
            return false;
        }

        return boardUnits is null
            ? change.Measure is not { } measure || (measure.IsOfPlan && change.UnitId is null)
            : change.UnitId is { } unit ? boardUnits.Contains(unit) : change.Measure is { } known && boardUnits.Contains(known.Terms.ResponsibleUnitId);
    }

    /// <summary>Whether it changes what a unit has that is summed into an outcome of the region's.</summary>
    private static bool IsSummedInto(Change change, IReadOnlySet<Guid>? boardUnits, IReadOnlySet<(Guid SeriesId, Period Period)> summed) => boardUnits is null && change.Fact switch
    {
        OutcomeEntry outcome => !outcome.IsExample && summed.Contains((outcome.SeriesId, outcome.Period)),
        ValueChoice choice => summed.Contains((choice.SeriesId, choice.Period)),
        _ => false,
    };

    /// <summary>Whether the period that it tells of has ended by the report's last day; what is decided for a year holds for all of it.</summary>
    private static bool HasEnded(Change change, ReportPlace place)
    {
        var through = place.FollowUp.Terms.Through;
        return change.Fact switch
        {
            OutcomeEntry outcome => outcome.Period.End <= through,
            ValueChoice choice => choice.Period.End <= through,
            EconomyEntry amount => amount.Through.End <= through,
            ResultForecast forecast => forecast.Through.End <= through,
            TargetDecision { Term: TargetTerm.ShortTerm } target => target.Slot <= through.Year && target.HoldsFrom.Year <= through.Year,
            BudgetAmount amount => amount.Year <= through.Year,
            PrintedSum sum => sum.Year <= through.Year,
            GoalOverride set => set.Year <= through.Year,
            GoalReview review => place.FollowUps.Any(f => f.Id == review.FollowUpId && f.Terms.Through <= through),
            DatedFact dated => dated.HoldsFrom.Year <= through.Year,
            _ => true,
        };
    }
}

/// <summary>That a report was decided.</summary>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="RecordedAt">When it was frozen.</param>
public sealed record DecidedAt(DateOnly DecidedOn, DateTimeOffset RecordedAt);

/// <summary>From when changes are told: since the report before was frozen, and where it is not decided since the day that it was to be done.</summary>
/// <param name="Due">The day that the report before was to be done.</param>
/// <param name="Decided">Its decision; null where it is not decided.</param>
public sealed record ReportedSince(DateOnly Due, DecidedAt? Decided)
{
    /// <summary>The first day that may have changes to tell of.</summary>
    internal DateOnly FirstDay => Decided is { } known ? DateOnly.FromDateTime(RegionTime.Local(known.RecordedAt)) : Due.AddDays(1);

    internal bool IsAfter(Fact fact) => Decided is not { } known || fact.Recorded.At > known.RecordedAt;
}
