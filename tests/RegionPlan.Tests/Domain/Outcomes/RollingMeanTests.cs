using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.Outcomes;

/// <summary>The mean over twelve months.</summary>
public sealed class RollingMeanTests
{
    [Fact]
    public void The_first_mean_is_of_the_twelfth_month_and_each_next_moves_one_month_on()
    {
        var means = RollingMean.Of(Months(2023, 1, 14));

        means.ShouldBe([(Period.OfMonth(2023, 12), 6.5m), (Period.OfMonth(2024, 1), 7.5m), (Period.OfMonth(2024, 2), 8.5m)]);
    }

    [Fact]
    public void Eleven_months_have_no_mean() => RollingMean.Of(Months(2023, 1, 11)).ShouldBeEmpty();

    [Fact]
    public void No_mean_is_made_over_a_month_that_is_missing()
    {
        var means = RollingMean.Of(Months(2023, 1, 25).Where(m => m.Period != Period.OfMonth(2023, 6)));

        means.Select(m => m.Month).ShouldBe([.. Enumerable.Range(6, 7).Select(n => Period.OfMonth(2024, n)), Period.OfMonth(2025, 1)], "the twelve months after the gap and on");
    }

    [Fact]
    public void Years_and_tertials_are_passed_over() =>
        RollingMean.Of([.. Months(2023, 1, 12), (Period.OfYear(2023), 1000), (Period.OfTertial(2023, 2), 1000)]).Single().Mean.ShouldBe(6.5m);

    /// <summary>1, 2, 3 … in the months from one on.</summary>
    private static IEnumerable<(Period Period, decimal Value)> Months(int year, int month, int count) =>
        Enumerable.Range(0, count).Select(i => (Period.OfMonth(year + ((month - 1 + i) / 12), ((month - 1 + i) % 12) + 1), (decimal)(i + 1)));
}
