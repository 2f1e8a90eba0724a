using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.RecordOutcomes;

/// <summary>Which row of the grid: a series in a period, for the region as a whole.</summary>
internal readonly record struct RowKey(Guid SeriesId, Period Period);

/// <summary>What both writes of the grid begin with: the row as it is in the database now, and that the user may write it.</summary>
internal sealed class WritableRow
{
    private WritableRow(RegionPlanDb db, Permissions user, MeasureTerms terms, Guid regionId, OutcomeRow row, OutcomeDraft? draft)
    {
        Db = db;
        User = user;
        Terms = terms;
        RegionId = regionId;
        Row = row;
        Draft = draft;
    }

    internal RegionPlanDb Db { get; }

    internal Permissions User { get; }

    internal MeasureTerms Terms { get; }

    internal Guid RegionId { get; }

    internal OutcomeRow Row { get; }

    internal OutcomeDraft? Draft { get; }

    /// <exception cref="AccessRefused">The user is not signed in or answers for another unit.</exception>
    /// <exception cref="RuleViolation">There is no such series.</exception>
    internal static async Task<WritableRow> OpenAsync(RegionPlanDb db, PermissionReader permissions, ClaimsPrincipal principal, RowKey key, DateOnly today)
    {
        var user = await permissions.ForWritingAsync(principal);
        var measure = await db.Measures.AsNoTracking().Include(m => m.Definitions).FirstOrDefaultAsync(m => m.Series.Any(s => s.Id == key.SeriesId))
            ?? throw new RuleViolation("Måttet finns inte. Ladda om sidan.");
        var terms = measure.Definitions.Current(key.Period.End)!.Terms;
        var tree = new OrganizationTree(await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(), today);
        if (!user.MayWriteOutcomesOf(terms.ResponsibleUnitId, tree))
        {
            throw new AccessRefused($"Du får inte registrera utfall för {measure.Code}: {tree.NameOf(terms.ResponsibleUnitId)} ansvarar för måttet.");
        }

        var regionId = tree.All.Single(b => b.Unit.Key == OrganizationUnit.RegionKey).Unit.Id;
        var entries = await db.Outcomes.AsNoTracking()
            .Where(o => o.SeriesId == key.SeriesId && o.UnitId == regionId && o.Period == key.Period).ToListAsync();
        var draft = await db.Drafts.FirstOrDefaultAsync(d => d.SeriesId == key.SeriesId && d.UnitId == regionId && d.Period == key.Period);
        return new(db, user, terms, regionId, new(key.SeriesId, regionId, key.Period, terms, entries), draft);
    }
}
