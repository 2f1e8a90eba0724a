using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;
using RegionPlan.Domain.Rollup;

namespace RegionPlan.Domain.Assessment;

/// <summary>The facts about one plan, every version of them, from which it can be assessed for any year on any of the two time axes.</summary>
/// <param name="Plan">The plan with its goals, directions and focus areas.</param>
/// <param name="Perspectives">All perspectives.</param>
/// <param name="Measures">The plan's measures with definitions, series and targets.</param>
/// <param name="Outcomes">Every outcome entry of those series, and of those they continue, for the unit looked at.</param>
/// <param name="Comparisons">Published values of others, of the same series.</param>
/// <param name="Units">The organisation's units.</param>
/// <param name="Earlier">The measures of earlier plans that the plan's measures continue, on which their history is recorded.</param>
/// <param name="Partial">The sums of units' figures that are not whole, and so no outcomes.</param>
public sealed record PlanFacts(
    Plan Plan,
    IReadOnlyList<Perspective> Perspectives,
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<OutcomeEntry> Outcomes,
    IReadOnlyList<ComparisonValue> Comparisons,
    IReadOnlyList<OrganizationUnit> Units,
    IReadOnlyList<Measure>? Earlier = null,
    IReadOnlyList<PartialOutcome>? Partial = null);

/// <summary>From where in time a plan is looked at.</summary>
/// <param name="Year">The year that is judged.</param>
/// <param name="Today">The day it is looked at; tells what is not due yet.</param>
/// <param name="ValidOn">The business date that definitions, targets and organisation hold on.</param>
/// <param name="AsOf">Only what was recorded by then is known; null for everything.</param>
/// <param name="Through">Only outcomes of periods that had ended by then count, as in a report; null for all.</param>
public sealed record Viewpoint(int Year, DateOnly Today, DateOnly ValidOn, DateTimeOffset? AsOf = null, DateOnly? Through = null)
{
    /// <summary>A whole year with what is known today: what holds on the year's last day.</summary>
    public static Viewpoint OfYear(int year, DateOnly today) => new(year, today, new DateOnly(year, 12, 31));
}

/// <summary>A plan as it stands in one year: the one answer that pages, reports and the API all show.</summary>
public sealed record AssessedPlan(
    Plan Plan, Wording Wording, Viewpoint Viewpoint, IReadOnlyList<AssessedGoal> Goals, IReadOnlyList<Wording> FocusAreas)
{
    public IEnumerable<AssessedMeasure> Measures => Goals.SelectMany(g => g.Measures);

    public IEnumerable<AssessedSeries> Series => Measures.SelectMany(m => m.Series);

    public StatusCounts Counts => StatusCounts.Of(Series.Select(s => s.Assessment.Status));

    public AssessedMeasure? Measure(string code) => Measures.FirstOrDefault(m => m.Measure.Code == code);

    /// <summary>The series that are not achieved, furthest from their target first: distance as a share of the target's size.</summary>
    public IEnumerable<AssessedSeries> NeedingAttention => Series
        .Where(s => s.Assessment.Status == OutcomeStatus.NotAchieved)
        .OrderByDescending(s => s.Assessment.Reason is OutcomeReason.Compared compared ? compared.RelativeShortfall : 0);

    /// <summary>Assesses the plan; null where nothing of it was recorded by the viewpoint's time.</summary>
    public static AssessedPlan? Of(PlanFacts facts, Viewpoint at)
    {
        if (facts.Plan.Wordings.Current(at.ValidOn, at.AsOf) is not { } wording)
        {
            return null;
        }

        var tree = new OrganizationTree(facts.Units, at.ValidOn, at.AsOf);
        var outcomes = facts.Outcomes.ToLookup(o => o.SeriesId);
        var comparisons = facts.Comparisons.ToLookup(c => c.SeriesId);
        var partial = (facts.Partial ?? []).Where(p => p.Period.Year == at.Year).ToLookup(p => p.SeriesId);
        var lineage = new SeriesLineage(facts.Measures.Concat(facts.Earlier ?? []), at.AsOf);
        var perspectives = facts.Perspectives.ToDictionary(p => p.Id);
        var measures = facts.Measures
            .Where(m => !m.IsLeftOut(at.AsOf))
            .OrderBy(m => m.Order)
            .Select(m => AssessedMeasure.Of(m, facts.Plan, at, tree, lineage, outcomes, comparisons, partial))
            .OfType<AssessedMeasure>()
            .ToLookup(m => m.Measure.GoalId);
        var goals = facts.Plan.Goals
            .OrderBy(g => g.Order)
            .Select(g => AssessedGoal.Of(g, perspectives[g.PerspectiveId], facts.Plan.Thresholds, at, [.. measures[g.Id]]))
            .OfType<AssessedGoal>();
        var focus = facts.Plan.FocusAreas
            .Where(f => f.Year == at.Year)
            .OrderBy(f => f.Order)
            .Select(f => f.Wordings.Current(at.ValidOn, at.AsOf))
            .OfType<Wording>();
        return new(facts.Plan, wording, at, [.. goals], [.. focus]);
    }
}

/// <summary>A goal in one year with its status.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Wording">The words that hold.</param>
/// <param name="Perspective">Its målområde.</param>
/// <param name="Assessment">The computed answer, whatever anyone has put in its place.</param>
/// <param name="Override">What a person has put in place of it, with a motivation; null where nobody has or it was taken back.</param>
/// <param name="Directions">The directions with their measures, in the plan's order.</param>
public sealed record AssessedGoal(
    Goal Goal,
    Wording Wording,
    Perspective Perspective,
    GoalAssessment Assessment,
    GoalOverride? Override,
    IReadOnlyList<AssessedDirection> Directions)
{
    /// <summary>The goal's status: the override's where there is one, else the computed. An override is always shown with the computed beside it.</summary>
    public GoalStatus Status => Override?.Status ?? Assessment.Status;

    public IEnumerable<AssessedMeasure> Measures => Directions.SelectMany(d => d.Measures).OrderBy(m => m.Measure.Order);

    public IEnumerable<AssessedSeries> Series => Measures.SelectMany(m => m.Series);

    internal static AssessedGoal? Of(
        Goal goal, Perspective perspective, GoalThresholds thresholds, Viewpoint at, IReadOnlyList<AssessedMeasure> measures)
    {
        if (goal.Wordings.Current(at.ValidOn, at.AsOf) is not { } wording)
        {
            return null;
        }

        var directions = goal.Directions
            .OrderBy(d => d.Order)
            .Select(d => (Direction: d, Wording: d.Wordings.Current(at.ValidOn, at.AsOf)))
            .Where(d => d.Wording is not null)
            .Select(d => new AssessedDirection(d.Direction, d.Wording!, [.. measures.Where(m => m.Measure.DirectionId == d.Direction.Id)]));
        var statuses = measures.SelectMany(m => m.Series).Select(s => s.Assessment.Status);
        return new(goal, wording, perspective, GoalAssessment.Of(statuses, thresholds), goal.OverrideOf(at.Year, at.AsOf), [.. directions]);
    }
}

/// <summary>A long-term direction with the measures that stand under it.</summary>
public sealed record AssessedDirection(Direction Direction, Wording Wording, IReadOnlyList<AssessedMeasure> Measures);
