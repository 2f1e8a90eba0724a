using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>A plan in preparation beside the one that it takes over from.</summary>
/// <param name="From">The earlier plan.</param>
/// <param name="To">The plan in preparation.</param>
/// <param name="Plans">All plans, oldest first.</param>
/// <param name="Measures">The measures of both, those left out among them.</param>
/// <param name="IsFromNearest">Whether the earlier plan is the one that is meant where an address names none.</param>
public sealed record PlanTransition(Plan From, Plan To, IReadOnlyList<Plan> Plans, IReadOnlyList<Measure> Measures, bool IsFromNearest)
{
    internal GoalLineage Lineage => new(Plans.SelectMany(p => p.Goals));

    /// <summary>Whether the transition can be changed: the plan is said to be prepared, or nothing can be followed up by it yet.</summary>
    internal bool IsPrepared => !To.IsInForce() || !Measures.Any(m => m.PlanId == To.Id);

    /// <summary>The earlier plan's measures in its order.</summary>
    internal IEnumerable<Measure> Earlier => InOrder(From).Where(m => !m.IsLeftOut());

    /// <summary>The plan's own measures in its order, without those left out.</summary>
    internal IEnumerable<Measure> Own => InOrder(To).Where(m => !m.IsLeftOut());

    /// <summary>The plan's own measures that continue none of the earlier plan's.</summary>
    internal IEnumerable<Measure> New => Own.Where(m => Predecessor(m) is null);

    /// <summary>The plan's own measures that are left out of it and are not told of by an earlier one.</summary>
    internal IEnumerable<Measure> LeftOut => InOrder(To).Where(m => m.IsLeftOut() && (Predecessor(m) is not { } earlier || Ending(earlier)?.Measure != m));

    /// <summary>The measure that continues an earlier one; null where none does.</summary>
    internal Measure? ContinuedBy(Measure earlier) => Own.FirstOrDefault(m => m.PredecessorId() == earlier.Id);

    /// <summary>The earlier plan's measure that one continues; null where it is new.</summary>
    internal Measure? Predecessor(Measure own) => Measures.FirstOrDefault(m => m.PlanId == From.Id && m.Id == own.PredecessorId());

    /// <summary>
    /// How an earlier measure ends, and which measure says so: itself, or the one that it was carried over to and that was left out. Null
    /// where it goes on or nothing is decided.
    /// </summary>
    internal (Measure Measure, MeasureEnding Ending)? Ending(Measure earlier) => ContinuedBy(earlier) is not null ? null
        : InOrder(To).Where(m => m.PredecessorId() == earlier.Id).Prepend(earlier)
            .Select(m => (m, Ending: m.EndingIn(To.Id)))
            .Where(m => m.Ending is not null)
            .Select(m => ((Measure, MeasureEnding)?)(m.m, m.Ending!))
            .FirstOrDefault();

    /// <summary>The earlier plan's goal that a goal continues, through plans between the two as well; null where it is new.</summary>
    internal Goal? Continued(Goal goal)
    {
        var lineage = Lineage;
        return From.Goals.FirstOrDefault(g => lineage.FirstOf(g.Id) == lineage.FirstOf(goal.Id));
    }

    /// <summary>The address of a step of the transition.</summary>
    internal string Address(string step) => $"/administration/plan/{To.Key}/{step}{(IsFromNearest ? "" : $"?fran={From.Key}")}";

    internal static string NameOf(Plan plan) => plan.Wordings.Latest()?.Name ?? plan.Key;

    internal static string NameOf(Goal goal) => $"{goal.Order} {goal.Wordings.Latest()?.Name}";

    internal static string NameOf(Measure measure) => $"{measure.Code} {measure.Definitions.Latest()?.Terms.Name}";

    private IEnumerable<Measure> InOrder(Plan plan) =>
        plan.Goals.OrderBy(g => g.Order).SelectMany(g => Measures.Where(m => m.GoalId == g.Id).OrderBy(m => m.Order));
}
