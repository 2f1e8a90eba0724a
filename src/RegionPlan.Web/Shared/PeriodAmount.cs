using RegionPlan.Domain.Economy;

namespace RegionPlan.Web.Shared;

/// <summary>An amount of a line in the table of a year's economy through a month.</summary>
/// <param name="Head">The column's head.</param>
/// <param name="Amount">In mnkr; null where it is not known or there is none.</param>
/// <param name="IsChange">Whether it is a difference, shown with its sign.</param>
/// <param name="IsExample">Whether it is invented for demonstration.</param>
/// <param name="Missing">How many posts lack the amount that it is made of.</param>
public sealed record PeriodAmount(string Head, decimal? Amount, bool IsChange, bool IsExample, int Missing)
{
    /// <summary>Which of the columns.</summary>
    public required PeriodColumn Column { get; init; }

    /// <summary>The amounts of a line: what is recorded, and what is derived from it.</summary>
    /// <param name="period">The year through a month.</param>
    /// <param name="line">The line.</param>
    /// <param name="onlyYear">Whether only the whole year is told of it.</param>
    public static IEnumerable<PeriodAmount> Of(EconomyPeriod period, PeriodLine line, bool onlyYear)
    {
        var (budget, outcome, before, forecast) = (Told(EconomyColumn.Budget), Told(EconomyColumn.Outcome), Told(EconomyColumn.OutcomeBefore), Told(EconomyColumn.Forecast));
        var end = period.IsWholeYear ? outcome : forecast;
        return
        [
            budget,
            outcome,
            before,
            new("Förändring", outcome.Amount - before.Amount, true, outcome.IsExample || before.IsExample, 0) { Column = PeriodColumn.Change },
            .. period.IsWholeYear ? Array.Empty<PeriodAmount>() : [forecast],
            new("Avvikelse", end.Amount - budget.Amount, true, end.IsExample, 0) { Column = PeriodColumn.Deviation },
        ];

        PeriodAmount Told(EconomyColumn column)
        {
            var head = EconomyText.Column(column, period.Through);
            if (onlyYear && !period.IsWholeYear && column is (EconomyColumn.Outcome or EconomyColumn.OutcomeBefore))
            {
                return new(head, null, false, false, 0) { Column = Shown(column) };
            }

            if (line.Row is { } row)
            {
                var amount = period.AmountOf(row, column);
                return new(head, amount, false, period.IsExample(row, column), amount is null && EconomyPeriod.IsExpected(row) ? 1 : 0) { Column = Shown(column) };
            }

            var sum = period.SumOf(line.Sum!, column);
            return new(head, sum.Amount, false, sum.IsExample, sum.Missing.Count) { Column = Shown(column) };
        }
    }

    private static PeriodColumn Shown(EconomyColumn column) => column switch
    {
        EconomyColumn.Budget => PeriodColumn.Budget,
        EconomyColumn.Outcome => PeriodColumn.Outcome,
        EconomyColumn.OutcomeBefore => PeriodColumn.OutcomeBefore,
        EconomyColumn.Forecast => PeriodColumn.Forecast,
    };
}
