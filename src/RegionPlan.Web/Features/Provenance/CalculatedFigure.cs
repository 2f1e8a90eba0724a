using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Provenance;

/// <summary>An outcome of the region's that nobody has recorded: what it is calculated from, as it was known at an instant.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Period">The period.</param>
/// <param name="Value">The outcome.</param>
/// <param name="Rule">How it is calculated.</param>
/// <param name="Parts">What it is calculated from.</param>
/// <param name="Missing">What should have been part of it and is not; null where nothing is.</param>
internal sealed record CalculatedFigure(FigureMeasure Measure, Period Period, OutcomeValue Value, string Rule, IReadOnlyList<CalculatedPart> Parts, string? Missing)
{
    /// <summary>When it was known; null for now.</summary>
    internal DateTimeOffset? AsOf { get; init; }

    /// <summary>What it is now; null where it cannot be calculated any more.</summary>
    internal OutcomeValue? Now { get; init; }

    /// <summary>The decided reports that lead here.</summary>
    internal IReadOnlyList<DecidedIn> Reports { get; init; } = [];

    internal bool Holds => Now?.Amount == Value.Amount;

    internal bool IsExample => Parts.Any(p => p.IsExample);

    internal string Text => TextOf(Value);

    internal string TextNow => Now is { } known ? TextOf(known) : "inte längre beräknat så här";

    private string TextOf(OutcomeValue value) => Sv.Value(value.Amount, Measure.Terms);
}

/// <summary>One thing that an outcome is calculated from.</summary>
/// <param name="Name">The unit, the sum or the post.</param>
/// <param name="Text">Its value, with numerator and denominator where there are.</param>
/// <param name="Href">Where it is told what it comes from; null where there is nothing.</param>
/// <param name="IsExample">Whether it is invented for demonstration.</param>
public sealed record CalculatedPart(string Name, string Text, string? Href, bool IsExample);
