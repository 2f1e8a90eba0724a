using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Web.Data;

/// <summary>Loads what measures continue, plan by plan back.</summary>
internal static class LineageLoading
{
    /// <summary>The measures of earlier plans that these continue, with theirs in turn; none is asked for where nothing is continued.</summary>
    internal static async Task<List<Measure>> EarlierOfAsync(this RegionPlanDb db, IReadOnlyList<Measure> measures, CancellationToken cancellation = default)
    {
        List<Measure> earlier = [];
        var known = measures.Select(m => m.Id).ToHashSet();
        for (var ids = Continued(measures); ids.Count > 0;)
        {
            var found = await db.Measures.AsNoTracking()
                .Where(m => ids.Contains(m.Id))
                .Include(m => m.Definitions)
                .Include(m => m.Series).ThenInclude(s => s.Definitions)
                .Include(m => m.Series).ThenInclude(s => s.Breaks)
                .Include(m => m.Series).ThenInclude(s => s.Sources)
                .Include(m => m.Successions)
                .ToListAsync(cancellation);
            earlier.AddRange(found);
            known.UnionWith(ids);
            ids = Continued(found);
        }

        return earlier;

        List<Guid> Continued(IEnumerable<Measure> from) => [.. from.SelectMany(m => m.Successions).Select(s => s.PredecessorId).OfType<Guid>().Distinct().Where(id => !known.Contains(id))];
    }
}
