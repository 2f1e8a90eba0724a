using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Drafts;

/// <summary>A draft with what it is about.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Code">The measure's code; null for a measure of a unit's own, which has no page.</param>
/// <param name="Name">The measure's name, with the delmått's where it has one.</param>
/// <param name="Unit">The unit whose figure it would be; null for the region as a whole.</param>
public sealed record SeenDraft(OutcomeDraft Draft, string? Code, string Name, string? Unit);

/// <summary>Reads every unit's drafts for those who may see them.</summary>
public sealed class DraftsQuery(IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions)
{
    /// <summary>The drafts, latest first; null for someone who may not see them.</summary>
    public async Task<IReadOnlyList<SeenDraft>?> ReadAsync(ClaimsPrincipal? principal)
    {
        if (await permissions.OfAsync(principal) is not { } user || !user.Has(Right.ReadDrafts))
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync();
        var drafts = await db.Drafts.AsNoTracking().OrderByDescending(d => d.SavedAt).ToListAsync();
        var seriesIds = drafts.ConvertAll(d => d.SeriesId);
        var measures = await db.Measures.AsNoTracking()
            .Where(m => m.Series.Any(s => seriesIds.Contains(s.Id)))
            .Include(m => m.Definitions)
            .Include(m => m.Series).ThenInclude(s => s.Definitions)
            .ToListAsync();
        var named = measures.SelectMany(m => m.Series, (m, s) => (Measure: m, Series: s)).ToDictionary(x => x.Series.Id);
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToDictionaryAsync(u => u.Id);
        return drafts.ConvertAll(draft =>
        {
            var (measure, series) = named[draft.SeriesId];
            var name = measure.Definitions.Current(draft.Period.End)!.Terms.Name;
            var part = series.Definitions.Current(draft.Period.End)?.Terms.Name;
            var unit = units[draft.UnitId];
            return new SeenDraft(
                draft,
                measure.PlanId is null ? null : measure.Code,
                part is null ? name : $"{name}: {part}",
                unit.Kind == UnitKind.Region ? null : unit.Placements.Latest()?.Name);
        });
    }
}
