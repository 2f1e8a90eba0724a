using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Assessment;

/// <summary>Whether the pace since the plan's start reaches a long-term target in time.</summary>
public enum PaceAnswer
{
    /// <summary>The target is already reached.</summary>
    AlreadyReached,

    /// <summary>At the same pace it is reached by its year.</summary>
    ReachesInTime,

    /// <summary>At the same pace it is not reached by its year.</summary>
    TooSlow,

    /// <summary>The target has no year to be reached by.</summary>
    NoYear,

    /// <summary>There are not two outcomes to see a pace in, a method changed in between, or the target's year is under way.</summary>
    PaceUnknown,

    /// <summary>There is an outcome to the end of the target's year or later, and the target is not reached.</summary>
    YearPassed,
}

/// <summary>How far it is to one step of a long-term target.</summary>
/// <param name="Target">The step's value in the measure's unit, as shown.</param>
/// <param name="TargetYear">The year it is to be reached by, where the plan has one.</param>
/// <param name="Current">The latest of the outcomes that progress is told by, as shown.</param>
/// <param name="DistanceLeft">How much is left in the desired direction; 0 when reached.</param>
/// <param name="Baseline">The outcome the pace is counted from: the last before the plan's first year, else the first within the plan.</param>
/// <param name="PacePerYear">The mean change per year since the baseline; null where it cannot be told.</param>
/// <param name="ProjectedAtTargetYear">The latest outcome carried on at that pace to the target's year.</param>
/// <param name="Answer">What it comes to.</param>
public sealed record Progress(
    decimal Target,
    int? TargetYear,
    PeriodValue Current,
    decimal DistanceLeft,
    PeriodValue? Baseline,
    decimal? PacePerYear,
    decimal? ProjectedAtTargetYear,
    PaceAnswer Answer)
{
    /// <summary>Measures the way left to a long-term target; null where there is no outcome or the measure is yes/no.</summary>
    /// <remarks>
    /// Told by whole years, if there is an outcome of any; a part of a year is not carried on as if it were one. A series that has only
    /// parts of years is told by the latest part of each.
    /// </remarks>
    /// <param name="rule">The measure's rule.</param>
    /// <param name="target">The step's value.</param>
    /// <param name="targetYear">The step's year, if any.</param>
    /// <param name="outcomes">The outcomes up to and including the year looked at.</param>
    /// <param name="planFirstYear">The plan's first year.</param>
    /// <param name="breakYears">The first years of changed methods.</param>
    public static Progress? Of(
        JudgingRule rule,
        decimal target,
        int? targetYear,
        IReadOnlyCollection<PeriodValue> outcomes,
        int planFirstYear,
        IReadOnlyCollection<int> breakYears)
    {
        var yearly = OneOfEachYear(outcomes);
        if (rule.Desired == DesiredDirection.Yes || yearly is not [var first, ..])
        {
            return null;
        }

        var sign = rule.Desired == DesiredDirection.High ? 1 : -1;
        var shownTarget = rule.Shown(target);
        var current = yearly[^1] with { Amount = rule.Shown(yearly[^1].Amount) };
        var left = Math.Max(0, sign * (shownTarget - current.Amount));
        var baseline = yearly.FindLast(o => o.Period.Year < planFirstYear) ?? first;
        var years = current.Period.Year - baseline.Period.Year;
        var isKnown = years > 0 && !breakYears.Any(year => year > baseline.Period.Year && year <= current.Period.Year);
        var change = current.Amount - rule.Shown(baseline.Amount);
        var ahead = targetYear - current.Period.Year;
        var answer = left == 0 ? PaceAnswer.AlreadyReached
            : targetYear is null ? PaceAnswer.NoYear
            : targetYear < current.Period.End.AddDays(1).Year ? PaceAnswer.YearPassed
            : !isKnown || ahead <= 0 ? PaceAnswer.PaceUnknown
            // Multiplied out, for a third of a unit a year reaches one unit in three years.
            : sign * change * ahead >= left * years ? PaceAnswer.ReachesInTime
            : PaceAnswer.TooSlow;
        return new(
            shownTarget,
            targetYear,
            current,
            left,
            isKnown ? baseline : null,
            isKnown ? change / years : null,
            isKnown && ahead > 0 ? current.Amount + (change * ahead / years) : null,
            answer);
    }

    private static List<PeriodValue> OneOfEachYear(IReadOnlyCollection<PeriodValue> outcomes)
    {
        var whole = outcomes.Where(o => o.Period.Kind == PeriodKind.Year).ToList();
        return [.. (whole.Count > 0 ? whole : outcomes)
            .GroupBy(o => o.Period.Year)
            .Select(year => year.MaxBy(o => o.Period.Recency)!)
            .OrderBy(o => o.Period.Year)];
    }
}
