using RegionPlan.Domain.Plans;

namespace RegionPlan.Domain.Economy;

/// <summary>Everything recorded that a plan's budget is derived from: every version of every fact.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="RegionId">The region's own unit.</param>
/// <param name="Posts">Every post, with its definitions and amounts.</param>
/// <param name="Printed">What the plan prints for its sums.</param>
/// <param name="Goals">The plan's resultatmål.</param>
/// <param name="Forecasts">Published helårsprognoser, of any year.</param>
public sealed record BudgetFacts(
    Plan Plan,
    Guid RegionId,
    IReadOnlyList<BudgetPost> Posts,
    IReadOnlyList<PrintedSum> Printed,
    IReadOnlyList<ResultGoal> Goals,
    IReadOnlyList<ResultForecast> Forecasts);
