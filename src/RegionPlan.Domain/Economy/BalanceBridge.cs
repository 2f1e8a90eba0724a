namespace RegionPlan.Domain.Economy;

/// <summary>
/// The balanskravsutredning of a year: from årets resultat, by what is not of the ongoing operations, then by reserves and what is restored
/// of earlier years, to the balanskravsresultat.
/// </summary>
public sealed class BalanceBridge
{
    /// <summary>A negative balanskravsresultat must be restored within as many years.</summary>
    public const int YearsToRestore = 3;

    private BalanceBridge(BudgetRows rows, DerivedSum result, Deficit? deficit)
    {
        Result = result;
        Adjustments = Given(rows, BudgetSection.BalanceAdjustment);
        Reserves = Given(rows, BudgetSection.Reserve);
        Restorations = Given(rows, BudgetSection.Restoration);
        Adjusted = rows.Sum(BudgetSum.AdjustedResult, [new SumTerm.Part(result), .. Posts(Adjustments)]);
        BalanceResult = rows.Sum(BudgetSum.BalanceResult, [new SumTerm.Part(Adjustments.Count > 0 ? Adjusted : result), .. Posts(Reserves), .. Posts(Restorations)]);
        ToRestore = deficit;
    }

    /// <summary>Årets resultat.</summary>
    public DerivedSum Result { get; }

    public IReadOnlyList<BudgetRow> Adjustments { get; }

    /// <summary>Årets resultat efter balanskravsjusteringar.</summary>
    public DerivedSum Adjusted { get; }

    public IReadOnlyList<BudgetRow> Reserves { get; }

    public IReadOnlyList<BudgetRow> Restorations { get; }

    public DerivedSum BalanceResult { get; }

    /// <summary>The deficit of the year before the plan, as it was forecast, that the plan has to restore; null where there is none.</summary>
    public Deficit? ToRestore { get; }

    internal static BalanceBridge Of(BudgetFacts facts, BudgetRows rows, DerivedSum result, int year, DateTimeOffset? asOf)
    {
        var before = facts.Forecasts.Where(f => f.Year == facts.Plan.FirstYear - 1 && (asOf is null || f.Recorded.At <= asOf))
            .OrderBy(f => f.Through.End).ThenBy(f => f.Version).LastOrDefault();
        var restored = facts.Posts.Where(p => p.Section == BudgetSection.Restoration)
            .Sum(p => Enumerable.Range(facts.Plan.FirstYear, year - facts.Plan.FirstYear + 1).Sum(y => -(p.AmountOf(facts.Plan.Id, y, asOf)?.Amount ?? 0)));
        return new(rows, result, before is { RestoredBy: { } by } ? new(before, by, restored) : null);
    }

    private static List<BudgetRow> Given(BudgetRows rows, BudgetSection section) => [.. rows.In(section).Where(r => r.Amount is not null)];

    private static IEnumerable<SumTerm> Posts(IEnumerable<BudgetRow> rows) => rows.Select(r => new SumTerm.Post(r));
}

/// <summary>A negative balanskravsresultat that must be restored.</summary>
/// <param name="Forecast">The forecast that told it.</param>
/// <param name="By">The last year to have it restored.</param>
/// <param name="Restored">What the plan restores of it, through the year that is looked at.</param>
public sealed record Deficit(ResultForecast Forecast, int By, decimal Restored)
{
    /// <summary>How much there was to restore; positive.</summary>
    public decimal Amount => -(Forecast.Figures.BalanceResult ?? 0);

    /// <summary>What is left, 0 where all is restored; a plan may restore it in whole mnkr.</summary>
    public decimal Left => Math.Max(0, Amount - Restored);
}
