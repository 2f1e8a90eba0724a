using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;
using RegionPlan.Domain.Rollup;

namespace RegionPlan.Domain.Assessment;

/// <summary>A measure in one year: the definition that holds and each series with its status.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Definition">The definition that holds.</param>
/// <param name="ResponsibleUnit">The responsible unit's name on the viewpoint's date; null where it is not known.</param>
/// <param name="Series">The series in the plan's order.</param>
public sealed record AssessedMeasure(
    Measure Measure, MeasureDefinition Definition, string? ResponsibleUnit, IReadOnlyList<AssessedSeries> Series)
{
    public MeasureTerms Terms => Definition.Terms;

    internal static AssessedMeasure? Of(
        Measure measure,
        Plan plan,
        Viewpoint at,
        OrganizationTree tree,
        SeriesLineage lineage,
        ILookup<Guid, OutcomeEntry> outcomes,
        ILookup<Guid, ComparisonValue> comparisons,
        ILookup<Guid, PartialOutcome> partial)
    {
        if (measure.Definitions.Current(at.ValidOn, at.AsOf) is not { } definition)
        {
            return null;
        }

        var series = measure.Series
            .OrderBy(s => s.Order)
            .Select(s => AssessedSeries.Of(
                measure,
                definition.Terms,
                s,
                plan,
                at,
                lineage,
                lineage.SpansOf(s.Id).SelectMany(span => outcomes[span.SeriesId].Where(o => !(o.Period.Year >= span.Before))),
                lineage.SpansOf(s.Id).SelectMany(span => comparisons[span.SeriesId].Where(c => !(c.Period.Year >= span.Before))),
                partial[lineage.RecordedOn(s.Id)].MaxBy(p => p.Period.Recency)))
            .OfType<AssessedSeries>();
        return new(measure, definition, tree.NameOf(definition.Terms.ResponsibleUnitId), [.. series]);
    }
}

/// <summary>The recorded outcomes of one period: total, and women and men where split.</summary>
/// <param name="Period">The period.</param>
/// <param name="Total">The current total.</param>
/// <param name="Women">The current figure of women.</param>
/// <param name="Men">The current figure of men.</param>
/// <param name="Corrected">The total that the current one corrects: the latest before it with another value; null where nothing was corrected.</param>
public sealed record PeriodOutcomes(Period Period, OutcomeEntry? Total, OutcomeEntry? Women, OutcomeEntry? Men, OutcomeEntry? Corrected = null)
{
    /// <summary>Whether any of the figures is invented.</summary>
    public bool IsExample => Total is { IsExample: true } || Women is { IsExample: true } || Men is { IsExample: true };

    /// <summary>The current outcomes of one unit and series by period, oldest first, as recorded by an instant; values taken back are left out.</summary>
    public static IReadOnlyList<PeriodOutcomes> History(IEnumerable<OutcomeEntry> outcomes, DateTimeOffset? asOf = null) => [.. outcomes
        .GroupBy(o => o.Period)
        .Select(period =>
        {
            OutcomeEntry? Of(Sex sex) => period.Where(o => o.Sex == sex).Latest(asOf) is { Amount: not null } entry ? entry : null;
            var total = Of(Sex.Total);
            return new PeriodOutcomes(period.Key, total, Of(Sex.Women), Of(Sex.Men), CorrectedBy(total, period.Where(o => o.Sex == Sex.Total)));
        })
        .Where(p => (p.Total ?? p.Women ?? p.Men) is not null)
        .OrderBy(p => p.Period.Recency)];

    /// <summary>An invented figure that a real one takes the place of is no correction.</summary>
    private static OutcomeEntry? CorrectedBy(OutcomeEntry? now, IEnumerable<OutcomeEntry> all) => now is null ? null : all
        .Where(o => o.Version < now.Version && o.Amount is not null && o.Amount != now.Amount && o.IsExample == now.IsExample)
        .MaxBy(o => o.Version);
}

/// <summary>One step of a long-term target with the way left to it; no progress without an outcome or a value to compare with.</summary>
public sealed record LongTermStep(TargetDecision Decision, Progress? Progress);

