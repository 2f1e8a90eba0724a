using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Data;

/// <summary>Reads the outcomes and the choices between figures, for the history.</summary>
internal static class FigureChanges
{
    /// <summary>The outcomes that pass the filter, latest first.</summary>
    internal static async Task<List<Change>> OutcomesAsync(
        RegionPlanDb db, ChangeFilter filter, List<Measure> measures, int enough, CancellationToken cancellation)
    {
        var query = db.Outcomes.AsNoTracking();
        if (filter.Code is not null)
        {
            var series = measures.SelectMany(m => m.Series).Select(s => s.Id).ToList();
            query = query.Where(o => series.Contains(o.SeriesId));
        }

        query = filter.UnitId is { } unit ? query.Where(o => o.ReportedByUnitId == unit || o.UnitId == unit) : query;
        if (filter.By is { } by)
        {
            // Few names, many entries: the names are matched here, where å, ä and ö have a case on every database.
            var names = await db.Outcomes.Select(o => o.Recorded.By).Distinct().ToListAsync(cancellation);
            names.RemoveAll(name => !name.Contains(by, StringComparison.OrdinalIgnoreCase));
            query = query.Where(o => names.Contains(o.Recorded.By));
        }

        query = filter.OnlyAnew ? query.Where(o => o.Version > 1) : query;
        query = filter.From is { } from ? query.Where(o => o.Recorded.At >= TimeAxes.StartOf(from)) : query;
        query = filter.To is { } to ? query.Where(o => o.Recorded.At < TimeAxes.StartOf(to.AddDays(1))) : query;
        var rows = await (
            from entry in query.OrderByDescending(o => o.Recorded.At).ThenByDescending(o => o.Period).ThenByDescending(o => o.Id).Take(enough)
            join before in db.Outcomes.AsNoTracking()
                on new { entry.SeriesId, entry.UnitId, entry.Period, entry.Sex, Version = entry.Version - 1 }
                equals new { before.SeriesId, before.UnitId, before.Period, before.Sex, before.Version } into earlier
            from before in earlier.DefaultIfEmpty()
            select new { Entry = entry, Before = before }).ToListAsync(cancellation);
        var bySeries = BySeries(measures);
        var region = await RegionAsync(db, cancellation);
        return rows.ConvertAll(r => new Change(
            ChangeKind.Outcome,
            r.Entry,
            r.Before,
            null,
            Named(bySeries[r.Entry.SeriesId], r.Entry.Period),
            UnitId: r.Entry.UnitId == region ? null : r.Entry.UnitId));
    }

    /// <summary>The choices between figures that pass the filter.</summary>
    internal static async Task<IEnumerable<Change>> ChoicesAsync(
        RegionPlanDb db, ChangeFilter filter, List<Measure> measures, CancellationToken cancellation)
    {
        var bySeries = BySeries(measures);
        var region = await RegionAsync(db, cancellation);
        return (await ScorecardChanges.ChoicesAsync(db, filter, [.. bySeries.Keys], cancellation))
            .Where(c => filter.Passes(c.Choice))
            .Select(c => new Change(
                ChangeKind.FigureChoice,
                c.Choice,
                c.Earlier,
                null,
                Named(bySeries[c.Choice.SeriesId], c.Choice.Period),
                UnitId: c.Choice.UnitId == region ? null : c.Choice.UnitId));
    }

    private static Dictionary<Guid, (Measure Measure, MeasureSeries Series)> BySeries(List<Measure> measures) =>
        measures.SelectMany(m => m.Series, (m, s) => (Measure: m, Series: s)).ToDictionary(x => x.Series.Id);

    private static ChangedMeasure Named((Measure Measure, MeasureSeries Series) at, Period period) => MeasureChanges.Named(at.Measure, at.Series, period.End);

    private static Task<Guid> RegionAsync(RegionPlanDb db, CancellationToken cancellation) =>
        db.Units.Where(u => u.Key == OrganizationUnit.RegionKey).Select(u => u.Id).SingleAsync(cancellation);
}
