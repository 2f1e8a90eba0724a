using RegionPlan.Domain;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Domain;
using RegionPlan.Web.Features.Scorecards;

namespace RegionPlan.Tests.Features.Scorecards;

/// <summary>What it takes to decide a styrkort, and how its versions and activities are read afterwards.</summary>
public sealed class DecidedCardTests : IAsyncLifetime
{
    private const string Address = $"/styrkort/{CardDesk.Hsf}?ar=2026";
    private readonly ScorecardKey key = CardDesk.Key();
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_draft_with_something_to_mend_is_not_decided_and_stays()
    {
        var who = await app.As("chef.hsf");
        var content = await app.Whole(activities: GivenScorecard.Activity(owner: ""));
        var kept = (DraftSaved.Kept)await app.SaveCard(who, key, content);

        var findings = (await app.DecideCard(who, key, kept.Token)).ShouldBeOfType<ScorecardDecided.NotYet>().Findings;

        findings.ShouldHaveSingleItem().Message.ShouldBe("Vem som ansvarar för aktiviteten saknas. Fyll i.");
        (await app.Card(key)).ShouldBeNull();
        (await app.DraftOf(key)).ShouldNotBeNull().Token.ShouldBe(kept.Token!.Value);
    }

    [Theory]
    [InlineData("2026-11-23", "Beslutsdagen ligger framåt i tiden.")]
    [InlineData("0001-01-01", "Beslutsdagen ligger före 2000.")]
    public async Task A_decision_was_made_on_a_likely_day(string on, string says)
    {
        var who = await app.As("chef.hsf");
        var kept = (DraftSaved.Kept)await app.SaveCard(who, key, await app.Whole());
        (await Should.ThrowAsync<RuleViolation>(async () => await app.DecideCard(who, key, kept.Token, decision: CardDesk.Decision(on)))).Message.ShouldStartWith(says);
        (await app.DraftOf(key)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_later_version_needs_a_change_and_a_reason()
    {
        await app.Decided(key, await app.Whole());
        var who = await app.As("chef.hsf");
        (await Should.ThrowAsync<RuleViolation>(() => app.DecideCard(who, key, null, "Ändrat"))).Message.ShouldStartWith("Inget är ändrat");

        var same = (await app.Card(key))!.Versions[0].Content;
        var kept = (DraftSaved.Kept)await app.SaveCard(who, key, same, 1);
        (await Should.ThrowAsync<RuleViolation>(() => app.DecideCard(who, key, kept.Token, "Ändrat"))).Message.ShouldStartWith("Inget är ändrat");

        var changed = same.With(same.Goals[0] with { Name = "Vård i rätt tid" });
        kept = (DraftSaved.Kept)await app.SaveCard(who, key, changed, 1, kept.Token);
        (await Should.ThrowAsync<RuleViolation>(() => app.DecideCard(who, key, kept.Token))).Message.ShouldBe("Styrkortet är redan beslutat. Skriv varför det ändras.");
        (await app.DecideCard(who, key, kept.Token, "Ny ordalydelse")).ShouldBe(new ScorecardDecided.Done(2));
        (await app.DraftOf(key)).ShouldBeNull();
    }

    [Fact]
    public async Task Every_version_is_read_with_what_it_changed_and_as_it_was_known_then()
    {
        var first = await app.Whole("Vård i tid");
        await app.Decided(key, first);
        var between = app.Clock.Now.AddHours(1);
        app.Clock.Advance(TimeSpan.FromHours(2));
        await app.Decided(key, first.With(first.Goals[0] with { Name = "Vård i rätt tid" }), "Ny ordalydelse");

        var page = await app.Page(Address);
        page.Body!.TextContent.ShouldContain("Vård i rätt tid");
        page.Body.TextContent.ShouldContain("Varför: Ny ordalydelse");
        page.Body.TextContent.ShouldContain("Ändrat: mål ”Vård i tid” lyder nu ”Vård i rätt tid”");
        page.Body.TextContent.ShouldNotContain("som är ersatt");

        var old = await app.Page($"{Address}&version=1");
        old.QuerySelector("article h3")!.TextContent.ShouldBe("Vård i tid");
        old.Body!.TextContent.ShouldContain("Du läser version 1, som är ersatt.");
        old.QuerySelector("#laget").ShouldBeNull("how activities go is told of what is in force");

        var then = await app.Page($"{Address}&asOf={between.UtcDateTime:yyyy-MM-ddTHH:mm}Z");
        then.QuerySelector("article h3")!.TextContent.ShouldBe("Vård i tid");
        then.Body!.TextContent.ShouldNotContain("Ny ordalydelse");
        (await app.Page($"{Address}&version=99")).QuerySelector("article h3")!.TextContent.ShouldBe("Vård i rätt tid");
        (await app.Page($"{Address}&version=x")).QuerySelector("article h3")!.TextContent.ShouldBe("Vård i rätt tid");
    }

    [Fact]
    public async Task What_is_told_of_an_activity_is_read_by_everyone_at_once()
    {
        var activity = GivenScorecard.Activity("Öppna kvällsmottagning", "2026-12-31");
        await app.Decided(key, await app.Whole(activities: activity));
        using var browser = await Browser.SignedInAs(app, "controller.hsf");
        var address = $"/styrkort/{CardDesk.Hsf}/aktivitet/{activity.Id}?ar=2026";
        var form = await browser.Open(address);

        var saved = await browser.Submit(form, "progress", new() { ["Form.State"] = "Ongoing", ["Form.Note"] = "Lokalen är klar 🙂 <b>" });

        saved.Location.ShouldBe($"/styrkort/{CardDesk.Hsf}?ar=2026#aktivitet-{activity.Id}");
        var row = (await app.Page(Address)).QuerySelector($"[id='aktivitet-{activity.Id}']")!;
        row.TextContent.ShouldContain("Pågår");
        row.TextContent.ShouldContain("Lokalen är klar 🙂 <b>");
        row.QuerySelector("b").ShouldBeNull();

        var late = await browser.Submit(form, "progress", new() { ["Form.State"] = "Done", ["Form.Note"] = "Klart" });
        late.Errors.ShouldBe([TellProgress.ToldByAnother]);
        late.Typed("Form.Note").ShouldBe("Klart", "what was written stays");
        late.Html.ShouldContain("Lokalen är klar");
    }

    [Theory]
    [InlineData("Cancelled", "", "Skriv varför aktiviteten avbryts.")]
    [InlineData("NotStarted", "", "Inget är nytt. Välj ett annat läge eller skriv en anteckning.")]
    [InlineData("", "x", "Välj ett läge.")]
    [InlineData("99", "x", "Välj ett läge.")]
    [InlineData("Ongoing", "LONG", "Anteckningen får vara högst 2000 tecken. Korta texten.")]
    public async Task What_cannot_be_told_is_explained_and_stays_in_the_form(string state, string note, string says)
    {
        var activity = GivenScorecard.Activity(due: "2026-12-31");
        await app.Decided(key, await app.Whole(activities: activity));
        using var browser = await Browser.SignedInAs(app, "chef.hsf");
        var typed = note == "LONG" ? new string('å', 10_000) : note;

        var answer = await browser.Submit(
            await browser.Open($"/styrkort/{CardDesk.Hsf}/aktivitet/{activity.Id}?ar=2026"), "progress", new() { ["Form.State"] = state, ["Form.Note"] = typed });

        answer.Errors.ShouldBe([says]);
        answer.Typed("Form.Note").ShouldBe(typed);
        (await app.Told(activity.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_activity_that_is_not_decided_is_not_told_of()
    {
        var who = await app.As("controller.hsf");
        await app.SaveCard(who, key, await app.Whole());
        var activity = (await app.DraftOf(key))!.Content.Activities.Single();
        foreach (var id in new[] { activity.Id, Guid.NewGuid() })
        {
            (await Should.ThrowAsync<RuleViolation>(() => app.Tell(who, key, id, ActivityState.Ongoing))).Message.ShouldStartWith("Aktiviteten finns inte i det beslutade");
        }
    }
}
