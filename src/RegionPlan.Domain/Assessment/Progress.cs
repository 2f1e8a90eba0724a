using RegionPlan.Domain.Measures;

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

    /// <summary>There are not two outcomes to see a pace in, the latest is at or past the target's year, or a method changed in between.</summary>
    PaceUnknown,
}

/// <summary>How far it is to one step of a long-term target.</summary>
/// <param name="Target">The step's value in the measure's unit.</param>
/// <param name="TargetYear">The year it is to be reached by, where the plan has one.</param>
/// <param name="Current">The latest outcome up to the year, as shown.</param>
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
        if (rule.Desired == DesiredDirection.Yes || outcomes.MaxBy(o => o.Period.End) is not { } latest)
        {
            return null;
        }

        var current = latest with { Amount = rule.Shown(latest.Amount) };
        var left = Math.Max(0, rule.Desired == DesiredDirection.High ? target - current.Amount : current.Amount - target);
        var baseline = outcomes.Where(o => o.Period.Year < planFirstYear).MaxBy(o => o.Period.End)
            ?? outcomes.Where(o => o.Period.Year >= planFirstYear).MinBy(o => o.Period.End);
        var years = baseline is null ? 0 : current.Period.Year - baseline.Period.Year;
        var broken = baseline is not null && breakYears.Any(year => year > baseline.Period.Year && year <= current.Period.Year);
        decimal? pace = years > 0 && !broken ? (current.Amount - rule.Shown(baseline!.Amount)) / years : null;
        decimal? projected = pace is { } p && targetYear is { } goalYear && goalYear > current.Period.Year
            ? current.Amount + (p * (goalYear - current.Period.Year))
            : null;
        var answer = left == 0 ? PaceAnswer.AlreadyReached
            : targetYear is null ? PaceAnswer.NoYear
            : projected is not { } there ? PaceAnswer.PaceUnknown
            : (rule.Desired == DesiredDirection.High ? there >= target : there <= target) ? PaceAnswer.ReachesInTime
            : PaceAnswer.TooSlow;
        return new(target, targetYear, current, left, pace is null ? null : baseline, pace, projected, answer);
    }
}
