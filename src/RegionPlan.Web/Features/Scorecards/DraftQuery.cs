using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>What one reader may do with and see of the styrkort of a year besides what is decided.</summary>
/// <param name="Drafts">The drafts that the reader may see, by unit.</param>
/// <param name="Writable">The units whose styrkort the reader may write.</param>
internal sealed record ReaderDrafts(IReadOnlyDictionary<Guid, ScorecardDraft> Drafts, IReadOnlySet<Guid> Writable)
{
    internal static ReaderDrafts None { get; } = new(new Dictionary<Guid, ScorecardDraft>(), new HashSet<Guid>());
}

/// <summary>Reads drafts for those who make them and for those who may see all.</summary>
internal sealed class DraftQuery(IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans)
{
    internal async Task<ReaderDrafts> ReadAsync(ClaimsPrincipal? principal, CascadeReading reading)
    {
        if (await permissions.OfAsync(principal) is not { } user)
        {
            return ReaderDrafts.None;
        }

        var today = new OrganizationTree(reading.Units, plans.Today);
        var writable = reading.Cascade.Tree.All
            .Where(b => b.Unit.Kind != UnitKind.Region && user.Has(Right.WriteScorecards, b.Unit.Id, today))
            .Select(b => b.Unit.Id).ToHashSet();
        var seesAll = user.Has(Right.ReadDrafts);
        if (!seesAll && writable.Count == 0)
        {
            return ReaderDrafts.None;
        }

        await using var db = await databases.CreateDbContextAsync();
        var drafts = await db.ScorecardDrafts.AsNoTracking().Where(d => d.Year == reading.Cascade.Year).ToListAsync();
        return new(drafts.Where(d => seesAll || writable.Contains(d.UnitId)).ToDictionary(d => d.UnitId), writable);
    }
}
