using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Rollup;

namespace RegionPlan.Web.Data;

/// <summary>The figures of all units for some series in a year, period by period.</summary>
public sealed class UnitFigureReading
{
    private readonly Dictionary<(Guid SeriesId, Period Period), UnitFigures> figures;
    private readonly ILookup<Guid, Period> periods;

    internal UnitFigureReading(Dictionary<(Guid SeriesId, Period Period), UnitFigures> figures)
    {
        this.figures = figures;
        periods = figures.Keys.OrderBy(k => k.Period.Recency).ToLookup(k => k.SeriesId, k => k.Period);
    }

    /// <summary>The periods of the year in which any unit has reported the series, the latest last.</summary>
    public IEnumerable<Period> Periods(Guid seriesId) => periods[seriesId];

    /// <summary>What a unit shows for a period; null where nobody has reported the period.</summary>
    public UnitFigure? Of(Guid seriesId, Guid unitId, Period period) => figures.GetValueOrDefault((seriesId, period))?.Of(unitId);

    /// <summary>The latest period of the year that the unit shows a figure for; null where it shows none.</summary>
    public (Period Period, UnitFigure Figure)? Latest(Guid seriesId, Guid unitId)
    {
        foreach (var period in periods[seriesId].Reverse())
        {
            if (Of(seriesId, unitId, period) is { Value: not null } figure)
            {
                return (period, figure);
            }
        }

        return null;
    }
}

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
        var wanted = seriesIds ?? [.. reading.Cascade.Goals.SelectMany(g => g.Goal.Measures).Select(m => m.SeriesId).Distinct()];
        var periods = Enumerable.Range(year - YearsLookedBack, YearsLookedBack + 1).SelectMany(PeriodsOf).ToList();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var entries = await db.Outcomes.AsNoTracking()
            .Where(o => o.Sex == Sex.Total && wanted.Contains(o.SeriesId) && periods.Contains(o.Period)).ToListAsync(cancellation);
        var choices = await db.ValueChoices.AsNoTracking()
            .Where(c => c.Sex == Sex.Total && wanted.Contains(c.SeriesId) && periods.Contains(c.Period)).ToListAsync(cancellation);
        var current = Current(entries, asOf);
        var chosen = choices.GroupBy(c => c.Key).Select(g => g.Latest(asOf)).OfType<ValueChoice>().ToLookup(c => (c.SeriesId, c.Period));
        var followers = reading.Cascade.Goals.SelectMany(g => g.Goal.Measures, (g, m) => (m.SeriesId, g.Scorecard.Scorecard.UnitId)).ToLookup(f => f.SeriesId, f => f.UnitId);
        var figures = new Dictionary<(Guid, Period), UnitFigures>();
        foreach (var series in current.GroupBy(e => e.SeriesId).Where(s => reading.Series.ContainsKey(s.Key)))
        {
            foreach (var period in series.Select(e => e.Period).Distinct().Where(p => p.Year == year))
            {
                var tree = OrganizationTree.During(reading.Units, period.Start, period.End, asOf);
                var before = series.Where(e => e.Period.Kind == period.Kind && e.Period.End < period.Start).ToList();
                var expected = followers[series.Key].Concat(before.Where(e => e.Period.Year == year - 1 || e.Period.Year == year).Select(e => e.UnitId))
                    .Where(id => tree.Find(id) is { ClosedFrom: null, Unit.Kind: not UnitKind.Region }).ToHashSet();
                figures[(series.Key, period)] = new(
                    reading.Series[series.Key].Terms, tree, series.Where(e => e.Period == period), chosen[(series.Key, period)], expected, LastDenominators(before));
            }
        }

        return new(figures);
    }

    /// <summary>A unit's figures for one series through all periods that anyone has reported.</summary>
    /// <param name="reading">The styrkort of any year: the organisation and the series.</param>
    /// <param name="seriesId">The series.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="restatedOn">The day whose organisation the figures are restated on; null to show them as they were reported.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The periods in which the unit shows a figure, oldest first, each with the closed units that could not be placed.</returns>
    public async Task<IReadOnlyList<(Period Period, UnitFigure Figure, IReadOnlyList<Guid> NotPlaced)>> HistoryAsync(
        CascadeReading reading, Guid seriesId, Guid unitId, DateOnly? restatedOn = null, DateTimeOffset? asOf = null, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var current = Current(await db.Outcomes.AsNoTracking().Where(o => o.Sex == Sex.Total && o.SeriesId == seriesId).ToListAsync(cancellation), asOf);
        var choices = (await db.ValueChoices.AsNoTracking().Where(c => c.Sex == Sex.Total && c.SeriesId == seriesId).ToListAsync(cancellation))
            .GroupBy(c => c.Key).Select(g => g.Latest(asOf)).OfType<ValueChoice>().ToLookup(c => c.Period);
        var ledger = new OrganizationLedger(
            reading.Units, await db.Reorganizations.AsNoTracking().Include(r => r.Successions).ToListAsync(cancellation));
        var terms = reading.Series[seriesId].Terms;
        List<(Period, UnitFigure, IReadOnlyList<Guid>)> history = [];
        foreach (var period in current.GroupBy(e => e.Period).OrderBy(g => g.Key.Recency))
        {
            var restated = restatedOn is { } day ? Restatement.Of(period, terms, ledger, day, asOf) : new([.. period], []);
            var tree = restatedOn is { } on
                ? new OrganizationTree(reading.Units, on, asOf)
                : OrganizationTree.During(reading.Units, period.Key.Start, period.Key.End, asOf);
            var figures = new UnitFigures(
                terms, tree, restated.Entries, choices[period.Key], new HashSet<Guid>(), LastDenominators([]));
            if (figures.Of(unitId) is { Value: not null } figure)
            {
                history.Add((period.Key, figure, restated.NotPlaced));
            }
        }

        return history;
    }

    /// <summary>The latest entry of each cell, as recorded by an instant, where it has a value.</summary>
    internal static List<OutcomeEntry> Current(IEnumerable<OutcomeEntry> entries, DateTimeOffset? asOf) =>
        [.. entries.GroupBy(e => e.Key).Select(g => g.Latest(asOf)).OfType<OutcomeEntry>().Where(e => e.Value is not null)];

    internal static Dictionary<Guid, decimal> LastDenominators(IEnumerable<OutcomeEntry> before) => before
        .Where(e => e.Denominator is not null)
        .GroupBy(e => e.UnitId)
        .ToDictionary(g => g.Key, g => g.MaxBy(e => e.Period.Recency)!.Denominator!.Value);

    private static IEnumerable<Period> PeriodsOf(int year) =>
        [Period.OfYear(year), .. Enumerable.Range(1, 3).Select(n => Period.OfTertial(year, n)), .. Enumerable.Range(1, 12).Select(n => Period.OfMonth(year, n))];
}
