using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Economy;

/// <summary>
/// The measures of the region's finances, whose outcome from a year on is counted from the posts' outcomes of the whole year: nobody hands it in.
/// </summary>
public static class FinancialMeasures
{
    /// <summary>Årets resultat as a share of taxes and grants; the code is the same in plan after plan.</summary>
    public const string ResultShare = "5.1";

    /// <summary>Whether the investments are paid for without new external loans; the code is the same in plan after plan.</summary>
    public const string WithoutBorrowing = "5.2";

    /// <summary>The first year whose outcome comes from here; earlier years keep the published ones.</summary>
    public const int FirstYear = 2025;

    /// <summary>Who the outcome is recorded by.</summary>
    public const string Source = "Beräknat ur ekonomin";

    private const int Percent = 100;
    private const int Yes = 1;
    private const int No = 0;

    /// <summary>Whether the outcome of a measure is counted from the economy in a year.</summary>
    /// <param name="measureCode">The measure's code in the region's plan.</param>
    /// <param name="year">The year.</param>
    public static bool IsCounted(string measureCode, int year) => year >= FirstYear && measureCode is ResultShare or WithoutBorrowing;

    /// <summary>Whether an outcome is no recorded figure but counted from the economy.</summary>
    public static bool IsCounted(OutcomeEntry outcome) => outcome.Recorded is { By: Source, UserId: null };

    /// <summary>The outcome of a year; null where the whole year's outcome of some post that it is counted from is missing.</summary>
    /// <param name="measureCode">The measure's code in the region's plan.</param>
    /// <param name="seriesId">The series that the outcome is of.</param>
    /// <param name="regionId">The region.</param>
    /// <param name="year">The year through December.</param>
    public static OutcomeEntry? Of(string measureCode, Guid seriesId, Guid regionId, EconomyPeriod year)
    {
        var counted = !year.IsWholeYear || !IsCounted(measureCode, year.Through.Year) ? null
            : measureCode == ResultShare ? ShareOf(year)
            : BorrowedNothing(year);
        return counted is not (var value, var isExample) ? null : new(
            new(seriesId, regionId, Period.OfYear(year.Through.Year), Sex.Total),
            1,
            value,
            regionId,
            new(Source, null, isExample),
            null,
            new Recording(year.LastRecordedAt, Source));
    }

    private static (OutcomeValue Value, bool IsExample)? ShareOf(EconomyPeriod year)
    {
        var (result, basis) = (year.SumOf(year.Budget.Result, EconomyColumn.Outcome), year.SumOf(year.Budget.TaxesAndGrants, EconomyColumn.Outcome));
        return result.Amount is { } above && basis.Amount is { } below and > 0
            ? (OutcomeValue.OfRatio(above, below, Percent), result.IsExample || basis.IsExample)
            : null;
    }

    /// <summary>Yes where nothing was borrowed; nothing where no post tells of loans, so that silence is not taken for a yes.</summary>
    private static (OutcomeValue Value, bool IsExample)? BorrowedNothing(EconomyPeriod year)
    {
        var loans = year.Budget.RowsIn(BudgetSection.Borrowing);
        return loans.Count > 0 && loans.All(r => year.AmountOf(r, EconomyColumn.Outcome) is not null)
            ? (OutcomeValue.Of(loans.Sum(r => year.AmountOf(r, EconomyColumn.Outcome)) > 0 ? No : Yes), loans.Any(r => year.IsExample(r, EconomyColumn.Outcome)))
            : null;
    }
}
