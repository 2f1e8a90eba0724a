using System.Globalization;
using RegionPlan.Domain.Assessment;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>An overall goal with its status in one year.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Year">The year that is judged.</param>
/// <param name="ValidOn">The day that wordings, definitions, targets and organisation hold on.</param>
/// <param name="AsOf">UTC; only what was recorded by then is known. Null: everything recorded.</param>
/// <param name="Order">The goal's number in the plan, from 1; the first part of its measures' codes.</param>
/// <param name="Name">The goal's name.</param>
/// <param name="Text">The goal in the plan's words; null where they are not recorded.</param>
/// <param name="Perspective">The målområde.</param>
/// <param name="Directions">The long-term directions with the codes of their measures.</param>
/// <param name="Status">The status that holds: the one set by a person where there is one, else the computed one.</param>
/// <param name="StatusText">The status in Swedish, as the pages say it.</param>
/// <param name="ComputedStatus">The status by the rule, whatever a person has set.</param>
/// <param name="OverrideReason">Why a person has set another status than the computed one; null where nobody has.</param>
/// <param name="OverrideRecordedAt">UTC; when it was set.</param>
/// <param name="ReasonText">The rule of the computed status in Swedish, as the pages say it.</param>
/// <param name="Counts">The goal's series by status.</param>
/// <param name="Coverage">How much of what has a target has an outcome.</param>
/// <param name="Mean">0 to 1: achieved counts 1, partly 0.5, not 0, over the series with a target and an outcome; null for none.</param>
/// <param name="MeanWithMissingAsZero">0 to 1: the same over every series with a target, a missing outcome counting 0; null for none.</param>
/// <param name="CappedByMissing">True where the mean is that of an achieved goal but would not be if the missing outcomes counted 0.</param>
/// <param name="Thresholds">The limits the mean and the coverage were held against.</param>
/// <param name="Href">The page that shows the goal.</param>
public sealed record PublishedGoal(
    string Plan,
    int Year,
    DateOnly ValidOn,
    DateTime? AsOf,
    int Order,
    string Name,
    string? Text,
    string Perspective,
    IReadOnlyList<PublishedDirection> Directions,
    GoalStatus Status,
    string StatusText,
    GoalStatus ComputedStatus,
    string? OverrideReason,
    DateTime? OverrideRecordedAt,
    string ReasonText,
    PublishedCounts Counts,
    PublishedCoverage Coverage,
    decimal? Mean,
    decimal? MeanWithMissingAsZero,
    bool CappedByMissing,
    GoalThresholds Thresholds,
    string Href)
{
    internal static PublishedGoal Of(AssessedGoal goal, AssessedPlan plan) => new(
        plan.Plan.Key,
        plan.Viewpoint.Year,
        plan.Viewpoint.ValidOn,
        plan.Viewpoint.AsOf?.UtcDateTime,
        goal.Goal.Order,
        goal.Wording.Name,
        goal.Wording.Text,
        goal.Perspective.Name,
        [.. goal.Directions.Select(d => new PublishedDirection(d.Direction.Order, d.Wording.Name, [.. d.Measures.Select(m => m.Measure.Code)]))],
        goal.Status,
        StatusMark.Of(goal.Status).Word,
        goal.Assessment.Status,
        goal.Override?.Recorded.Why,
        goal.Override?.Recorded.At.UtcDateTime,
        Explanation.Of(goal.Assessment).Rule,
        PublishedCounts.Of(goal.Assessment.Counts),
        new(goal.Assessment.Counts.WithOutcome, goal.Assessment.Counts.Targeted),
        goal.Assessment.Mean,
        goal.Assessment.MeanWithMissingAsZero,
        goal.Assessment.CappedByMissing,
        goal.Assessment.Thresholds,
        PageAddress.Of(string.Create(CultureInfo.InvariantCulture, $"/mal/{goal.Goal.Order}"), plan));
}

/// <summary>A långsiktig inriktning.</summary>
/// <param name="Order">The direction's number within the goal, from 1.</param>
/// <param name="Name">The direction in the plan's words.</param>
/// <param name="Measures">The codes of its measures.</param>
public sealed record PublishedDirection(int Order, string Name, IReadOnlyList<string> Measures);

/// <summary>Number of series by status.</summary>
/// <param name="Achieved">Uppnått.</param>
/// <param name="PartlyAchieved">Delvis uppnått.</param>
/// <param name="NotAchieved">Ej uppnått.</param>
/// <param name="OutcomeMissing">Utfall saknas.</param>
/// <param name="NoTarget">Ej målsatt.</param>
public sealed record PublishedCounts(int Achieved, int PartlyAchieved, int NotAchieved, int OutcomeMissing, int NoTarget)
{
    internal static PublishedCounts Of(StatusCounts counts) =>
        new(counts.Achieved, counts.PartlyAchieved, counts.NotAchieved, counts.OutcomeMissing, counts.NoTarget);
}

/// <summary>How much of what has a target has an outcome.</summary>
/// <param name="WithOutcome">Number of series with a target and an outcome in the year.</param>
/// <param name="Targeted">Number of series with a target in the year.</param>
public sealed record PublishedCoverage(int WithOutcome, int Targeted);
