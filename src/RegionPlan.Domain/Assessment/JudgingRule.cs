using RegionPlan.Domain.Measures;

namespace RegionPlan.Domain.Assessment;

/// <summary>How the values of one measure are judged: direction, shown decimals, tolerance and trend threshold, all in the measure's unit.</summary>
public sealed record JudgingRule(DesiredDirection Desired, int Decimals, decimal? OwnTolerance = null, decimal? OwnTrendThreshold = null)
{
    /// <summary>The share of the target that is tolerated where the measure sets no tolerance of its own.</summary>
    public const decimal DefaultToleranceShare = 0.05m;

    public static JudgingRule Of(MeasureTerms terms) => new(terms.Desired, terms.Decimals, terms.Tolerance, terms.TrendThreshold);

    /// <summary>The smallest change that counts: the measure's own, or one unit of the last shown decimal.</summary>
    public decimal TrendThreshold => OwnTrendThreshold ?? Enumerable.Repeat(0.1m, Decimals).Aggregate(1m, (unit, tenth) => unit * tenth);

    /// <summary>The value as it is shown and so judged: rounded to the shown decimals, half away from zero.</summary>
    public decimal Shown(decimal value) => Math.Round(value, Decimals, MidpointRounding.AwayFromZero);

    /// <summary>How far from the target is partly achieved, and whether the measure itself says so.</summary>
    internal (decimal Tolerance, ToleranceOrigin Origin) ToleranceFor(decimal target) => Desired == DesiredDirection.Yes
        ? (0, ToleranceOrigin.NotUsed)
        : OwnTolerance is { } own
            ? (own, ToleranceOrigin.Measure)
            : (Math.Abs(target) * DefaultToleranceShare, target == 0 ? ToleranceOrigin.ZeroTarget : ToleranceOrigin.DefaultShare);
}

/// <summary>Where a tolerance comes from.</summary>
public enum ToleranceOrigin
{
    /// <summary>5 % of the target's size.</summary>
    DefaultShare,

    /// <summary>The measure's own, in its unit.</summary>
    Measure,

    /// <summary>The target is 0 and the measure has none of its own, so there is none.</summary>
    ZeroTarget,

    /// <summary>A yes/no measure has none.</summary>
    NotUsed,
}
