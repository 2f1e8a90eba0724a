using System.Text.Json.Serialization;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>Why an outcome has its status; kind tells which of three cases it is. All values are in the measure's unit.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Compared), "compared")]
[JsonDerivedType(typeof(WithoutTarget), "withoutTarget")]
[JsonDerivedType(typeof(WithoutOutcome), "withoutOutcome")]
public abstract record PublishedReason
{
    private PublishedReason()
    {
    }

    /// <summary>An outcome was compared with a target; values are as shown, at the measure's decimals.</summary>
    /// <param name="Period">The outcome's period.</param>
    /// <param name="Outcome">The outcome as shown and judged.</param>
    /// <param name="Target">The target as judged.</param>
    /// <param name="Desired">Which way is good.</param>
    /// <param name="Tolerance">How far from the target is partly achieved.</param>
    /// <param name="ToleranceOrigin">Where the tolerance comes from.</param>
    /// <param name="PartlyLimit">The worst value that is partly achieved.</param>
    /// <param name="Distance">Outcome minus target.</param>
    /// <param name="RelativeShortfall">How far the outcome is on the wrong side, as a share of the target's size; 0 where it is not.</param>
    public sealed record Compared(
        string Period,
        decimal Outcome,
        decimal Target,
        DesiredDirection Desired,
        decimal Tolerance,
        ToleranceOrigin ToleranceOrigin,
        decimal PartlyLimit,
        decimal Distance,
        decimal RelativeShortfall) : PublishedReason;

    /// <summary>There is no target.</summary>
    /// <param name="Reason">Why not.</param>
    /// <param name="Outcome">The outcome of the year, if any, which is not judged.</param>
    public sealed record WithoutTarget(NoTargetReason Reason, PublishedValue? Outcome) : PublishedReason;

    /// <summary>There is a target but no outcome in the year.</summary>
    /// <param name="Reason">Why not.</param>
    /// <param name="Target">The target.</param>
    /// <param name="LatestOlder">The latest earlier outcome, if any, which is not judged.</param>
    public sealed record WithoutOutcome(MissingReason Reason, decimal Target, PublishedValue? LatestOlder) : PublishedReason;

    internal static PublishedReason Of(OutcomeReason reason) => reason switch
    {
        OutcomeReason.Compared c => new Compared(
            c.Period.ToString(), c.Outcome, c.Target, c.Desired, c.Tolerance, c.ToleranceOrigin, c.PartlyLimit, c.Distance, c.RelativeShortfall),
        OutcomeReason.WithoutTarget without => new WithoutTarget(without.Reason, PublishedValue.Of(without.Outcome)),
        OutcomeReason.WithoutOutcome without => new WithoutOutcome(without.Reason, without.Target, PublishedValue.Of(without.LatestOlder)),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}

/// <summary>A value with the period it is about.</summary>
/// <param name="Period">2024, 2024-T2 or 2024-08.</param>
/// <param name="Value">In the measure's unit.</param>
/// <param name="IsExample">Invented for demonstration; never the region's own figure.</param>
public sealed record PublishedValue(string Period, decimal Value, bool IsExample)
{
    internal static PublishedValue? Of(PeriodValue? value) => value is null ? null : new(value.Period.ToString(), value.Amount, value.IsExample);
}
