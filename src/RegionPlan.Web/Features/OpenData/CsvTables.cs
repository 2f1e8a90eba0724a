namespace RegionPlan.Web.Features.OpenData;

/// <summary>The columns of each list as CSV. The names are part of what is published: add at the end, never rename.</summary>
internal static class CsvTables
{
    internal static CsvTable Plans(IEnumerable<PublishedPlan> plans) => CsvTable.Of(
        plans,
        [
            ("id", p => p.Id),
            ("name", p => p.Name),
            ("decidedBy", p => p.DecidedBy),
            ("firstYear", p => p.FirstYear),
            ("lastYear", p => p.LastYear),
            ("hasMeasures", p => p.HasMeasures),
            ("thresholdAchieved", p => p.Thresholds.Achieved),
            ("thresholdPartlyAchieved", p => p.Thresholds.PartlyAchieved),
            ("thresholdCoverage", p => p.Thresholds.Coverage),
            ("href", p => p.Href),
        ]);

    internal static CsvTable Goals(IEnumerable<PublishedGoal> goals) => CsvTable.Of(
        goals,
        [
            ("plan", g => g.Plan),
            ("year", g => g.Year),
            ("validOn", g => g.ValidOn),
            ("asOf", g => g.AsOf),
            ("order", g => g.Order),
            ("name", g => g.Name),
            ("text", g => g.Text),
            ("perspective", g => g.Perspective),
            ("status", g => g.Status),
            ("statusText", g => g.StatusText),
            ("reasonText", g => g.ReasonText),
            ("achieved", g => g.Counts.Achieved),
            ("partlyAchieved", g => g.Counts.PartlyAchieved),
            ("notAchieved", g => g.Counts.NotAchieved),
            ("outcomeMissing", g => g.Counts.OutcomeMissing),
            ("noTarget", g => g.Counts.NoTarget),
            ("withOutcome", g => g.Coverage.WithOutcome),
            ("targeted", g => g.Coverage.Targeted),
            ("mean", g => g.Mean),
            ("meanWithMissingAsZero", g => g.MeanWithMissingAsZero),
            ("cappedByMissing", g => g.CappedByMissing),
            ("thresholdAchieved", g => g.Thresholds.Achieved),
            ("thresholdPartlyAchieved", g => g.Thresholds.PartlyAchieved),
            ("thresholdCoverage", g => g.Thresholds.Coverage),
            ("href", g => g.Href),
        ]);

    /// <summary>One row per series.</summary>
    internal static CsvTable Measures(IEnumerable<PublishedMeasure> measures) => CsvTable.Of(
        measures.SelectMany(m => m.Series.Select(s => (Measure: m, Series: s))),
        [
            ("plan", r => r.Measure.Plan),
            ("year", r => r.Measure.Year),
            ("validOn", r => r.Measure.ValidOn),
            ("asOf", r => r.Measure.AsOf),
            ("code", r => r.Measure.Code),
            ("name", r => r.Measure.Name),
            ("series", r => r.Series.Key),
            ("seriesName", r => r.Series.Name),
            ("goal", r => r.Measure.Goal.Order),
            ("goalName", r => r.Measure.Goal.Name),
            ("direction", r => r.Measure.Direction),
            ("unit", r => r.Measure.Unit),
            ("decimals", r => r.Measure.Decimals),
            ("desired", r => r.Measure.Desired),
            ("frequency", r => r.Series.Frequency),
            ("responsibleUnit", r => r.Measure.ResponsibleUnit),
            ("status", r => r.Series.Status),
            ("statusText", r => r.Series.StatusText),
            ("reasonKind", r => r.Series.Reason switch
            {
                PublishedReason.Compared => "compared",
                PublishedReason.WithoutTarget => "withoutTarget",
                PublishedReason.WithoutOutcome => "withoutOutcome",
                _ => throw new ArgumentOutOfRangeException(nameof(measures), r.Series.Reason, null),
            }),
            ("reasonText", r => r.Series.ReasonText),
            ("target", r => r.Series.ShortTerm?.Value),
            ("noTarget", r => (r.Series.Reason as PublishedReason.WithoutTarget)?.Reason),
            ("targetIsExample", r => r.Series.ShortTerm?.IsExample),
            ("outcomePeriod", r => r.Series.Outcome?.Period),
            ("outcome", r => r.Series.Outcome?.Value),
            ("outcomeWomen", r => r.Series.Outcome?.Women),
            ("outcomeMen", r => r.Series.Outcome?.Men),
            ("outcomeIsExample", r => r.Series.Outcome?.IsExample),
            ("outcomeMissing", r => (r.Series.Reason as PublishedReason.WithoutOutcome)?.Reason),
            ("latestOlderPeriod", r => (r.Series.Reason as PublishedReason.WithoutOutcome)?.LatestOlder?.Period),
            ("latestOlder", r => (r.Series.Reason as PublishedReason.WithoutOutcome)?.LatestOlder?.Value),
            ("tolerance", r => (r.Series.Reason as PublishedReason.Compared)?.Tolerance),
            ("partlyLimit", r => (r.Series.Reason as PublishedReason.Compared)?.PartlyLimit),
            ("distance", r => (r.Series.Reason as PublishedReason.Compared)?.Distance),
            ("trend", r => r.Series.Trend.Direction),
            ("trendChange", r => r.Series.Trend.Change),
            ("trendExpectedPeriod", r => r.Series.Trend.ExpectedPeriod),
            ("trendNoComparison", r => r.Series.Trend.NoComparison),
            ("longTerm", r => string.Join(" | ", r.Series.LongTerm.Select(s => s.Target.Text + (s.Target.Year is { } year ? $" ({year})" : "")))),
            ("href", r => r.Measure.Href),
        ]);

    internal static CsvTable Outcomes(IEnumerable<PublishedOutcome> outcomes) => CsvTable.Of(
        outcomes,
        [
            ("plan", o => o.Plan),
            ("code", o => o.Code),
            ("series", o => o.Series),
            ("seriesName", o => o.SeriesName),
            ("period", o => o.Period),
            ("sex", o => o.Sex),
            ("value", o => o.Value),
            ("unit", o => o.Unit),
            ("numerator", o => o.Numerator),
            ("denominator", o => o.Denominator),
            ("source", o => o.Source),
            ("sourceReference", o => o.SourceReference),
            ("comment", o => o.Comment),
            ("isExample", o => o.IsExample),
            ("recordedAt", o => o.RecordedAt),
            ("reportedBy", o => o.ReportedBy),
            ("version", o => o.Version),
        ]);
}
