using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Drafts;

/// <summary>Reads every unit's drafts for those who may see them.</summary>
public sealed class DraftsQuery(IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions)
{
    /// <summary>The drafts with the code and name of their measure, latest first; null for someone who may not see them.</summary>
    public async Task<IReadOnlyList<(OutcomeDraft Draft, string Code, string Name)>?> ReadAsync(ClaimsPrincipal? principal)
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
        return drafts.ConvertAll(draft =>
        {
            var (measure, series) = named[draft.SeriesId];
            var name = measure.Definitions.Current(draft.Period.End)!.Terms.Name;
            var part = series.Definitions.Current(draft.Period.End)?.Terms.Name;
            return (draft, measure.Code, part is null ? name : $"{name}: {part}");
        });
    }
}
