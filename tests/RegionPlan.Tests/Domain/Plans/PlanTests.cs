using RegionPlan.Domain;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Tests.Domain.Plans;

public sealed class PlanTests
{
    private readonly Perspective perspective = new(1, "Invånare och kund");

    [Fact]
    public void A_plan_cannot_end_before_it_begins()
    {
        Should.Throw<RuleViolation>(() => new Plan("2026-2024", 2026, 2024))
            .Message.ShouldBe("Planens sista år kan inte ligga före det första.");
        new Plan("2024", 2024, 2024).LastYear.ShouldBe(2024);
    }

    [Fact]
    public void A_plan_begins_on_the_first_day_of_its_first_year_and_judges_by_the_default_limits()
    {
        var plan = Given.APlan();

        plan.FirstDay.ShouldBe(new DateOnly(2024, 1, 1));
        plan.Thresholds.ShouldBe(GoalThresholds.Default);
    }

    [Fact]
    public void A_goal_is_worded_from_the_plans_first_day()
    {
        var goal = Given.APlan().AddGoal(1, perspective, "Nöjda invånare", "Invånare ska uppleva god hälsa.", Given.Recorded());

        goal.PerspectiveId.ShouldBe(perspective.Id);
        var wording = goal.Wordings.ShouldHaveSingleItem();
        wording.ShouldSatisfyAllConditions(
            w => w.Name.ShouldBe("Nöjda invånare"),
            w => w.Text.ShouldBe("Invånare ska uppleva god hälsa."),
            w => w.HoldsFrom.ShouldBe(new DateOnly(2024, 1, 1)));
    }

    [Fact]
    public void Two_goals_cannot_have_the_same_order()
    {
        var plan = Given.APlan();
        plan.AddGoal(1, perspective, "Första", null, Given.Recorded());

        Should.Throw<RuleViolation>(() => plan.AddGoal(1, perspective, "Andra", null, Given.Recorded()))
            .Message.ShouldBe("Planen har redan ett mål 1.");
        plan.Goals.Count.ShouldBe(1);
    }

    [Fact]
    public void A_goal_without_a_name_is_refused_and_not_added()
    {
        var plan = Given.APlan();

        Should.Throw<RuleViolation>(() => plan.AddGoal(1, perspective, " ", null, Given.Recorded()));
        plan.Goals.ShouldBeEmpty();
    }

    [Fact]
    public void A_direction_stands_under_its_goal_with_its_words()
    {
        var goal = Given.APlan().AddGoal(1, perspective, "Nöjda invånare", null, Given.Recorded());

        var direction = goal.AddDirection(1, "God livskvalitet", Given.Day("2024-01-01"), Given.Recorded());

        direction.GoalId.ShouldBe(goal.Id);
        goal.Directions.ShouldHaveSingleItem().Wordings.ShouldHaveSingleItem().Name.ShouldBe("God livskvalitet");
    }

    [Fact]
    public void Two_directions_of_a_goal_cannot_have_the_same_order()
    {
        var goal = Given.APlan().AddGoal(1, perspective, "Nöjda invånare", null, Given.Recorded());
        goal.AddDirection(1, "God livskvalitet", Given.Day("2024-01-01"), Given.Recorded());

        Should.Throw<RuleViolation>(() => goal.AddDirection(1, "Tillgänglighet", Given.Day("2024-01-01"), Given.Recorded()))
            .Message.ShouldBe("Målet har redan en inriktning 1.");
        goal.Directions.Count.ShouldBe(1);
    }

    [Fact]
    public void A_focus_area_belongs_to_one_year_and_is_worded_from_its_first_day()
    {
        var plan = Given.APlan();

        var area = plan.AddFocusArea(2025, 1, "Nära vård", Given.Recorded());

        area.Year.ShouldBe(2025);
        area.Wordings.ShouldHaveSingleItem().HoldsFrom.ShouldBe(new DateOnly(2025, 1, 1));
        plan.FocusAreas.ShouldBe([area]);
    }
}
