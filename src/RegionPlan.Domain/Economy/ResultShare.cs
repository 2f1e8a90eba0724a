using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Economy;

/// <summary>
/// The measure that follows årets resultat as a share of taxes and grants: from a year on its outcome is that of the economy, counted from the
/// posts' outcomes of the whole year.
/// </summary>
public static class ResultShare
{
    /// <summary>The measure's code, the same in plan after plan.</summary>
    public const string MeasureCode = "5.1";

    /// <summary>The first year whose outcome comes from here; earlier years keep the published ones.</summary>
    public const int FirstYear = 2025;

    private const int Percent = 100;

    /// <summary>Who the outcome is recorded by.</summary>
    public const string Source = "Beräknat ur ekonomin";

    /// <summary>The outcome of a year; null where the whole year's outcome of some post is missing.</summary>
    /// <param name="seriesId">The series that the outcome is of.</param>
    /// <param name="regionId">The region.</param>
    /// <param name="year">The year through December.</param>
    public static OutcomeEntry? Of(Guid seriesId, Guid regionId, EconomyPeriod year)
    {
        var (result, basis) = (year.SumOf(year.Budget.Result, EconomyColumn.Outcome), year.SumOf(year.Budget.TaxesAndGrants, EconomyColumn.Outcome));
        if (!year.IsWholeYear || result.Amount is not { } above || basis.Amount is not { } below || below <= 0)
        {
            return null;
        }

        return new(
            new(seriesId, regionId, Period.OfYear(year.Through.Year), Sex.Total),
            1,
            OutcomeValue.OfRatio(above, below, Percent),
            regionId,
            new(Source, null, result.IsExample || basis.IsExample),
            null,
            new Recording(year.LastRecordedAt, Source));
    }
}
