using RegionPlan.Domain;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Tests.Domain.Assessment;

public sealed class OutcomeAssessmentTests
{
    [Theory]
    [InlineData(87.1, OutcomeStatus.Achieved)]
    [InlineData(87.0, OutcomeStatus.Achieved)]
    [InlineData(86.9, OutcomeStatus.PartlyAchieved)]
    [InlineData(82.7, OutcomeStatus.PartlyAchieved)]
    [InlineData(82.6, OutcomeStatus.NotAchieved)]
    public void When_high_is_good_the_outcome_must_reach_the_target_or_its_tolerance_from_below(double outcome, OutcomeStatus expected) =>
        Status(Given.High(), (decimal)outcome, 87).ShouldBe(expected);

    [Theory]
    [InlineData(15.9, OutcomeStatus.Achieved)]
    [InlineData(16.0, OutcomeStatus.Achieved)]
    [InlineData(16.1, OutcomeStatus.PartlyAchieved)]
    [InlineData(16.8, OutcomeStatus.PartlyAchieved)]
    [InlineData(16.9, OutcomeStatus.NotAchieved)]
    public void When_low_is_good_the_outcome_must_reach_the_target_or_its_tolerance_from_above(double outcome, OutcomeStatus expected) =>
        Status(Given.Low(), (decimal)outcome, 16).ShouldBe(expected);

    [Theory]
    [InlineData(1, 1, OutcomeStatus.Achieved)]
    [InlineData(0, 1, OutcomeStatus.NotAchieved)]
    [InlineData(0, 0, OutcomeStatus.Achieved)]
    [InlineData(1, 0, OutcomeStatus.NotAchieved)]
    public void A_yes_or_no_is_equal_to_its_target_or_not_and_never_partly(int outcome, int target, OutcomeStatus expected) =>
        Status(Given.YesNo(), outcome, target).ShouldBe(expected);

    [Fact]
    public void A_yes_or_no_measure_uses_no_tolerance_even_if_it_has_one() =>
        Status(Given.YesNo() with { OwnTolerance = 1 }, 0, 1).ShouldBe(OutcomeStatus.NotAchieved);

    [Fact]
    public void The_default_tolerance_is_five_percent_of_the_target_and_its_boundary_is_partly_achieved()
    {
        Status(Given.High(), 95, 100).ShouldBe(OutcomeStatus.PartlyAchieved);
        Status(Given.High(), 94.9m, 100).ShouldBe(OutcomeStatus.NotAchieved);
        Status(Given.Low(), 105, 100).ShouldBe(OutcomeStatus.PartlyAchieved);
        Status(Given.Low(), 105.1m, 100).ShouldBe(OutcomeStatus.NotAchieved);
    }

    [Fact]
    public void The_tolerance_of_a_negative_target_is_counted_on_its_size()
    {
        Status(Given.High(), -100, -100).ShouldBe(OutcomeStatus.Achieved);
        Status(Given.High(), -105, -100).ShouldBe(OutcomeStatus.PartlyAchieved);
        Status(Given.High(), -105.1m, -100).ShouldBe(OutcomeStatus.NotAchieved);
        Status(Given.Low(), -95, -100).ShouldBe(OutcomeStatus.PartlyAchieved);
        Status(Given.Low(), -94.9m, -100).ShouldBe(OutcomeStatus.NotAchieved);
    }

    [Fact]
    public void A_target_of_zero_has_no_tolerance_unless_the_measure_sets_one()
    {
        Status(Given.High(), 0, 0).ShouldBe(OutcomeStatus.Achieved);
        Status(Given.High(), -0.1m, 0).ShouldBe(OutcomeStatus.NotAchieved);
        Status(Given.High(tolerance: 0.5m), -0.5m, 0).ShouldBe(OutcomeStatus.PartlyAchieved);
        Status(Given.High(tolerance: 0.5m), -0.6m, 0).ShouldBe(OutcomeStatus.NotAchieved);
    }

    [Fact]
    public void The_measures_own_tolerance_is_in_its_own_unit_and_goes_before_the_default()
    {
        Status(Given.High(tolerance: 1), 86, 87).ShouldBe(OutcomeStatus.PartlyAchieved);
        Status(Given.High(tolerance: 1), 85.9m, 87).ShouldBe(OutcomeStatus.NotAchieved);
        Status(Given.High(tolerance: 0), 86.9m, 87).ShouldBe(OutcomeStatus.NotAchieved);
        Status(Given.Low(tolerance: 3), 19, 16).ShouldBe(OutcomeStatus.PartlyAchieved);
        Status(Given.Low(tolerance: 3), 19.1m, 16).ShouldBe(OutcomeStatus.NotAchieved);
    }

