using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Cascade;

/// <summary>What every level of the chain needs to show itself.</summary>
/// <param name="Reading">The chain with its measures.</param>
/// <param name="Search">What is looked for.</param>
/// <param name="To">Where it links to.</param>
public sealed record ChainView(CascadeReading Reading, ChainSearch Search, ChainAddress To)
{
    /// <summary>Those of some goals that the search leaves.</summary>
    public IEnumerable<CascadeGoal> Shown(IEnumerable<CascadeGoal> goals) => goals.Where(Search.Shows);

    public static ActivityCounts Counts(IEnumerable<CascadeGoal> goals) =>
        ActivityCounts.Of(goals.SelectMany(g => g.WithAllBelow).SelectMany(g => g.Activities));
}
