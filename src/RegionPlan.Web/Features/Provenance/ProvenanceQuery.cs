using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Provenance;

/// <summary>Reads what a recorded figure comes from.</summary>
internal sealed class ProvenanceQuery(IDbContextFactory<RegionPlanDb> databases)
{
    /// <summary>Null where there is no such figure.</summary>
    internal async Task<FigureProvenance?> ReadAsync(Guid entryId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Outcomes.AsNoTracking().SingleOrDefaultAsync(o => o.Id == entryId) is not { } entry
            || await FigureMeasure.ReadAsync(db, entry.SeriesId, entry.Period.End, entry.Recorded.At) is not { } measure)
        {
            return null;
        }

        var versions = await db.Outcomes.AsNoTracking()
            .Where(o => o.SeriesId == entry.SeriesId && o.UnitId == entry.UnitId && o.Period == entry.Period && o.Sex == entry.Sex)
            .OrderByDescending(o => o.Version).ToListAsync();
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToDictionaryAsync(u => u.Id);
        return new(
            entry,
            measure.Measure.Code,
            measure.Name,
            measure.Terms,
            measure.Definition,
            NameOf(units, entry.UnitId, entry.Period.End),
            NameOf(units, entry.ReportedByUnitId, entry.Period.End),
            versions,
            await ApprovalReader.ReadAsync(db, versions.Select(v => v.SubmittedRowId), CancellationToken.None),
            entry is { Amount: { } amount, Sex: Sex.Total } ? measure.Judge(entry.Period, amount, entry.IsExample) : null,
            await db.ReportsShowingAsync(entryId.ToString(), units));
    }

    private static string NameOf(Dictionary<Guid, OrganizationUnit> units, Guid id, DateOnly day) =>
        units.TryGetValue(id, out var unit) ? unit.NameOn(day) : "";
}
