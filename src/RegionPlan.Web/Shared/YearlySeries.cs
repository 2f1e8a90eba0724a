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
        var (first, last) = (series.History[0].Period.Year, series.History[^1].Period.Year);
        bool Expected(int year) => series.Frequency != Frequency.EverySecondYear || byYear.Contains(year)
            || !(byYear.Contains(year - 1) && byYear.Contains(year + 1));
        return [.. Enumerable.Range(first, last - first + 1).Where(Expected).Select(year =>
            (year, byYear[year].OrderBy(h => h.Period.End).ThenByDescending(h => h.Period.Kind).Select(value).LastOrDefault(v => v is not null)))];
    }
}
