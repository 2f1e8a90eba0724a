using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Shared;

/// <summary>Swedish words for the budget.</summary>
public static class EconomyText
{
    /// <summary>What the outcome of a measure of the finances is counted from.</summary>
    /// <param name="measureCode">The measure's code in the region's plan.</param>
    public static string CountedFrom(string measureCode) => measureCode == FinancialMeasures.ResultShare
        ? "årets resultat som andel av skatteintäkter, utjämning, generella statsbidrag och läkemedelsbidrag"
        : "ja om ingen ny extern upplåning är tagen under året, annars nej";

    /// <param name="sum">The sum.</param>
    /// <param name="unitName">The name of the unit whose sum it is.</param>
    public static string Name(DerivedSum sum, Func<Guid, string> unitName) => sum.Sum switch
    {
        BudgetSum.Board => $"Summa {unitName(sum.UnitId)}",
        BudgetSum.Boards => "Summa nämndernas driftramar",
        BudgetSum.Frames => "Summa ramar",
        BudgetSum.NetCost => "Verksamhetens nettokostnader",
        BudgetSum.TaxesAndGrants => "Skatteintäkter, utjämning och generella statsbidrag",
        BudgetSum.Financing => "Summa skatteintäkter och finansnetto",
        BudgetSum.Result => "Årets resultat",
        BudgetSum.AdjustedResult => "Årets resultat efter balanskravsjusteringar",
        BudgetSum.BalanceResult => "Balanskravsresultat",
        BudgetSum.Investments => "Summa investeringar",
    };

    public static string Name(SumTerm term, Func<Guid, string> unitName) => term switch
    {
        SumTerm.Post { Row.Definition.Name: var name } => name,
        SumTerm.Part { Whole: var whole } => Name(whole, unitName),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, null),
    };

    /// <summary>What a year of a plan is decided as: budget 2024; plan 2025.</summary>
    public static string Standing(BudgetYear year) => year.IsBudget ? "budget" : "plan";

    /// <summary>What an amount of a post tells, in running text.</summary>
    public static string Kind(AmountKind kind) => kind switch
    {
        AmountKind.Outcome => "utfall",
        AmountKind.Forecast => "helårsprognos",
    };

    /// <summary>A column of a year's economy, with the period that it is of.</summary>
    public static string Column(EconomyColumn column, Period through) => column switch
    {
        EconomyColumn.Budget => $"Budget {through.Year}",
        EconomyColumn.Outcome => $"Utfall {Span(through)}",
        EconomyColumn.OutcomeBefore => $"Utfall {Span(Period.OfMonth(through.Year - 1, through.Number))}",
        EconomyColumn.Forecast => $"Prognos {through.Year}",
    };

    /// <summary>January through a month: jan–aug 2025; helår 2025.</summary>
    public static string Span(Period through) => through.Number switch
    {
        1 => through.Start.ToString("MMM yyyy", Sv.Culture),
        12 => string.Create(Sv.Culture, $"helår {through.Year}"),
        _ => $"jan–{through.Start.ToString("MMM yyyy", Sv.Culture)}",
    };
}
