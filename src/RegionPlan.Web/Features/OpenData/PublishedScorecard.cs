using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>The decided styrkort of a unit for a year.</summary>
/// <param name="Unit">The unit's key.</param>
/// <param name="UnitName">The unit's name, as it was last in the year.</param>
/// <param name="UnitKind">What the unit is in the hierarchy.</param>
/// <param name="Year">The year.</param>
/// <param name="AsOf">UTC; only what was recorded by then is known. Null: everything recorded.</param>
/// <param name="Version">1 for the first decided, then one more for each revision.</param>
/// <param name="Decision">The decision behind the version.</param>
/// <param name="RecordedAt">UTC; when the decision was recorded.</param>
/// <param name="IsExample">Invented for demonstration.</param>
/// <param name="Texts">The free texts of the perspectives that have one.</param>
/// <param name="Goals">The goals, in the styrkort's order.</param>
/// <param name="Href">The page that shows the styrkort.</param>
public sealed record PublishedScorecard(
    string Unit,
    string UnitName,
    UnitKind UnitKind,
    int Year,
    DateTime? AsOf,
    int Version,
    PublishedDecision Decision,
    DateTime RecordedAt,
    bool IsExample,
    IReadOnlyList<PublishedText> Texts,
    IReadOnlyList<PublishedScorecardGoal> Goals,
    string Href)
{
    internal static PublishedScorecard Of(DecidedScorecard decided, CascadeReading reading, DateTimeOffset? asOf)
    {
        var (branch, version) = (decided.Unit, decided.Version);
        return new(
            branch.Unit.Key,
            branch.Name,
            branch.Unit.Kind,
            decided.Scorecard.Year,
            asOf?.UtcDateTime,
            version.Version,
            new(version.Decision.By, version.Decision.On, version.Decision.Paragraph),
            version.Recorded.At.UtcDateTime,
            version.IsExample,
            [.. from perspective in reading.Perspectives
                let text = version.Content.TextOf(perspective.Id)
                where !string.IsNullOrWhiteSpace(text)
                select new PublishedText(perspective.Name, text)],
            [.. reading.Cascade.Goals.Where(g => g.Scorecard == decided).Select(g => PublishedScorecardGoal.Of(g, reading))],
            PageAddress.OfYear($"/styrkort/{branch.Unit.Key}", decided.Scorecard.Year, asOf));
    }
}

/// <summary>Who decided, and when.</summary>
/// <param name="By">The body or role that decided.</param>
/// <param name="On">The day of the decision.</param>
/// <param name="Paragraph">The paragraph of the minutes or the number of the decision; null where there is none.</param>
public sealed record PublishedDecision(string By, DateOnly On, string? Paragraph);

/// <summary>The free text of a perspective.</summary>
/// <param name="Perspective">The målområde.</param>
/// <param name="Text">The text.</param>
public sealed record PublishedText(string Perspective, string Text);

/// <summary>A goal of a styrkort.</summary>
/// <param name="Id">Its key, the same in every version.</param>
/// <param name="Perspective">The målområde it stands under.</param>
/// <param name="Name">What is to be achieved.</param>
/// <param name="Text">More about it; null where there is none.</param>
/// <param name="Tie">What it breaks down.</param>
/// <param name="Continues">The key of last year's goal that it continues; null where there is none.</param>
/// <param name="Measures">The measures that follow it up.</param>
/// <param name="Activities">What is done to reach it.</param>
public sealed record PublishedScorecardGoal(
    Guid Id,
    string? Perspective,
    string Name,
    string? Text,
    PublishedTie Tie,
    Guid? Continues,
    IReadOnlyList<PublishedFollowed> Measures,
    IReadOnlyList<PublishedScorecardActivity> Activities)
{
    internal static PublishedScorecardGoal Of(CascadeGoal goal, CascadeReading reading) => new(
        goal.Goal.Id,
        reading.Perspectives.FirstOrDefault(p => p.Id == goal.Goal.PerspectiveId)?.Name,
        goal.Goal.Name,
        Written.OrNull(goal.Goal.Text),
        PublishedTie.Of(goal),
        goal.Goal.ContinuesId,
        [.. goal.Goal.Measures.Select(m => PublishedFollowed.Of(m, reading.Series.GetValueOrDefault(m.SeriesId)))],
        [.. goal.Activities.Select(a => PublishedScorecardActivity.Of(a.Activity))]);
}

