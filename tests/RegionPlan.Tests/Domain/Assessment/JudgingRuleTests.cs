using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Tests.Domain.Assessment;

public sealed class JudgingRuleTests
{
    [Fact]
    public void The_rule_of_a_measure_is_its_own_terms() =>
        JudgingRule.Of(Given.Percent() with { Desired = DesiredDirection.Low, Decimals = 2, Tolerance = 3, TrendThreshold = 0.5m })
            .ShouldBe(new JudgingRule(DesiredDirection.Low, 2, 3, 0.5m));

    [Fact]
    public void A_change_counts_from_one_unit_of_the_last_shown_decimal_unless_the_measure_says_otherwise()
    {
        Given.High(0).TrendThreshold.ShouldBe(1);
        Given.High(1).TrendThreshold.ShouldBe(0.1m);
        Given.High(4).TrendThreshold.ShouldBe(0.0001m);
        Given.High(1, trendThreshold: 2).TrendThreshold.ShouldBe(2);
    }

    [Fact]
    public void A_value_is_shown_rounded_half_away_from_zero()
    {
        Given.High(1).Shown(86.95m).ShouldBe(87.0m);
        Given.High(1).Shown(86.85m).ShouldBe(86.9m);
        Given.High(1).Shown(-0.25m).ShouldBe(-0.3m);
        Given.High(0).Shown(2.5m).ShouldBe(3);
    }
}
