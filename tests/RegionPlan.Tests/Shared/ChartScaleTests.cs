using FsCheck;
using FsCheck.Fluent;
using RegionPlan.Web.Shared;

namespace RegionPlan.Tests.Shared;

public sealed class ChartScaleTests
{
    [Fact]
    public void The_axis_holds_outcomes_and_targets_between_round_ticks()
    {
        var scale = ChartScale.Around([78.4m, 89.5m, 87m, 90m], 1, 6, percent: true);

        scale.Low.ShouldBeLessThanOrEqualTo(78.4m);
        scale.High.ShouldBeGreaterThanOrEqualTo(90m);
        scale.Ticks.ShouldBe([78m, 80m, 82m, 84m, 86m, 88m, 90m]);
    }

    [Fact]
    public void A_single_value_stands_within_a_span_of_its_own()
    {
        var scale = ChartScale.Around([50m], 1, 5, percent: false);

        scale.Low.ShouldBeLessThan(50m);
        scale.High.ShouldBeGreaterThan(50m);
        scale.Share(50m).ShouldBeInRange(0.3, 0.7);
    }

    [Fact]
    public void A_flat_series_does_not_look_like_a_cliff()
    {
        var scale = ChartScale.Around([89.5m, 89.6m, 89.5m], 1, 6, percent: true);

        (scale.High - scale.Low).ShouldBeGreaterThanOrEqualTo(8.9m, "a tenth of the value");
        (scale.Share(89.6m) - scale.Share(89.5m)).ShouldBeLessThan(0.02);
    }

    [Fact]
    public void Nothing_but_zeros_has_an_axis_too()
    {
        var scale = ChartScale.Around([0m, 0m], 1, 5, percent: false);

        scale.High.ShouldBeGreaterThan(scale.Low);
        scale.Ticks.Count.ShouldBeGreaterThan(1);
        scale.Share(0).ShouldBe(0.5);
    }

    [Fact]
    public void Negative_values_have_ticks_on_both_sides_of_zero()
    {
        var scale = ChartScale.Around([-3.1m, 8.8m, 0m], 1, 6, percent: true);

        scale.Low.ShouldBeLessThanOrEqualTo(-3.1m);
        scale.High.ShouldBeGreaterThanOrEqualTo(8.8m);
        scale.Ticks.ShouldContain(0m);
    }

    [Theory]
    [InlineData(true, 0, 100)]
    [InlineData(false, 0, 1)]
    public void Without_values_there_is_still_an_axis(bool percent, int low, int high)
    {
        var scale = ChartScale.Around([], 0, 5, percent);

        (scale.Low, scale.High).ShouldBe((low, high));
    }

    [Theory]
    [InlineData(99.9, 100)]
    [InlineData(0, 0.4)]
    [InlineData(0, 0)]
    [InlineData(100, 100)]
    public void A_percentage_axis_stays_within_0_and_100(double least, double most)
    {
        var scale = ChartScale.Around([(decimal)least, (decimal)most], 1, 6, percent: true);

        scale.Low.ShouldBeGreaterThanOrEqualTo(0m);
        scale.High.ShouldBeLessThanOrEqualTo(100m);
    }

    [Fact]
    public void A_step_is_never_finer_than_the_last_shown_decimal()
    {
        ChartScale.Around([500m, 501m], 0, 6, percent: false).Step.ShouldBeGreaterThanOrEqualTo(1m);
        ChartScale.Around([0.50m, 0.51m], 2, 6, percent: false).Step.ShouldBeGreaterThanOrEqualTo(0.01m);
    }

    [Fact]
    public void Whatever_the_values_they_are_on_the_axis_and_its_ticks_are_round_and_few() =>
        Prop.ForAll(Gen.Choose(-200_000, 200_000).Select(n => n / 100m).NonEmptyListOf().ToArbitrary(), values =>
        {
            var scale = ChartScale.Around([.. values], 2, 6, percent: false);
            var mantissa = scale.Step;
            while (mantissa < 1)
            {
                mantissa *= 10;
            }

            while (mantissa >= 10)
            {
                mantissa /= 10;
            }

            return scale.Low < scale.High
                && values.All(v => v >= scale.Low && v <= scale.High)
                && mantissa is 1 or 2 or 5
                && scale.Ticks[0] == scale.Low && scale.Ticks[^1] == scale.High
                && scale.Ticks.All(t => t % scale.Step == 0)
                && scale.Ticks.Count is >= 2 and <= 9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Labels_that_would_overlap_are_moved_apart_within_their_bounds() =>
        Prop.ForAll(Gen.Choose(0, 300).Select(n => (double)n).ListOf(5).ToArbitrary(), wanted =>
        {
            var places = ChartScale.Spread([.. wanted], 18, 30, 300);
            var sorted = places.Order().ToList();
            return places.Count == wanted.Count
                && sorted.Zip(sorted.Skip(1)).All(p => p.Second - p.First >= 18 - 1e-9)
                && places.All(p => p is >= 30 - 1e-9 and <= 300 + 1e-9)
                && Enumerable.Range(0, 5).All(i => Enumerable.Range(0, 5).All(j => wanted[i] >= wanted[j] || places[i] < places[j]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Labels_with_room_stay_where_they_are() =>
        ChartScale.Spread([200, 40, 100], 18, 30, 300).ShouldBe([200, 40, 100]);
}