    [Theory]
    [InlineData(1, 86.95, OutcomeStatus.Achieved)]
    [InlineData(1, 86.94, OutcomeStatus.PartlyAchieved)]
    [InlineData(2, 86.95, OutcomeStatus.PartlyAchieved)]
    [InlineData(0, 86.5, OutcomeStatus.Achieved)]
    [InlineData(0, 86.49, OutcomeStatus.PartlyAchieved)]
    public void What_is_read_is_what_is_judged(int decimals, double outcome, OutcomeStatus expected) =>
        Status(Given.High(decimals), (decimal)outcome, 87).ShouldBe(expected);

    [Fact]
    public void Negative_values_are_rounded_away_from_zero_too()
    {
        Status(Given.High(), -0.05m, 0).ShouldBe(OutcomeStatus.NotAchieved);
        Status(Given.High(), -0.04m, 0).ShouldBe(OutcomeStatus.Achieved);
    }

    /// <summary>Region Kalmar län's published outcomes for 2024 against the plan's short-term targets.</summary>
    [Theory]
    [InlineData("3.11", DesiredDirection.High, 1, 89.5, 87, OutcomeStatus.Achieved)]
    [InlineData("1.2", DesiredDirection.High, 1, 91.3, 94, OutcomeStatus.PartlyAchieved)]
    [InlineData("3.10", DesiredDirection.High, 1, 94.2, 97, OutcomeStatus.PartlyAchieved)]
    [InlineData("1.3", DesiredDirection.High, 1, 77.0, 82, OutcomeStatus.NotAchieved)]
    [InlineData("1.7 PV", DesiredDirection.High, 1, 82.4, 87, OutcomeStatus.NotAchieved)]
    [InlineData("3.7", DesiredDirection.Low, 0, 18.0, 16, OutcomeStatus.NotAchieved)]
    [InlineData("3.13", DesiredDirection.High, 1, 76.3, 88, OutcomeStatus.NotAchieved)]
    [InlineData("3.14", DesiredDirection.High, 1, 74.0, 81, OutcomeStatus.NotAchieved)]
    [InlineData("5.1", DesiredDirection.High, 1, -0.3, 0, OutcomeStatus.NotAchieved)]
    public void The_outcomes_of_2024_stand_as_the_rule_says(
        string code, DesiredDirection desired, int decimals, double outcome, int target, OutcomeStatus expected) =>
        Status(new JudgingRule(desired, decimals), (decimal)outcome, target).ShouldBe(expected, code);

    [Fact]
    public void The_reason_carries_every_input_and_limit_of_the_rule()
    {
        var reason = Compared(Given.High(), target: 87, outcome: 82.44m);

        reason.ShouldSatisfyAllConditions(
            r => r.Period.ToString().ShouldBe("2024"),
            r => r.Outcome.ShouldBe(82.4m),
            r => r.Target.ShouldBe(87),
            r => r.Desired.ShouldBe(DesiredDirection.High),
            r => r.Tolerance.ShouldBe(4.35m),
            r => r.ToleranceOrigin.ShouldBe(ToleranceOrigin.DefaultShare),
            r => r.PartlyLimit.ShouldBe(82.65m),
            r => r.Distance.ShouldBe(-4.6m));
    }

    [Fact]
    public void The_limit_for_partly_lies_above_the_target_when_low_is_good()
    {
        var reason = Compared(Given.Low(0), target: 16, outcome: 18);

        reason.PartlyLimit.ShouldBe(16.8m);
        reason.Distance.ShouldBe(2);
    }

    [Fact]
    public void The_reason_tells_where_the_tolerance_comes_from()
    {
        Compared(Given.High(), 87, 80).ToleranceOrigin.ShouldBe(ToleranceOrigin.DefaultShare);
        Compared(Given.High(tolerance: 2), 87, 80).ToleranceOrigin.ShouldBe(ToleranceOrigin.Measure);
        Compared(Given.High(tolerance: 2), 0, 1).ToleranceOrigin.ShouldBe(ToleranceOrigin.Measure);
        Compared(Given.High(), 0, 1).ToleranceOrigin.ShouldBe(ToleranceOrigin.ZeroTarget);
        Compared(Given.YesNo(), 1, 1).ToleranceOrigin.ShouldBe(ToleranceOrigin.NotUsed);
    }

