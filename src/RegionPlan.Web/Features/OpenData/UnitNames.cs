using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>Reads what the organisation's units are called.</summary>
internal sealed class UnitNames(IDbContextFactory<RegionPlanDb> databases)
{
    /// <summary>Gives a unit's name as it stands from a viewpoint; null where the unit was not known then.</summary>
    internal async Task<Func<Guid, string?>> ReadAsync(Viewpoint at, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var tree = new OrganizationTree(await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(cancellation), at.ValidOn, at.AsOf);
        return id => tree.NameOf(id);
    }
}
