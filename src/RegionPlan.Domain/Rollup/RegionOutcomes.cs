using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Rollup;

/// <summary>The outcomes that the region's plan is judged by: its own, and where it has none the sum of its units', never of invented figures.</summary>
public static class RegionOutcomes
{
    /// <param name="region">The region.</param>
    /// <param name="units">All units.</param>
    /// <param name="measures">The measures whose series are looked at.</param>
    /// <param name="entries">Every entry of those series, the region's and other units'.</param>
    /// <param name="choices">Every choice between an own and a derived figure.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    /// <returns>The region's own entries, all versions, with derived ones where it has none or they were chosen.</returns>
    public static IReadOnlyList<OutcomeEntry> Of(
        OrganizationUnit region,
        IReadOnlyList<OrganizationUnit> units,
        IReadOnlyList<Measure> measures,
        IReadOnlyList<OutcomeEntry> entries,
        IReadOnlyList<ValueChoice> choices,
        DateTimeOffset? asOf)
    {
        var own = entries.Where(e => e.UnitId == region.Id).ToList();
        var bySeries = measures.SelectMany(m => m.Series, (m, s) => (Measure: m, s.Id)).ToDictionary(x => x.Id, x => x.Measure);
        var trees = new Dictionary<Period, OrganizationTree>();
        foreach (var cell in entries.GroupBy(e => (e.SeriesId, e.Period, e.Sex)).Where(c => c.Any(e => e.UnitId != region.Id)))
        {
            var terms = bySeries[cell.Key.SeriesId].Definitions.Current(cell.Key.Period.End, asOf)?.Terms;
            if (terms is null || terms.Summed == Aggregation.None)
            {
                continue;
            }

            var key = new OutcomeKey(cell.Key.SeriesId, region.Id, cell.Key.Period, cell.Key.Sex);
            if (!trees.TryGetValue(key.Period, out var tree))
            {
                trees[key.Period] = tree = OrganizationTree.During(units, key.Period.Start, key.Period.End, asOf);
            }

            var figure = new UnitFigures(
                terms,
                tree,
                cell.GroupBy(e => e.UnitId).Select(g => g.Latest(asOf)).OfType<OutcomeEntry>(),
                choices.Where(c => (c.SeriesId, c.Period, c.Sex) == cell.Key).GroupBy(c => c.UnitId).Select(g => g.Latest(asOf)).OfType<ValueChoice>(),
                new HashSet<Guid>(),
                new Dictionary<Guid, (decimal Denominator, bool IsExample)>()).Of(region.Id);
            if (figure is { Origin: FigureOrigin.Derived, Derived: { } derived })
            {
                own.RemoveAll(e => e.Key == key);
                own.Add(DerivedFigure.Entry(key, derived.Value, derived.Sources));
            }
        }

        return own;
    }
}
