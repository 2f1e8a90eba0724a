using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Reporting;

/// <summary>What a row is asked for and held against, beyond what is recorded for its own period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Frequency">How often the series is measured.</param>
/// <param name="Target">The målvärde that the outcome is judged by; null where nothing is known of one.</param>
/// <param name="History">The series' outcomes by period, oldest first.</param>
/// <param name="BreakYears">The first year of each new method.</param>
/// <param name="AsksForAnalysis">Whether a målvärde that is not reached must be explained.</param>
/// <param name="IsForecast">Whether the helårsprognos is what is owed; the figure so far is then told where there is one.</param>
internal sealed record RowDemands(
    Period Period,
    Frequency Frequency,
    Target? Target,
    IReadOnlyList<PeriodOutcomes> History,
    IReadOnlyList<int> BreakYears,
    bool AsksForAnalysis,
    bool IsForecast)
{
    /// <summary>Why a reason is asked for whatever is changed; null where it follows from what is recorded.</summary>
    internal string? AskedReason { get; init; }

    /// <summary>How the row stands after a return, when only the named cells may differ; null where any may.</summary>
    internal RowStanding? Returned { get; init; }
}
