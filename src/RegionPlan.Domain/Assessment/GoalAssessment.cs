namespace RegionPlan.Domain.Assessment;

/// <summary>The status of a goal.</summary>
public enum GoalStatus
{
    Achieved,
    PartlyAchieved,
    NotAchieved,

    /// <summary>Otillräckligt underlag: half or fewer of the targeted series have an outcome.</summary>
    InsufficientBasis,

    /// <summary>Ingen bedömning: no series has a target.</summary>
    NotAssessed,
}

/// <summary>The limits by which goals are judged, as shares from 0 to 1.</summary>
/// <param name="Achieved">The lowest mean that is achieved.</param>
/// <param name="PartlyAchieved">The lowest mean that is partly achieved.</param>
/// <param name="Coverage">More than this share of the targeted series must have an outcome.</param>
public sealed record GoalThresholds(decimal Achieved, decimal PartlyAchieved, decimal Coverage)
{
    public static GoalThresholds Default => new(0.75m, 0.4m, 0.5m);
}

/// <summary>How many series stand how.</summary>
public sealed record StatusCounts(int Achieved, int PartlyAchieved, int NotAchieved, int OutcomeMissing, int NoTarget)
{
    /// <summary>The målsatta series.</summary>
    public int Targeted => WithOutcome + OutcomeMissing;

    /// <summary>The målsatta series that have an outcome in the year.</summary>
    public int WithOutcome => Achieved + PartlyAchieved + NotAchieved;

    public static StatusCounts Of(IEnumerable<OutcomeStatus> statuses)
    {
        var by = statuses.GroupBy(s => s).ToDictionary(g => g.Key, g => g.Count());
        int Count(OutcomeStatus status) => by.GetValueOrDefault(status);
        return new(
            Count(OutcomeStatus.Achieved),
            Count(OutcomeStatus.PartlyAchieved),
            Count(OutcomeStatus.NotAchieved),
            Count(OutcomeStatus.OutcomeMissing),
            Count(OutcomeStatus.NoTarget));
    }
}

/// <summary>The computed status of a goal with its reason: the counts, the means and the limits they were held against.</summary>
/// <param name="Status">The answer.</param>
/// <param name="Counts">The goal's series by status.</param>
/// <param name="Mean">Achieved 1, partly 0.5, not 0, over the series with an outcome; null where none has.</param>
/// <param name="MeanWithMissingAsZero">The same over all targeted series, a missing outcome counting 0; null where none is targeted.</param>
/// <param name="CappedByMissing">Partly achieved only for that: the mean is that of an achieved goal, but would not be if the missing outcomes were all bad.</param>
/// <param name="Thresholds">The limits.</param>
public sealed record GoalAssessment(
    GoalStatus Status, StatusCounts Counts, decimal? Mean, decimal? MeanWithMissingAsZero, bool CappedByMissing, GoalThresholds Thresholds)
{
    /// <summary>Judges a goal by the statuses of its series.</summary>
    public static GoalAssessment Of(IEnumerable<OutcomeStatus> statuses, GoalThresholds thresholds)
    {
        var counts = StatusCounts.Of(statuses);
        var points = counts.Achieved + (0.5m * counts.PartlyAchieved);
        decimal? mean = counts.WithOutcome == 0 ? null : points / counts.WithOutcome;
        decimal? cautious = counts.Targeted == 0 ? null : points / counts.Targeted;
        var reachesAchieved = mean >= thresholds.Achieved;
        var holdsAnyway = cautious >= thresholds.Achieved;
        var status = (mean, cautious) switch
        {
            (_, null) => GoalStatus.NotAssessed,
            (null, _) => GoalStatus.InsufficientBasis,
            _ when counts.WithOutcome <= counts.Targeted * thresholds.Coverage => GoalStatus.InsufficientBasis,
            _ when reachesAchieved => holdsAnyway ? GoalStatus.Achieved : GoalStatus.PartlyAchieved,
            _ => mean >= thresholds.PartlyAchieved ? GoalStatus.PartlyAchieved : GoalStatus.NotAchieved,
        };
        return new(status, counts, mean, cautious, status == GoalStatus.PartlyAchieved && reachesAchieved, thresholds);
    }
}
