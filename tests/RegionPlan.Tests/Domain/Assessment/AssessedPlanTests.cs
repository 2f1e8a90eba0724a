using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Tests.Domain.Assessment;

public sealed class AssessedPlanTests
{
    private readonly GivenPlan plan = Given.APlanWithMeasures();

    [Fact]
    public void A_year_without_targets_has_none_in_the_source_and_still_shows_its_outcomes()
    {
        var series = plan.Measure("3.11");
        plan.Target(series, 2024, 87).Outcome(series, "2025", 90.1m, on: "2026-02-10");

        var assessed = plan.AssessSeries(series, 2025);

        assessed.Assessment.Status.ShouldBe(OutcomeStatus.NoTarget);
        assessed.Assessment.Reason.ShouldBe(new OutcomeReason.WithoutTarget(NoTargetReason.MissingInSource, Given.Value("2025", 90.1m)));
        assessed.Outcome.ShouldNotBeNull().Total.ShouldNotBeNull().Amount.ShouldBe(90.1m);
        plan.Assess(2025).Counts.ShouldBe(new StatusCounts(0, 0, 0, 0, NoTarget: 1));
        plan.Assess(2025).Goals.Single().Assessment.Status.ShouldBe(GoalStatus.NotAssessed);
    }

    [Fact]
    public void Goals_measures_and_series_stand_in_the_plans_order_with_their_counts()
    {
        var second = plan.Measure("3.11");
        var first = plan.Measure("3.7", Given.Percent() with { Desired = DesiredDirection.Low, Decimals = 0 });
        var other = plan.Measure("1.2");
        plan.Target(second, 2024, 87).Outcome(second, "2024", 89.5m);
        plan.Target(first, 2024, 16).Outcome(first, "2024", 18);
        plan.Target(other, 2024, 94);

        var assessed = plan.Assess();

        assessed.Measures.Select(m => m.Measure.Code).ShouldBe(["1.2", "3.7", "3.11"]);
        assessed.Goals[1].Directions.ShouldHaveSingleItem().Measures.Select(m => m.Measure.Code).ShouldBe(["3.7", "3.11"]);
        assessed.Series.Select(s => s.Assessment.Status)
            .ShouldBe([OutcomeStatus.OutcomeMissing, OutcomeStatus.NotAchieved, OutcomeStatus.Achieved]);
        assessed.Counts.ShouldBe(new StatusCounts(Achieved: 1, PartlyAchieved: 0, NotAchieved: 1, OutcomeMissing: 1, NoTarget: 0));
        assessed.Goals.Select(g => g.Assessment.Status).ShouldBe([GoalStatus.InsufficientBasis, GoalStatus.PartlyAchieved]);
        assessed.Measure("3.11").ShouldNotBeNull().ResponsibleUnit.ShouldBe("Region Kalmar län");
        assessed.Measure("9.9").ShouldBeNull();
    }

    [Fact]
    public void Each_delmatt_is_a_series_of_its_own_with_its_full_name()
    {
        var phone = plan.Measure("1.7", Given.Percent("Patienternas helhetsintryck"), "pv", new SeriesTerms { Name = "Primärvård" });
        plan.Measure("1.7", series: "oppen", seriesTerms: new SeriesTerms { Name = "Somatisk öppenvård" });
        plan.Target(phone, 2024, 87).Outcome(phone, "2024", 82.4m);

        var measure = plan.Assess().Measure("1.7").ShouldNotBeNull();

        measure.Series.Select(s => s.FullName)
            .ShouldBe(["Patienternas helhetsintryck: Primärvård", "Patienternas helhetsintryck: Somatisk öppenvård"]);
        measure.Series.Select(s => s.Assessment.Status).ShouldBe([OutcomeStatus.NotAchieved, OutcomeStatus.NoTarget]);
    }

    [Fact]
    public void An_invented_outcome_or_target_is_marked_as_example()
    {
        var real = plan.Measure("3.11");
        var invented = plan.Measure("3.12");
        plan.Target(real, 2024, 87).Outcome(real, "2024", 89.5m);
        plan.Target(invented, 2024, 80, isExample: true).Outcome(invented, "2024", 81, isExample: true);

        plan.AssessSeries(real).Outcome.ShouldNotBeNull().IsExample.ShouldBeFalse();
        plan.AssessSeries(real).ShortTerm.ShouldNotBeNull().IsExample.ShouldBeFalse();
        plan.AssessSeries(invented).Outcome.ShouldNotBeNull().IsExample.ShouldBeTrue();
        plan.AssessSeries(invented).ShortTerm.ShouldNotBeNull().IsExample.ShouldBeTrue();
    }

