using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Provenance;

/// <summary>Reads what a decided målvärde of the region's plan comes from.</summary>
internal sealed class TargetProvenanceQuery(IDbContextFactory<RegionPlanDb> databases)
{
    /// <summary>Null where there is no such målvärde.</summary>
    internal async Task<TargetProvenance?> ReadAsync(Guid decisionId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var series = await db.Measures.AsNoTracking().SelectMany(m => m.Series).Include(s => s.Targets).SingleOrDefaultAsync(s => s.Targets.Any(t => t.Id == decisionId));
        if (series is null)
        {
            return null;
        }

        var decision = series.Targets.Single(t => t.Id == decisionId);
        var day = new DateOnly(decision.Term == TargetTerm.ShortTerm ? decision.Slot : decision.HoldsFrom.Year, 12, 31);
        var measure = (await FigureMeasure.OfSeriesAsync(db, series.Id, day, decision.Recorded.At))!;
        var plan = await db.Plans.AsNoTracking().Include(p => p.Wordings).SingleOrDefaultAsync(p => p.Id == measure.Measure.PlanId);
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToDictionaryAsync(u => u.Id);
        return new(
            measure,
            decision,
            [.. series.Targets.Where(t => t.Term == decision.Term && t.Slot == decision.Slot).OrderByDescending(t => t.HoldsFrom).ThenByDescending(t => t.Version)],
            plan?.Wordings.Current(day)?.Name ?? plan?.Key ?? "Eget mått",
            await db.ReportsShowingAsync(decisionId.ToString(), units));
    }
}
