using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Data;

/// <summary>Loads the organisation with all it has been and every change of it.</summary>
internal static class LedgerLoading
{
    /// <summary>To look at or to try changes in; nothing of it can be saved.</summary>
    internal static async Task<OrganizationLedger> ReadLedgerAsync(this RegionPlanDb db, CancellationToken cancellation = default) => new(
        await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(cancellation),
        await db.Reorganizations.AsNoTracking().Include(r => r.Successions).ToListAsync(cancellation));

    /// <summary>To change and save.</summary>
    internal static async Task<OrganizationLedger> OpenLedgerAsync(this RegionPlanDb db, CancellationToken cancellation = default) => new(
        await db.Units.Include(u => u.Placements).ToListAsync(cancellation),
        await db.Reorganizations.Include(r => r.Successions).ToListAsync(cancellation));
}