    [Fact]
    public void An_outcome_is_an_example_as_soon_as_one_of_its_figures_is()
    {
        var series = plan.Measure("3.11");
        plan.Outcome(series, "2024", 89.5m)
            .Report(series, "2024", new OutcomeReport(OutcomeValue.Of(89.5m), OutcomeValue.Of(90)), isExample: true);

        var outcome = plan.AssessSeries(series).Outcome.ShouldNotBeNull();
        outcome.Total.ShouldNotBeNull().IsExample.ShouldBeFalse();
        outcome.IsExample.ShouldBeTrue();
    }

    [Fact]
    public void The_outcome_of_a_year_is_its_latest_period_and_the_whole_year_goes_before_its_last_part()
    {
        var series = plan.Measure("3.11");
        plan.Target(series, 2024, 87);

        plan.Outcome(series, "2024-T1", 70).Outcome(series, "2024-T2", 72);
        Judged(series).ShouldBe("2024-T2");

        plan.Outcome(series, "2024-12", 74);
        Judged(series).ShouldBe("2024-12");

        plan.Outcome(series, "2024-T3", 73);
        Judged(series).ShouldBe("2024-T3");

        plan.Outcome(series, "2024", 89.5m);
        Judged(series).ShouldBe("2024");
        plan.AssessSeries(series).Assessment.Status.ShouldBe(OutcomeStatus.Achieved);

        string Judged(MeasureSeries of) => plan.AssessSeries(of).Outcome.ShouldNotBeNull().Period.ToString();
    }

    [Fact]
    public void The_whole_year_goes_before_its_last_part_wherever_the_latest_outcome_is_told()
    {
        var series = plan.Measure("3.11");
        series.SetLongTerm(1, null, new Target.Value(95), Given.Day("2024-01-01"), Given.Recorded());
        plan.Target(series, 2024, 87).Outcome(series, "2023-12", 70).Outcome(series, "2023-T3", 75).Outcome(series, "2023", 87.7m);

        var assessed = plan.AssessSeries(series);
        assessed.Assessment.Reason.ShouldBeOfType<OutcomeReason.WithoutOutcome>().LatestOlder.ShouldBe(Given.Value("2023", 87.7m));
        assessed.Trend.LatestKnown.ShouldBe(Given.Value("2023", 87.7m));
        assessed.LongTerm[0].Progress.ShouldNotBeNull().Current.ShouldBe(Given.Value("2023", 87.7m));

        plan.Outcome(series, "2024-12", 70).Outcome(series, "2024", 89.5m);
        plan.AssessSeries(series).LongTerm[0].Progress.ShouldNotBeNull().ShouldSatisfyAllConditions(
            p => p.Current.ShouldBe(Given.Value("2024", 89.5m)),
            p => p.Baseline.ShouldBe(Given.Value("2023", 87.7m)));
    }

    [Theory]
    [InlineData(1985, MissingReason.NotReported)]
    [InlineData(2150, MissingReason.NotDueYet)]
    public void A_year_that_no_outcome_can_be_about_is_answered_too(int year, MissingReason expected)
    {
        var series = plan.Measure("3.11");
        plan.Target(series, year, 87);

        plan.AssessSeries(series, year, today: "2025-05-01").Assessment.Reason.ShouldBeOfType<OutcomeReason.WithoutOutcome>().Reason.ShouldBe(expected);
    }

    [Fact]
    public void Outcomes_of_other_years_are_history_and_never_judged()
    {
        var series = plan.Measure("3.11");
        plan.Target(series, 2024, 87)
            .Outcome(series, "2025", 99, on: "2026-02-10")
            .Outcome(series, "2022", 86.4m)
            .Outcome(series, "2023", 87.7m);

        var assessed = plan.AssessSeries(series);

        assessed.Assessment.Status.ShouldBe(OutcomeStatus.OutcomeMissing);
        assessed.Assessment.Reason.ShouldBeOfType<OutcomeReason.WithoutOutcome>().LatestOlder.ShouldBe(Given.Value("2023", 87.7m));
        assessed.History.Select(h => h.Period.ToString()).ShouldBe(["2022", "2023", "2025"]);
    }

