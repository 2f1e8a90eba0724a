using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;
using RegionPlan.Tests.Domain;
using RegionPlan.Web.Shared;

namespace RegionPlan.Tests.Shared;

/// <summary>Varför denna färg: the rule in words with the figures that went into it.</summary>
public sealed class ExplanationTests
{
    private readonly GivenPlan given = Given.APlanWithMeasures();

    [Fact]
    public void An_outcome_with_the_default_tolerance_tells_five_percent_and_the_limit()
    {
        var series = given.Measure("3.11");
        given.Target(series, 2024, 87).Outcome(series, "2024", 89.5m);

        var explanation = Of(series);

        explanation.Rule.ShouldStartWith("Högt värde är bra. Uppnått när utfallet är minst målvärdet");
        explanation.Inputs.ShouldBe(
        [
            ("Utfall", "89,5\u00a0%, helår 2024"), ("Målvärde", "87\u00a0%"), ("Tolerans", "4,35 (5 % av målvärdet)"), ("Delvis från", "82,65\u00a0%"),
            ("Källa", "Registrerat i RegionPlan"), ("Registrerat", "2025-02-10 13:00 av Regionstaben"),
        ]);
    }

    [Fact]
    public void Where_low_is_good_the_limit_is_upwards()
    {
        var series = given.Measure("3.7", Given.Percent() with { Desired = DesiredDirection.Low, Tolerance = 1.5m });
        given.Target(series, 2024, 16).Outcome(series, "2024", 18);

        var explanation = Of(series);

        explanation.Rule.ShouldStartWith("Lågt värde är bra.");
        explanation.Inputs.ShouldContain(("Tolerans", "1,5 (måttets egen)"));
        explanation.Inputs.ShouldContain(("Delvis till och med", "17,5\u00a0%"));
    }

    [Fact]
    public void A_target_of_zero_has_no_tolerance_and_says_why()
    {
        var series = given.Measure("5.1", Given.Percent() with { LowestPossible = null });
        given.Target(series, 2024, 0).Outcome(series, "2024", -0.3m);

        Of(series).Inputs.ShouldContain(("Tolerans", "0 (målvärdet är 0)"));
    }

    [Fact]
    public void Yes_or_no_has_no_tolerance()
    {
        var series = given.Measure("5.2", Given.YesOrNo());
        given.Target(series, 2024, 1).Outcome(series, "2024", 0);

        var explanation = Of(series);

        explanation.Rule.ShouldBe("Uppnått när svaret är detsamma som målvärdet, annars ej uppnått.");
        explanation.Inputs.Select(i => i.Name).ShouldBe(["Utfall", "Målvärde", "Källa", "Registrerat"]);
        explanation.Inputs[0].Value.ShouldBe("Nej, helår 2024");
    }

    [Fact]
    public void Without_a_target_the_reason_is_told()
    {
        var series = given.Measure("1.7");
        series.SetShortTerm(2024, new Target.None(NoTargetReason.Biennial), given.Plan.FirstDay, Given.Recorded());
        given.Outcome(series, "2024", 50);

        Of(series).Rule.ShouldBe("Utan målvärde för 2024 ges ingen färg: mäts vartannat år.");
        Of(series).Inputs.ShouldBe([("Utfall", "50,0\u00a0%, helår 2024")]);
    }

    [Fact]
    public void Without_an_outcome_the_latest_older_one_is_told()
    {
        var series = given.Measure("3.22");
        given.Target(series, 2024, 3).Outcome(series, "2023", 7.4m);

        var explanation = Of(series);

        explanation.Rule.ShouldStartWith("Utan utfall för 2024 ges ingen färg");
        explanation.Inputs.ShouldBe([("Målvärde", "3\u00a0%"), ("Senaste utfall", "7,4\u00a0%, helår 2023")]);
    }

    [Fact]
    public void An_outcome_that_is_not_due_or_no_longer_measured_says_so()
    {
        var (notDue, ended) = (given.Measure("3.1"), given.Measure("3.2", seriesTerms: new() { MeasuredThrough = 2023 }));
        given.Target(notDue, 2024, 3).Target(ended, 2024, 3);

        Explanation.Of(given.AssessSeries(notDue, today: "2024-06-01"), 2024).Rule.ShouldEndWith("ännu inte aktuellt.");
        Of(ended).Rule.ShouldEndWith("mätningen har upphört.");
    }

    [Fact]
    public void Every_reason_for_no_comparison_is_told_in_words_of_its_own() =>
        Enum.GetValues<NoComparisonReason>().Select(Explanation.NoComparison).ShouldBeUnique();

    [Fact]
    public void A_goal_without_targets_says_that_it_is_not_assessed() =>
        Goal(OutcomeStatus.NoTarget).Rule.ShouldBe("Målet har inga målsatta serier, så det bedöms inte.");

    [Fact]
    public void A_goal_with_too_few_outcomes_tells_how_many_are_asked_for()
    {
        var explanation = Goal(OutcomeStatus.Achieved, OutcomeStatus.OutcomeMissing);

        explanation.Rule.Replace('\u00a0', ' ').ShouldContain("kräver utfall för mer än 50 %");
        explanation.Inputs.ShouldContain(("Målsatta serier med utfall", "1 av 2"));
        explanation.Inputs.ShouldContain(("Medelvärde om det som saknas räknas som 0", "0,5"));
    }

    [Fact]
    public void An_assessed_goal_tells_points_limits_and_mean()
    {
        var explanation = Goal(OutcomeStatus.Achieved, OutcomeStatus.PartlyAchieved, OutcomeStatus.NotAchieved, OutcomeStatus.NoTarget);

        explanation.Rule.ShouldContain("uppnått från 0,75, delvis uppnått från 0,4");
        explanation.Inputs.ShouldBe([("Målsatta serier med utfall", "3 av 3"), ("Uppnådda, delvis, ej uppnådda", "1, 1, 1"), ("Medelvärde", "0,5")]);
    }

    [Fact]
    public void A_goal_held_back_by_what_is_missing_says_so() =>
        Goal(OutcomeStatus.Achieved, OutcomeStatus.Achieved, OutcomeStatus.OutcomeMissing).Rule.ShouldEndWith(
            "Medelvärdet räcker för uppnått, men inte om serierna som saknar utfall räknas som 0; därför delvis uppnått.");

    private static Explanation Goal(params OutcomeStatus[] statuses) => Explanation.Of(GoalAssessment.Of(statuses, GoalThresholds.Default));

    private Explanation Of(MeasureSeries series) => Explanation.Of(given.AssessSeries(series), 2024);
}
