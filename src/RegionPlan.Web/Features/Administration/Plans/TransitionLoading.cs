using Microsoft.EntityFrameworkCore;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>Loads a plan in preparation beside the one that it takes over from.</summary>
internal static class TransitionLoading
{
    /// <summary>The transition to a plan; null where there is no such plan or none before it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="planKey">The plan in preparation.</param>
    /// <param name="fromKey">The plan it takes over from; the newest before it that has measures where it is not given.</param>
    internal static async Task<PlanTransition?> TransitionAsync(this RegionPlanDb db, string planKey, string? fromKey)
    {
        var plans = await db.Plans
            .Include(p => p.Wordings)
            .Include(p => p.Standings)
            .Include(p => p.Goals).ThenInclude(g => g.Wordings)
            .Include(p => p.Goals).ThenInclude(g => g.Successions)
            .Include(p => p.Goals).ThenInclude(g => g.Directions).ThenInclude(d => d.Wordings)
            .OrderBy(p => p.FirstYear).ToListAsync();
        var withMeasures = await db.Measures.Select(m => m.PlanId).Distinct().ToListAsync();
        if (plans.Find(p => p.Key == planKey) is not { } to)
        {
            return null;
        }

        var earlier = plans.Where(p => p.FirstYear < to.FirstYear).ToList();
        var nearest = earlier.FindLast(p => withMeasures.Contains(p.Id));
        var from = fromKey is null ? nearest : earlier.Find(p => p.Key == fromKey);
        if (from is null)
        {
            return null;
        }

        var measures = await db.Measures.Where(m => m.PlanId == from.Id || m.PlanId == to.Id)
            .Include(m => m.Definitions)
            .Include(m => m.Series).ThenInclude(s => s.Definitions)
            .Include(m => m.Successions)
            .Include(m => m.Endings)
            .ToListAsync();
        return new(from, to, plans, measures, from.Id == nearest?.Id);
    }
}
