using Microsoft.EntityFrameworkCore;

namespace RegionPlan.Web.Data;

/// <summary>Reads which reports have been decided, for the history; what is written in one that is not decided is for its writers.</summary>
internal static class ReportChanges
{
    internal static async Task<List<Change>> ReadAsync(RegionPlanDb db, Guid? unitId, CancellationToken cancellation)
    {
        var reports = await db.Reports.AsNoTracking().Where(r => r.Decisions.Any() && (unitId == null || r.UnitId == unitId)).Include(r => r.Decisions).ToListAsync(cancellation);
        var ids = reports.ConvertAll(r => r.FollowUpId);
        var followUps = await db.FollowUps.AsNoTracking().Where(f => ids.Contains(f.Id)).Include(f => f.Versions).ToDictionaryAsync(f => f.Id, f => f.Terms.Name, cancellation);
        return [.. reports.SelectMany(r => r.Decisions.Select(d => new Change(ChangeKind.Report, d, null, followUps[r.FollowUpId], null, UnitId: r.UnitId)))];
    }
}
