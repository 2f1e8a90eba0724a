using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.FollowUps;

/// <summary>A series that somebody answers for in a year.</summary>
/// <param name="SeriesId">The series that the figures are recorded on.</param>
/// <param name="AboutUnitId">The unit that the figures are about: the region, or the unit that follows the series in its styrkort.</param>
/// <param name="ReporterId">The unit that reports.</param>
/// <param name="IsRegional">Whether it is an outcome of the region's own measure, not a unit's figure.</param>
/// <param name="Frequency">How often it is measured.</param>
/// <param name="MeasuredThrough">The last year that is measured; null while measuring goes on.</param>
/// <param name="Target">The year's short-term target; null where nothing is known of one.</param>
/// <param name="MeasuredYears">The years that have an outcome.</param>
public sealed record OwedSeries(
    Guid SeriesId,
    Guid AboutUnitId,
    Guid ReporterId,
    bool IsRegional,
    Frequency Frequency,
    int? MeasuredThrough,
    Target? Target,
    IReadOnlySet<int> MeasuredYears)
{
    private const int YearsBetweenBiennial = 2;

    /// <summary>Whether the year's outcome is counted from what is recorded elsewhere, so that nobody hands it in; a prognos still is.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Whether the series is measured in a year: not after it has ended, and every second year where it is biennial.</summary>
    public bool IsMeasuredIn(int year) => !(MeasuredThrough < year) && Frequency switch
    {
        Frequency.Month or Frequency.Tertial or Frequency.Year => true,
        Frequency.EverySecondYear => Target switch
        {
            Target.None { Reason: NoTargetReason.Biennial } => false,
            Target.Value => true,
            _ => MeasuredYears.Where(y => y < year).Select(y => (int?)y).Max() is not { } last || (year - last) % YearsBetweenBiennial == 0,
        },
    };

    /// <summary>The periods of a year that it is measured for.</summary>
    public IEnumerable<Period> PeriodsOf(int year) => Frequency switch
    {
        Frequency.Month => Enumerable.Range(1, 12).Select(n => Period.OfMonth(year, n)),
        Frequency.Tertial => Enumerable.Range(1, 3).Select(n => Period.OfTertial(year, n)),
        Frequency.Year or Frequency.EverySecondYear => [Period.OfYear(year)],
    };
}

/// <summary>That a unit owes a follow-up the figures of one series for one period, or its prognos.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="Series">The series.</param>
/// <param name="Period">The period.</param>
/// <param name="IsForecast">Whether it is the helårsprognos that is owed; the figure so far is then told where there is one.</param>
public sealed record Duty(FollowUp FollowUp, OwedSeries Series, Period Period, bool IsForecast = false)
{
    public SubmittedRowKey Key => new(Series.SeriesId, Series.AboutUnitId, Period);
}

/// <summary>Who owes what to which follow-up: it follows from the measures, how often they are measured, the styrkort and the year that is set up.</summary>
public static class Duties
{
    /// <param name="followUps">The follow-ups of one or more years.</param>
    /// <param name="series">Every series that somebody answers for in the year.</param>
    /// <param name="year">The year.</param>
    /// <returns>
    /// One duty for each series and period: to the first follow-up that collects its kind and goes on to the period's end. A period that none
    /// of the year's follow-ups reaches is owed to nobody. Beside them a prognos to each follow-up that asks for it.
    /// </returns>
    public static IReadOnlyList<Duty> Of(IEnumerable<FollowUp> followUps, IEnumerable<OwedSeries> series, int year)
    {
        var collecting = followUps.Where(f => f.Year == year && f.Terms.Collects)
            .OrderBy(f => f.Terms.Through).ThenBy(f => f.Terms.UnitDue).ThenBy(f => f.Kind).ThenBy(f => f.Number).ToList();
        List<Duty> duties = [];
        foreach (var one in series.Where(s => s.IsMeasuredIn(year)))
        {
            duties.AddRange(
                from period in one.IsCounted ? [] : one.PeriodsOf(year)
                let to = collecting.Find(f => f.Terms.Through >= period.End && Collects(f, one))
                where to is not null
                select new Duty(to, one, period));
            if (one is { Frequency: Frequency.Year or Frequency.EverySecondYear, Target: Target.Value })
            {
                duties.AddRange(collecting.Where(f => f.Terms.AsksForForecast && f.OwnPeriod.Kind != PeriodKind.Year && Collects(f, one))
                    .Select(f => new Duty(f, one, f.OwnPeriod, IsForecast: true)));
            }
        }

        return duties;
    }

    private static bool Collects(FollowUp followUp, OwedSeries series) =>
        series.IsRegional ? followUp.Terms.CollectsOutcomes : followUp.Terms.CollectsUnitFigures;
}
