using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Rollup;

namespace RegionPlan.Web.Data;

/// <summary>The figures of all units for some series in a year, period by period.</summary>
public sealed class UnitFigureReading
{
    private readonly Dictionary<(Guid SeriesId, Period Period), UnitFigures> figures;
    private readonly ILookup<Guid, Period> periods;
    private readonly SeriesLineage lineage;

    /// <param name="figures">The figures by the series that they are recorded on.</param>
    /// <param name="lineage">On which series a plan's series is recorded.</param>
    internal UnitFigureReading(Dictionary<(Guid SeriesId, Period Period), UnitFigures> figures, SeriesLineage lineage)
    {
        this.figures = figures;
        this.lineage = lineage;
        periods = figures.Keys.OrderBy(k => k.Period.Recency).ToLookup(k => k.SeriesId, k => k.Period);
    }

    /// <summary>The periods of the year in which any unit has reported the series, the latest last.</summary>
    public IEnumerable<Period> Periods(Guid seriesId) => periods[lineage.RecordedOn(seriesId)];

    /// <summary>What a unit shows for a period; null where nobody has reported the period.</summary>
    public UnitFigure? Of(Guid seriesId, Guid unitId, Period period) => figures.GetValueOrDefault((lineage.RecordedOn(seriesId), period))?.Of(unitId);

    /// <summary>The latest period of the year that the unit shows a figure for; null where it shows none.</summary>
    public (Period Period, UnitFigure Figure)? Latest(Guid seriesId, Guid unitId)
    {
        foreach (var period in Periods(seriesId).Reverse())
        {
            if (Of(seriesId, unitId, period) is { Value: not null } figure)
            {
                return (period, figure);
            }
        }

        return null;
    }
}

/// <summary>What a unit shows for one series in one period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Figure">The figure; without a value where all there was cannot be placed.</param>
/// <param name="Tree">The organisation that it is summed up.</param>
/// <param name="NotPlaced">Where it is restated: the closed units below the unit whose figures cannot be placed.</param>
public sealed record UnitPeriod(Period Period, UnitFigure Figure, OrganizationTree Tree, IReadOnlyList<Guid> NotPlaced);

/// <summary>Reads the units' figures and sums them up the organisation as it was in each period.</summary>
public sealed class UnitFigureReader(IDbContextFactory<RegionPlanDb> databases)
{
    private const int YearsLookedBack = 2;

