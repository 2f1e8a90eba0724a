using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>Reads the organisation and how it has been changed.</summary>
internal sealed class OrganizationReader(IDbContextFactory<RegionPlanDb> databases, PlanReader plans)
{
    /// <summary>The organisation on a day: where none is given today, or the day of <paramref name="asOf"/> where that is earlier.</summary>
    internal async Task<OrganizationTree> TreeAsync(DateOnly? validOn, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var known = asOf is { } then ? DateOnly.FromDateTime(RegionTime.Local(then)) : plans.Today;
        return new(
            await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(cancellation),
            validOn ?? (known < plans.Today ? known : plans.Today),
            asOf);
    }

    /// <summary>The changes recorded by an instant, in the order they were recorded.</summary>
    internal async Task<List<PublishedChange>> ChangesAsync(DateTimeOffset? asOf, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToDictionaryAsync(u => u.Id, cancellation);
        var changes = await db.Reorganizations.AsNoTracking().Include(r => r.Successions).OrderBy(r => r.Version).ToListAsync(cancellation);
        return [.. changes.Where(c => asOf is null || c.Recorded.At <= asOf).Select(c => PublishedChange.Of(c, units, asOf))];
    }
}