    [Fact]
    public void The_shortfall_is_the_distance_on_the_wrong_side_as_a_share_of_the_targets_size()
    {
        Compared(Given.High(), target: 80, outcome: 60).RelativeShortfall.ShouldBe(0.25m);
        Compared(Given.Low(), target: 16, outcome: 18).RelativeShortfall.ShouldBe(0.125m);
        Compared(Given.High(), target: -80, outcome: -100).RelativeShortfall.ShouldBe(0.25m);
        Compared(Given.High(), target: 0, outcome: -0.3m).RelativeShortfall.ShouldBe(0.3m);
        Compared(Given.High(), target: 80, outcome: 90).RelativeShortfall.ShouldBe(0);
        Compared(Given.Low(), target: 16, outcome: 10).RelativeShortfall.ShouldBe(0);
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(0, 0, 0)]
    public void The_shortfall_of_a_yes_or_no_that_is_not_as_wanted_is_whole(int target, int outcome, int expected) =>
        Compared(Given.YesNo(), target, outcome).RelativeShortfall.ShouldBe(expected);

    [Theory]
    [InlineData(MissingReason.NotDueYet)]
    [InlineData(MissingReason.NotReported)]
    [InlineData(MissingReason.MeasuringEnded)]
    [InlineData(MissingReason.UnitsMissing)]
    public void A_target_without_outcome_is_never_judged_and_tells_why_with_the_latest_older_value(MissingReason why)
    {
        var older = Given.Value("2022", 99);

        var assessment = OutcomeAssessment.Of(Given.High(), new Target.Value(87), outcome: null, older, why);

        assessment.Status.ShouldBe(OutcomeStatus.OutcomeMissing);
        assessment.Reason.ShouldBe(new OutcomeReason.WithoutOutcome(why, 87, older));
    }

    [Theory]
    [InlineData(NoTargetReason.Biennial)]
    [InlineData(NoTargetReason.NotDecided)]
    [InlineData(NoTargetReason.MissingInSource)]
    public void An_outcome_without_target_is_never_judged_and_tells_why_with_the_value(NoTargetReason why)
    {
        var outcome = Given.Value("2024", 99);

        var assessment = OutcomeAssessment.Of(Given.High(), new Target.None(why), outcome, latestOlder: null, MissingReason.NotReported);

        assessment.Status.ShouldBe(OutcomeStatus.NoTarget);
        assessment.Reason.ShouldBe(new OutcomeReason.WithoutTarget(why, outcome));
    }

    [Fact]
    public void A_year_that_nothing_is_known_of_has_a_target_missing_in_the_source()
    {
        var assessment = OutcomeAssessment.Of(Given.High(), target: null, Given.Value("2024", 99), latestOlder: null, MissingReason.NotReported);

        assessment.Status.ShouldBe(OutcomeStatus.NoTarget);
        assessment.Reason.ShouldBeOfType<OutcomeReason.WithoutTarget>().Reason.ShouldBe(NoTargetReason.MissingInSource);
    }

    [Fact]
    public void A_series_with_neither_target_nor_outcome_has_no_target_rather_than_a_missing_outcome() =>
        OutcomeAssessment.Of(Given.High(), null, null, null, MissingReason.NotReported).Status.ShouldBe(OutcomeStatus.NoTarget);

    [Fact]
    public void An_outcome_is_judged_although_a_reason_for_missing_is_at_hand() =>
        OutcomeAssessment.Of(Given.High(), new Target.Value(87), Given.Value("2024", 89.5m), null, MissingReason.NotDueYet)
            .Status.ShouldBe(OutcomeStatus.Achieved);

    [Fact]
    public void Words_cannot_be_compared_with_an_outcome() =>
        Should.Throw<RuleViolation>(() => OutcomeAssessment.Of(
            Given.High(), new Target.Words("Netto noll"), Given.Value("2024", 1), null, MissingReason.NotReported));

    private static OutcomeStatus Status(JudgingRule rule, decimal outcome, decimal target) =>
        OutcomeAssessment.Compare(rule, target, Given.Value("2024", outcome)).Status;

    private static OutcomeReason.Compared Compared(JudgingRule rule, decimal target, decimal outcome) =>
        OutcomeAssessment.Compare(rule, target, Given.Value("2024", outcome)).Reason.ShouldBeOfType<OutcomeReason.Compared>();
}
