using RegionPlan.Domain;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Rollup;

namespace RegionPlan.Tests.Domain.Rollup;

public sealed class UnitFiguresTests
{
    private readonly GivenFigures given = new GivenFigures()
        .Unit("norr", UnitKind.Division, "forvaltning")
        .Unit("soder", UnitKind.Division, "forvaltning")
        .Unit("norr-1", UnitKind.Department, "norr")
        .Unit("norr-2", UnitKind.Department, "norr");

    [Fact]
    public void Numerators_and_denominators_are_summed_each_for_themselves()
    {
        given.Records("norr-1", 9, 10).Records("norr-2", 100, 1000).Records("soder", 1, 2);

        given.Of("norr").Value!.Amount.ShouldBe(10.792079m, "109 of 1 010; the mean of 90 % and 10 % would have been 50 %");
        given.Of("forvaltning").Value!.ShouldBe(OutcomeValue.OfRatio(110, 1012, 100));
        given.Of("region").Value!.ShouldBe(given.Of("forvaltning").Value);
    }

    [Fact]
    public void A_derived_figure_says_from_which_units_it_is_and_which_are_missing()
    {
        given.Records("norr-1", 9, 10).Expects("norr-1").Expects("norr-2", 30).Expects("soder", 10);

        var figure = given.Of("forvaltning");
        given.Names(figure.Derived!.Sources.Select(s => s.UnitId)).ShouldBe(["norr-1"]);
        given.Names(figure.Missing.Select(m => m.UnitId)).ShouldBe(["norr-2", "soder"]);
        figure.Missing.ShouldAllBe(m => m.Reason == MissingFigureReason.NotReported);
        figure.Derived.CoveredShare.ShouldBe(0.2m, "10 of 10 + 30 + 10");
    }

    [Fact]
    public void The_covered_share_is_not_told_where_a_missing_unit_has_never_reported()
    {
        given.Records("norr-1", 9, 10).Expects("norr-2");

        given.Of("norr").Derived!.CoveredShare.ShouldBeNull();
    }

    [Fact]
    public void Nothing_missing_is_the_whole_of_it()
    {
        given.Records("norr-1", 9, 10).Records("norr-2", 1, 10).Expects("norr-1").Expects("norr-2");

        given.Of("norr").Derived!.CoveredShare.ShouldBe(1);
        given.Of("norr").Missing.ShouldBeEmpty();
    }

    [Fact]
    public void A_percentage_alone_cannot_be_summed_and_is_told_to_be_missing()
    {
        given.Records("norr-1", 9, 10).Records("norr-2", 50);

        var figure = given.Of("norr");
        figure.Value!.Amount.ShouldBe(90);
        figure.Missing.ShouldBe([new(given["norr-2"].Id, MissingFigureReason.OnlyValue)]);
    }

    [Fact]
    public void A_unit_that_should_report_is_not_missing_where_those_below_it_do()
    {
        given.Records("norr-1", 9, 10).Expects("norr").Expects("norr-1");

        given.Of("forvaltning").Missing.ShouldBeEmpty();
    }

    [Fact]
    public void Where_nobody_has_reported_there_is_no_figure()
    {
        given.Expects("norr-1").Expects("norr-2");

        var figure = given.Of("forvaltning");
        figure.Value.ShouldBeNull();
        figure.Origin.ShouldBeNull();
        given.Names(figure.Missing.Select(m => m.UnitId)).ShouldBe(["norr-1", "norr-2"]);
    }

    [Fact]
    public void Counts_are_summed()
    {
        var counts = new GivenFigures(Given.Percent() with { UnitText = "antal", HighestPossible = null, RatioScale = 1, Decimals = 0, Aggregation = Aggregation.Sum })
            .Unit("a", UnitKind.Department, "forvaltning").Unit("b", UnitKind.Department, "forvaltning").Records("a", 12).Records("b", 30);

        counts.Of("region").Value.ShouldBe(OutcomeValue.Of(42));
    }

    [Fact]
    public void What_cannot_be_summed_is_only_where_it_is_recorded()
    {
        var index = new GivenFigures(Given.Percent() with { UnitText = "index", RatioScale = 1 }).Unit("a", UnitKind.Department, "forvaltning").Records("a", 79);

        index.Of("a").Value!.Amount.ShouldBe(79);
        index.Of("forvaltning").Value.ShouldBeNull();
    }

    [Fact]
    public void An_own_figure_that_says_the_same_as_the_derived_is_no_difference()
    {
        given.Records("norr-1", 9, 10).Records("norr-2", 1, 10).Records("norr", 10, 20);

        given.Of("norr").Differs.ShouldBeFalse();
    }

