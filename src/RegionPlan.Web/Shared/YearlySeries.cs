using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Web.Shared;

/// <summary>A series' history with one value a year, gaps included, for drawing.</summary>
public static class YearlySeries
{
    /// <summary>
    /// Every expected year from the first outcome to the last: the value of the whole year, else of its latest part, else null.
    /// The year between two outcomes of a biennial series is not expected, so it is left out.
    /// </summary>
    public static IReadOnlyList<(int Year, decimal? Value)> Of(AssessedSeries series, Func<PeriodOutcomes, decimal?> value)
    {
        if (series.History.Count == 0)
        {
            return [];
        }

        var byYear = series.History.ToLookup(h => h.Period.Year);
        return [.. Expected(series.Frequency, [.. byYear.Select(y => y.Key)]).Select(year =>
            (year, Chosen(byYear[year], value) is { } chosen ? value(chosen) : null))];
    }

    /// <summary>The years whose value is invented for demonstration.</summary>
    public static IReadOnlySet<int> Examples(AssessedSeries series, Func<PeriodOutcomes, decimal?> value) => series.History
        .GroupBy(h => h.Period.Year).Where(y => Chosen(y, value) is { IsExample: true }).Select(y => y.Key).ToHashSet();

    /// <summary>The years from the first to the last known that a value is expected for; the year between two biennial ones is not.</summary>
    public static IEnumerable<int> Expected(Frequency frequency, IReadOnlyCollection<int> known) =>
        Enumerable.Range(known.Min(), known.Max() - known.Min() + 1).Where(year =>
            frequency != Frequency.EverySecondYear || known.Contains(year) || !(known.Contains(year - 1) && known.Contains(year + 1)));

    private static PeriodOutcomes? Chosen(IEnumerable<PeriodOutcomes> ofYear, Func<PeriodOutcomes, decimal?> value) =>
        ofYear.OrderBy(h => h.Period.End).ThenByDescending(h => h.Period.Kind).LastOrDefault(h => value(h) is not null);
}
