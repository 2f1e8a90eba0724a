using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Rollup;

/// <summary>What one unit shows for a series, period and sex, and how it comes about.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Own">What the unit has recorded itself; null where it has not.</param>
/// <param name="Derived">What the units below come to; null where nothing below can be summed.</param>
/// <param name="Choice">The choice between the two that holds; null where none was made or the figures have changed since.</param>
/// <param name="Differs">Whether the two say different things, so that somebody must choose.</param>
/// <param name="Missing">The units below that should have reported and have not, or whose figure cannot be summed.</param>
public sealed record UnitFigure(
    Guid UnitId, OutcomeEntry? Own, DerivedFigure? Derived, ValueChoice? Choice, bool Differs, IReadOnlyList<MissingFigure> Missing)
{
    /// <summary>Which figure is shown: the chosen; else a real before an invented, and the unit's own before the derived. Null where there is none.</summary>
    public FigureOrigin? Origin =>
        (Own, Derived) is (null, null) ? null
        : Own is null ? FigureOrigin.Derived
        : Derived is null ? FigureOrigin.Own
        : Choice?.Chosen ?? (Own.IsExample && !Derived.IsExample ? FigureOrigin.Derived : FigureOrigin.Own);

    /// <summary>The figure that is shown, in the measure's unit.</summary>
    public OutcomeValue? Value => Origin is not { } origin ? null : origin switch
    {
        FigureOrigin.Own => Own!.Value,
        FigureOrigin.Derived => Derived!.Value,
    };

    /// <summary>Whether the figure that is shown is invented.</summary>
    public bool IsExample => Origin is { } origin && origin switch
    {
        FigureOrigin.Own => Own!.IsExample,
        FigureOrigin.Derived => Derived!.IsExample,
    };
}

/// <summary>A figure that is summed from units below.</summary>
/// <param name="Value">The sum: of numerators over that of denominators for a ratio, of the values for a count.</param>
/// <param name="Sources">The recorded figures it is summed from.</param>
/// <param name="CoveredShare">
/// The share, 0 to 1, of the denominator that the sum covers, when what is missing is taken to be as large as it was last; null where that is not known.
/// </param>
public sealed record DerivedFigure(OutcomeValue Value, IReadOnlyList<OutcomeEntry> Sources, decimal? CoveredShare)
{
    private const string Calculated = "Beräknat";

    /// <summary>Whether any of the sources is invented.</summary>
    public bool IsExample => Sources.Any(s => s.IsExample);

    /// <summary>The sum of figures that can be summed: of numerators over that of denominators for a ratio, of the values for a count.</summary>
    internal static OutcomeValue Total(IReadOnlyList<OutcomeEntry> sources, MeasureTerms terms) => terms.Summed switch
    {
        Aggregation.Ratio => OutcomeValue.OfSums(sources.Sum(s => s.Numerator!.Value), sources.Sum(s => s.Denominator!.Value), terms.RatioScale),
        Aggregation.Sum or Aggregation.None => OutcomeValue.Stored(sources.Sum(s => s.Amount!.Value), null, null),
    };

    /// <summary>Whether an entry is no recorded figure but a sum of others.</summary>
    public static bool IsCalculated(OutcomeEntry entry) => entry.Recorded is { By: Calculated, UserId: null };

    /// <summary>A derived figure where an outcome is looked for: recorded by nobody.</summary>
    /// <param name="key">What it is the outcome of.</param>
    /// <param name="value">The sum.</param>
    /// <param name="sources">The recorded figures it is summed from.</param>
    /// <param name="knownAt">When the last of what decides it was recorded; null for when the last source was.</param>
    internal static OutcomeEntry Entry(OutcomeKey key, OutcomeValue value, IReadOnlyList<OutcomeEntry> sources, DateTimeOffset? knownAt = null)
    {
        var origin = new OutcomeOrigin($"{Calculated} ur {sources.Count} {(sources.Count == 1 ? "enhets" : "enheters")} värden", null, sources.Any(s => s.IsExample));
        return new(key, 1, value, key.UnitId, origin, null, new(knownAt ?? sources.Max(s => s.Recorded.At), Calculated));
    }
}

/// <summary>A unit whose figure is not in a sum.</summary>
public sealed record MissingFigure(Guid UnitId, MissingFigureReason Reason);

/// <summary>Why a unit's figure is not in a sum.</summary>
public enum MissingFigureReason
{
    /// <summary>It should have reported and has not.</summary>
    NotReported,

    /// <summary>It has reported a percentage alone, without the numerator and denominator that could be summed.</summary>
    OnlyValue,
}
