using Microsoft.EntityFrameworkCore;

namespace RegionPlan.Web.Data;

/// <summary>Reads how the follow-ups have been planned, locked and taken out of their years, for the history.</summary>
internal static class FollowUpChanges
{
    internal static async Task<List<Change>> ReadAsync(RegionPlanDb db, CancellationToken cancellation)
    {
        var followUps = await db.FollowUps.IgnoreQueryFilters().AsNoTracking()
            .Include(f => f.Versions).Include(f => f.Locks).Include(f => f.Withdrawals).ToListAsync(cancellation);
        return
        [
            .. followUps.SelectMany(f => f.Versions.Steps().Select(s => new Change(ChangeKind.FollowUp, s.Fact, s.Earlier, f.Terms.Name, null))),
            .. followUps.SelectMany(f => f.Withdrawals.Steps().Select(s => new Change(ChangeKind.FollowUp, s.Fact, s.Earlier, f.Terms.Name, null))),
            .. followUps.SelectMany(f => f.Locks.Steps().Select(s => new Change(ChangeKind.FollowUp, s.Fact, s.Earlier, f.Terms.Name, null))),
        ];
    }
}