    [Fact]
    public void What_needs_attention_is_not_achieved_and_the_furthest_from_its_target_comes_first()
    {
        Add("1.3", 82, 77); // 6.1 %
        Add("1.7", 87, 82.4m); // 5.3 %
        Add("3.7", 16, 18, DesiredDirection.Low); // 12.5 %
        Add("3.10", 97, 94.2m); // partly achieved
        Add("3.11", 87, 89.5m); // achieved
        Add("3.13", 88, 76.3m); // 13.3 %
        plan.Target(plan.Measure("4.1"), 2024, 80);

        plan.Assess().NeedingAttention.Select(s => s.Measure.Code).ShouldBe(["3.13", "3.7", "1.3", "1.7"]);

        void Add(string code, decimal target, decimal outcome, DesiredDirection desired = DesiredDirection.High)
        {
            var series = plan.Measure(code, Given.Percent() with { Desired = desired });
            plan.Target(series, 2024, target).Outcome(series, "2024", outcome);
        }
    }

    [Fact]
    public void Seen_from_before_a_correction_the_old_value_and_status_stand()
    {
        var series = plan.Measure("3.11");
        plan.Target(series, 2024, 87)
            .Outcome(series, "2024", 80, on: "2025-02-10")
            .Outcome(series, "2024", 89.5m, on: "2025-03-15", why: "Fel fil lästes in");

        var before = plan.AssessSeries(series, asOf: "2025-03-14");
        before.Outcome.ShouldNotBeNull().Total.ShouldNotBeNull().Amount.ShouldBe(80);
        before.Assessment.Status.ShouldBe(OutcomeStatus.NotAchieved);

        var after = plan.AssessSeries(series, asOf: "2025-03-15");
        after.Outcome.ShouldNotBeNull().Total.ShouldNotBeNull().Amount.ShouldBe(89.5m);
        after.Assessment.Status.ShouldBe(OutcomeStatus.Achieved);

        plan.AssessSeries(series).Assessment.ShouldBe(after.Assessment);
    }

    [Fact]
    public void Seen_from_before_an_outcome_was_recorded_it_is_missing()
    {
        var series = plan.Measure("3.11");
        plan.Target(series, 2024, 87).Outcome(series, "2024", 89.5m, on: "2025-02-10");

        plan.AssessSeries(series, asOf: "2025-02-09").Assessment.Status.ShouldBe(OutcomeStatus.OutcomeMissing);
    }

    [Fact]
    public void Seen_from_before_a_new_target_decision_the_old_target_stands()
    {
        var series = plan.Measure("3.11");
        plan.Target(series, 2024, 87).Outcome(series, "2024", 89.5m);
        series.SetShortTerm(2024, new Target.Value(95), Given.Day("2024-01-01"), Given.Recorded("2025-03-15", "Höjt målvärde"));

        plan.AssessSeries(series, asOf: "2025-03-14").Assessment.Status.ShouldBe(OutcomeStatus.Achieved);
        plan.AssessSeries(series).Assessment.Status.ShouldBe(OutcomeStatus.NotAchieved);
    }

    [Fact]
    public void A_plan_seen_from_before_it_was_recorded_is_not_there()
    {
        plan.Measure("3.11");

        plan.TryAssess(asOf: "2023-11-27").ShouldBeNull();
        plan.TryAssess(asOf: "2023-11-28").ShouldNotBeNull();
    }

    [Fact]
    public void On_a_date_before_a_definition_changed_the_old_definition_holds_and_judges()
    {
        var series = plan.Measure("3.11", Given.Percent("Gammalt namn") with { Tolerance = 10 });
        plan.Target(series, 2024, 87).Outcome(series, "2024", 80);
        plan.MeasureOf(series).Define(
            Given.Percent("Nytt namn") with { Tolerance = 1 }, Given.Day("2024-07-01"), Given.Recorded("2024-06-01", "Ny mätmetod"));

        var before = plan.AssessSeries(series, validOn: "2024-06-30");
        before.MeasureTerms.Name.ShouldBe("Gammalt namn");
        before.Assessment.Status.ShouldBe(OutcomeStatus.PartlyAchieved);

        var after = plan.AssessSeries(series, validOn: "2024-07-01");
        after.MeasureTerms.Name.ShouldBe("Nytt namn");
        after.Assessment.Status.ShouldBe(OutcomeStatus.NotAchieved);
    }

