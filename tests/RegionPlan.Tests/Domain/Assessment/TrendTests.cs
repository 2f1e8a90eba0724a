using FsCheck;
using FsCheck.Fluent;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.Assessment;

public sealed class TrendTests
{
    [Fact]
    public void Measure_3_11_improved_by_1_8_in_2024()
    {
        var trend = Of(Given.High(), "2024", 89.5m, ("2022", 86.4m), ("2023", 87.7m));

        trend.Direction.ShouldBe(TrendDirection.Improving);
        trend.Change.ShouldBe(1.8m);
        trend.ExpectedPeriod.ShouldBe(Period.OfYear(2023));
        trend.NoComparison.ShouldBeNull();
    }

    [Fact]
    public void Measure_1_7_primary_care_worsened_by_1_2_in_2024()
    {
        var trend = Of(Given.High(), "2024", 82.4m, ("2023", 83.6m));

        trend.Direction.ShouldBe(TrendDirection.Worsening);
        trend.Change.ShouldBe(-1.2m);
    }

    [Fact]
    public void Measure_3_7_was_unchanged_in_2024()
    {
        var trend = Of(Given.Low(0), "2024", 18, ("2023", 18));

        trend.Direction.ShouldBe(TrendDirection.Unchanged);
        trend.Change.ShouldBe(0);
    }

    [Fact]
    public void Measure_3_10_has_no_comparison_in_2024_for_it_has_no_outcome_for_2023()
    {
        var trend = Of(Given.High(), "2024", 94.2m, ("2021", 92.6m), ("2022", 92.3m));

        trend.Direction.ShouldBe(TrendDirection.NoComparison);
        trend.NoComparison.ShouldBe(NoComparisonReason.Gap);
        trend.Change.ShouldBeNull();
        trend.ExpectedPeriod.ShouldBe(Period.OfYear(2023));
        trend.LatestKnown.ShouldBe(Given.Value("2022", 92.3m));
    }

    [Fact]
    public void When_low_is_good_a_fall_improves_and_a_rise_worsens()
    {
        Of(Given.Low(), "2024", 16, ("2023", 18)).Direction.ShouldBe(TrendDirection.Improving);
        Of(Given.Low(), "2024", 18, ("2023", 16)).Direction.ShouldBe(TrendDirection.Worsening);
    }

    [Fact]
    public void A_change_is_judged_at_the_shown_decimals()
    {
        Of(Given.High(), "2024", 87.04m, ("2023", 86.95m)).Direction.ShouldBe(TrendDirection.Unchanged);
        Of(Given.High(), "2024", 87.05m, ("2023", 87.04m)).Change.ShouldBe(0.1m);
    }

    [Fact]
    public void One_unit_of_the_last_shown_decimal_is_a_change()
    {
        Of(Given.High(1), "2024", 87.1m, ("2023", 87.0m)).Direction.ShouldBe(TrendDirection.Improving);
        Of(Given.High(0), "2024", 87, ("2023", 88)).Direction.ShouldBe(TrendDirection.Worsening);
    }

    [Fact]
    public void A_change_smaller_than_the_measures_own_threshold_is_unchanged_and_one_as_large_is_not()
    {
        var rule = Given.High(trendThreshold: 2);

        Of(rule, "2024", 88.9m, ("2023", 87)).Direction.ShouldBe(TrendDirection.Unchanged);
        Of(rule, "2024", 88.9m, ("2023", 87)).Change.ShouldBe(1.9m);
        Of(rule, "2024", 89, ("2023", 87)).Direction.ShouldBe(TrendDirection.Improving);
        Of(rule, "2024", 85, ("2023", 87)).Direction.ShouldBe(TrendDirection.Worsening);
        Of(rule, "2024", 85, ("2023", 87)).Threshold.ShouldBe(2);
    }

    [Fact]
    public void No_change_is_unchanged_even_with_a_threshold_of_zero() =>
        Of(Given.High(trendThreshold: 0), "2024", 87, ("2023", 87)).Direction.ShouldBe(TrendDirection.Unchanged);

