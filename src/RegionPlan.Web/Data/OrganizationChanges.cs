using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Data;

/// <summary>Reads how the units have been placed, for the history.</summary>
internal static class OrganizationChanges
{
    internal static async Task<List<Change>> ReadAsync(RegionPlanDb db, Guid? unitId, CancellationToken cancellation)
    {
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToDictionaryAsync(u => u.Id, cancellation);
        return
        [
            .. from unit in units.Values
               where unitId is null || unit.Id == unitId
               from placement in unit.Placements
               let before = unit.Before(placement)
               select new Change(ChangeKind.Organization, placement, before, placement.Name, null, new(NameAbove(placement, placement), NameAbove(placement, before))),
        ];

        string? NameAbove(Placement at, Placement? placed) => placed?.ParentId is { } id && units.TryGetValue(id, out var above)
            ? (above.On(at.HoldsFrom, at.Recorded.At) ?? above.Placements.Latest())?.Name
            : null;
    }
}
