using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>Who may change what an import is about: those who hand in for every one of its units.</summary>
internal static class ImportRights
{
    /// <exception cref="AccessRefused">The user does not hand in for one of the units; the message ends with <paramref name="outcome"/>.</exception>
    internal static async Task CheckAsync(this RegionPlanDb db, Permissions user, IEnumerable<Guid> units, DateOnly today, string outcome)
    {
        var tree = new OrganizationTree(await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(), today);
        foreach (var unit in units.Where(u => !user.MayWriteOutcomesOf(u, tree)))
        {
            throw new AccessRefused($"Du lämnar inte in för {tree.NameOf(unit) ?? "en av enheterna"}. {outcome}");
        }
    }
}