    [Fact]
    public void A_year_is_judged_by_the_definition_that_holds_on_its_last_day()
    {
        var series = plan.Measure("3.11", Given.Percent("Gammalt namn"));
        plan.MeasureOf(series).Define(Given.Percent("Nytt namn"), Given.Day("2024-12-31"), Given.Recorded("2024-06-01", "Ny mätmetod"));
        plan.MeasureOf(series).Define(Given.Percent("Nyare namn"), Given.Day("2025-01-01"), Given.Recorded("2024-06-01", "Ny mätmetod"));

        plan.AssessSeries(series, 2024).MeasureTerms.Name.ShouldBe("Nytt namn");
        plan.AssessSeries(series, 2025).MeasureTerms.Name.ShouldBe("Nyare namn");
    }

    [Fact]
    public void An_outcome_that_is_taken_back_disappears_and_an_earlier_period_takes_its_place()
    {
        var series = plan.Measure("3.11");
        plan.Target(series, 2024, 87)
            .Outcome(series, "2024-T2", 88)
            .Outcome(series, "2024", 70)
            .TakeBack(series, "2024", on: "2025-03-01", why: "Felaktigt underlag");

        var assessed = plan.AssessSeries(series);

        assessed.Outcome.ShouldNotBeNull().Period.ShouldBe(Period.OfTertial(2024, 2));
        assessed.Assessment.Status.ShouldBe(OutcomeStatus.Achieved);
        assessed.History.Select(h => h.Period.ToString()).ShouldBe(["2024-T2"]);
        plan.AssessSeries(series, asOf: "2025-02-28").Assessment.Status.ShouldBe(OutcomeStatus.NotAchieved);
    }

    [Fact]
    public void Women_and_men_alone_are_shown_but_not_judged()
    {
        var series = plan.Measure("3.11");
        plan.Target(series, 2024, 87).Report(series, "2024", new OutcomeReport(null, OutcomeValue.Of(90), OutcomeValue.Of(88)));

        var assessed = plan.AssessSeries(series);

        assessed.Assessment.Status.ShouldBe(OutcomeStatus.OutcomeMissing);
        var shown = assessed.History.ShouldHaveSingleItem();
        shown.Total.ShouldBeNull();
        shown.Women.ShouldNotBeNull().Amount.ShouldBe(90);
        shown.Men.ShouldNotBeNull().Amount.ShouldBe(88);
    }

    [Theory]
    [InlineData("2024-12-31", MissingReason.NotDueYet)]
    [InlineData("2025-01-01", MissingReason.NotReported)]
    public void A_missing_outcome_is_not_due_until_the_year_is_over(string today, MissingReason expected)
    {
        var series = plan.Measure("3.11");
        plan.Target(series, 2024, 87);

        Missing(series, today).ShouldBe(expected);
    }

    [Theory]
    [InlineData(2022, MissingReason.MeasuringEnded)]
    [InlineData(2023, MissingReason.MeasuringEnded)]
    [InlineData(2024, MissingReason.NotReported)]
    public void A_series_measured_through_an_earlier_year_has_ended(int measuredThrough, MissingReason expected)
    {
        var series = plan.Measure("3.11", seriesTerms: new SeriesTerms { MeasuredThrough = measuredThrough });
        plan.Target(series, 2024, 87);

        Missing(series, "2025-05-01").ShouldBe(expected);
    }

    [Fact]
    public void A_series_own_frequency_goes_before_its_measures()
    {
        var series = plan.Measure("3.1", seriesTerms: new SeriesTerms { Frequency = Frequency.EverySecondYear });
        plan.Outcome(series, "2022", 70).Outcome(series, "2023", 60).Outcome(series, "2024", 75);

        plan.AssessSeries(series).Frequency.ShouldBe(Frequency.EverySecondYear);
        plan.AssessSeries(series).Trend.Change.ShouldBe(5);
    }

    [Fact]
    public void A_break_leaves_the_trend_without_comparison_only_once_it_is_recorded()
    {
        var series = plan.Measure("3.11");
        plan.Outcome(series, "2023", 87.7m).Outcome(series, "2024", 89.5m);
        series.MarkBreak(2024, "Ny enkät", Given.Recorded("2025-03-15"));

        plan.AssessSeries(series, asOf: "2025-03-14").Trend.Change.ShouldBe(1.8m);
        plan.AssessSeries(series).Trend.NoComparison.ShouldBe(NoComparisonReason.DefinitionBreak);
        plan.AssessSeries(series).Breaks.ShouldHaveSingleItem().Text.ShouldBe("Ny enkät");
    }

