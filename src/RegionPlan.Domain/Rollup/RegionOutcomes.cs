using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Rollup;

/// <summary>The sum of what some units have reported for the region where others that should have are missing: told, but no outcome to judge by.</summary>
/// <param name="SeriesId">The series that the figures are recorded on.</param>
/// <param name="Period">The period.</param>
/// <param name="Reported">How many units' figures there are.</param>
/// <param name="Missing">How many are missing, or cannot be summed.</param>
/// <param name="LastRecordedAt">When the latest of the figures was recorded.</param>
public sealed record PartialOutcome(Guid SeriesId, Period Period, int Reported, int Missing, DateTimeOffset LastRecordedAt);

/// <summary>
/// The outcomes that the region's plan is judged by: its own, and where it has none the sum of its units', never of invented figures and
/// never of some units only while others that should report have not.
/// </summary>
/// <param name="Entries">The region's own entries, all versions, with derived ones where it has none or they were chosen.</param>
/// <param name="Partial">The totals that cannot be judged by yet.</param>
public sealed record RegionOutcomes(IReadOnlyList<OutcomeEntry> Entries, IReadOnlyList<PartialOutcome> Partial)
{
    /// <param name="region">The region.</param>
    /// <param name="units">All units.</param>
    /// <param name="measures">The measures whose series are looked at.</param>
    /// <param name="entries">Every entry of those series, the region's and other units'.</param>
    /// <param name="choices">Every choice between an own and a derived figure.</param>
    /// <param name="followers">The units whose styrkort of a year follow a series that figures are recorded on.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    public static RegionOutcomes Of(
        OrganizationUnit region,
        IReadOnlyList<OrganizationUnit> units,
        IReadOnlyList<Measure> measures,
        IReadOnlyList<OutcomeEntry> entries,
        IReadOnlyList<ValueChoice> choices,
        ILookup<(Guid SeriesId, int Year), Guid> followers,
        DateTimeOffset? asOf)
    {
        List<PartialOutcome> partial = [];
        var bySeriesAndUnit = entries.Where(e => e.Sex == Sex.Total && (asOf is null || e.Recorded.At <= asOf)).ToLookup(e => e.SeriesId);
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

            var chosen = choices.Where(c => (c.SeriesId, c.Period, c.Sex) == cell.Key).ToList();
            var figure = new UnitFigures(
                terms,
                tree,
                cell.GroupBy(e => e.UnitId).Select(g => g.Latest(asOf)).OfType<OutcomeEntry>(),
                chosen.GroupBy(c => c.UnitId).Select(g => g.Latest(asOf)).OfType<ValueChoice>(),
                ExpectedReporters.Of(
                    tree, key.Period, bySeriesAndUnit[key.SeriesId].Where(e => e.Period.Kind == key.Period.Kind && e.Period.End < key.Period.Start), followers[(key.SeriesId, key.Period.Year)]),
                new Dictionary<Guid, (decimal Denominator, bool IsExample)>()).Of(region.Id);
            if (figure is { Own: null, Derived: { } some, Missing.Count: > 0 })
            {
                partial.Add(new(key.SeriesId, key.Period, some.Sources.Count, figure.Missing.Count, some.Sources.Max(s => s.Recorded.At)));
            }
            else if (figure is { Origin: FigureOrigin.Derived, Derived: { } derived })
            {
                own.RemoveAll(e => e.Key == key);
                own.Add(DerivedFigure.Entry(key, derived.Value, derived.Sources, LastOf(cell.Concat<Fact>(chosen), asOf)));
            }
        }

        return new(own, partial);
    }

    /// <summary>When the last of what decides a figure was recorded, values taken back and choices too: as known then the figure is the same.</summary>
    private static DateTimeOffset LastOf(IEnumerable<Fact> facts, DateTimeOffset? asOf) => facts.Select(f => f.Recorded.At).Where(at => asOf is null || at <= asOf).Max();
}