    [Fact]
    public void An_own_figure_that_differs_stands_until_somebody_chooses_and_is_what_is_summed_above()
    {
        given.Records("norr-1", 9, 10).Records("norr", 40, 50).Records("soder", 0, 50);

        var norr = given.Of("norr");
        norr.Differs.ShouldBeTrue();
        (norr.Own!.Amount, norr.Derived!.Value.Amount, norr.Value!.Amount).ShouldBe((80m, 90m, 80m));
        given.Of("forvaltning").Value.ShouldBe(OutcomeValue.OfRatio(40, 100, 100));
    }

    [Fact]
    public void Equal_percentages_of_other_sizes_differ_since_they_weigh_differently_above()
    {
        given.Records("norr-1", 1, 2).Records("norr", 50, 100);

        given.Of("norr").Differs.ShouldBeTrue();
    }

    [Fact]
    public void The_chosen_figure_is_shown_and_summed()
    {
        given.Records("norr-1", 9, 10).Records("norr", 40, 50).Records("soder", 0, 90).Chooses("norr", FigureOrigin.Derived);

        given.Of("norr").Value!.Amount.ShouldBe(90);
        given.Of("forvaltning").Value.ShouldBe(OutcomeValue.OfRatio(9, 100, 100));
    }

    [Fact]
    public void A_choice_lapses_when_what_was_chosen_between_changes()
    {
        given.Records("norr-1", 9, 10).Records("norr", 40, 50).Chooses("norr", FigureOrigin.Derived).Records("norr-2", 1, 10);

        var figure = given.Of("norr");
        figure.Choice.ShouldBeNull();
        figure.Differs.ShouldBeTrue();
        figure.Value!.Amount.ShouldBe(80);
    }

    [Fact]
    public void A_choice_needs_a_reason()
    {
        given.Records("norr-1", 9, 10).Records("norr", 40, 50);
        var figure = given.Of("norr");

        Should.Throw<RuleViolation>(() => new ValueChoice(figure.Own!.Key, [], FigureOrigin.Own, figure.Own!, figure.Derived!, Given.Recorded()))
            .Message.ShouldBe("Skriv varför det ena värdet gäller framför det andra.");
    }

    [Fact]
    public void Invented_figures_stay_below_the_region()
    {
        given.Records("norr-1", 9, 10, isExample: true).Records("soder", 1, 10);

        given.Of("namnd").Value.ShouldBe(OutcomeValue.OfRatio(10, 20, 100));
        given.Of("namnd").IsExample.ShouldBeTrue();
        given.Of("region").Value.ShouldBe(OutcomeValue.OfRatio(1, 10, 100));
        given.Of("region").IsExample.ShouldBeFalse();
    }

    [Fact]
    public void An_invented_figure_between_does_not_hide_a_real_one_from_the_region()
    {
        given.Records("norr-1", 1, 10).Records("norr-2", 5, 10, isExample: true).Records("norr", 90, 100, isExample: true);

        given.Of("norr").Value!.Amount.ShouldBe(90);
        given.Of("region").Value.ShouldBe(OutcomeValue.OfRatio(1, 10, 100));
    }

    [Fact]
    public void What_the_region_lacks_is_not_judged_by_invented_sizes()
    {
        given.Records("norr-1", 1, 10).Expects("soder", 30, isExample: true);

        given.Of("region").Derived!.CoveredShare.ShouldBeNull();
        given.Names(given.Of("region").Missing.Select(m => m.UnitId)).ShouldBe(["soder"]);
        given.Records("norr-2", 1, 10, isExample: true);
        given.Of("namnd").Derived!.CoveredShare.ShouldBe(0.4m, "20 of 20 + 30, all of it an example");
    }

    [Fact]
    public void Invented_figures_are_no_question_to_a_real_one()
    {
        given.Records("norr-1", 9, 10, isExample: true).Records("norr", 40, 50).Records("region", 77);

        given.Of("norr").Differs.ShouldBeFalse();
        given.Of("norr").Value!.Amount.ShouldBe(80);
        given.Of("region").Value!.Amount.ShouldBe(77);
    }

    [Fact]
    public void A_move_in_the_middle_of_a_year_gives_each_side_of_the_date_its_own_sum()
    {
        given.Unit("annan", UnitKind.Administration, "namnd").Move("norr", "annan", "2025-07-01");
        foreach (var tertial in Enumerable.Range(1, 3).Select(n => Period.OfTertial(2025, n)))
        {
            given.Records("norr-1", 10 * tertial.Number, 100, period: tertial).Records("soder", 1, 100, period: tertial);
        }

        var sums = Enumerable.Range(1, 3).Select(n =>
        {
            given.Period = Period.OfTertial(2025, n);
            return (given.Of("forvaltning").Value?.Numerator, given.Of("annan").Value?.Numerator, given.Of("region").Value?.Numerator);
        });

        sums.ShouldBe([(11m, null, 11m), (1m, 20m, 21m), (1m, 30m, 31m)]);
    }
}
