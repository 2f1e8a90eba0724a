namespace RegionPlan.Domain.Outcomes;

/// <summary>The mean of each month and the eleven before it, which takes the seasons out of a monthly series.</summary>
public static class RollingMean
{
    /// <summary>How many months the mean is of.</summary>
    public const int Months = 12;

    /// <param name="values">Values of months; other periods are passed over.</param>
    /// <returns>One mean for each month that has a value itself and whose eleven months before all have one, in order; of gaps none is made.</returns>
    public static IReadOnlyList<(Period Month, decimal Mean)> Of(IEnumerable<(Period Period, decimal Value)> values)
    {
        var byMonth = values.Where(v => v.Period.Kind == PeriodKind.Month).GroupBy(v => Index(v.Period)).ToDictionary(g => g.Key, g => g.Last());
        return
        [
            .. from month in byMonth
               orderby month.Key
               let window = Enumerable.Range(month.Key - Months + 1, Months).ToList()
               where window.TrueForAll(byMonth.ContainsKey)
               select (month.Value.Period, window.Sum(i => byMonth[i].Value) / Months),
        ];
    }

    private static int Index(Period month) => (month.Year * Months) + month.Number;
}
