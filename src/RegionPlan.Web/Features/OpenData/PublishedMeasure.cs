using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>A measure of the plan with its series in one year.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Year">The year that is judged.</param>
/// <param name="ValidOn">The day that wordings, definitions, targets and organisation hold on.</param>
/// <param name="AsOf">UTC; only what was recorded by then is known. Null: everything recorded.</param>
/// <param name="Code">Goal number.measure number, such as 3.11.</param>
/// <param name="Name">The measure's name.</param>
/// <param name="Goal">The goal it belongs to.</param>
/// <param name="Direction">The long-term direction it stands under, in the plan's words.</param>
/// <param name="Unit">The unit of every value, target, distance, change and tolerance, such as %. A yes/no measure has 1 for yes, 0 for no.</param>
/// <param name="Decimals">The decimals that values are shown with and judged by.</param>
/// <param name="Desired">Which way is good: high, low, or yes for a yes/no measure.</param>
/// <param name="Definition">The definition; null where the plan gives none.</param>
/// <param name="Note">A remark, such as the plan's footnote.</param>
/// <param name="SexSplit">Whether outcomes are split on women and men.</param>
/// <param name="ResponsibleUnit">The unit that answers for the measure; null where it is not known.</param>
/// <param name="Series">The measure's series (delmått); one with the key total where it has no delmått.</param>
/// <param name="Href">The page that shows the measure.</param>
public sealed record PublishedMeasure(
    string Plan,
    int Year,
    DateOnly ValidOn,
    DateTime? AsOf,
    string Code,
    string Name,
    PublishedGoalName Goal,
    string Direction,
    string Unit,
    int Decimals,
    DesiredDirection Desired,
    string? Definition,
    string? Note,
    SexSplit SexSplit,
    string? ResponsibleUnit,
    IReadOnlyList<PublishedSeries> Series,
    string Href)
{
    internal static PublishedMeasure Of(AssessedMeasure measure, AssessedPlan plan)
    {
        var goal = plan.Goals.First(g => g.Goal.Id == measure.Measure.GoalId);
        var direction = goal.Directions.First(d => d.Direction.Id == measure.Measure.DirectionId);
        return new(
            plan.Plan.Key,
            plan.Viewpoint.Year,
            plan.Viewpoint.ValidOn,
            plan.Viewpoint.AsOf?.UtcDateTime,
            measure.Measure.Code,
            measure.Terms.Name,
            new(goal.Goal.Order, goal.Wording.Name),
            direction.Wording.Name,
            measure.Terms.UnitText,
            measure.Terms.Decimals,
            measure.Terms.Desired,
            measure.Terms.Definition,
            measure.Terms.Note,
            measure.Terms.SexSplit,
            measure.ResponsibleUnit,
            [.. measure.Series.Select(s => PublishedSeries.Of(s, plan.Viewpoint.Year))],
            PageAddress.Of($"/matt/{measure.Measure.Code}", plan));
    }
}

/// <summary>Which goal.</summary>
/// <param name="Order">The goal's number in the plan, from 1.</param>
/// <param name="Name">The goal's name.</param>
public sealed record PublishedGoalName(int Order, string Name);
