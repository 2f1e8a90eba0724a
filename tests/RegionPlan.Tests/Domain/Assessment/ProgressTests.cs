using RegionPlan.Domain.Assessment;

namespace RegionPlan.Tests.Domain.Assessment;

/// <summary>All against a plan whose first year is 2024.</summary>
public sealed class ProgressTests
{
    [Fact]
    public void The_pace_since_the_last_outcome_before_the_plan_is_carried_on_to_the_targets_year()
    {
        var progress = Of(Given.High(), 92, 2026, ("2023", 87.7m), ("2024", 89.5m));

        progress.ShouldSatisfyAllConditions(
            p => p.Target.ShouldBe(92),
            p => p.TargetYear.ShouldBe(2026),
            p => p.Current.ShouldBe(Given.Value("2024", 89.5m)),
            p => p.DistanceLeft.ShouldBe(2.5m),
            p => p.Baseline.ShouldBe(Given.Value("2023", 87.7m)),
            p => p.PacePerYear.ShouldBe(1.8m),
            p => p.ProjectedAtTargetYear.ShouldBe(93.1m),
            p => p.Answer.ShouldBe(PaceAnswer.ReachesInTime));
    }

    [Theory]
    [InlineData(93.1, PaceAnswer.ReachesInTime)]
    [InlineData(93.2, PaceAnswer.TooSlow)]
    public void Reaching_the_target_exactly_in_its_year_is_in_time(double target, PaceAnswer expected) =>
        Of(Given.High(), (decimal)target, 2026, ("2023", 87.7m), ("2024", 89.5m)).Answer.ShouldBe(expected);

    [Fact]
    public void A_pace_in_the_wrong_direction_is_too_slow() =>
        Of(Given.High(), 95, 2030, ("2023", 83.6m), ("2024", 82.4m)).Answer.ShouldBe(PaceAnswer.TooSlow);

    [Fact]
    public void Standing_still_short_of_the_target_is_too_slow() =>
        Of(Given.High(), 95, 2030, ("2023", 83.6m), ("2024", 83.6m)).Answer.ShouldBe(PaceAnswer.TooSlow);

    [Fact]
    public void When_low_is_good_the_distance_and_the_pace_are_mirrored()
    {
        var reaches = Of(Given.Low(), 4, 2026, ("2023", 7.4m), ("2024", 6));
        reaches.DistanceLeft.ShouldBe(2);
        reaches.PacePerYear.ShouldBe(-1.4m);
        reaches.ProjectedAtTargetYear.ShouldBe(3.2m);
        reaches.Answer.ShouldBe(PaceAnswer.ReachesInTime);

        Of(Given.Low(), 3, 2026, ("2023", 7.4m), ("2024", 6)).Answer.ShouldBe(PaceAnswer.TooSlow);
        Of(Given.Low(), 7, 2026, ("2023", 7.4m), ("2024", 6)).Answer.ShouldBe(PaceAnswer.AlreadyReached);
    }

    [Fact]
    public void A_target_that_is_reached_has_nothing_left_with_or_without_a_year()
    {
        var passed = Of(Given.High(), 89, 2026, ("2023", 87.7m), ("2024", 89.5m));
        passed.DistanceLeft.ShouldBe(0);
        passed.Answer.ShouldBe(PaceAnswer.AlreadyReached);

        Of(Given.High(), 89.5m, null, ("2024", 89.5m)).Answer.ShouldBe(PaceAnswer.AlreadyReached);
    }

    [Fact]
    public void The_distance_is_judged_at_the_shown_decimals()
    {
        var progress = Of(Given.High(), 90, null, ("2024", 89.95m));

        progress.Current.Amount.ShouldBe(90.0m);
        progress.Answer.ShouldBe(PaceAnswer.AlreadyReached);
    }

    [Fact]
    public void The_target_is_judged_at_the_shown_decimals_too()
    {
        var progress = Of(Given.High(), 89.54m, null, ("2024", 89.54m));

        progress.Target.ShouldBe(89.5m);
        progress.DistanceLeft.ShouldBe(0);
        progress.Answer.ShouldBe(PaceAnswer.AlreadyReached);
    }

    [Fact]
    public void A_pace_that_no_decimal_can_hold_is_carried_on_exactly()
    {
        Of(Given.High(0), 2, 2027, ("2021", 0), ("2024", 1)).Answer.ShouldBe(PaceAnswer.ReachesInTime);
        Of(Given.Low(0), 78, 2027, ("2021", 80), ("2024", 79)).Answer.ShouldBe(PaceAnswer.ReachesInTime);
        Of(Given.Low(), 1, 2027, ("2021", 2), ("2024", 1.9m)).ProjectedAtTargetYear.ShouldBe(1.8m);
    }

    [Fact]
    public void A_part_of_a_year_is_not_carried_on_where_there_are_whole_years()
    {
        var progress = Of(Given.High(), 95, 2026, ("2022-T3", 50), ("2023-12", 60), ("2023", 87), ("2024", 89), ("2025-T1", 30));

        progress.Current.ShouldBe(Given.Value("2024", 89));
        progress.Baseline.ShouldBe(Given.Value("2023", 87));
    }

