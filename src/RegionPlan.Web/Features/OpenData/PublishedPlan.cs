using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>A regionplan.</summary>
/// <param name="Id">The plan's years, such as 2024-2026: the value of the parameter plan.</param>
/// <param name="Name">The plan's name.</param>
/// <param name="DecidedBy">Who decides the plan; null where the source does not say.</param>
/// <param name="FirstYear">The plan's first year.</param>
/// <param name="LastYear">The plan's last year.</param>
/// <param name="HasMeasures">Whether the plan's measures are recorded; false where only its goals are.</param>
/// <param name="Thresholds">The limits by which the plan's goals are judged.</param>
/// <param name="FocusAreas">What the plan lifts in single years.</param>
/// <param name="Goals">The overall goals, in the plan's order.</param>
/// <param name="Href">The page that shows the plan.</param>
public sealed record PublishedPlan(
    string Id,
    string Name,
    string? DecidedBy,
    int FirstYear,
    int LastYear,
    bool HasMeasures,
    GoalThresholds Thresholds,
    IReadOnlyList<PublishedFocusArea> FocusAreas,
    IReadOnlyList<PublishedPlanGoal> Goals,
    string Href)
{
    internal static PublishedPlan Of(AssessedPlan plan) => new(
        plan.Plan.Key,
        plan.Wording.Name,
        plan.Wording.Text,
        plan.Plan.FirstYear,
        plan.Plan.LastYear,
        plan.Measures.Any(),
        plan.Plan.Thresholds,
        [.. plan.Plan.FocusAreas.OrderBy(f => f.Year).ThenBy(f => f.Order).Select(f => FocusArea(f, plan.Viewpoint)).OfType<PublishedFocusArea>()],
        [.. plan.Goals.Select(g => new PublishedPlanGoal(g.Goal.Order, g.Wording.Name, g.Perspective.Name))],
        PageAddress.OfPlan(plan));

    private static PublishedFocusArea? FocusArea(FocusArea area, Viewpoint at) =>
        area.Wordings.Current(at.ValidOn, at.AsOf) is { } wording ? new(area.Year, wording.Name) : null;
}

/// <summary>A fokusområde.</summary>
/// <param name="Year">The year it is lifted in.</param>
/// <param name="Name">What it is called.</param>
public sealed record PublishedFocusArea(int Year, string Name);

/// <summary>A goal as the plan names it.</summary>
/// <param name="Order">The goal's number in the plan, from 1.</param>
/// <param name="Name">The goal's name.</param>
/// <param name="Perspective">The målområde it belongs to.</param>
public sealed record PublishedPlanGoal(int Order, string Name, string Perspective);