    [Fact]
    public void A_changed_method_since_the_earlier_period_leaves_nothing_to_compare()
    {
        var trend = Of(Given.High(), Frequency.Year, "2024", 89.5m, [2024], ("2023", 87.7m));

        trend.NoComparison.ShouldBe(NoComparisonReason.DefinitionBreak);
        trend.Direction.ShouldBe(TrendDirection.NoComparison);
        trend.LatestKnown.ShouldBe(Given.Value("2023", 87.7m));
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2025)]
    public void A_method_changed_before_or_after_both_periods_does_not_matter(int breakYear) =>
        Of(Given.High(), Frequency.Year, "2024", 89.5m, [breakYear], ("2023", 87.7m)).Direction.ShouldBe(TrendDirection.Improving);

    [Theory]
    [InlineData(2022, false)]
    [InlineData(2023, true)]
    [InlineData(2024, true)]
    public void A_biennial_series_is_broken_by_a_change_in_either_of_its_two_years(int breakYear, bool broken) =>
        (Of(Given.High(), Frequency.EverySecondYear, "2024", 75, [breakYear], ("2022", 72)).NoComparison == NoComparisonReason.DefinitionBreak)
            .ShouldBe(broken);

    [Fact]
    public void A_biennial_series_is_compared_two_years_back()
    {
        var trend = Of(Given.High(), Frequency.EverySecondYear, "2024", 75, [], ("2022", 72), ("2023", 80));

        trend.Direction.ShouldBe(TrendDirection.Improving);
        trend.Change.ShouldBe(3);
        trend.ExpectedPeriod.ShouldBe(Period.OfYear(2022));
    }

    [Theory]
    [InlineData("2024-T2", "2023-T2")]
    [InlineData("2024-08", "2023-08")]
    public void A_part_of_a_year_is_compared_with_the_same_part_of_the_year_before(string current, string expected)
    {
        var trend = Of(Given.High(), current, 80, (expected, 70), ("2023", 90), ("2023-T1", 95), ("2023-07", 99));

        trend.Change.ShouldBe(10);
    }

    [Fact]
    public void A_yes_or_no_has_no_trend()
    {
        var trend = Of(Given.YesNo(), "2024", 1, ("2023", 0));

        trend.Direction.ShouldBe(TrendDirection.NoComparison);
        trend.NoComparison.ShouldBe(NoComparisonReason.YesNo);
        trend.LatestKnown.ShouldBe(Given.Value("2023", 0));
    }

    [Fact]
    public void A_year_without_outcome_has_no_trend_but_tells_the_latest_known_value()
    {
        var trend = Trend.Of(Given.High(), Frequency.Year, null, [Given.Value("2021", 90), Given.Value("2022", 91)], []);

        trend.NoComparison.ShouldBe(NoComparisonReason.NoOutcome);
        trend.ExpectedPeriod.ShouldBeNull();
        trend.LatestKnown.ShouldBe(Given.Value("2022", 91));
    }

    [Fact]
    public void A_first_outcome_has_nothing_to_be_compared_with()
    {
        var trend = Of(Given.High(), "2024", 89.5m);

        trend.NoComparison.ShouldBe(NoComparisonReason.Gap);
        trend.LatestKnown.ShouldBeNull();
    }

    [Fact]
    public void The_trend_of_low_is_good_mirrors_that_of_high_is_good() =>
        Prop.ForAll(Pairs(), pair =>
        {
            var (now, before) = pair;
            var high = Of(Given.High(), "2024", now, ("2023", before));
            var low = Of(Given.Low(), "2024", -now, ("2023", -before));
            return high.Direction == low.Direction && high.Change == -low.Change;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Going_back_is_the_opposite_of_going_there() =>
        Prop.ForAll(Pairs(), pair =>
        {
            var (now, before) = pair;
            var there = Of(Given.High(), "2024", now, ("2023", before)).Direction;
            var back = Of(Given.High(), "2024", before, ("2023", now)).Direction;
            return back == there switch
            {
                TrendDirection.Improving => TrendDirection.Worsening,
                TrendDirection.Worsening => TrendDirection.Improving,
                TrendDirection.Unchanged => TrendDirection.Unchanged,
                TrendDirection.NoComparison => throw new InvalidOperationException("Two outcomes a year apart are always compared."),
            };
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<(decimal Now, decimal Before)> Pairs() => Arb.From(
        from before in Gen.Choose(-10000, 10000)
        from change in Gen.Choose(-50, 50)
        select ((before + change) / 100m, before / 100m));

    private static Trend Of(JudgingRule rule, string period, decimal amount, params (string Period, decimal Amount)[] earlier) =>
        Of(rule, Frequency.Year, period, amount, [], earlier);

    private static Trend Of(
        JudgingRule rule, Frequency frequency, string period, decimal amount, int[] breakYears, params (string Period, decimal Amount)[] earlier) =>
        Trend.Of(rule, frequency, Given.Value(period, amount), [.. earlier.Select(e => Given.Value(e.Period, e.Amount))], breakYears);
}
