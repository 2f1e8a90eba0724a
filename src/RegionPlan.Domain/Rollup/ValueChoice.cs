using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Rollup;

/// <summary>Which of two figures that differ a unit stands by.</summary>
public enum FigureOrigin
{
    /// <summary>What the unit has recorded itself.</summary>
    Own,

    /// <summary>What the units below come to.</summary>
    Derived,
}

/// <summary>
/// Somebody's choice between a unit's own figure and the derived one where they differ; the reason is <see cref="Recording.Why"/>. It
/// holds as long as both figures are the ones that were chosen between.
/// </summary>
public sealed class ValueChoice : Fact
{
    private ValueChoice()
    {
    }

    /// <param name="key">What the figures are the outcome of.</param>
    /// <param name="earlier">Every choice made about the same before.</param>
    /// <param name="chosen">Which figure is stood by.</param>
    /// <param name="own">The unit's own figure.</param>
    /// <param name="derived">The derived figure.</param>
    /// <param name="recorded">Who chose, when and, which is needed, why.</param>
    /// <exception cref="RuleViolation">The reason is missing.</exception>
    public ValueChoice(
        OutcomeKey key, IEnumerable<ValueChoice> earlier, FigureOrigin chosen, OutcomeEntry own, DerivedFigure derived, Recording recorded)
        : base(earlier.NextVersion(), recorded)
    {
        if (recorded.Why is null)
        {
            throw new RuleViolation("Skriv varför det ena värdet gäller framför det andra.");
        }

        SeriesId = key.SeriesId;
        UnitId = key.UnitId;
        Period = key.Period;
        Sex = key.Sex;
        Chosen = chosen;
        OwnVersion = own.Version;
        DerivedAmount = derived.Value.Amount;
        DerivedDenominator = derived.Value.Denominator;
    }

    public Guid SeriesId { get; private init; }

    public Guid UnitId { get; private init; }

    public Period Period { get; private init; }

    public Sex Sex { get; private init; }

    public FigureOrigin Chosen { get; private init; }

    /// <summary>The version of the unit's own figure that was chosen between.</summary>
    public int OwnVersion { get; private init; }

    /// <summary>The derived figure that was chosen between, in the measure's unit.</summary>
    public decimal DerivedAmount { get; private init; }

    /// <summary>Its denominator, where it has one.</summary>
    public decimal? DerivedDenominator { get; private init; }

    public OutcomeKey Key => new(SeriesId, UnitId, Period, Sex);

    /// <summary>Whether the choice was between these two figures.</summary>
    public bool IsBetween(OutcomeEntry own, DerivedFigure derived) =>
        OwnVersion == own.Version && DerivedAmount == derived.Value.Amount && DerivedDenominator == derived.Value.Denominator;
}
