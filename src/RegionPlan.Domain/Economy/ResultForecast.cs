using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Economy;

/// <summary>
/// A published helårsprognos of the region's result, as it was told after some of the year. What it was summed from is not published, so its
/// figures stand as they are told; the deviation and the adjustments are derived.
/// </summary>
public sealed class ResultForecast : Fact
{
    public const int MaxTextLength = 1000;

    private ResultForecast()
    {
        Figures = null!;
        Source = "";
    }

    /// <param name="year">The year that is forecast.</param>
    /// <param name="through">The last month whose outcome was known.</param>
    /// <param name="figures">What was told.</param>
    /// <param name="source">The document.</param>
    /// <param name="note">What else the source says of it.</param>
    /// <param name="version">Its number among the versions of the same forecast.</param>
    /// <param name="recorded">Who recorded it.</param>
    /// <exception cref="RuleViolation">The month is not of the year, an amount cannot be kept, or a text is missing or too long.</exception>
    public ResultForecast(int year, Period through, ForecastFigures figures, string source, string? note, int version, Recording recorded)
        : base(version, recorded)
    {
        if (through.Kind != PeriodKind.Month || through.Year != year)
        {
            throw new RuleViolation("En helårsprognos lämnas efter en månad av samma år.");
        }

        Year = year;
        Through = through;
        Figures = figures.Kept();
        Source = TextLimit.Needed(source, BudgetAmount.MaxSourceLength, "Källan");
        Note = TextLimit.Optional(note, MaxTextLength, "Förklaringen");
    }

    public int Year { get; private init; }

    public Period Through { get; private init; }

    public ForecastFigures Figures { get; private init; }

    public string Source { get; private init; }

    public string? Note { get; private init; }

    /// <summary>A negative balanskravsresultat must be restored by the end of this year; null where there is none to restore.</summary>
    public int? RestoredBy => Figures.BalanceResult < 0 ? Year + BalanceBridge.YearsToRestore : null;
}

/// <summary>What a helårsprognos tells, in mnkr.</summary>
public sealed record ForecastFigures
{
    /// <summary>Årets resultat.</summary>
    public required decimal Result { get; init; }

    /// <summary>The budgeted result that the source compares with; null where it tells none.</summary>
    public decimal? Budget { get; init; }

    /// <summary>The result by the balanskrav; null where the source tells none.</summary>
    public decimal? BalanceResult { get; init; }

    /// <summary>How many decimals the source tells them with.</summary>
    public int Decimals { get; init; }

    /// <summary>Over the budget, or under it where negative.</summary>
    public decimal? Deviation => Result - Budget;

    /// <summary>Balanskravsjusteringar and reserves together: what is between the result and the balanskravsresultat.</summary>
    public decimal? Adjustments => BalanceResult - Result;

    internal ForecastFigures Kept()
    {
        _ = Mnkr.Keepable(Result);
        _ = Mnkr.Keepable(Budget ?? 0);
        _ = Mnkr.Keepable(BalanceResult ?? 0);
        return this;
    }
}
