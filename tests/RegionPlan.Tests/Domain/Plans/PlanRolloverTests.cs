using RegionPlan.Domain;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Tests.Domain.Plans;

public sealed class PlanRolloverTests
{
    private readonly Plan old = new("2024-2026", 2024, 2026);
    private readonly Plan next = new("2026-2028", 2026, 2028);
    private readonly Perspective economy = new(4, "Ekonomi");
    private readonly Goal oldGoal;
    private readonly Goal newGoal;
    private readonly Measure result;
    private readonly Measure solidity;

    public PlanRolloverTests()
    {
        oldGoal = old.AddGoal(5, economy, "God ekonomisk hushållning", null, Given.Recorded());
        newGoal = next.AddGoal(5, economy, "En långsiktigt hållbar ekonomi", null, Given.Recorded());
        newGoal.Continue(oldGoal, Given.Recorded());
        var direction = oldGoal.AddDirection(1, "Ekonomi i balans", old.FirstDay, Given.Recorded());
        result = Measure(direction, 1, "Resultat");
        solidity = Measure(direction, 2, "Soliditet");
    }

    [Fact]
    public void A_kept_measure_has_the_same_terms_delmått_and_direction_in_the_new_plan_and_no_targets()
    {
        var carried = Carry(new MeasureFate(result.Id, Continuation.Kept)).ShouldHaveSingleItem();

        (carried.PlanId, carried.GoalId, carried.Code).ShouldBe((next.Id, newGoal.Id, "5.1"));
        carried.Definitions.Single().Terms.ShouldBe(result.Definitions.Single().Terms);
        carried.Definitions.Single().HoldsFrom.ShouldBe(Given.Day("2026-01-01"));
        carried.Series.Select(s => s.Key).ShouldBe(["total"]);
        carried.Series.Single().Targets.ShouldBeEmpty();
        newGoal.Directions.Single().Wordings.Single().Name.ShouldBe("Ekonomi i balans");
    }

    [Fact]
    public void Measures_that_end_are_not_carried_and_the_others_are_numbered_from_one()
    {
        var carried = Carry(new MeasureFate(result.Id, null, Text: "Följs inte längre"), new MeasureFate(solidity.Id, Continuation.Kept)).ShouldHaveSingleItem();

        (carried.Code, carried.Successions.Single().PredecessorId).ShouldBe(("5.1", solidity.Id));
    }

    [Fact]
    public void What_is_carried_already_is_not_carried_again()
    {
        var first = Carry(new MeasureFate(result.Id, Continuation.Kept));

        PlanRollover.Carry(old, next, Lineage, [result, solidity, .. first], [new(result.Id, Continuation.Kept), new(solidity.Id, Continuation.Kept)], Given.Recorded())
            .ShouldHaveSingleItem().Code.ShouldBe("5.2");
    }

    [Fact]
    public void A_measure_whose_goal_nobody_continues_cannot_be_carried()
    {
        newGoal.Continue(null, Given.Recorded(why: "Målet är nytt"));

        Should.Throw<RuleViolation>(() => Carry(new MeasureFate(result.Id, Continuation.Kept)))
            .Message.ShouldBe("Inget mål i 2026-2028 fortsätter mål 5. Koppla målen först, eller låt 5.1 upphöra.");
    }

    [Fact]
    public void A_changed_measure_says_from_which_year_and_what()
    {
        Should.Throw<RuleViolation>(() => Carry(new MeasureFate(result.Id, Continuation.Changed)))
            .Message.ShouldBe("5.1: Ange från vilket år måttet mäts på ett nytt sätt, och vad som är ändrat.");
    }

    [Fact]
    public void A_kept_series_is_recorded_on_the_first_one()
    {
        var carried = Carry(new MeasureFate(result.Id, Continuation.Kept)).Single();
        var lineage = new SeriesLineage([result, solidity, carried]);

        lineage.RecordedOn(Series(carried)).ShouldBe(Series(result));
        lineage.SpansOf(Series(carried)).ShouldBe([new(Series(carried), null), new(Series(result), null)]);
        lineage.SpansOf(Series(result)).ShouldBe([new(Series(result), null)], "the old plan reads its own, which is where both are recorded");
    }

    [Fact]
    public void A_changed_series_has_figures_of_its_own_and_the_older_ones_before_the_mark()
    {
        var carried = Carry(new MeasureFate(result.Id, Continuation.Changed, 2026, "Pensioner räknas in")).Single();
        var lineage = new SeriesLineage([result, carried]);

        lineage.RecordedOn(Series(carried)).ShouldBe(Series(carried));
        lineage.SpansOf(Series(carried)).ShouldBe([new(Series(carried), null), new(Series(result), 2026)]);
        lineage.BreaksOf(carried.Series[0]).Select(b => (b.Year, b.Text)).ShouldBe([(2026, "Pensioner räknas in")]);
    }

