using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Tests.Domain.Scorecards;

public sealed class CascadeTests
{
    private readonly GivenCascade given = new();

    [Fact]
    public void A_goal_of_the_lowest_unit_hangs_in_the_goals_above_it_up_to_the_plans()
    {
        var board = GivenScorecard.Goal("God tillgänglighet", given.First.Goal.Id);
        var administration = GivenScorecard.Goal("Kortare väntan", board.Id);
        var clinic = GivenScorecard.Goal("Tid inom en vecka", administration.Id);
        given.Decide(given.Clinic, clinic);
        given.Decide(given.Administration, administration);
        given.Decide(given.Board, board);

        var cascade = given.Look();

        cascade.Goal(clinic.Id)!.Upwards.Select(g => g.Goal.Name).ShouldBe(["Tid inom en vecka", "Kortare väntan", "God tillgänglighet"]);
        cascade.Goal(clinic.Id)!.Top.ShouldBe(given.First);
        cascade.Under(given.First).Single().WithAllBelow.Select(g => g.Scorecard.Unit.Name)
            .ShouldBe(["Regionstyrelsen", "Folktandvården", "Folkhälsokliniken"]);
    }

    [Fact]
    public void Styrkort_stand_in_the_organisations_order_whatever_order_they_were_decided_in()
    {
        given.Decide(given.Clinic, GivenScorecard.Goal("C", null));
        given.Decide(given.Board, GivenScorecard.Goal("A", null));
        given.Decide(given.Administration, GivenScorecard.Goal("B", null));

        given.Look().Goals.Select(g => g.Goal.Name).ShouldBe(["A", "B", "C"]);
    }

    [Fact]
    public void A_goal_of_the_plan_is_broken_down_only_when_a_board_does_it()
    {
        given.Decide(given.Administration, GivenScorecard.Goal("Förvaltningens", given.First.Goal.Id));
        given.Look().NotBrokenDown.ShouldBe([given.First, given.Second]);

        given.Decide(given.Board, GivenScorecard.Goal("Nämndens", given.First.Goal.Id));
        given.Look().NotBrokenDown.ShouldBe([given.Second]);
    }

    [Fact]
    public void A_goal_tied_to_nothing_by_choice_differs_from_one_whose_goal_above_is_gone()
    {
        var alone = GivenScorecard.Goal("Vår egen", null);
        var orphan = GivenScorecard.Goal("Bryter ned något borttaget", Guid.CreateVersion7());
        var below = GivenScorecard.Goal("Under den egna", alone.Id);
        given.Decide(given.Administration, alone, orphan);
        given.Decide(given.Clinic, below);

        var cascade = given.Look();

        cascade.LooseGoals.Select(g => (g.Goal.Name, g.Loose)).ShouldBe(
            [("Vår egen", LooseGoal.ByChoice), ("Bryter ned något borttaget", LooseGoal.ParentGone)]);
        cascade.Goal(below.Id)!.Loose.ShouldBe(LooseGoal.Tied);
        cascade.Goal(below.Id)!.Top.ShouldBeNull();
    }

    [Fact]
    public void Two_goals_that_break_each_other_down_do_not_hang_the_chain()
    {
        var one = GivenScorecard.Goal("Ena", null);
        var other = GivenScorecard.Goal("Andra", one.Id);
        given.Decide(given.Board, one with { ParentGoalId = other.Id });
        given.Decide(given.Administration, other);

        var cascade = given.Look();

        cascade.LooseGoals.Count().ShouldBe(1);
        cascade.LooseGoals.Single().WithAllBelow.Count().ShouldBe(2);
    }

    [Fact]
    public void A_goal_that_breaks_itself_down_hangs_in_nothing()
    {
        var goal = GivenScorecard.Goal("Sig själv", null);
        given.Decide(given.Board, goal with { ParentGoalId = goal.Id });

        given.Look().LooseGoals.Single().Loose.ShouldBe(LooseGoal.ParentGone);
    }

    [Fact]
    public void Two_goals_with_the_same_key_are_both_shown_with_their_own_activities()
    {
        var goal = GivenScorecard.Goal("Samma", given.First.Goal.Id, GivenScorecard.Activity("Nämndens"));
        given.Decide(given.Board, goal);
        given.Decide(given.Administration, goal with { Activities = [GivenScorecard.Activity("Förvaltningens")] });

        var cascade = given.Look();

        cascade.Goals.Select(g => g.Scorecard.Unit.Name).ShouldBe(["Regionstyrelsen", "Folktandvården"]);
        cascade.Activities.Select(a => a.Activity.Name).ShouldBe(["Nämndens", "Förvaltningens"]);
    }

    [Fact]
    public void An_activity_is_not_started_until_something_is_told_and_then_stands_as_told_last()
    {
        var activity = GivenScorecard.Activity();
        var scorecard = given.Decide(given.Board, GivenScorecard.Goal("Mål", given.First.Goal.Id, activity));
        given.Look().Activity(activity.Id)!.State.ShouldBe(ActivityState.NotStarted);

        given.Tell(scorecard, activity, ActivityState.Ongoing);
        given.Tell(scorecard, activity, ActivityState.Done, "Alla är utbildade", "2025-06-01");

        var told = given.Look().Activity(activity.Id)!;
        told.State.ShouldBe(ActivityState.Done);
        told.Told.Select(t => t.State).ShouldBe([ActivityState.Ongoing, ActivityState.Done]);
    }

