using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>What is decided as målvärde: exactly one of value, words and noTarget is not null.</summary>
/// <param name="Year">The year of a short-term target, or by which a long-term one is to be reached; null where the plan gives none.</param>
/// <param name="Value">The value in the measure's unit.</param>
/// <param name="Words">A long-term target in words, such as Netto noll, that no outcome is compared with.</param>
/// <param name="NoTarget">Why there is no target.</param>
/// <param name="Text">The target in Swedish, as the pages show it.</param>
/// <param name="Note">The plan's footnote to it.</param>
/// <param name="IsExample">Invented for demonstration; never the region's own target.</param>
/// <param name="HoldsFrom">The business date the decision holds from.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="Version">1 for the first decision on the year or step, then one more for each change.</param>
public sealed record PublishedTarget(
    int? Year,
    decimal? Value,
    string? Words,
    NoTargetReason? NoTarget,
    string Text,
    string? Note,
    bool IsExample,
    DateOnly HoldsFrom,
    DateTime RecordedAt,
    int Version)
{
    internal static PublishedTarget Of(TargetDecision decision, MeasureTerms terms) => new(
        decision.Year,
        decision.Amount,
        (decision.Target as Target.Words)?.Text,
        (decision.Target as Target.None)?.Reason,
        Sv.Target(decision.Target, terms),
        decision.Note,
        decision.IsExample,
        decision.HoldsFrom,
        decision.Recorded.At.UtcDateTime,
        decision.Version);
}

/// <summary>One step of a long-term target.</summary>
/// <param name="Step">From 1, in the plan's order.</param>
/// <param name="Target">What is decided.</param>
/// <param name="Progress">How far it is; null for a target in words, a yes/no measure, or where there is no outcome.</param>
public sealed record PublishedLongTermStep(int Step, PublishedTarget Target, PublishedProgress? Progress)
{
    internal static PublishedLongTermStep Of(LongTermStep step, MeasureTerms terms) => new(
        step.Decision.Slot, PublishedTarget.Of(step.Decision, terms), step.Progress is { } progress ? PublishedProgress.Of(progress) : null);
}

/// <summary>How far it is to a step of a long-term target. All values are in the measure's unit.</summary>
/// <param name="Answer">Whether the pace since the plan's start reaches the target in time.</param>
/// <param name="Current">The latest outcome up to the year, as shown.</param>
/// <param name="DistanceLeft">How much is left in the desired direction; 0 when reached.</param>
/// <param name="Baseline">The outcome the pace is counted from; null where no pace can be told.</param>
/// <param name="PacePerYear">The mean change per year since the baseline; null where it cannot be told.</param>
/// <param name="ProjectedAtTargetYear">The latest outcome carried on at that pace to the target's year; null without pace or year.</param>
public sealed record PublishedProgress(
    PaceAnswer Answer, PublishedValue Current, decimal DistanceLeft, PublishedValue? Baseline, decimal? PacePerYear, decimal? ProjectedAtTargetYear)
{
    internal static PublishedProgress Of(Progress progress) => new(
        progress.Answer,
        PublishedValue.Of(progress.Current)!,
        progress.DistanceLeft,
        PublishedValue.Of(progress.Baseline),
        progress.PacePerYear,
        progress.ProjectedAtTargetYear);
}
