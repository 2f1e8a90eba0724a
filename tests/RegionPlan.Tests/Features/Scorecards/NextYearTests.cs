using RegionPlan.Domain.Scorecards;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Domain;
using RegionPlan.Web.Features.Scorecards;

namespace RegionPlan.Tests.Features.Scorecards;

/// <summary>What a styrkort can be begun from.</summary>
public sealed class NextYearTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Next_years_is_begun_from_this_years_without_targets_and_without_what_is_done_and_can_be_begun_anew()
    {
        var (done, left) = (GivenScorecard.Activity("Färdig", "2026-03-01"), GivenScorecard.Activity("Återstår", "2026-12-31"));
        await app.Decided(CardDesk.Key(), await app.Whole(activities: [done, left]));
        var who = await app.As("controller.hsf");
        await app.Tell(who, CardDesk.Key(), done.Id, ActivityState.Done);
        var next = CardDesk.Key(year: CardDesk.Year + 1);

        var from = (await app.Edit(who, next)).Beginnings[0];

        from.Name.ShouldBe("Börja från styrkortet 2026");
        var goal = from.Content.Goals.ShouldHaveSingleItem();
        (goal.Name, goal.ContinuesId, goal.Measures.Single().Target).ShouldBe(("Vård i tid", (await app.Card(CardDesk.Key()))!.Versions[0].Content.Goals[0].Id, ""));
        goal.Activities.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Name.ShouldBe("Återstår"), a => a.Due.ShouldBe(new DateOnly(2027, 12, 31)));

        var kept = (DraftSaved.Kept)await app.SaveCard(who, next, from.Content);
        (await app.Edit(who, next)).Beginnings.Select(b => b.Name).ShouldContain(from.Name, "one can begin anew while there is a draft");
        (await app.SaveCard(who, next, null, 0, kept.Token)).ShouldBeOfType<DraftSaved.Kept>().Token.ShouldBeNull();
        (await app.DraftOf(next)).ShouldBeNull();
        (await app.Card(CardDesk.Key()))!.Versions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_unit_breaks_down_the_nearest_decided_styrkort_above_or_else_the_regionplan()
    {
        var who = await app.As("chef.hsf");
        var below = CardDesk.Key(CardDesk.Below);
        (await app.Edit(who, below)).Beginnings.Select(b => b.Name).ShouldContain(n => n.StartsWith("Bryt ned målen i regionplan", StringComparison.Ordinal));

        var above = await app.Whole("Hela förvaltningens mål");
        await app.Decided(CardDesk.Key(), above);

        var state = await app.Edit(who, below);
        var from = state.Beginnings.Single(b => b.Name == "Bryt ned målen i styrkortet för Hälso- och sjukvårdsförvaltningen");
        var goal = from.Content.Goals.ShouldHaveSingleItem();
        (goal.Name, goal.ParentGoalId, goal.Measures.Single().SeriesId, goal.Measures.Single().Target, goal.Activities.Count)
            .ShouldBe(("Hela förvaltningens mål", above.Goals[0].Id, above.Measures.Single().SeriesId, "", 0));
        state.Check(from.Content).ShouldBeEmpty();
    }

    [Fact]
    public async Task Once_a_version_is_decided_there_is_nothing_to_begin()
    {
        await app.Decided(CardDesk.Key(), await app.Whole());
        (await app.Edit(await app.As("chef.hsf"), CardDesk.Key())).Beginnings.ShouldBeEmpty();
    }
}
