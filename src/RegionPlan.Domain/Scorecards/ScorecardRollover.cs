namespace RegionPlan.Domain.Scorecards;

/// <summary>Makes next year's styrkort from this year's.</summary>
public static class ScorecardRollover
{
    /// <summary>
    /// The same goals, measures and activities under new keys that remember what they continue. Målvärden are left out, since they are set
    /// for a year; activities that are done or broken off stay behind; days move with the years.
    /// </summary>
    /// <param name="content">The year's styrkort.</param>
    /// <param name="years">How many years ahead.</param>
    /// <param name="isEnded">Whether an activity is done or broken off.</param>
    /// <param name="newParent">The goal that takes over after a goal above; null where there is none, so that one must be chosen.</param>
    public static ScorecardContent Of(ScorecardContent content, int years, Func<Guid, bool> isEnded, Func<Guid, Guid?> newParent) => new(
        content.Texts,
        [.. content.Goals.Select(goal => goal with
        {
            Id = Guid.CreateVersion7(),
            ContinuesId = goal.Id,
            ParentGoalId = goal.ParentGoalId is { } parent ? newParent(parent) : null,
            Measures = [.. goal.Measures.Select(m => ScorecardMeasure.New(m.SeriesId))],
            Activities = [.. goal.Activities.Where(a => !isEnded(a.Id)).Select(a => a with
            {
                Id = Guid.CreateVersion7(),
                ContinuesId = a.Id,
                Start = Later(a.Start, years),
                Due = Later(a.Due, years),
            })],
        })]);

    private static DateOnly? Later(DateOnly? day, int years) => day is { } given && given.Year <= DateOnly.MaxValue.Year - years ? given.AddYears(years) : day;
}