    [Fact]
    public void Through_several_plans_the_earliest_change_limits_what_lies_before_it()
    {
        var later = new Plan("2028-2030", 2028, 2030);
        var laterGoal = later.AddGoal(5, economy, "Ekonomi", null, Given.Recorded());
        laterGoal.Continue(newGoal, Given.Recorded());
        var second = Carry(new MeasureFate(result.Id, Continuation.Changed, 2026, "Ny metod")).Single();
        var third = PlanRollover.Carry(next, later, new([oldGoal, newGoal, laterGoal]), [second], [new(second.Id, Continuation.Kept)], Given.Recorded()).Single();
        var lineage = new SeriesLineage([result, second, third]);

        lineage.RecordedOn(Series(third)).ShouldBe(Series(second));
        lineage.SpansOf(Series(third)).ShouldBe([new(Series(third), null), new(Series(second), null), new(Series(result), 2026)]);
    }

    [Fact]
    public void Goals_of_three_plans_are_one_chain()
    {
        var later = new Plan("2028-2030", 2028, 2030);
        var laterGoal = later.AddGoal(1, economy, "Ekonomi", null, Given.Recorded());
        laterGoal.Continue(newGoal, Given.Recorded());

        new GoalLineage([oldGoal, newGoal, laterGoal]).FirstOf(laterGoal.Id).ShouldBe(oldGoal.Id);
    }

    [Fact]
    public void A_plan_is_in_force_unless_it_is_said_to_be_in_preparation_and_can_step_back()
    {
        next.IsInForce().ShouldBeTrue();
        next.Stand(false, Given.Recorded("2025-09-01"));
        next.IsInForce().ShouldBeFalse();
        next.Stand(true, Given.Recorded("2025-11-25", "Regionfullmäktige § 90"));
        next.IsInForce().ShouldBeTrue();
        next.IsInForce(Given.At("2025-10-01")).ShouldBeFalse("as it was known then");
        Should.Throw<RuleViolation>(() => next.Stand(true, Given.Recorded(why: "igen"))).Message.ShouldBe("Planen gäller redan.");
    }

    [Fact]
    public void A_measure_ends_with_a_reason_that_is_its_own_and_can_be_taken_back_with_another()
    {
        Should.Throw<RuleViolation>(() => Carry(new MeasureFate(result.Id, null))).Message.ShouldBe("Skriv varför 5.1 upphör.");

        Carry(new MeasureFate(result.Id, null, Text: "Följs inte längre"), new MeasureFate(solidity.Id, null, Text: "Ersatt")).ShouldBeEmpty();
        result.EndingIn(next.Id)!.Recorded.Why.ShouldBe("Följs inte längre");
        solidity.EndingIn(next.Id)!.Recorded.Why.ShouldBe("Ersatt");
        result.IsLeftOut().ShouldBeFalse("it stays in its own plan");

        Should.Throw<RuleViolation>(() => Carry(new MeasureFate(result.Id, Continuation.Kept))).Message.ShouldBe("5.1 upphör. Ta tillbaka det innan måttet förs över.");
        Should.Throw<RuleViolation>(() => result.End(next.Id, true, Given.Recorded(why: "igen"))).Message.ShouldBe("5.1 upphör redan.");
        Should.Throw<RuleViolation>(() => result.End(next.Id, false, Given.Recorded())).Message.ShouldBe("Skriv varför 5.1 inte upphör.");
        result.End(next.Id, false, Given.Recorded("2026-03-01", "Behövs ändå"));
        result.EndingIn(next.Id).ShouldBeNull();
        result.EndingIn(next.Id, Given.At("2026-02-01")).ShouldNotBeNull("as it was known then");
        Carry(new MeasureFate(result.Id, Continuation.Kept)).ShouldHaveSingleItem().PredecessorId().ShouldBe(result.Id);
    }

    [Fact]
    public void A_measure_left_out_of_its_own_plan_keeps_its_code()
    {
        var carried = Carry(new MeasureFate(result.Id, Continuation.Kept)).Single();
        carried.End(next.Id, true, Given.Recorded(why: "Fel mått"));

        carried.IsLeftOut().ShouldBeTrue();
        PlanRollover.Add(next, New("Skuld"), [carried], Given.Recorded(why: "Nytt")).Code.ShouldBe("5.2");
    }

