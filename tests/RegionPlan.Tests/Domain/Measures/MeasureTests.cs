using RegionPlan.Domain;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Tests.Domain.Measures;

public sealed class MeasureTests
{
    private readonly Measure measure = Given.AMeasure();

    [Fact]
    public void The_code_is_the_goals_order_and_the_measures_own() => measure.Code.ShouldBe("3.11");

    [Fact]
    public void A_new_definition_is_the_next_version_and_keeps_the_old()
    {
        Define(Given.Percent("Första"));
        Define(Given.Percent("Andra"), why: "Ny mätmetod").Version.ShouldBe(2);
        Define(Given.Percent("Tredje"), why: "Rättat").Version.ShouldBe(3);

        measure.Definitions.Select(d => d.Terms.Name).ShouldBe(["Första", "Andra", "Tredje"]);
    }

    [Fact]
    public void A_change_of_definition_without_motivation_is_refused()
    {
        Define(Given.Percent());

        Should.Throw<RuleViolation>(() => Define(Given.Percent("Nytt namn"))).Message.ShouldBe("Skriv varför definitionen ändras.");
        measure.Definitions.Count.ShouldBe(1);
    }

    [Fact]
    public void Terms_that_are_not_valid_are_refused_and_not_recorded()
    {
        Should.Throw<RuleViolation>(() => Define(Given.Percent() with { Name = "" }));
        measure.Definitions.ShouldBeEmpty();
    }

    [Fact]
    public void Series_stand_in_the_order_they_are_added_each_with_its_first_definition()
    {
        AddSeries("telefon", "Telefon");
        AddSeries("pv", "Primärvård");

        measure.Series.Select(s => (s.Order, s.Key, s.Definitions[0].Terms.Name, s.Definitions[0].Version))
            .ShouldBe([(1, "telefon", "Telefon", 1), (2, "pv", "Primärvård", 1)]);
        measure.Series.ShouldAllBe(s => s.MeasureId == measure.Id);
    }

    [Fact]
    public void Two_series_cannot_have_the_same_key()
    {
        AddSeries("pv", "Primärvård");

        Should.Throw<RuleViolation>(() => AddSeries("pv", "Psykiatri")).Message.ShouldBe("Måttet 3.11 har redan ett delmått pv.");
        measure.Series.Count.ShouldBe(1);
    }

    [Fact]
    public void Only_the_one_series_of_a_measure_can_be_without_a_name()
    {
        const string Message = "Måttet 3.11 kan inte ha både namngivna och namnlösa delmått. Ge varje delmått ett namn.";
        AddSeries("pv", "Primärvård");
        Should.Throw<RuleViolation>(() => AddSeries("total", null)).Message.ShouldBe(Message);
        Should.Throw<RuleViolation>(() => AddSeries("total", " ")).Message.ShouldBe(Message);
        measure.Series.Count.ShouldBe(1);

        var other = Given.AMeasure();
        other.AddSeries("total", new SeriesTerms(), Given.Day("2024-01-01"), Given.Recorded());
        Should.Throw<RuleViolation>(() => other.AddSeries("pv", new SeriesTerms { Name = "Primärvård" }, Given.Day("2024-01-01"), Given.Recorded()))
            .Message.ShouldBe(Message);
        Should.Throw<RuleViolation>(() => other.AddSeries("annat", new SeriesTerms(), Given.Day("2024-01-01"), Given.Recorded()));
    }

    [Fact]
    public void A_measure_stands_under_a_direction_of_its_own_goal_in_its_own_plan()
    {
        var plan = Given.APlan();
        var perspective = new Perspective(1, "Verksamhet");
        var goal = plan.AddGoal(1, perspective, "Mål 1", null, Given.Recorded());
        var direction = goal.AddDirection(1, "Inriktning 1", plan.FirstDay, Given.Recorded());
        var other = plan.AddGoal(2, perspective, "Mål 2", null, Given.Recorded());

        Should.Throw<RuleViolation>(() => new Measure(plan, other, direction, 1))
            .Message.ShouldBe("Inriktningen hör till ett annat mål. Välj en av målets egna.");
        Should.Throw<RuleViolation>(() => new Measure(Given.APlan(), goal, direction, 1))
            .Message.ShouldBe("Målet hör till en annan plan. Välj ett av planens egna.");
        Should.NotThrow(() => new Measure(plan, goal, direction, 1));
    }

    private MeasureDefinition Define(MeasureTerms terms, string? why = null) =>
        measure.Define(terms, Given.Day("2024-01-01"), Given.Recorded(why: why));

    private MeasureSeries AddSeries(string key, string? name) =>
        measure.AddSeries(key, new SeriesTerms { Name = name }, Given.Day("2024-01-01"), Given.Recorded());
}
