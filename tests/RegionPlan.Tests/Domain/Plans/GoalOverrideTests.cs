using RegionPlan.Domain;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Tests.Domain.Plans;

public sealed class GoalOverrideTests
{
    private readonly Goal goal = Given.APlan().AddGoal(1, new Perspective(1, "Ekonomi"), "God ekonomi", null, Given.Recorded());

    [Theory]
    [InlineData(GoalStatus.Achieved)]
    [InlineData(GoalStatus.PartlyAchieved)]
    [InlineData(GoalStatus.NotAchieved)]
    public void A_goals_status_is_overridden_for_one_year_with_a_motivation(GoalStatus status)
    {
        var overriding = Override(2024, status);

        overriding.ShouldSatisfyAllConditions(
            o => o.GoalId.ShouldBe(goal.Id),
            o => o.Year.ShouldBe(2024),
            o => o.Status.ShouldBe(status),
            o => o.Version.ShouldBe(1),
            o => o.Recorded.Why.ShouldBe("Se analys"));
        goal.Overrides.ShouldBe([overriding]);
    }

    [Theory]
    [InlineData(GoalStatus.InsufficientBasis)]
    [InlineData(GoalStatus.NotAssessed)]
    public void It_cannot_be_overridden_with_no_judgement(GoalStatus status)
    {
        Should.Throw<RuleViolation>(() => Override(2024, status)).Message.ShouldBe("Välj uppnått, delvis uppnått eller ej uppnått.");
        goal.Overrides.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_motivation_nothing_is_overridden_or_taken_back()
    {
        const string Message = "Skriv varför målets bedömning ändras.";
        Should.Throw<RuleViolation>(() => goal.Override(2024, GoalStatus.Achieved, Given.Recorded())).Message.ShouldBe(Message);
        goal.Overrides.ShouldBeEmpty();

        Override(2024, GoalStatus.Achieved);
        Should.Throw<RuleViolation>(() => goal.Override(2024, null, Given.Recorded(why: " "))).Message.ShouldBe(Message);
        goal.Overrides.Count.ShouldBe(1);
    }

    [Fact]
    public void Each_year_is_numbered_by_itself()
    {
        Override(2024, GoalStatus.Achieved).Version.ShouldBe(1);
        Override(2025, GoalStatus.Achieved).Version.ShouldBe(1);
        Override(2024, GoalStatus.NotAchieved).Version.ShouldBe(2);
        Override(2024, null).Version.ShouldBe(3);
        Override(2024, GoalStatus.Achieved).Version.ShouldBe(4);
    }

    [Fact]
    public void Only_what_is_overridden_can_be_taken_back()
    {
        const string Message = "Målets bedömning för 2024 är inte ändrad, så det finns inget att ta tillbaka.";
        Should.Throw<RuleViolation>(() => Override(2024, null)).Message.ShouldBe(Message);

        Override(2025, GoalStatus.Achieved);
        Should.Throw<RuleViolation>(() => Override(2024, null)).Message.ShouldBe(Message);

        Override(2024, GoalStatus.Achieved);
        Override(2024, null).Status.ShouldBeNull();
        Should.Throw<RuleViolation>(() => Override(2024, null)).Message.ShouldBe(Message);
    }

    private GoalOverride Override(int year, GoalStatus? status) => goal.Override(year, status, Given.Recorded(why: "Se analys"));
}