    /// <param name="reading">The year's styrkort: who follows what, and the organisation.</param>
    /// <param name="seriesIds">The series to read; null for all that anyone follows.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<UnitFigureReading> ReadAsync(
        CascadeReading reading, IReadOnlyCollection<Guid>? seriesIds = null, DateTimeOffset? asOf = null, CancellationToken cancellation = default)
    {
        var year = reading.Cascade.Year;
        var wanted = (seriesIds ?? reading.Cascade.Goals.SelectMany(g => g.Goal.Measures).Select(m => m.SeriesId)).Select(reading.Lineage.RecordedOn).Distinct().ToList();
        var periods = Enumerable.Range(year - YearsLookedBack, YearsLookedBack + 1).SelectMany(PeriodsOf).ToList();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var entries = await db.Outcomes.AsNoTracking()
            .Where(o => o.Sex == Sex.Total && wanted.Contains(o.SeriesId) && periods.Contains(o.Period)).ToListAsync(cancellation);
        var choices = await db.ValueChoices.AsNoTracking()
            .Where(c => c.Sex == Sex.Total && wanted.Contains(c.SeriesId) && periods.Contains(c.Period)).ToListAsync(cancellation);
        var current = Current(entries, asOf);
        var chosen = choices.GroupBy(c => c.Key).Select(g => g.Latest(asOf)).OfType<ValueChoice>().ToLookup(c => (c.SeriesId, c.Period));
        var followers = reading.Cascade.Goals.SelectMany(g => g.Goal.Measures, (g, m) => (SeriesId: reading.Lineage.RecordedOn(m.SeriesId), g.Scorecard.Scorecard.UnitId))
            .ToLookup(f => f.SeriesId, f => f.UnitId);
        var figures = new Dictionary<(Guid, Period), UnitFigures>();
        foreach (var series in current.GroupBy(e => e.SeriesId).Where(s => reading.Series.ContainsKey(s.Key)))
        {
            foreach (var period in series.Select(e => e.Period).Distinct().Where(p => p.Year == year))
            {
                var tree = OrganizationTree.During(reading.Units, period.Start, period.End, asOf);
                var before = Before(series, period);
                figures[(series.Key, period)] = new(
                    TermsOf(reading.Series[series.Key], period, asOf),
                    tree,
                    series.Where(e => e.Period == period),
                    chosen[(series.Key, period)],
                    ExpectedReporters.Of(tree, period, before, followers[series.Key]),
                    LastDenominators(before));
            }
        }

        return new(figures, reading.Lineage);
    }

    /// <summary>A unit's figures for one series through all periods that anyone has reported.</summary>
    /// <param name="reading">The styrkort of any year: the organisation and the series.</param>
    /// <param name="seriesId">The series.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="restatedOn">The day whose organisation the figures are restated on; null to show them as they were reported.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The periods that have something to show for the unit, oldest first, each with the closed units whose figures cannot be placed.</returns>
    public async Task<IReadOnlyList<UnitPeriod>> HistoryAsync(
        CascadeReading reading, Guid seriesId, Guid unitId, DateOnly? restatedOn = null, DateTimeOffset? asOf = null, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var spans = reading.Lineage.SpansOf(seriesId).ToDictionary(s => s.SeriesId, s => s.Before);
        var ids = spans.Keys.ToList();
        var current = Current(await db.Outcomes.AsNoTracking().Where(o => o.Sex == Sex.Total && ids.Contains(o.SeriesId)).ToListAsync(cancellation), asOf)
            .FindAll(o => !(o.Period.Year >= spans[o.SeriesId]));
        var choices = (await db.ValueChoices.AsNoTracking().Where(c => c.Sex == Sex.Total && ids.Contains(c.SeriesId)).ToListAsync(cancellation))
            .GroupBy(c => c.Key).Select(g => g.Latest(asOf)).OfType<ValueChoice>().ToLookup(c => c.Period);
        var ledger = new OrganizationLedger(
            reading.Units, await db.Reorganizations.AsNoTracking().Include(r => r.Successions).ToListAsync(cancellation));
        var followers = (await db.Scorecards.AsNoTracking().AsSingleQuery().Include(s => s.Versions).ToListAsync(cancellation))
            .Where(s => s.Versions.Latest(asOf)?.Content.Measures.Any(m => reading.Lineage.RecordedOn(m.SeriesId) == reading.Lineage.RecordedOn(seriesId)) == true)
            .ToLookup(s => s.Year, s => s.UnitId);
        List<UnitPeriod> history = [];
        foreach (var period in current.GroupBy(e => e.Period).OrderBy(g => g.Key.Recency))
        {
            var terms = TermsOf(reading.Series[seriesId], period.Key, asOf);
            var then = OrganizationTree.During(reading.Units, period.Key.Start, period.Key.End, asOf);
            var before = Before(current, period.Key);
            var at = restatedOn is { } day
                ? Restated(period, terms, new(reading.Units, day, asOf), then)
                : new UnitPeriod(
                    period.Key,
                    new UnitFigures(
                        terms, then, period, choices[period.Key], ExpectedReporters.Of(then, period.Key, before, followers[period.Key.Year]), LastDenominators(before)).Of(unitId),
                    then,
                    []);
            if (at.Figure.Value is not null || at.NotPlaced.Count > 0)
            {
                history.Add(at);
            }
        }

        return history;

        UnitPeriod Restated(IGrouping<Period, OutcomeEntry> period, MeasureTerms terms, OrganizationTree tree, OrganizationTree then)
        {
            var restated = Restatement.Of(period, terms, ledger, tree.Day, asOf);
            var figures = new UnitFigures(terms, tree, restated.Entries, choices[period.Key], new HashSet<Guid>(), LastDenominators([]));
            return new(period.Key, figures.Of(unitId), tree, [.. restated.NotPlaced.Where(id => then.PathTo(id).Any(
                b => Restatement.StandsFor(b.Unit, ledger, tree.Day, asOf) == unitId))]);
        }
    }

    private static List<OutcomeEntry> Before(IEnumerable<OutcomeEntry> entries, Period period) =>
        [.. entries.Where(e => e.Period.Kind == period.Kind && e.Period.End < period.Start)];

    /// <summary>The measure's terms that hold at the end of a period, as for the region's outcome.</summary>
    private static MeasureTerms TermsOf(FollowedSeries series, Period period, DateTimeOffset? asOf) =>
        series.Measure.Definitions.Current(period.End, asOf)?.Terms ?? series.Terms;

    /// <summary>The latest entry of each cell, as recorded by an instant, where it has a value.</summary>
    private static List<OutcomeEntry> Current(IEnumerable<OutcomeEntry> entries, DateTimeOffset? asOf) =>
        [.. entries.GroupBy(e => e.Key).Select(g => g.Latest(asOf)).OfType<OutcomeEntry>().Where(e => e.Value is not null)];

    private static Dictionary<Guid, (decimal Denominator, bool IsExample)> LastDenominators(IEnumerable<OutcomeEntry> before) => before
        .Where(e => e.Denominator is not null)
        .GroupBy(e => e.UnitId, (unit, entries) => (Unit: unit, Last: entries.MaxBy(e => e.Period.Recency)!))
        .ToDictionary(u => u.Unit, u => (u.Last.Denominator!.Value, u.Last.IsExample));

    private static IEnumerable<Period> PeriodsOf(int year) =>
        [Period.OfYear(year), .. Enumerable.Range(1, 3).Select(n => Period.OfTertial(year, n)), .. Enumerable.Range(1, 12).Select(n => Period.OfMonth(year, n))];
}
