using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>One line of figures in one year. All values are in the measure's unit.</summary>
/// <param name="Key">Stable within the measure, such as pv; total for the only series of a measure.</param>
/// <param name="Name">The delmått's name; null where the measure has no delmått.</param>
/// <param name="Abbreviation">A short name, where there is one.</param>
/// <param name="Frequency">How often the series is measured.</param>
/// <param name="MeasuredThrough">The last year that is measured; null while measuring goes on.</param>
/// <param name="ShortTerm">What is decided as the year's short-term target; null where nothing is known of one.</param>
/// <param name="ShortTerms">The decisions on short-term targets of every year.</param>
/// <param name="LongTerm">The steps of the long-term target, in the plan's order.</param>
/// <param name="Outcome">The latest outcome whose period lies in the year; null where there is none.</param>
/// <param name="Status">The outcome's status against the year's short-term target.</param>
/// <param name="StatusText">The status in Swedish, as the pages say it.</param>
/// <param name="Reason">Why the status is what it is, as data.</param>
/// <param name="ReasonText">The rule in Swedish, as the pages say it.</param>
/// <param name="Trend">The change against the earlier period that the frequency asks for.</param>
/// <param name="Breaks">Changes of method.</param>
/// <param name="Source">Where the figures are published; null where they are only recorded by the region.</param>
public sealed record PublishedSeries(
    string Key,
    string? Name,
    string? Abbreviation,
    Frequency Frequency,
    int? MeasuredThrough,
    PublishedTarget? ShortTerm,
    IReadOnlyList<PublishedTarget> ShortTerms,
    IReadOnlyList<PublishedLongTermStep> LongTerm,
    PublishedLatestOutcome? Outcome,
    OutcomeStatus Status,
    string StatusText,
    PublishedReason Reason,
    string ReasonText,
    PublishedTrend Trend,
    IReadOnlyList<PublishedBreak> Breaks,
    PublishedSource? Source)
{
    internal static PublishedSeries Of(AssessedSeries series, int year) => new(
        series.Series.Key,
        series.Terms.Name,
        series.Terms.Abbreviation,
        series.Frequency,
        series.Terms.MeasuredThrough,
        series.ShortTerm is { } shortTerm ? PublishedTarget.Of(shortTerm, series.MeasureTerms) : null,
        [.. series.ShortTerms.Select(t => PublishedTarget.Of(t, series.MeasureTerms))],
        [.. series.LongTerm.Select(s => PublishedLongTermStep.Of(s, series.MeasureTerms))],
        series.Outcome is { } outcome ? PublishedLatestOutcome.Of(outcome) : null,
        series.Assessment.Status,
        StatusMark.Of(series.Assessment.Status).Word,
        PublishedReason.Of(series.Assessment.Reason),
        Explanation.Of(series, year).Rule,
        PublishedTrend.Of(series.Trend),
        [.. series.Breaks.Select(b => new PublishedBreak(b.Year, b.Text))],
        series.Source is { } source
            ? new(source.System, source.Reference, source.Title, source.Definition, source.Difference, source.LastYear)
            : null);
}

/// <summary>The latest outcome of a year, as it was recorded; the shown and judged figure stands in the reason.</summary>
/// <param name="Period">2024, 2024-T2 or 2024-08.</param>
/// <param name="Value">In the measure's unit.</param>
/// <param name="Women">Women's value in the same unit, where split.</param>
/// <param name="Men">Men's value in the same unit, where split.</param>
/// <param name="IsExample">Invented for demonstration; never the region's own figure.</param>
/// <param name="Source">Where the figure comes from.</param>
/// <param name="SourceReference">The source's own key for it.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
public sealed record PublishedLatestOutcome(
    string Period, decimal? Value, decimal? Women, decimal? Men, bool IsExample, string? Source, string? SourceReference, DateTime? RecordedAt)
{
    internal static PublishedLatestOutcome Of(PeriodOutcomes outcome) => new(
        outcome.Period.ToString(),
        outcome.Total?.Amount,
        outcome.Women?.Amount,
        outcome.Men?.Amount,
        outcome.IsExample,
        outcome.Total?.Source,
        outcome.Total?.SourceReference,
        outcome.Total?.Recorded.At.UtcDateTime);
}

/// <summary>The change against the previous expected period.</summary>
/// <param name="Direction">The answer, judged by which way is good.</param>
/// <param name="Change">Current minus earlier, in the measure's unit at its shown decimals; null without comparison.</param>
/// <param name="ExpectedPeriod">The earlier period that the frequency asks for; null where the year has no outcome.</param>
/// <param name="Threshold">The smallest change that counts, in the measure's unit.</param>
/// <param name="NoComparison">Why there is no comparison; null where there is one.</param>
/// <param name="LatestKnown">Without comparison: the latest earlier outcome there is.</param>
public sealed record PublishedTrend(
    TrendDirection Direction,
    decimal? Change,
    string? ExpectedPeriod,
    decimal Threshold,
    NoComparisonReason? NoComparison,
    PublishedValue? LatestKnown)
{
    internal static PublishedTrend Of(Trend trend) => new(
        trend.Direction, trend.Change, trend.ExpectedPeriod?.ToString(), trend.Threshold, trend.NoComparison, PublishedValue.Of(trend.LatestKnown));
}

/// <summary>A change of method: values from the year on cannot be compared with those before.</summary>
/// <param name="Year">The first year measured the new way.</param>
/// <param name="Text">What changed.</param>
public sealed record PublishedBreak(int Year, string Text);

/// <summary>Where figures are published.</summary>
/// <param name="System">The publishing system, such as Kolada.</param>
/// <param name="Reference">The system's key for the series.</param>
/// <param name="Title">The source's own title.</param>
/// <param name="Definition">The source's own definition, shortened.</param>
/// <param name="Difference">How the source's definition differs from the plan's words; null where it is the same.</param>
/// <param name="LastYear">The last year the source publishes; null while it goes on.</param>
public sealed record PublishedSource(string System, string Reference, string Title, string? Definition, string? Difference, int? LastYear);
