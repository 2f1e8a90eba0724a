using RegionPlan.Domain;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Domain;
using RegionPlan.Web.Features.Scorecards;

namespace RegionPlan.Tests.Features.Scorecards;

/// <summary>Whatever is written is kept to the letter as a draft, told of in Swedish before it is decided, and shown as text.</summary>
public sealed class BadCardsTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private static int years = 2030;
    private readonly TestApp app = demo.App;

    public static TheoryData<string> Texts =>
        ["<script>alert(1)</script>", "🙂👩‍⚕️é\u0301", "a\0b", "rad\r\nrad\ttab", "'; DROP TABLE Scorecards; --", "\"\\u0000{}", new string('å', 10_000), " ", "\u202Evänd"];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_is_kept_to_the_letter_and_shown_as_text(string text)
    {
        var who = await app.As("chef.hsf");
        var key = CardDesk.Key(year: Interlocked.Increment(ref years));
        var whole = await app.Whole(year: key.Year);
        var goal = whole.Goals[0] with { Name = text, Text = text };
        goal = goal.With(goal.Measures[0] with { Target = text, Note = text }).With(goal.Activities[0] with { Name = text, Owner = text, Text = text });
        var content = whole.With(goal).WithText(goal.PerspectiveId, text);

        var kept = (await app.SaveCard(who, key, content)).ShouldBeOfType<DraftSaved.Kept>();

        (await app.DraftOf(key)).ShouldNotBeNull().Content.SaysTheSameAs(content).ShouldBeTrue();
        (await app.Edit(who, key)).Draft!.Content.SaysTheSameAs(content).ShouldBeTrue();
        (await app.DecideCard(who, key, kept.Token)).ShouldBeOfType<ScorecardDecided.NotYet>().Findings.ShouldAllBe(f => f.Message.EndsWith('.'));
        using var browser = await Browser.SignedInAs(app, "chef.hsf");
        var page = await browser.Open($"/styrkort/{key.Unit}/utkast?ar={key.Year}");
        page.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        page.Document.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_and_days_that_cannot_be_are_kept_in_the_draft_and_told_of()
    {
        var who = await app.As("chef.hsf");
        var key = CardDesk.Key(year: Interlocked.Increment(ref years));
        var whole = await app.Whole(year: key.Year);
        var goal = whole.Goals[0] with { ParentGoalId = Guid.NewGuid() };
        goal = goal.With(goal.Measures[0] with { SeriesId = Guid.NewGuid() }).With(goal.Activities[0] with { Start = DateOnly.MinValue, Due = DateOnly.MaxValue });
        var kept = (DraftSaved.Kept)await app.SaveCard(who, key, whole.With(goal));

        (await app.DecideCard(who, key, kept.Token)).ShouldBeOfType<ScorecardDecided.NotYet>().Findings.Select(f => f.Message).ShouldBe(
        [
            "Målet ovanför finns inte längre. Välj ett annat.",
            "Måttet finns inte längre. Ta bort det eller välj ett annat.",
            "Aktivitetens datum ska ligga mellan 2000 och 2100. Kontrollera årtalet.",
        ]);
        (await app.Edit(who, key)).Draft!.Content.Activities.Single().Due.ShouldBe(DateOnly.MaxValue);
        using var browser = await Browser.SignedInAs(app, "chef.hsf");
        (await browser.Open($"/styrkort/{key.Unit}/utkast?ar={key.Year}")).Html.ShouldContain("Målet ovanför finns inte längre");
    }

    [Fact]
    public async Task A_draft_larger_than_any_styrkort_is_refused_in_words_and_the_one_before_stays()
    {
        var who = await app.As("controller.hsf");
        var key = CardDesk.Key(year: Interlocked.Increment(ref years));
        var large = GivenScorecard.Content([.. Enumerable.Range(0, 2000).Select(n => GivenScorecard.Goal($"Mål {n}", null))]);
        var kept = (await app.SaveCard(who, key, large)).ShouldBeOfType<DraftSaved.Kept>();

        (await Should.ThrowAsync<RuleViolation>(() => app.SaveCard(who, key, large.With(GivenScorecard.Goal("Ett till", null)), 0, kept.Token)))
            .Message.ShouldBe("Styrkortet har fler än 2000 mål, mått och aktiviteter. Ta bort några.");

        (await app.DraftOf(key)).ShouldNotBeNull().Content.Goals.Count.ShouldBe(2000);
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(2101)]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(20260)]
    public async Task A_year_that_cannot_be_planned_for_is_refused_in_words(int year) =>
        await Should.ThrowAsync<RuleViolation>(async () => await app.SaveCard(await app.As("chef.hsf"), CardDesk.Key(year: year), GivenScorecard.Content(GivenScorecard.Goal("A", null))));
}
