using RegionPlan.Domain.Economy;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Shared;

/// <summary>What is drawn of a year's forecasts of the result: on a page, and by a report in its files.</summary>
/// <param name="Budget">The year's budget, which they are compared with.</param>
/// <param name="Points">The forecasts, in order.</param>
public sealed record ForecastDrawing(BudgetYear Budget, IReadOnlyList<ForecastDrawing.Point> Points)
{
    public string Title => $"Prognos för årets resultat {Budget.Year}, period för period";

    /// <summary>The same in words.</summary>
    public string Description =>
        string.Join("; ", Points.Select(p => $"efter {Sv.Period(p.Through)} {Money.Amount(p.Amount, p.Decimals)}{(p.IsExample ? " (exempel)" : "")}")) + $". Budget {Money.Amount(Budget.Result.Amount)}.";

    public (decimal Value, string Text) Level => (Budget.Result.Amount, $"Budget {Money.Amount(Budget.Result.Amount)} mnkr");

    /// <summary>The lines that have anything to show: what the posts sum up to, and what is published.</summary>
    public IReadOnlyList<MonthChart.Line> Lines =>
    [
        .. new[]
        {
            new MonthChart.Line("Summan av posternas prognoser", LineKind.Outcome, [.. Points.Where(p => p.Source is null).Select(Drawn)]),
            new MonthChart.Line("Publicerad prognos", LineKind.Men, [.. Points.Where(p => p.Source is not null).Select(Drawn)]),
        }.Where(l => l.Points.Count > 0),
    ];

    /// <summary>A sum that lacks a post is no forecast; after December it is the outcome.</summary>
    /// <param name="budget">The year's budget.</param>
    /// <param name="entries">The recorded amounts of the year.</param>
    /// <param name="published">The published forecasts of the year.</param>
    public static ForecastDrawing Of(BudgetYear budget, IReadOnlyCollection<EconomyEntry> entries, IEnumerable<ResultForecast> published)
    {
        var summed = from month in EconomyPeriod.Told(entries, budget.Year)
                     let period = EconomyPeriod.Of(budget, entries, month)
                     let sum = period.SumOf(budget.Result, period.IsWholeYear ? EconomyColumn.Outcome : EconomyColumn.Forecast)
                     where sum.Amount is not null
                     select new Point(month, sum.Known, 1, sum.IsExample, null);
        var told = published.GroupBy(f => f.Through).Select(g => g.Latest()!)
            .Select(f => new Point(f.Through, f.Figures.Result, f.Figures.Decimals, false, f.Source));
        return new(budget, [.. summed.Concat(told).OrderBy(p => p.Through.End).ThenBy(p => p.Source is null ? 0 : 1)]);
    }

    private static MonthChart.Point Drawn(Point point) => new(point.Through, point.Amount, point.IsExample);

    /// <param name="Through">The last month that was known.</param>
    /// <param name="Amount">The expected result, in mnkr.</param>
    /// <param name="Decimals">How many decimals it is told with.</param>
    /// <param name="IsExample">Invented for demonstration.</param>
    /// <param name="Source">Where it is published; null where it is derived from the posts'.</param>
    public sealed record Point(Period Through, decimal Amount, int Decimals, bool IsExample, string? Source);
}
