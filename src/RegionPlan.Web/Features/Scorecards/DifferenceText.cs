using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>A difference between two versions of a styrkort in one Swedish sentence.</summary>
internal static class DifferenceText
{
    internal static string Of(ScorecardDifference difference, IReadOnlyDictionary<Guid, FollowedSeries> series) => (difference.Before, difference.After) switch
    {
        (null, { } added) => $"Nytt: {What(difference.Part)} ”{Name(added, series)}”",
        ({ } gone, null) => $"Borttaget: {What(difference.Part)} ”{Name(gone, series)}”",
        (ScorecardMeasure before, ScorecardMeasure after) when before.Target != after.Target =>
            $"Målvärdet för ”{Name(after, series)}” ändrat från {Or(before.Target)} till {Or(after.Target)}",
        (ScorecardActivity before, ScorecardActivity after) when before.Due != after.Due && before.Name == after.Name =>
            $"Aktiviteten ”{after.Name}” ska vara klar {Day(after.Due)} i stället för {Day(before.Due)}",
        (ScorecardGoal before, ScorecardGoal after) when before.Name == after.Name && (before.ParentGoalId, before.StandsAlone) != (after.ParentGoalId, after.StandsAlone) =>
            $"Målet ”{after.Name}” är knutet till ett annat mål ovanför än förut",
        (ScorecardGoal before, ScorecardGoal after) when before.Name == after.Name && before.PerspectiveId != after.PerspectiveId => $"Målet ”{after.Name}” är flyttat till ett annat målområde",
        (ScorecardActivity before, ScorecardActivity after) when before.Owner != after.Owner && before.Name == after.Name =>
            $"Aktiviteten ”{after.Name}” har {after.Owner} som ansvarig i stället för {before.Owner}",
        ({ } before, { } after) when Name(before, series) != Name(after, series) =>
            $"Ändrat: {What(difference.Part)} ”{Name(before, series)}” lyder nu ”{Name(after, series)}”",
        (_, { } after) => $"Ändrat: {What(difference.Part)} ”{Name(after, series)}”",
        (null, null) => "",
    };

    private static string What(ScorecardPart part) => part switch
    {
        ScorecardPart.Text => "text",
        ScorecardPart.Goal => "mål",
        ScorecardPart.Measure => "mått",
        ScorecardPart.Activity => "aktivitet",
    };

    private static string Name(object part, IReadOnlyDictionary<Guid, FollowedSeries> series) => part switch
    {
        PerspectiveText text => Shortened(text.Text),
        ScorecardGoal goal => goal.Name,
        ScorecardMeasure measure => series.GetValueOrDefault(measure.SeriesId)?.Name ?? "mått som inte finns längre",
        ScorecardActivity activity => activity.Name,
        _ => "",
    };

    private static string Or(string target) => target.Length > 0 ? target : "inget";

    private static string Day(DateOnly? day) => day is { } given ? Sv.Day(given) : "utan datum";

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
