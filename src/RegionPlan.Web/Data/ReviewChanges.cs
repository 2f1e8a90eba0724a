using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;

namespace RegionPlan.Web.Data;

/// <summary>Reads the boards' assessments of goals for the history: the versions that were handed over; drafts are for their writers.</summary>
internal static class ReviewChanges
{
    internal static async Task<IEnumerable<Change>> ReadAsync(RegionPlanDb db, Guid? unitId, CancellationToken cancellation)
    {
        var all = await db.GoalReviews.AsNoTracking().Where(r => unitId == null || r.UnitId == unitId).ToListAsync(cancellation);
        if (all.Count == 0)
        {
            return [];
        }

        var followUps = await db.FollowUps.IgnoreQueryFilters().AsNoTracking().Include(f => f.Versions).ToDictionaryAsync(f => f.Id, f => f.Terms.Name, cancellation);
        var goals = (await db.Plans.AsNoTracking().SelectMany(p => p.Goals).Select(g => new { g.Id, g.Order }).ToListAsync(cancellation)).ToDictionary(g => g.Id, g => g.Order);
        return all.GroupBy(r => (r.FollowUpId, r.GoalId, r.UnitId)).SelectMany(versions => versions.Where(r => r.IsHandedOver).Select(r => new Change(
            ChangeKind.GoalStatus,
            r,
            versions.Where(v => v.IsHandedOver && v.Version < r.Version).Latest(),
            $"Bedömning av mål {goals[r.GoalId]}, {followUps[r.FollowUpId]}",
            null,
            UnitId: r.UnitId)));
    }
}
