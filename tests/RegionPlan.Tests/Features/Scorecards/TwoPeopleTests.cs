using RegionPlan.Domain;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Domain;
using RegionPlan.Web.Features.Scorecards;

namespace RegionPlan.Tests.Features.Scorecards;

/// <summary>Several people in the same styrkort: one wins each time, the others are told, and nothing is overwritten.</summary>
public sealed class TwoPeopleTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const int Many = 8;
    private static int years = 2030;
    private readonly TestApp app = demo.App;

    private static ScorecardKey AKey() => CardDesk.Key(year: Interlocked.Increment(ref years));

    [Fact]
    public async Task The_second_to_save_over_an_old_draft_gets_the_others_and_overwrites_nothing()
    {
        var (controller, chef) = (await app.As("controller.hsf"), await app.As("chef.hsf"));
        var key = AKey();
        var seen = (DraftSaved.Kept)await app.SaveCard(controller, key, await app.Whole("Först"));
        await app.SaveCard(controller, key, await app.Whole("Sedan"), 0, seen.Token);

        foreach (var (content, token) in new (ScorecardContent?, Guid?)[] { (await app.Whole("Mitt"), seen.Token), (await app.Whole("Mitt"), null), (null, seen.Token) })
        {
            var theirs = (await app.SaveCard(chef, key, content, 0, token)).ShouldBeOfType<DraftSaved.TakenByAnother>().Theirs.ShouldNotBeNull();
            theirs.Content.Goals[0].Name.ShouldBe("Sedan");
            theirs.SavedBy.ShouldBe("Controller, Hälso- och sjukvårdsförvaltningen");
        }

        (await app.DraftOf(key)).ShouldNotBeNull().Content.Goals[0].Name.ShouldBe("Sedan");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_many_saves_at_once_exactly_one_is_kept_and_all_others_are_told_of_it(bool isFirst)
    {
        var who = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => app.As(n % 2 == 0 ? "controller.hsf" : "chef.hsf")));
        var key = AKey();
        var token = isFirst ? null : ((DraftSaved.Kept)await app.SaveCard(who[0], key, await app.Whole("Före"))).Token;
        var contents = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => app.Whole($"Mål {n}")));

        var answers = await Task.WhenAll(who.Select((w, n) => Task.Run(() => app.SaveCard(w, key, contents[n], 0, token))));

        var kept = answers.OfType<DraftSaved.Kept>().ShouldHaveSingleItem();
        var stored = (await app.DraftOf(key)).ShouldNotBeNull();
        stored.Token.ShouldBe(kept.Token!.Value);
        answers.OfType<DraftSaved.TakenByAnother>().Select(a => a.Theirs!.Token).ShouldAllBe(t => t == stored.Token);
    }

    [Fact]
    public async Task Of_many_decisions_at_once_exactly_one_is_made_each_time_and_versions_are_numbered_without_a_gap()
    {
        var who = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => app.As("chef.hsf")));
        var key = AKey();
        for (var version = 1; version <= 3; version++)
        {
            var token = ((DraftSaved.Kept)await app.SaveCard(who[0], key, await app.Whole($"Mål {version}", key.Year), version - 1)).Token;

            var answers = await Task.WhenAll(who.Select(w => Task.Run(() => Tried(w, key, token))));

            answers.OfType<ScorecardDecided.Done>().ShouldHaveSingleItem().Version.ShouldBe(version);
            answers.Count(a => a is ScorecardDecided.ChangedByAnother).ShouldBe(Many - 1);
            (await app.Card(key)).ShouldNotBeNull().Versions.Select(v => v.Version).Order().ShouldBe(Enumerable.Range(1, version));
            (await app.DraftOf(key)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task What_is_saved_while_another_decides_is_never_lost()
    {
        var (controller, chef) = (await app.As("controller.hsf"), await app.As("chef.hsf"));
        for (var round = 0; round < 6; round++)
        {
            var key = AKey();
            var token = ((DraftSaved.Kept)await app.SaveCard(controller, key, await app.Whole("Läst"))).Token;
            var late = await app.Whole("Sent tillägg");

            var saving = Task.Run(() => app.SaveCard(controller, key, late, 0, token));
            var deciding = Task.Run(() => app.DecideCard(chef, key, token));
            await Task.WhenAll(saving, deciding);

            if (await saving is DraftSaved.Kept)
            {
                (await deciding).ShouldBeOfType<ScorecardDecided.ChangedByAnother>("what was not read through is not decided");
                (await app.DraftOf(key)).ShouldNotBeNull().Content.Goals[0].Name.ShouldBe("Sent tillägg");
            }
            else
            {
                (await deciding).ShouldBeOfType<ScorecardDecided.Done>();
                (await saving).ShouldBeOfType<DraftSaved.TakenByAnother>().DecidedVersion.ShouldBe(1);
            }
        }
    }

    [Fact]
    public async Task The_second_to_tell_how_an_activity_goes_is_asked_to_read_the_first()
    {
        var who = await app.As("controller.hsf");
        var key = AKey();
        var activity = GivenScorecard.Activity(due: $"{key.Year}-12-31");
        await app.Decided(key, await app.Whole("Mål", key.Year, activity));

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => Task.Run(async () =>
        {
            try
            {
                await app.Tell(who, key, activity.Id, ActivityState.Ongoing, $"Anteckning {n}");
                return "";
            }
            catch (RuleViolation violation)
            {
                return violation.Message;
            }
        })));

        answers.Count(a => a.Length == 0).ShouldBe(1);
        answers.Where(a => a.Length > 0).ShouldAllBe(a => a == TellProgress.ToldByAnother);
        (await app.Told(activity.Id)).ShouldHaveSingleItem().Version.ShouldBe(1);
    }

    private async Task<ScorecardDecided> Tried(System.Security.Claims.ClaimsPrincipal who, ScorecardKey key, Guid? token) =>
        await app.DecideCard(who, key, token, "Rättat");
}
