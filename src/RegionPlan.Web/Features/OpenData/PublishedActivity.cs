using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>An activity of a decided styrkort and how it goes. Who told it is not published.</summary>
/// <param name="Year">The year of the styrkort.</param>
/// <param name="AsOf">UTC; only what was recorded by then is known. Null: everything recorded.</param>
/// <param name="Id">Its key, the same in every version of the styrkort.</param>
/// <param name="Name">What is done.</param>
/// <param name="Unit">The key of the unit whose styrkort it stands in.</param>
/// <param name="UnitName">The unit's name, as it was last in the year.</param>
/// <param name="Goal">The key of the goal it serves.</param>
/// <param name="GoalName">The goal it serves.</param>
/// <param name="Chain">The goals from the one it serves up to the one below the regionplan's, each broken down by the one before.</param>
/// <param name="PlanGoal">The number of the regionplan's goal at the top of the chain; null where the chain hangs in nothing.</param>
/// <param name="Owner">The role or person who answers for it.</param>
/// <param name="Start">The first day; null where it is not set.</param>
/// <param name="Due">The last day; null where it is not set.</param>
/// <param name="State">The state last told; notStarted where nothing is.</param>
/// <param name="ShownState">The state that the pages show: delayed where the last day has passed and it is neither done nor cancelled.</param>
/// <param name="StateText">The shown state in Swedish.</param>
/// <param name="IsOverdue">Whether the last day has passed and it is neither done nor cancelled.</param>
/// <param name="Note">The note last told; null where there is none.</param>
/// <param name="ToldAt">UTC; when the state was last told; null where nothing is.</param>
/// <param name="IsExample">Invented for demonstration.</param>
/// <param name="Href">The page that shows the activity.</param>
public sealed record PublishedActivity(
    int Year,
    DateTime? AsOf,
    Guid Id,
    string Name,
    string Unit,
    string UnitName,
    Guid Goal,
    string GoalName,
    IReadOnlyList<PublishedStep> Chain,
    int? PlanGoal,
    string Owner,
    DateOnly? Start,
    DateOnly? Due,
    ActivityState State,
    ActivityState ShownState,
    string StateText,
    bool IsOverdue,
    string? Note,
    DateTime? ToldAt,
    bool IsExample,
    string Href)
{
    internal static PublishedActivity Of(CascadeActivity activity, DateTimeOffset? asOf)
    {
        var (goal, scorecard, latest) = (activity.Goal, activity.Goal.Scorecard, activity.Told is [.., var last] ? last : null);
        return new(
            scorecard.Scorecard.Year,
            asOf?.UtcDateTime,
            activity.Activity.Id,
            activity.Activity.Name,
            scorecard.Unit.Unit.Key,
            scorecard.Unit.Name,
            goal.Goal.Id,
            goal.Goal.Name,
            [.. goal.Upwards.Select(g => new PublishedStep(g.Scorecard.Unit.Unit.Key, g.Goal.Id, g.Goal.Name))],
            goal.Top?.Goal.Order,
            activity.Activity.Owner,
            activity.Activity.Start,
            activity.Activity.Due,
            activity.State,
            activity.Shown,
            ScorecardText.Of(activity.Shown),
            activity.IsOverdue,
            latest?.Note,
            latest?.Recorded.At.UtcDateTime,
            scorecard.Version.IsExample,
            PageAddress.OfYear($"/malkedja/aktivitet/{activity.Activity.Id}", scorecard.Scorecard.Year, asOf));
    }
}

/// <summary>A step of the chain.</summary>
/// <param name="Unit">The key of the unit whose goal it is.</param>
/// <param name="Goal">The goal's key.</param>
/// <param name="Name">The goal.</param>
public sealed record PublishedStep(string Unit, Guid Goal, string Name);