    [Theory]
    [InlineData("2025-06-30", ActivityState.Ongoing, false)]
    [InlineData("2025-07-01", ActivityState.Ongoing, true)]
    [InlineData("2025-07-01", ActivityState.Delayed, true)]
    [InlineData("2025-07-01", ActivityState.Done, false)]
    [InlineData("2025-07-01", ActivityState.Cancelled, false)]
    public void An_activity_is_overdue_the_day_after_its_last_unless_it_is_ended(string today, ActivityState told, bool overdue)
    {
        var activity = GivenScorecard.Activity(due: "2025-06-30");
        var scorecard = given.Decide(given.Board, GivenScorecard.Goal("Mål", given.First.Goal.Id, activity));
        given.Tell(scorecard, activity, told, "Så är det");

        var seen = given.Look(today).Activity(activity.Id)!;

        seen.IsOverdue.ShouldBe(overdue);
        seen.Shown.ShouldBe(overdue ? ActivityState.Delayed : told);
    }

    [Fact]
    public void What_is_longest_overdue_comes_first()
    {
        given.Decide(
            given.Board,
            GivenScorecard.Goal("Mål", given.First.Goal.Id, GivenScorecard.Activity("Sen", "2025-06-30"), GivenScorecard.Activity("Senast", "2025-02-28")));

        given.Look().Overdue.Select(a => a.Activity.Name).ShouldBe(["Senast", "Sen"]);
    }

    [Fact]
    public void Counts_tell_an_overdue_activity_as_delayed_and_nothing_twice()
    {
        ScorecardActivity[] activities =
        [
            GivenScorecard.Activity("a"), GivenScorecard.Activity("b"), GivenScorecard.Activity("c"), GivenScorecard.Activity("d", "2025-01-31"),
            GivenScorecard.Activity("e"),
        ];
        var scorecard = given.Decide(given.Board, GivenScorecard.Goal("Mål", given.First.Goal.Id, activities));
        given.Tell(scorecard, activities[0], ActivityState.Done);
        given.Tell(scorecard, activities[1], ActivityState.Cancelled, "Inte längre aktuell");
        given.Tell(scorecard, activities[2], ActivityState.Ongoing);
        given.Tell(scorecard, activities[3], ActivityState.Ongoing);

        var counts = ActivityCounts.Of(given.Look().Activities);

        counts.ShouldBe(new ActivityCounts(NotStarted: 1, Ongoing: 1, Done: 1, Delayed: 1, Cancelled: 1));
        counts.Total.ShouldBe(5);
    }

    [Fact]
    public void Every_unit_but_the_region_and_boards_without_operations_owes_a_styrkort()
    {
        given.Unit("Valberedningen", UnitKind.Board, given.Region);
        given.Decide(given.Administration, GivenScorecard.Goal("Mål", null));

        given.Look().WithoutScorecard.Select(b => b.Name).ShouldBe(["Regionstyrelsen", "Folkhälsokliniken"]);
    }

    [Fact]
    public void A_unit_closed_within_the_year_owes_no_styrkort_but_keeps_the_one_it_has()
    {
        var goal = GivenScorecard.Goal("Mål", given.First.Goal.Id);
        given.Decide(given.Clinic, goal);
        var other = given.Unit("Kontaktcenter", UnitKind.Division, given.Administration);
        given.Change(new UnitChange.Close(given.Clinic.Id), "2025-07-01");
        given.Change(new UnitChange.Close(other.Id), "2025-07-01");

        var cascade = given.Look();

        cascade.Goal(goal.Id)!.Scorecard.Unit.ClosedFrom.ShouldBe(Given.Day("2025-07-01"));
        cascade.WithoutScorecard.Select(b => b.Name).ShouldBe(["Regionstyrelsen", "Folktandvården"]);
    }

    [Fact]
    public void A_board_closed_within_the_year_owes_no_styrkort()
    {
        var board = given.Unit("Kulturnämnden", UnitKind.Board, given.Region);
        var culture = given.Unit("Kulturförvaltningen", UnitKind.Administration, board);
        given.Change(new UnitChange.Close(culture.Id), "2025-07-01");
        given.Change(new UnitChange.Close(board.Id), "2025-07-01");

        given.Look().WithoutScorecard.ShouldNotContain(b => b.Name == "Kulturnämnden");
    }

    [Fact]
    public void A_unit_moved_within_the_year_keeps_its_chain_and_stands_where_it_stood_last()
    {
        var board = GivenScorecard.Goal("Nämndens", given.First.Goal.Id);
        var clinic = GivenScorecard.Goal("Klinikens", board.Id);
        given.Decide(given.Board, board);
        given.Decide(given.Clinic, clinic);
        var other = given.Unit("Primärvårdsförvaltningen", UnitKind.Administration, given.Board);
        given.Change(new UnitChange.Move(given.Clinic.Id, other.Id), "2025-07-01");

        var cascade = given.Look();

        cascade.Goal(clinic.Id)!.Top.ShouldBe(given.First);
        cascade.Tree.PathTo(given.Clinic.Id).Select(b => b.Name)
            .ShouldBe(["Region Kalmar län", "Regionstyrelsen", "Primärvårdsförvaltningen", "Folkhälsokliniken"]);
    }

    [Fact]
    public void A_year_without_styrkort_has_nothing_but_what_is_missing()
    {
        var cascade = given.Look();

        cascade.Goals.ShouldBeEmpty();
        cascade.NotBrokenDown.ShouldBe([given.First, given.Second]);
        cascade.WithoutScorecard.Count().ShouldBe(3);
    }
}
