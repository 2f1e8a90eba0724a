using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Imports;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>What an import took in for one unit and follow-up.</summary>
/// <param name="FollowUpKey">The follow-up's key.</param>
/// <param name="FollowUp">The follow-up's name.</param>
/// <param name="UnitKey">The unit's key.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Untouched">How many of them are drafts still, as they were taken in.</param>
public sealed record ImportedUnit(string FollowUpKey, string FollowUp, string UnitKey, string Unit, int Rows, int Untouched);

/// <summary>An import as it stands in the database.</summary>
/// <param name="Import">The import.</param>
/// <param name="Units">What it took in.</param>
/// <param name="Same">An earlier import of the same file that is taken in; null where there is none.</param>
/// <param name="IsOwn">Whether the reader uploaded it.</param>
internal sealed record ImportReading(OutcomeImport Import, IReadOnlyList<ImportedUnit> Units, OutcomeImport? Same, bool IsOwn);

/// <summary>Reads imports: one's own, and everybody's for those who write all outcomes.</summary>
internal sealed class ImportQuery(IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans)
{
    private const int MostListed = 20;

    /// <summary>The latest imports.</summary>
    internal async Task<IReadOnlyList<OutcomeImport>> LatestAsync(Permissions user)
    {
        await using var db = await databases.CreateDbContextAsync();
        var all = user.Has(Right.WriteAllOutcomes);
        return await db.Imports.AsNoTracking().Where(i => i.UserId == user.UserId || (all && i.State != ImportState.Uploaded))
            .OrderByDescending(i => i.UploadedAt).Take(MostListed).ToListAsync();
    }

    /// <summary>
    /// One import; null where there is none that the user may see: their own, or for those who write all outcomes one that was taken in. What a
    /// file that is only looked through shows, drafts of the units among it, is for the one who uploaded it.
    /// </summary>
    internal async Task<ImportReading?> FindAsync(ClaimsPrincipal? principal, Guid id)
    {
        if (await permissions.OfAsync(principal) is not { MayWriteOutcomes: true } user)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync();
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id);
        if (import is null || (import.UserId != user.UserId && (import.State == ImportState.Uploaded || !user.Has(Right.WriteAllOutcomes))))
        {
            return null;
        }

        var same = await db.Imports.AsNoTracking().Where(i => i.Hash == import.Hash && i.Id != id && i.State == ImportState.Applied)
            .OrderByDescending(i => i.AppliedAt).FirstOrDefaultAsync();
        return new(import, await UnitsAsync(db, id), same, import.UserId == user.UserId);
    }

    /// <summary>The uploaded file; null where the user may not see it.</summary>
    internal async Task<(string Name, byte[] Bytes)?> ContentAsync(ClaimsPrincipal? principal, Guid id)
    {
        if (await FindAsync(principal, id) is not { } reading)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync();
        return (reading.Import.FileName, await db.ImportContents.Where(c => c.ImportId == id).Select(c => c.Bytes).SingleAsync());
    }

    private async Task<IReadOnlyList<ImportedUnit>> UnitsAsync(RegionPlanDb db, Guid id)
    {
        var counted = await db.ImportedDrafts.Where(d => d.ImportId == id).GroupBy(d => new { d.FollowUpId, d.ReporterId })
            .Select(g => new { g.Key, Rows = g.Count() }).ToListAsync();
        if (counted.Count == 0)
        {
            return [];
        }

        var untouched = await (from imported in db.ImportedDrafts
                               join draft in db.Drafts on imported.Token equals draft.Token
                               where imported.ImportId == id
                               group imported by new { imported.FollowUpId, imported.ReporterId }
                               into g
                               select new { g.Key, Rows = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Rows);
        var ids = counted.Select(c => c.Key.FollowUpId).Distinct().ToList();
        var followUps = await db.FollowUps.AsNoTracking().Where(f => ids.Contains(f.Id)).Include(f => f.Versions).ToDictionaryAsync(f => f.Id);
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync();
        var tree = new OrganizationTree(units, plans.Today);
        var keys = units.ToDictionary(u => u.Id, u => u.Key);
        return [.. counted
            .Select(c => new ImportedUnit(
                followUps[c.Key.FollowUpId].Key,
                followUps[c.Key.FollowUpId].Terms.Name,
                keys[c.Key.ReporterId],
                tree.NameOf(c.Key.ReporterId) ?? keys[c.Key.ReporterId],
                c.Rows,
                untouched.GetValueOrDefault(c.Key)))
            .OrderBy(u => u.FollowUpKey, StringComparer.Ordinal).ThenBy(u => u.Unit, StringComparer.Create(Shared.Sv.Culture, ignoreCase: true))];
    }
}
