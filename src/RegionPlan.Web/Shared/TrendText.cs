using RegionPlan.Domain.Assessment;

namespace RegionPlan.Web.Shared;

/// <summary>How a series moves, in words.</summary>
public static class TrendText
{
    /// <summary>Whether it is for the better.</summary>
    public static string Word(TrendDirection direction) => direction switch
    {
        TrendDirection.Improving => "förbättras",
        TrendDirection.Unchanged => "oförändrat",
        TrendDirection.Worsening => "försämras",
        TrendDirection.NoComparison => "ingen jämförelse",
    };

    /// <summary>The change in units: +1,8. Null where there is none.</summary>
    public static string? Change(AssessedSeries series) => series.Trend.Change is { } change ? Sv.Change(change, series.MeasureTerms) : null;

    /// <summary>What it is compared with, or why it is not: mot 2023; (utfall saknas 2023).</summary>
    public static string? Versus(AssessedSeries series) => series.Trend switch
    {
        { Change: not null, ExpectedPeriod: { } period } => $"mot {Sv.ShortPeriod(period)}",
        { NoComparison: { } reason and not NoComparisonReason.NoOutcome, ExpectedPeriod: { } period } =>
            $"({Explanation.NoComparison(reason)} {(reason == NoComparisonReason.Gap ? Sv.ShortPeriod(period) : "")}".TrimEnd() + ")",
        _ => null,
    };

    /// <summary>All of it in one line: förbättras +1,8 mot 2023.</summary>
    public static string Line(AssessedSeries series) => string.Join(' ', new[] { Word(series.Trend.Direction), Change(series), Versus(series) }.OfType<string>());
}
