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
            ("computedStatus", g => g.ComputedStatus),
            ("overrideReason", g => g.OverrideReason),
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

    internal static CsvTable Units(IEnumerable<PublishedUnit> units) => CsvTable.Of(
        units,
        [
            ("validOn", u => u.ValidOn),
            ("asOf", u => u.AsOf),
            ("key", u => u.Key),
            ("name", u => u.Name),
            ("kind", u => u.Kind),
            ("parent", u => u.Parent),
            ("aboutStaff", u => u.AboutStaff),
            ("holdsFrom", u => u.HoldsFrom),
        ]);

    /// <summary>One row per unit that a change touches.</summary>
    internal static CsvTable Changes(IEnumerable<PublishedChange> changes) => CsvTable.Of(
        changes.SelectMany(c => c.Units.Select(u => (Change: c, Unit: u))),
        [
            ("asOf", r => r.Change.AsOf),
            ("number", r => r.Change.Number),
            ("kind", r => r.Change.Kind),
            ("recordedAt", r => r.Change.RecordedAt),
            ("unit", r => r.Unit.Unit),
            ("holdsFrom", r => r.Unit.HoldsFrom),
            ("nameBefore", r => r.Unit.Before?.Name),
            ("parentBefore", r => r.Unit.Before?.Parent),
            ("isClosedBefore", r => r.Unit.Before?.IsClosed),
            ("name", r => r.Unit.After.Name),
            ("parent", r => r.Unit.After.Parent),
            ("isClosed", r => r.Unit.After.IsClosed),
            ("successors", r => string.Join(" | ", r.Change.Successions.Where(s => s.Predecessor == r.Unit.Unit).Select(s => s.Successor))),
        ]);

    /// <summary>One row per goal.</summary>
    internal static CsvTable Scorecards(IEnumerable<PublishedScorecard> scorecards) => CsvTable.Of(
        scorecards.SelectMany(s => s.Goals.Select(g => (Scorecard: s, Goal: g))),
        [
            ("unit", r => r.Scorecard.Unit),
            ("unitName", r => r.Scorecard.UnitName),
            ("unitKind", r => r.Scorecard.UnitKind),
            ("year", r => r.Scorecard.Year),
            ("asOf", r => r.Scorecard.AsOf),
            ("version", r => r.Scorecard.Version),
            ("decidedBy", r => r.Scorecard.Decision.By),
            ("decidedOn", r => r.Scorecard.Decision.On),
            ("paragraph", r => r.Scorecard.Decision.Paragraph),
            ("recordedAt", r => r.Scorecard.RecordedAt),
            ("isExample", r => r.Scorecard.IsExample),
            ("goal", r => r.Goal.Id.ToString()),
            ("perspective", r => r.Goal.Perspective),
            ("name", r => r.Goal.Name),
            ("text", r => r.Goal.Text),
            ("tie", r => r.Goal.Tie.Kind),
            ("planGoal", r => r.Goal.Tie.PlanGoal),
            ("scorecardGoal", r => r.Goal.Tie.ScorecardGoal?.ToString()),
            ("tieUnit", r => r.Goal.Tie.Unit),
            ("measures", r => string.Join(
                " | ", r.Goal.Measures.Select(m => $"{m.Code} {m.Name}" + (m.TargetText is { } target ? $" ({target})" : "")))),
            ("activities", r => r.Goal.Activities.Count),
            ("href", r => r.Scorecard.Href),
        ]);

    internal static CsvTable Activities(IEnumerable<PublishedActivity> activities) => CsvTable.Of(
        activities,
        [
            ("year", a => a.Year),
            ("asOf", a => a.AsOf),
            ("id", a => a.Id.ToString()),
            ("name", a => a.Name),
            ("unit", a => a.Unit),
            ("unitName", a => a.UnitName),
            ("goal", a => a.Goal.ToString()),
            ("goalName", a => a.GoalName),
            ("chain", a => string.Join(" | ", a.Chain.Select(s => $"{s.Unit}: {s.Name}"))),
            ("planGoal", a => a.PlanGoal),
            ("owner", a => a.Owner),
            ("start", a => a.Start),
            ("due", a => a.Due),
            ("state", a => a.State),
            ("shownState", a => a.ShownState),
            ("stateText", a => a.StateText),
            ("isOverdue", a => a.IsOverdue),
            ("note", a => a.Note),
            ("toldAt", a => a.ToldAt),
            ("isExample", a => a.IsExample),
            ("href", a => a.Href),
        ]);
}