/// <summary>What a goal of a styrkort breaks down.</summary>
/// <param name="Kind">Which of the fields that tells it, or why none does.</param>
/// <param name="PlanGoal">The number of the regionplan's goal; null unless kind is planGoal.</param>
/// <param name="ScorecardGoal">The key of the goal in the styrkort above; null unless kind is scorecardGoal.</param>
/// <param name="Unit">The key of the unit whose goal it is; null unless kind is scorecardGoal.</param>
public sealed record PublishedTie(PublishedTieKind Kind, int? PlanGoal, Guid? ScorecardGoal, string? Unit)
{
    internal static PublishedTie Of(CascadeGoal goal) => goal switch
    {
        { Overarching: { } top } => new(PublishedTieKind.PlanGoal, top.Goal.Order, null, null),
        { Parent: { } parent } => new(PublishedTieKind.ScorecardGoal, null, parent.Goal.Id, parent.Scorecard.Unit.Unit.Key),
        { Loose: LooseGoal.ByChoice } => new(PublishedTieKind.StandsAlone, null, null, null),
        _ => new(PublishedTieKind.Gone, null, null, null),
    };
}

/// <summary>How a goal of a styrkort is tied to the goals above it.</summary>
public enum PublishedTieKind
{
    /// <summary>It breaks down a goal of the regionplan.</summary>
    PlanGoal,

    /// <summary>It breaks down a goal of a styrkort above.</summary>
    ScorecardGoal,

    /// <summary>Its unit chose that it breaks down nothing.</summary>
    StandsAlone,

    /// <summary>What it broke down is in no decided styrkort and not in the regionplan of the year.</summary>
    Gone,
}

/// <summary>A measure that a unit follows.</summary>
/// <param name="Code">The measure's number in the plan, or E and a number for a unit's own; null where the measure is gone.</param>
/// <param name="Series">The series' key within the measure; null where the measure is gone.</param>
/// <param name="Name">The measure's name, with the delmått's where it has one; null where the measure is gone.</param>
/// <param name="IsOwn">Whether the measure is a unit's own and not the regionplan's.</param>
/// <param name="Unit">The unit of the target, such as %; null where the measure is gone.</param>
/// <param name="Target">The unit's own target for the year, in the measure's unit; 1 is yes and 0 is no; null where the unit sets none.</param>
/// <param name="TargetText">The target as the pages show it; null where the unit sets none.</param>
/// <param name="Note">A remark; null where there is none.</param>
public sealed record PublishedFollowed(
    string? Code, string? Series, string? Name, bool IsOwn, string? Unit, decimal? Target, string? TargetText, string? Note)
{
    internal static PublishedFollowed Of(ScorecardMeasure measure, FollowedSeries? followed) => new(
        followed?.Measure.Code,
        followed?.Series.Key,
        followed?.Name,
        followed is { Measure.PlanId: null },
        followed?.Terms.UnitText,
        ScorecardCheck.Amount(measure, followed?.Terms),
        ScorecardText.Target(measure, followed?.Terms),
        Written.OrNull(measure.Note));
}

/// <summary>An activity as it was decided.</summary>
/// <param name="Id">Its key, the same in every version.</param>
/// <param name="Name">What is done.</param>
/// <param name="Owner">The role or person who answers for it.</param>
/// <param name="Start">The first day; null where it is not set.</param>
/// <param name="Due">The last day; null where it is not set.</param>
/// <param name="Text">More about it; null where there is none.</param>
/// <param name="Continues">The key of last year's activity that it continues; null where there is none.</param>
public sealed record PublishedScorecardActivity(Guid Id, string Name, string Owner, DateOnly? Start, DateOnly? Due, string? Text, Guid? Continues)
{
    internal static PublishedScorecardActivity Of(ScorecardActivity activity) =>
        new(activity.Id, activity.Name, activity.Owner, activity.Start, activity.Due, Written.OrNull(activity.Text), activity.ContinuesId);
}

/// <summary>A text that a styrkort keeps as empty where nothing is written.</summary>
file static class Written
{
    internal static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
