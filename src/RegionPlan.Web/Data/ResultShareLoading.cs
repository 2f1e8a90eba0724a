using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Data;

/// <summary>Gives the measure of the result its outcomes of the years that are counted from the economy.</summary>
internal static class ResultShareLoading
{
    /// <param name="db">The database.</param>
    /// <param name="measures">The plan's measures and those they continue.</param>
    /// <param name="entries">The region's outcomes, all versions.</param>
    /// <param name="regionId">The region.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The outcomes, where from a year on those of the measure are counted, and missing where a post's outcome is.</returns>
    internal static async Task<IReadOnlyList<OutcomeEntry>> WithResultSharesAsync(
        this RegionPlanDb db,
        IReadOnlyList<Measure> measures,
        IReadOnlyList<OutcomeEntry> entries,
        Guid regionId,
        DateTimeOffset? asOf,
        CancellationToken cancellation)
    {
        var lineage = new SeriesLineage(measures, asOf);
        var series = measures.Where(m => m.Code == ResultShare.MeasureCode && m.PlanId is not null).SelectMany(m => m.Series).Select(s => lineage.RecordedOn(s.Id)).ToHashSet();
        if (series.Count == 0)
        {
            return entries;
        }

        var kept = entries.Where(e => !series.Contains(e.SeriesId) || e.Period.Year < ResultShare.FirstYear).ToList();
        List<Period> ends = [.. Enumerable.Range(ResultShare.FirstYear, 20).Select(y => Period.OfMonth(y, 12))];
        var told = await db.EconomyEntries.AsNoTracking().Where(e => ends.Contains(e.Through) && e.Kind == AmountKind.Outcome).ToListAsync(cancellation);
        foreach (var through in told.Select(e => e.Through).Distinct())
        {
            if (await db.BudgetOfAsync(through.Year, asOf, cancellation) is { } budget)
            {
                kept.AddRange(series.Select(s => ResultShare.Of(s, regionId, EconomyPeriod.Of(budget, told, through, asOf))).OfType<OutcomeEntry>());
            }
        }

        return kept;
    }
}
