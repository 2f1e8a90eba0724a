using System.Globalization;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Rollup;

namespace RegionPlan.Web.Shared;

/// <summary>The addresses of what figures come from.</summary>
public static class FigureAddress
{
    private const string Root = "/underlag";

    /// <summary>What identifies the sums that are not a unit's own.</summary>
    private static readonly IReadOnlyDictionary<BudgetSum, string> Sums = new Dictionary<BudgetSum, string>
    {
        [BudgetSum.Boards] = "namnderna",
        [BudgetSum.Frames] = "ramar",
        [BudgetSum.NetCost] = "nettokostnader",
        [BudgetSum.TaxesAndGrants] = "skatter-och-bidrag",
        [BudgetSum.Financing] = "finansiering",
        [BudgetSum.Result] = "resultat",
        [BudgetSum.AdjustedResult] = "justerat-resultat",
        [BudgetSum.BalanceResult] = "balanskravsresultat",
        [BudgetSum.Investments] = "investeringar",
    };

    /// <summary>A figure that is recorded: an utfall, a prognos, a budget or a målvärde.</summary>
    public static string Recorded(Guid id) => $"{Root}/{id}";

    /// <summary>An outcome of the region's: recorded, or calculated from what is.</summary>
    public static string Of(OutcomeEntry outcome) => IsCalculated(outcome) ? Calculated(outcome.SeriesId, outcome.Period, outcome.Recorded.At) : Recorded(outcome.Id);

    /// <summary>An outcome of the region's that is calculated.</summary>
    /// <param name="seriesId">The series that the figures are recorded on.</param>
    /// <param name="period">The period.</param>
    /// <param name="asOf">When it was known.</param>
    public static string Calculated(Guid seriesId, Period period, DateTimeOffset asOf) => PageLink.With($"{Root}/beraknat/{seriesId}/{period}", ("asOf", Instant(asOf)));

    /// <summary>Whether an outcome is no recorded figure, but summed from the units' or counted from the economy.</summary>
    public static bool IsCalculated(OutcomeEntry outcome) => DerivedFigure.IsCalculated(outcome) || FinancialMeasures.IsCounted(outcome);

    /// <summary>What an amount of the economy comes from; null where there is nothing to show.</summary>
    /// <param name="period">The year through a month.</param>
    /// <param name="line">The post or the sum.</param>
    /// <param name="column">Which of its amounts.</param>
    /// <param name="unitKey">A unit's key.</param>
    /// <param name="asOf">When it was known; null for now.</param>
    public static string? Of(EconomyPeriod period, PeriodLine line, PeriodColumn column, Func<Guid, string> unitKey, DateTimeOffset? asOf) => line.Row is { } row
        ? column switch
        {
            PeriodColumn.Budget => row.Decided is { } decided ? Recorded(decided.Id) : null,
            PeriodColumn.Outcome => Entry(period, row, EconomyColumn.Outcome),
            PeriodColumn.OutcomeBefore => Entry(period, row, EconomyColumn.OutcomeBefore),
            PeriodColumn.Forecast => Entry(period, row, EconomyColumn.Forecast),
            PeriodColumn.Change or PeriodColumn.Deviation => Derived("post", period.Through, row.Post.Key, column, asOf),
        }
        : Derived("summa", period.Through, KeyOf(line.Sum!, unitKey), column, asOf);

    /// <summary>What stands for a sum in addresses: a nämnd's has the nämnd's key.</summary>
    public static string KeyOf(DerivedSum sum, Func<Guid, string> unitKey) => Sums.TryGetValue(sum.Sum, out var key) ? key : unitKey(sum.UnitId);

    /// <summary>What stands for a column in addresses.</summary>
    public static string KeyOf(PeriodColumn column) => column switch
    {
        PeriodColumn.Budget => "budget",
        PeriodColumn.Outcome => "utfall",
        PeriodColumn.OutcomeBefore => "utfall-aret-fore",
        PeriodColumn.Change => "forandring",
        PeriodColumn.Forecast => "prognos",
        PeriodColumn.Deviation => "avvikelse",
    };

    /// <summary>An instant as it stands in an address, to the last tick.</summary>
    public static string Instant(DateTimeOffset asOf) => asOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string? Entry(EconomyPeriod period, BudgetRow row, EconomyColumn column) => period.EntryOf(row, column) is { } entry ? Recorded(entry.Id) : null;

    private static string Derived(string kind, Period through, string key, PeriodColumn column, DateTimeOffset? asOf) =>
        PageLink.With($"{Root}/{kind}/{through}/{key}/{KeyOf(column)}", ("asOf", asOf is { } instant ? Instant(instant) : null));
}
