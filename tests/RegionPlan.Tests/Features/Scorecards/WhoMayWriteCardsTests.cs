using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Domain;
using RegionPlan.Web.Access;
using RegionPlan.Web.Features.Scorecards;

namespace RegionPlan.Tests.Features.Scorecards;

/// <summary>Rights are read at every write of a styrkort, from the database as it is then.</summary>
public sealed class WhoMayWriteCardsTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private static int years = 2030;
    private readonly TestApp app = demo.App;

    public static TheoryData<string, string, bool, bool> Users
    {
        get
        {
            string[] units = [CardDesk.Board, CardDesk.Hsf, CardDesk.Below, CardDesk.Beside];
            (string User, string[] Writes, string[] Decides)[] users =
            [
                ("anonym", [], []),
                ("politiker", [], []),
                ("revisor", [], []),
                ("admin", [], []),
                ("regiondirektor", [], []),
                ("controller.pvf", [], []),
                ("controller.klt", [CardDesk.Beside], []),
                ("controller.hsf", [CardDesk.Hsf, CardDesk.Below], []),
                ("chef.hsf", [CardDesk.Hsf, CardDesk.Below], [CardDesk.Hsf, CardDesk.Below]),
                ("controller.lsk", [CardDesk.Below], []),
                ("chef.lsk", [CardDesk.Below], [CardDesk.Below]),
                ("namndsekreterare.ktn", [CardDesk.Beside], [CardDesk.Beside]),
                ("namndsekreterare.rs", [CardDesk.Board, CardDesk.Hsf, CardDesk.Below], [CardDesk.Board, CardDesk.Hsf, CardDesk.Below]),
            ];
            var data = new TheoryData<string, string, bool, bool>();
            foreach (var (user, unit) in users.SelectMany(u => units, (u, unit) => (u, unit)))
            {
                data.Add(user.User, unit, user.Writes.Contains(unit), user.Decides.Contains(unit));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Users))]
    public async Task A_role_writes_and_decides_for_its_unit_and_below_only(string user, string unit, bool writes, bool decides)
    {
        var who = await app.As(user);
        var key = CardDesk.Key(unit, Interlocked.Increment(ref years));
        var content = await app.Whole(year: key.Year);

        if (!writes)
        {
            (await Should.ThrowAsync<AccessRefused>(() => app.SaveCard(who, key, content))).Message.ShouldNotBeEmpty();
            await Should.ThrowAsync<AccessRefused>(() => app.SaveCard(who, key, null));
            await Should.ThrowAsync<AccessRefused>(() => app.Edit(who, key));
            await Should.ThrowAsync<AccessRefused>(() => Define(who, key));
            await Should.ThrowAsync<AccessRefused>(() => app.Tell(who, key, content.Activities.First().Id, ActivityState.Ongoing));
            await Should.ThrowAsync<AccessRefused>(() => app.DecideCard(who, key, Guid.NewGuid()));
            (await app.DraftOf(key)).ShouldBeNull();
            return;
        }

        var kept = (await app.SaveCard(who, key, content)).ShouldBeOfType<DraftSaved.Kept>();
        (await app.Edit(who, key)).MayDecide.ShouldBe(decides);
        (await Define(who, key)).Measure.PlanId.ShouldBeNull();
        if (decides)
        {
            (await app.DecideCard(who, key, kept.Token)).ShouldBeOfType<ScorecardDecided.Done>();
            (await app.Card(key)).ShouldNotBeNull().Versions.ShouldHaveSingleItem().Recorded.By.ShouldBe((await app.User(user)).DisplayName);
        }
        else
        {
            (await Should.ThrowAsync<AccessRefused>(() => app.DecideCard(who, key, kept.Token))).Message.ShouldContain("Utkastet är sparat.");
            (await app.Card(key)).ShouldBeNull();
            (await app.DraftOf(key)).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_role_that_ended_while_the_editor_was_open_is_refused_and_nothing_written_is_lost()
    {
        await using var own = await Demo.StartAsync();
        var who = await own.As("chef.hsf");
        var kept = (DraftSaved.Kept)await own.SaveCard(who, CardDesk.Key(), await own.Whole());

        await own.EndRoles("chef.hsf");

        await Should.ThrowAsync<AccessRefused>(() => own.SaveCard(who, CardDesk.Key(), ScorecardContent.Empty, 0, kept.Token));
        await Should.ThrowAsync<AccessRefused>(() => own.DecideCard(who, CardDesk.Key(), kept.Token));
        (await own.DraftOf(CardDesk.Key())).ShouldNotBeNull().Content.Goals.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("finns-inte")]
    [InlineData("region-kalmar-lan")]
    [InlineData("")]
    public async Task There_is_no_styrkort_of_a_unit_that_is_not_there_or_of_the_region(string unit)
    {
        var who = await app.As("chef.hsf");
        (await Should.ThrowAsync<Exception>(() => app.SaveCard(who, CardDesk.Key(unit), ScorecardContent.Empty)))
            .ShouldBeAssignableTo<Exception>().ShouldSatisfyAllConditions(e => (e is AccessRefused or RegionPlan.Domain.RuleViolation).ShouldBeTrue());
    }

    private Task<Web.Data.FollowedSeries> Define(System.Security.Claims.ClaimsPrincipal who, ScorecardKey key) =>
        app.Services.GetRequiredService<DefineOwnMeasure>().DefineAsync(who, key, Given.Percent("Eget"));
}