    [Fact]
    public void Without_whole_years_the_latest_part_of_each_year_stands_for_it()
    {
        var progress = Of(Given.High(), 95, 2026, ("2023-11", 60), ("2023-12", 70), ("2023-T3", 80), ("2024-T1", 70), ("2024-T2", 84));

        progress.Current.ShouldBe(Given.Value("2024-T2", 84));
        progress.Baseline.ShouldBe(Given.Value("2023-T3", 80));
        progress.PacePerYear.ShouldBe(4);
    }

    [Fact]
    public void Without_a_year_the_pace_is_told_but_not_judged()
    {
        var progress = Of(Given.High(), 95, null, ("2023", 87.7m), ("2024", 89.5m));

        progress.Answer.ShouldBe(PaceAnswer.NoYear);
        progress.PacePerYear.ShouldBe(1.8m);
        progress.ProjectedAtTargetYear.ShouldBeNull();
        progress.DistanceLeft.ShouldBe(5.5m);
    }

    [Fact]
    public void The_baseline_is_the_last_outcome_before_the_plan_however_many_there_are()
    {
        var progress = Of(Given.High(), 95, 2026, ("2019", 60), ("2022", 86), ("2024", 90), ("2021", 70));

        progress.Baseline.ShouldBe(Given.Value("2022", 86));
        progress.PacePerYear.ShouldBe(2);
    }

    [Fact]
    public void Without_outcomes_before_the_plan_the_baseline_is_the_first_within_it()
    {
        var progress = Of(Given.High(), 95, 2028, ("2026", 92), ("2024", 90), ("2025", 93));

        progress.Baseline.ShouldBe(Given.Value("2024", 90));
        progress.PacePerYear.ShouldBe(1);
        progress.ProjectedAtTargetYear.ShouldBe(94);
    }

    [Fact]
    public void One_outcome_shows_no_pace()
    {
        var progress = Of(Given.High(), 95, 2026, ("2024", 89.5m));

        progress.Answer.ShouldBe(PaceAnswer.PaceUnknown);
        progress.PacePerYear.ShouldBeNull();
        progress.Baseline.ShouldBeNull();
        progress.DistanceLeft.ShouldBe(5.5m);
    }

    [Fact]
    public void An_outcome_older_than_the_plan_is_where_it_stands_until_a_newer_one_comes()
    {
        var progress = Of(Given.High(), 95, 2026, ("2022", 85), ("2023", 87.7m));

        progress.Current.ShouldBe(Given.Value("2023", 87.7m));
        progress.Answer.ShouldBe(PaceAnswer.PaceUnknown);
    }

    [Theory]
    [InlineData(2023, true)]
    [InlineData(2024, false)]
    [InlineData(2025, false)]
    [InlineData(2026, true)]
    public void A_method_that_changed_between_the_baseline_and_now_leaves_the_pace_unknown(int breakYear, bool paceKnown)
    {
        var progress = Progress.Of(
            Given.High(), 95, 2028, [Given.Value("2023", 87), Given.Value("2025", 89)], planFirstYear: 2024, [breakYear]).ShouldNotBeNull();

        (progress.PacePerYear is not null).ShouldBe(paceKnown);
        (progress.Answer != PaceAnswer.PaceUnknown).ShouldBe(paceKnown);
    }

    [Theory]
    [InlineData(2024)]
    [InlineData(2023)]
    public void A_target_not_reached_when_its_year_is_over_has_had_its_time(int targetYear)
    {
        var progress = Of(Given.High(), 95, targetYear, ("2023", 87.7m), ("2024", 89.5m));

        progress.Answer.ShouldBe(PaceAnswer.YearPassed);
        progress.ProjectedAtTargetYear.ShouldBeNull();
        Of(Given.High(), 95, targetYear, ("2024", 89.5m)).Answer.ShouldBe(PaceAnswer.YearPassed);
        Of(Given.High(), 89.5m, targetYear, ("2024", 89.5m)).Answer.ShouldBe(PaceAnswer.AlreadyReached);
    }

    [Fact]
    public void A_target_whose_year_is_under_way_has_not_had_all_its_time()
    {
        Of(Given.High(), 95, 2024, ("2023-T2", 87.7m), ("2024-T2", 89.5m)).Answer.ShouldBe(PaceAnswer.PaceUnknown);
        Of(Given.High(), 95, 2024, ("2023-T3", 87.7m), ("2024-T3", 89.5m)).Answer.ShouldBe(PaceAnswer.YearPassed);
    }

    [Fact]
    public void Without_outcomes_there_is_no_progress() => Progress.Of(Given.High(), 95, 2026, [], 2024, []).ShouldBeNull();

    [Fact]
    public void A_yes_or_no_has_no_progress() => Progress.Of(Given.YesNo(), 1, 2026, [Given.Value("2024", 0)], 2024, []).ShouldBeNull();

    private static Progress Of(JudgingRule rule, decimal target, int? year, params (string Period, decimal Amount)[] outcomes) =>
        Progress.Of(rule, target, year, [.. outcomes.Select(o => Given.Value(o.Period, o.Amount))], planFirstYear: 2024, breakYears: [])
            .ShouldNotBeNull();
}
