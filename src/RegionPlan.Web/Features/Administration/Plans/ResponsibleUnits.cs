using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>The units that can answer for a measure, by name.</summary>
internal static class ResponsibleUnits
{
    internal static async Task<IReadOnlyList<(Guid Id, string Name)>> ReadAsync(IDbContextFactory<RegionPlanDb> databases, DateOnly today)
    {
        await using var db = await databases.CreateDbContextAsync();
        return [.. new OrganizationTree(await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(), today).All
            .OrderBy(b => b.Placement.Name, StringComparer.Create(Sv.Culture, ignoreCase: true))
            .Select(b => (b.Unit.Id, b.Placement.Name))];
    }
}
