using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>A plan in preparation beside the one that it takes over from.</summary>
/// <param name="From">The earlier plan.</param>
/// <param name="To">The plan in preparation.</param>
/// <param name="Plans">All plans, oldest first.</param>
/// <param name="Measures">The measures of both.</param>
internal sealed record PlanTransition(Plan From, Plan To, IReadOnlyList<Plan> Plans, IReadOnlyList<Measure> Measures)
{
    internal GoalLineage Lineage => new(Plans.SelectMany(p => p.Goals));

    /// <summary>The earlier plan's measures in its order.</summary>
    internal IEnumerable<Measure> Earlier => From.Goals.OrderBy(g => g.Order).SelectMany(g => Measures.Where(m => m.GoalId == g.Id).OrderBy(m => m.Order));

    /// <summary>The measure that continues an earlier one; null where none does.</summary>
    internal (Measure Measure, MeasureSuccession Succession)? ContinuedBy(Measure earlier) => Measures
        .Where(m => m.PlanId == To.Id)
        .Select(m => (m, Succession: m.Successions.Latest()))
        .Where(m => m.Succession?.PredecessorId == earlier.Id)
        .Select(m => ((Measure, MeasureSuccession)?)(m.m, m.Succession!))
        .FirstOrDefault();

    /// <summary>The earlier plan's goal that a goal continues, through plans between the two as well; null where it is new.</summary>
    internal Goal? Continued(Goal goal)
    {
        var lineage = Lineage;
        return From.Goals.FirstOrDefault(g => lineage.FirstOf(g.Id) == lineage.FirstOf(goal.Id));
    }

    internal static string NameOf(Plan plan) => plan.Wordings.Latest()?.Name ?? plan.Key;

    internal static string NameOf(Goal goal) => $"{goal.Order} {goal.Wordings.Latest()?.Name}";
}
