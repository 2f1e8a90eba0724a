using RegionPlan.Domain.Assessment;

namespace RegionPlan.Tests.Domain.Assessment;

public sealed class GoalAssessmentTests
{
    [Fact]
    public void An_empty_goal_has_no_status()
    {
        var assessment = Of();

        assessment.Status.ShouldBe(GoalStatus.NotAssessed);
        assessment.Mean.ShouldBeNull();
        assessment.MeanWithMissingAsZero.ShouldBeNull();
        assessment.CappedByMissing.ShouldBeFalse();
    }

    [Fact]
    public void A_goal_without_targets_has_no_status_however_many_series_it_has() =>
        Of(noTarget: 7).Status.ShouldBe(GoalStatus.NotAssessed);

    [Theory]
    [InlineData(3, 0, 1, GoalStatus.Achieved)] // 0.75
    [InlineData(2, 1, 1, GoalStatus.PartlyAchieved)] // 0.625
    [InlineData(0, 4, 1, GoalStatus.PartlyAchieved)] // 0.4
    [InlineData(2, 0, 3, GoalStatus.PartlyAchieved)] // 0.4
    [InlineData(1, 1, 2, GoalStatus.NotAchieved)] // 0.375
    [InlineData(0, 0, 1, GoalStatus.NotAchieved)]
    [InlineData(1, 0, 0, GoalStatus.Achieved)]
    public void The_mean_of_achieved_as_1_partly_as_a_half_and_not_as_0_is_held_against_the_limits_inclusively(
        int achieved, int partly, int not, GoalStatus expected) =>
        Of(achieved, partly, not).Status.ShouldBe(expected);

    [Fact]
    public void Series_without_target_do_not_count() =>
        Of(achieved: 3, not: 1, noTarget: 20).Status.ShouldBe(GoalStatus.Achieved);

    [Fact]
    public void Exactly_half_of_the_targeted_series_is_not_enough_to_judge_by()
    {
        Of(achieved: 2, missing: 2).Status.ShouldBe(GoalStatus.InsufficientBasis);
        Of(not: 2, missing: 2).Status.ShouldBe(GoalStatus.InsufficientBasis);
        Of(achieved: 3, missing: 2).Status.ShouldNotBe(GoalStatus.InsufficientBasis);
    }

    [Fact]
    public void A_goal_with_only_missing_outcomes_is_not_enough_to_judge_by()
    {
        var assessment = Of(missing: 3);

        assessment.Status.ShouldBe(GoalStatus.InsufficientBasis);
        assessment.Mean.ShouldBeNull();
        assessment.MeanWithMissingAsZero.ShouldBe(0);
    }

    [Fact]
    public void A_goal_is_achieved_only_if_it_would_be_with_the_missing_ones_counted_zero()
    {
        var capped = Of(achieved: 2, missing: 1);
        capped.Status.ShouldBe(GoalStatus.PartlyAchieved);
        capped.CappedByMissing.ShouldBeTrue();

        var holds = Of(achieved: 3, missing: 1);
        holds.Status.ShouldBe(GoalStatus.Achieved);
        holds.CappedByMissing.ShouldBeFalse();
    }

    [Fact]
    public void A_goal_that_is_partly_achieved_by_its_mean_is_not_said_to_be_capped() =>
        Of(achieved: 1, partly: 1, not: 1, missing: 1).CappedByMissing.ShouldBeFalse();

    [Fact]
    public void A_goal_with_too_few_outcomes_to_judge_by_is_not_said_to_be_capped() =>
        Of(achieved: 1, missing: 1).CappedByMissing.ShouldBeFalse();

    [Fact]
    public void Goal_1_had_too_few_outcomes_in_2024()
    {
        var assessment = Of(partly: 1, not: 2, missing: 10);

        assessment.Status.ShouldBe(GoalStatus.InsufficientBasis);
        assessment.Counts.WithOutcome.ShouldBe(3);
        assessment.Counts.Targeted.ShouldBe(13);
    }

    [Fact]
    public void Goal_4_had_no_outcome_at_all_in_2024() => Of(missing: 4).Status.ShouldBe(GoalStatus.InsufficientBasis);

    [Fact]
    public void Goal_5_had_one_outcome_of_two_in_2024() => Of(not: 1, missing: 1).Status.ShouldBe(GoalStatus.InsufficientBasis);

    [Fact]
    public void The_answer_carries_its_means_and_the_limits_it_was_held_against()
    {
        var assessment = Of(achieved: 1, partly: 1, missing: 1);

        assessment.Mean.ShouldBe(0.75m);
        assessment.MeanWithMissingAsZero.ShouldBe(0.5m);
        assessment.Thresholds.ShouldBe(new GoalThresholds(0.75m, 0.4m, 0.5m));
    }

    [Fact]
    public void The_limits_are_data()
    {
        var strict = new GoalThresholds(Achieved: 1, PartlyAchieved: 0.8m, Coverage: 0.9m);

        GoalAssessment.Of(Statuses(3, 0, 1), strict).Status.ShouldBe(GoalStatus.NotAchieved);
        GoalAssessment.Of(Statuses(4, 0, 0), strict).Status.ShouldBe(GoalStatus.Achieved);
        GoalAssessment.Of(Statuses(9, 0, 0, missing: 1), strict).Status.ShouldBe(GoalStatus.InsufficientBasis);
    }

    internal static IEnumerable<OutcomeStatus> Statuses(int achieved = 0, int partly = 0, int not = 0, int missing = 0, int noTarget = 0) =>
    [
        .. Enumerable.Repeat(OutcomeStatus.Achieved, achieved),
        .. Enumerable.Repeat(OutcomeStatus.PartlyAchieved, partly),
        .. Enumerable.Repeat(OutcomeStatus.NotAchieved, not),
        .. Enumerable.Repeat(OutcomeStatus.OutcomeMissing, missing),
        .. Enumerable.Repeat(OutcomeStatus.NoTarget, noTarget),
    ];

    private static GoalAssessment Of(int achieved = 0, int partly = 0, int not = 0, int missing = 0, int noTarget = 0) =>
        GoalAssessment.Of(Statuses(achieved, partly, not, missing, noTarget), GoalThresholds.Default);
}