/// <summary>A series in one year: its targets, its history, and the answers to how it stands, how it moves and how far is left.</summary>
/// <param name="Measure">The measure it belongs to.</param>
/// <param name="MeasureTerms">The measure's terms that hold.</param>
/// <param name="Series">The series.</param>
/// <param name="Terms">The series' own terms that hold.</param>
/// <param name="ShortTerm">The decision on the year's short-term target; null where nothing is known of one.</param>
/// <param name="ShortTerms">The current short-term decisions of all years, by year.</param>
/// <param name="LongTerm">The steps of the long-term target.</param>
/// <param name="History">The outcomes by period, oldest first, later years than the one judged included.</param>
/// <param name="Outcome">The latest outcome whose period lies in the year; null where there is none.</param>
/// <param name="Assessment">Utfallsstatus with its reason.</param>
/// <param name="Trend">The change against the expected earlier period.</param>
/// <param name="Comparisons">Others' published values, by area and period.</param>
/// <param name="Breaks">Changes of method.</param>
/// <param name="Source">Where the figures are published; null where they are only recorded here.</param>
/// <param name="Partial">The year's sum of some units' figures while others' are missing; null where there is none.</param>
public sealed record AssessedSeries(
    Measure Measure,
    MeasureTerms MeasureTerms,
    MeasureSeries Series,
    SeriesTerms Terms,
    TargetDecision? ShortTerm,
    IReadOnlyList<TargetDecision> ShortTerms,
    IReadOnlyList<LongTermStep> LongTerm,
    IReadOnlyList<PeriodOutcomes> History,
    PeriodOutcomes? Outcome,
    OutcomeAssessment Assessment,
    Trend Trend,
    IReadOnlyList<ComparisonValue> Comparisons,
    IReadOnlyList<SeriesBreak> Breaks,
    SeriesSource? Source,
    PartialOutcome? Partial = null)
{
    /// <summary>How often it is measured: its own frequency, or the measure's.</summary>
    public Frequency Frequency => Terms.Frequency ?? MeasureTerms.Frequency;

    /// <summary>The measure's name, with the delmått's where it has one.</summary>
    public string FullName => Terms.Name is { } name ? $"{MeasureTerms.Name}: {name}" : MeasureTerms.Name;

    internal static AssessedSeries? Of(
        Measure measure,
        MeasureTerms measureTerms,
        MeasureSeries series,
        Plan plan,
        Viewpoint at,
        SeriesLineage lineage,
        IEnumerable<OutcomeEntry> outcomes,
        IEnumerable<ComparisonValue> comparisons,
        PartialOutcome? partial)
    {
        if (series.Definitions.Current(at.ValidOn, at.AsOf)?.Terms is not { } terms)
        {
            return null;
        }

        var rule = JudgingRule.Of(measureTerms);
        var history = PeriodOutcomes.History(outcomes.Where(o => !(o.Period.End > at.Through)), at.AsOf);
        var values = history.Where(h => h.Total is not null).Select(h => new PeriodValue(h.Period, h.Total!.Amount!.Value, h.Total.IsExample)).ToList();
        var latestInYear = history.LastOrDefault(h => h.Period.Year == at.Year && h.Total is not null);
        var current = values.FirstOrDefault(v => v.Period == latestInYear?.Period);
        var older = values.Where(v => v.Period.Year < at.Year).ToList();
        var breaks = lineage.BreaksOf(series).Where(b => at.AsOf is null || b.Recorded.At <= at.AsOf).OrderBy(b => b.Year).ToList();
        int[] breakYears = [.. breaks.Select(b => b.Year)];
        var shortTerms = CurrentTargets(series, TargetTerm.ShortTerm, at);
        var shortTerm = shortTerms.FirstOrDefault(t => t.Slot == at.Year);
        var upToYear = values.Where(v => v.Period.Year <= at.Year).ToList();
        var longTerm = CurrentTargets(series, TargetTerm.LongTerm, at).Select(t => new LongTermStep(
            t, t.Amount is { } amount ? Progress.Of(rule, amount, t.Year, upToYear, plan.FirstYear, breakYears) : null));
        return new(
            measure,
            measureTerms,
            series,
            terms,
            shortTerm,
            shortTerms,
            [.. longTerm],
            history,
            latestInYear,
            OutcomeAssessment.Of(rule, shortTerm?.Target, current, older.MaxBy(o => o.Period.Recency), partial is null ? WhyMissing(terms, at) : MissingReason.UnitsMissing),
            Trend.Of(rule, terms.Frequency ?? measureTerms.Frequency, current, older, breakYears),
            [.. comparisons
                .GroupBy(c => (c.AreaCode, c.Period))
                .Select(g => g.Latest(at.AsOf))
                .OfType<ComparisonValue>()
                .OrderBy(c => c.AreaCode).ThenBy(c => c.Period.Recency)],
            breaks,
            lineage.KeptWith(series).Select(s => s.Sources.Latest(at.AsOf)).FirstOrDefault(s => s is not null),
            partial);
    }

    private static List<TargetDecision> CurrentTargets(MeasureSeries series, TargetTerm term, Viewpoint at) => [.. series.Targets
        .Where(t => t.Term == term)
        .GroupBy(t => t.Slot)
        .Select(g => g.Current(at.ValidOn, at.AsOf))
        .OfType<TargetDecision>()
        .OrderBy(t => t.Slot)];

    private static MissingReason WhyMissing(SeriesTerms terms, Viewpoint at) =>
        terms.MeasuredThrough < at.Year ? MissingReason.MeasuringEnded
        : at.Year >= at.Today.Year ? MissingReason.NotDueYet
        : MissingReason.NotReported;
}
