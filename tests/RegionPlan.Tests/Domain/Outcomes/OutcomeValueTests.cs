using RegionPlan.Domain;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.Outcomes;

public sealed class OutcomeValueTests
{
    [Fact]
    public void A_ratio_is_numerator_over_denominator_times_its_scale_and_keeps_both()
    {
        var value = OutcomeValue.OfRatio(895, 1000, scale: 100);

        value.Amount.ShouldBe(89.5m);
        value.Numerator.ShouldBe(895);
        value.Denominator.ShouldBe(1000);
        OutcomeValue.OfRatio(3, 1500, scale: 1000).Amount.ShouldBe(2);
    }

    [Fact]
    public void A_ratio_is_kept_with_six_decimals_rounded_half_away_from_zero()
    {
        OutcomeValue.OfRatio(2, 3, scale: 100).Amount.ShouldBe(66.666667m);
        OutcomeValue.OfRatio(1, 2_000_000, scale: 1).Amount.ShouldBe(0.000001m);
        OutcomeValue.OfRatio(-1, 2_000_000, scale: 1).Amount.ShouldBe(-0.000001m);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_denominator_must_be_greater_than_zero(int denominator) =>
        Should.Throw<RuleViolation>(() => OutcomeValue.OfRatio(1, denominator, 100)).Message.ShouldBe("Nämnaren ska vara större än noll.");

    [Fact]
    public void A_numerator_of_zero_is_a_value() => OutcomeValue.OfRatio(0, 10, 100).Amount.ShouldBe(0);

    [Fact]
    public void The_largest_number_is_kept_and_a_larger_one_refused_on_either_side_of_zero()
    {
        OutcomeValue.Of(1_000_000_000_000).Amount.ShouldBe(1_000_000_000_000);
        OutcomeValue.Of(-1_000_000_000_000).Amount.ShouldBe(-1_000_000_000_000);
        foreach (var huge in new[] { 1_000_000_000_000.000001m, -1_000_000_000_001, decimal.MaxValue, decimal.MinValue })
        {
            Should.Throw<RuleViolation>(() => OutcomeValue.Of(huge)).Message.ShouldBe("Talet är för stort. Kontrollera antalet siffror.");
            Should.Throw<RuleViolation>(() => OutcomeValue.OfRatio(huge, 1, 100));
        }

        Should.Throw<RuleViolation>(() => OutcomeValue.OfRatio(1, decimal.MaxValue, 100));
    }

    [Fact]
    public void A_ratio_that_comes_to_a_huge_number_is_refused() =>
        Should.Throw<RuleViolation>(() => OutcomeValue.OfRatio(1_000_000_000_000, 0.000001m, 1000))
            .Message.ShouldBe("Talet är för stort. Kontrollera antalet siffror.");

    [Fact]
    public void More_than_six_decimals_are_refused_rather_than_cut()
    {
        OutcomeValue.Of(0.123456m).Amount.ShouldBe(0.123456m);
        OutcomeValue.Of(0.12345600m).Amount.ShouldBe(0.123456m);
        Should.Throw<RuleViolation>(() => OutcomeValue.Of(0.1234567m)).Message.ShouldBe("Ange högst 6 decimaler.");
    }

    [Fact]
    public void Values_are_equal_by_what_they_say_not_by_how_they_were_written()
    {
        OutcomeValue.Of(78.50m).ShouldBe(OutcomeValue.Of(78.5m));
        OutcomeValue.OfRatio(1, 2, 100).ShouldNotBe(OutcomeValue.Of(50));
    }
}
