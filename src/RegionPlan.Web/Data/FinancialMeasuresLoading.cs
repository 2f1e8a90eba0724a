using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Data;

/// <summary>Gives the measures of the finances their outcomes of the years that are counted from the economy.</summary>
internal static class FinancialMeasuresLoading
{
    /// <param name="db">The database.</param>
    /// <param name="measures">The plan's measures and those they continue.</param>
    /// <param name="entries">The region's outcomes, all versions.</param>
    /// <param name="regionId">The region.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The outcomes, where from a year on those of the measures are counted, and missing where a post's outcome is.</returns>
    internal static async Task<IReadOnlyList<OutcomeEntry>> WithFinancialMeasuresAsync(
        this RegionPlanDb db,
        IReadOnlyList<Measure> measures,
        IReadOnlyList<OutcomeEntry> entries,
        Guid regionId,
        DateTimeOffset? asOf,
        CancellationToken cancellation)
    {
        var lineage = new SeriesLineage(measures, asOf);
        var counted = measures.Where(m => FinancialMeasures.IsCounted(m.Code, FinancialMeasures.FirstYear) && m.PlanId is not null)
            .SelectMany(m => m.Series, (m, s) => (m.Code, SeriesId: lineage.RecordedOn(s.Id))).ToHashSet();
        if (counted.Count == 0)
        {
            return entries;
        }

        var series = counted.Select(c => c.SeriesId).ToHashSet();
        var kept = entries.Where(e => !series.Contains(e.SeriesId) || e.Period.Year < FinancialMeasures.FirstYear).ToList();
        List<Period> ends = [.. Enumerable.Range(FinancialMeasures.FirstYear, 20).Select(y => Period.OfMonth(y, 12))];
        var told = await db.EconomyEntries.AsNoTracking().Where(e => ends.Contains(e.Through) && e.Kind == AmountKind.Outcome).ToListAsync(cancellation);
        foreach (var budget in await db.BudgetsOfAsync([.. told.Select(e => e.Through.Year).Distinct()], asOf, cancellation))
        {
            var period = EconomyPeriod.Of(budget, told, Period.OfMonth(budget.Year, 12), asOf);
            kept.AddRange(counted.Select(c => FinancialMeasures.Of(c.Code, c.SeriesId, regionId, period)).OfType<OutcomeEntry>());
        }

        return kept;
    }
}
