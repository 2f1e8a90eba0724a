using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Assessment;

/// <summary>Which way a series goes, judged by its desired direction.</summary>
public enum TrendDirection
{
    Improving,
    Unchanged,
    Worsening,
    NoComparison,
}

/// <summary>Why there is nothing to compare.</summary>
public enum NoComparisonReason
{
    /// <summary>The year itself has no outcome.</summary>
    NoOutcome,

    /// <summary>The expected earlier period has no outcome.</summary>
    Gap,

    /// <summary>The method changed in between.</summary>
    DefinitionBreak,

    /// <summary>A yes/no measure has no trend.</summary>
    YesNo,
}

/// <summary>The change against the previous expected period, with its reason.</summary>
/// <param name="Direction">The answer.</param>
/// <param name="Change">Current minus earlier, in the measure's unit at its shown decimals; null without comparison.</param>
/// <param name="ExpectedPeriod">The earlier period that the frequency asks for; null where the year has no outcome.</param>
/// <param name="Threshold">The smallest change that counts.</param>
/// <param name="NoComparison">Why there is no comparison; null where there is one.</param>
/// <param name="LatestKnown">Without comparison: the latest earlier outcome there is.</param>
public sealed record Trend(
    TrendDirection Direction,
    decimal? Change,
    Period? ExpectedPeriod,
    decimal Threshold,
    NoComparisonReason? NoComparison,
    PeriodValue? LatestKnown)
{
    /// <summary>Compares a series with itself one expected period earlier.</summary>
    /// <param name="rule">The measure's rule.</param>
    /// <param name="frequency">How often the series is measured.</param>
    /// <param name="current">The outcome to judge; null where the year has none.</param>
    /// <param name="earlier">All earlier outcomes.</param>
    /// <param name="breakYears">The first years of changed methods.</param>
    public static Trend Of(
        JudgingRule rule, Frequency frequency, PeriodValue? current, IReadOnlyCollection<PeriodValue> earlier, IReadOnlyCollection<int> breakYears)
    {
        var latest = earlier.MaxBy(e => e.Period.Recency);
        if (current is null)
        {
            return Without(NoComparisonReason.NoOutcome, null);
        }

        var expected = current.Period.Before(frequency);
        if (rule.Desired == DesiredDirection.Yes)
        {
            return Without(NoComparisonReason.YesNo, expected);
        }

        if (earlier.FirstOrDefault(e => e.Period == expected) is not { } previous)
        {
            return Without(NoComparisonReason.Gap, expected);
        }

        if (breakYears.Any(year => year > expected.Year && year <= current.Period.Year))
        {
            return Without(NoComparisonReason.DefinitionBreak, expected);
        }

        var change = rule.Shown(current.Amount) - rule.Shown(previous.Amount);
        var direction = Math.Abs(change) < rule.TrendThreshold || change == 0 ? TrendDirection.Unchanged
            : change > 0 == (rule.Desired == DesiredDirection.High) ? TrendDirection.Improving
            : TrendDirection.Worsening;
        return new(direction, change, expected, rule.TrendThreshold, null, null);

        Trend Without(NoComparisonReason reason, Period? period) =>
            new(TrendDirection.NoComparison, null, period, rule.TrendThreshold, reason, latest);
    }
}
