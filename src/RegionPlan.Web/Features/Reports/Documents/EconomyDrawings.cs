using RegionPlan.Domain.Economy;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports.Documents;

/// <summary>The charts of the year's economy in a report.</summary>
internal static class EconomyDrawings
{
    private const string Unit = "mnkr";
    private const int Decimals = 1;

    /// <summary>The region's forecasts of the result month after month against the budget; nothing where there are none to compare.</summary>
    internal static IEnumerable<DocumentBlock> Forecasts(ReportFigures figures)
    {
        if (figures is not { BoardUnits: null, Economy.Forecasts: { Points.Count: > 1 } drawing })
        {
            yield break;
        }

        yield return new DocumentBlock.Months(
            "prognoser",
            drawing.Title,
            drawing.Description,
            Unit,
            Decimals,
            "Efter",
            [.. drawing.Lines.Select(l => new MonthLine(l.Name, l.Kind, [.. l.Points.Select(p => new MonthValue(p.Month.End, p.Value!.Value, p.IsExample))]))],
            new($"Budget {drawing.Budget.Year.ToString(Sv.Culture)}", drawing.Level.Value));
        foreach (var point in drawing.Points.Where(p => p.Source is not null))
        {
            yield return new DocumentBlock.Remark($"Prognosen efter {Sv.Period(point.Through)} är den publicerade. Källa: {point.Source}.");
        }
    }

    /// <summary>From årets resultat to the balanskravsresultat as the year is expected to end; as it is budgeted where that lacks a post.</summary>
    internal static DocumentBlock.Bridge Bridge(EconomyPeriod period, Func<Guid, string> unitName)
    {
        var year = period.Through.Year.ToString(Sv.Culture);
        var end = period.IsWholeYear ? EconomyColumn.Outcome : EconomyColumn.Forecast;
        var expected = StepsOf(period, end, unitName);
        var column = expected is null ? EconomyColumn.Budget : end;
        var steps = expected ?? StepsOf(period, EconomyColumn.Budget, unitName)!;
        var standing = column switch
        {
            EconomyColumn.Budget => $"budget {year}",
            EconomyColumn.Forecast => $"prognos för {year} efter {Sv.Period(period.Through)}",
            EconomyColumn.Outcome or EconomyColumn.OutcomeBefore => $"utfall {year}",
        };
        return new(
            "balansbro",
            $"Från årets resultat till balanskravsresultatet, {standing}",
            string.Join("; ", steps.Select(s => $"{s.Name} {(s.IsLevel ? Money.Amount(s.Amount) : Money.Change(s.Amount))}")) + ".",
            Unit,
            Decimals,
            steps)
        {
            HasExamples = column != EconomyColumn.Budget && period.SumOf(period.Budget.Bridge.BalanceResult, column).IsExample,
        };
    }

    /// <summary>Null where an amount is not known.</summary>
    private static List<BridgeChart.Step>? StepsOf(EconomyPeriod period, EconomyColumn column, Func<Guid, string> unitName)
    {
        var bridge = period.Budget.Bridge;
        var steps = (IEnumerable<(string Name, decimal? Amount, bool IsLevel)>)
        [
            Level(bridge.Result),
            .. bridge.Adjustments.Where(EconomyPeriod.IsExpected).Select(Change),
            .. bridge.Adjustments.Any(EconomyPeriod.IsExpected) ? [Level(bridge.Adjusted)] : Array.Empty<(string, decimal?, bool)>(),
            .. bridge.Reserves.Concat(bridge.Restorations).Where(EconomyPeriod.IsExpected).Select(Change),
            Level(bridge.BalanceResult),
        ];
        var known = steps.ToList();
        return known.Exists(s => s.Amount is null) ? null : known.ConvertAll(s => new BridgeChart.Step(s.Name, s.Amount!.Value, s.IsLevel));

        (string, decimal?, bool) Level(DerivedSum sum) => (EconomyText.Name(sum, unitName), column == EconomyColumn.Budget ? sum.Amount : period.SumOf(sum, column).Amount, true);

        (string, decimal?, bool) Change(BudgetRow row) => (row.Definition.Name, period.AmountOf(row, column), false);
    }
}