    [Fact]
    public void Each_step_of_the_long_term_target_has_its_own_progress_and_words_have_none()
    {
        var series = plan.Measure("2.1");
        series.SetLongTerm(2, 2030, new Target.Value(100), Given.Day("2024-01-01"), Given.Recorded());
        series.SetLongTerm(1, 2026, new Target.Value(90), Given.Day("2024-01-01"), Given.Recorded());
        series.SetLongTerm(3, 2045, new Target.Words("Netto noll"), Given.Day("2024-01-01"), Given.Recorded());
        plan.Outcome(series, "2023", 84).Outcome(series, "2024", 86).Outcome(series, "2025", 100, on: "2026-02-10");

        var steps = plan.AssessSeries(series, 2024).LongTerm;

        steps.Select(s => s.Decision.Slot).ShouldBe([1, 2, 3]);
        steps.Select(s => s.Progress?.Answer).ShouldBe([PaceAnswer.ReachesInTime, PaceAnswer.TooSlow, null]);
        steps.Select(s => s.Progress?.DistanceLeft).ShouldBe([4, 14, null]);
    }

    [Fact]
    public void Of_others_published_values_the_latest_known_is_shown()
    {
        var series = plan.Measure("3.11");
        plan.Comparison(series, "0013", "2024", 80)
            .Comparison(series, "0013", "2024", 87.7m, version: 2, on: "2025-03-15")
            .Comparison(series, ComparisonValue.NationCode, "2024", 85);

        plan.AssessSeries(series).Comparisons.Select(c => (c.AreaCode, c.Amount)).ShouldBe([("0000", 85m), ("0013", 87.7m)]);
        plan.AssessSeries(series, asOf: "2025-03-14").Comparisons.Select(c => c.Amount).ShouldBe([85, 80]);
    }

    [Fact]
    public void An_overridden_goal_shows_that_status_and_keeps_the_computed_answer_beside_it()
    {
        plan.Measure("3.11");
        var computed = plan.Assess().Goals.Single();
        computed.Override.ShouldBeNull();
        computed.Status.ShouldBe(GoalStatus.NotAssessed);

        var overriding = Override(2024, GoalStatus.PartlyAchieved, "2025-03-01");

        var goal = plan.Assess().Goals.Single();
        goal.Override.ShouldBe(overriding);
        goal.Status.ShouldBe(GoalStatus.PartlyAchieved);
        goal.Assessment.ShouldBe(computed.Assessment);
    }

    [Fact]
    public void Another_year_of_an_overridden_goal_is_as_computed()
    {
        plan.Measure("3.11");
        Override(2024, GoalStatus.PartlyAchieved, "2025-03-01");

        plan.Assess(2025).Goals.Single().ShouldSatisfyAllConditions(
            g => g.Override.ShouldBeNull(),
            g => g.Status.ShouldBe(GoalStatus.NotAssessed));
    }

    [Fact]
    public void Seen_from_before_an_override_or_after_it_was_taken_back_the_goal_is_as_computed()
    {
        plan.Measure("3.11");
        Override(2024, GoalStatus.PartlyAchieved, "2025-03-01");
        Override(2024, GoalStatus.Achieved, "2025-04-01");
        Override(2024, null, "2025-05-01");

        Seen("2025-02-28").ShouldBe((null, GoalStatus.NotAssessed));
        Seen("2025-03-01").ShouldBe((1, GoalStatus.PartlyAchieved));
        Seen("2025-04-30").ShouldBe((2, GoalStatus.Achieved));
        Seen("2025-05-01").ShouldBe((null, GoalStatus.NotAssessed));

        (int? Version, GoalStatus Status) Seen(string asOf)
        {
            var goal = plan.Assess(asOf: asOf).Goals.Single();
            return (goal.Override?.Version, goal.Status);
        }
    }

    [Fact]
    public void Only_the_years_own_focus_areas_are_shown_in_the_plans_order()
    {
        plan.Plan.AddFocusArea(2024, 2, "Andra", Given.Recorded());
        plan.Plan.AddFocusArea(2024, 1, "Första", Given.Recorded());
        plan.Plan.AddFocusArea(2025, 1, "Nästa år", Given.Recorded());

        plan.Assess(2024).FocusAreas.Select(f => f.Name).ShouldBe(["Första", "Andra"]);
    }

    private GoalOverride Override(int year, GoalStatus? status, string on) =>
        plan.Plan.Goals.Single().Override(year, status, Given.Recorded(on, "Se analys"));

    private MissingReason Missing(MeasureSeries series, string today) =>
        plan.AssessSeries(series, today: today).Assessment.Reason.ShouldBeOfType<OutcomeReason.WithoutOutcome>().Reason;
}