    [Fact]
    public void A_new_measure_continues_none_and_stands_under_a_direction_of_that_name()
    {
        var first = PlanRollover.Add(next, New("Skuld"), [], Given.Recorded(why: "Nytt"));
        var second = PlanRollover.Add(next, New("Skuld", "Primärvård", "Psykiatri, öppenvård"), [first], Given.Recorded(why: "Nytt"));

        (first.Code, second.Code).ShouldBe(("5.1", "5.2"));
        first.PredecessorId().ShouldBeNull();
        first.Successions.Single().Continuation.ShouldBeNull();
        first.Series.Select(s => s.Key).ShouldBe(["total"]);
        second.Series.Select(s => s.Key).ShouldBe(["primarvard", "psykiatri-oppenvard"]);
        second.DirectionId.ShouldBe(first.DirectionId);
        new SeriesLineage([first]).SpansOf(Series(first)).ShouldBe([new(Series(first), null)]);
        Should.Throw<RuleViolation>(() => PlanRollover.Add(next, New(" "), [], Given.Recorded())).Message.ShouldStartWith("Skriv vad den nya långsiktiga inriktningen heter");
    }

    [Fact]
    public void A_carried_measure_can_begin_anew_and_continue_again_and_each_change_says_why()
    {
        var carried = Carry(new MeasureFate(result.Id, Continuation.Kept)).Single();
        Should.Throw<RuleViolation>(() => carried.BeginAnew(Given.Recorded())).Message.ShouldBe("Skriv varför kopplingen till det tidigare måttet ändras.");

        carried.BeginAnew(Given.Recorded(why: "Mäter något annat"));
        new SeriesLineage([result, carried]).RecordedOn(Series(carried)).ShouldBe(Series(carried));
        carried.Continue(solidity, Continuation.Changed, 2027, "Ny metod", Given.Recorded(why: "Rätt mått"));
        new SeriesLineage([result, solidity, carried]).SpansOf(Series(carried)).ShouldBe([new(Series(carried), null), new(Series(solidity), 2027)]);
    }

    [Fact]
    public void A_prepared_plan_begins_with_the_goals_before_it_or_with_none()
    {
        var taken = PlanRollover.Prepare(next, "Regionplan 2027-2029", (2027, 2029), takesOverGoals: true, [economy], Given.Recorded(why: "Direktiv"));
        var written = PlanRollover.Prepare(next, "Regionplan 2028-2030", (2028, 2030), takesOverGoals: false, [economy], Given.Recorded(why: "Direktiv"));

        (taken.Key, taken.IsInForce(), taken.Wordings.Single().Name).ShouldBe(("2027-2029", false, "Regionplan 2027-2029"));
        var goal = taken.Goals.ShouldHaveSingleItem();
        (goal.Order, goal.PerspectiveId, goal.Wordings.Single().Name, goal.PredecessorId()).ShouldBe((5, economy.Id, "En långsiktigt hållbar ekonomi", newGoal.Id));
        written.Goals.ShouldBeEmpty();
        Should.Throw<RuleViolation>(() => PlanRollover.Prepare(next, "Regionplan", (2026, 2029), true, [economy], Given.Recorded()))
            .Message.ShouldStartWith("Planen ska börja efter 2026");
    }

    [Theory]
    [InlineData("Primärvård", "primarvard")]
    [InlineData("  Telefon & webb (dag) ", "telefon-webb-dag")]
    [InlineData("…", "")]
    public void A_delmått_gets_its_key_by_its_name(string name, string key) => MeasureSeries.KeyOf(name).ShouldBe(key);

    [Fact]
    public void The_key_of_a_long_name_fits() => MeasureSeries.KeyOf(new string('a', 39) + " " + new string('b', 20)).ShouldBe(new string('a', 39));

    private NewMeasure New(string direction, params string[] series) => new(newGoal.Id, direction, Given.Percent("Skuldsättning"), series);

    private GoalLineage Lineage => new([oldGoal, newGoal]);

    private static Guid Series(Measure measure) => measure.Series.Single().Id;

    private IReadOnlyList<Measure> Carry(params MeasureFate[] fates) => PlanRollover.Carry(old, next, Lineage, [result, solidity], fates, Given.Recorded());

    private Measure Measure(Direction direction, int order, string name)
    {
        var measure = new Measure(old, oldGoal, direction, order);
        measure.Define(Given.Percent(name), old.FirstDay, Given.Recorded());
        var series = measure.AddSeries("total", new SeriesTerms(), old.FirstDay, Given.Recorded());
        series.SetShortTerm(2024, new Target.Value(2), old.FirstDay, Given.Recorded());
        return measure;
    }
}
