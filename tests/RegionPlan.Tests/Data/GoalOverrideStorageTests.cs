using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Plans;
using RegionPlan.Tests.Domain;
using RegionPlan.Web.Data;

namespace RegionPlan.Tests.Data;

public sealed class GoalOverrideStorageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_override_and_its_taking_back_are_kept_and_of_two_only_the_first_succeeds()
    {
        await using var one = app.Db();
        await using var other = app.Db();
        (await GoalAsync(one)).Override(2024, GoalStatus.PartlyAchieved, Given.Recorded(why: "Se analys"));
        (await GoalAsync(other)).Override(2024, GoalStatus.Achieved, Given.Recorded(why: "Se analys"));
        await one.SaveChangesAsync();
        (await Should.ThrowAsync<DbUpdateException>(() => other.SaveChangesAsync())).IsTakenByAnother().ShouldBeTrue();

        await using var again = app.Db();
        var goal = await GoalAsync(again);
        goal.OverrideOf(2024).ShouldNotBeNull().Status.ShouldBe(GoalStatus.PartlyAchieved);
        goal.Override(2024, null, Given.Recorded(why: "Ångrat"));
        await again.SaveChangesAsync();

        await using var read = app.Db();
        (await GoalAsync(read)).Overrides.OrderBy(o => o.Version).Select(o => o.Status).ShouldBe([GoalStatus.PartlyAchieved, null]);
    }

    private static Task<Goal> GoalAsync(RegionPlanDb db) =>
        db.Set<Goal>().Include(g => g.Overrides).FirstAsync(g => g.Order == 1);
}
