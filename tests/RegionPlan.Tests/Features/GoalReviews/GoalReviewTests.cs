using System.Net;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Reporting;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.GoalReviews;

/// <summary>The nämnd's own word about a goal stands beside what the figures say, and is read by others once it is handed over.</summary>
public sealed class GoalReviewTests : IAsyncLifetime
{
    private const string OfBoard = "/bedomning/2024-arsredovisning-1/3/regionstyrelsen";
    private const string OfRegion = "/bedomning/2024-arsredovisning-1/3/region-kalmar-lan";
    private const string List = "/bedomning?uppfoljning=2024-arsredovisning-1";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_draft_is_read_by_its_writers_only_and_by_all_when_it_is_handed_over()
    {
        using var secretary = await Browser.SignedInAs(app, "namndsekreterare.rs");
        using var visitor = new Browser(app);

        (await Write(secretary, "spara", analysis: "Väntetiderna är för långa.")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await secretary.Open(OfBoard)).Document.Body.Words().ShouldContain("Väntetiderna är för långa.");
        (await visitor.Open(OfBoard)).Document.Body.Words().ShouldNotContain("Väntetiderna");
        (await visitor.Open(List)).Document.Body.Words().ShouldNotContain("Väntetiderna");
        (await visitor.Open("/historik?slag=GoalStatus")).Document.Body.Words().ShouldNotContain("Bedömning av mål 3, Årsredovisning 2024");

        (await Write(secretary, "lamna", analysis: "Väntetiderna är för långa.")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await visitor.Open(OfBoard)).Document.Body.Words().ShouldContain("Väntetiderna är för långa.");
        (await visitor.Open("/historik?slag=GoalStatus")).Document.Body.Words().ShouldContain("Bedömning av mål 3, Årsredovisning 2024");
        (await visitor.Open(List)).Document.Body.Words().ShouldContain("Väntetiderna är för långa.");
    }

    [Fact]
    public async Task Another_status_than_the_computed_one_needs_a_motivation_and_stands_beside_it()
    {
        using var secretary = await Browser.SignedInAs(app, "namndsekreterare.rs");
        var computed = (await secretary.Open(OfBoard)).Document.QuerySelector("#beraknad + *").Words();

        var refused = await Write(secretary, "lamna", analysis: "Målet är nära.", status: "Achieved");

        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.Errors.ShouldBe(["Bedömningen är en annan än den beräknade. Skriv varför."]);
        refused.Typed("Form.Analysis").ShouldBe("Målet är nära.");

        (await Write(secretary, "lamna", analysis: "Målet är nära.", status: "Achieved", why: "Sena svar räknas inte.")).Status.ShouldBe(HttpStatusCode.Redirect);

        using var visitor = new Browser(app);
        var shown = (await visitor.Open(OfBoard)).Document;
        shown.QuerySelector("#lamnad ~ dl dd").Words().ShouldBe($"Uppnått Beräknad när den skrevs: {computed}");
        shown.Body.Words().ShouldContain("Sena svar räknas inte.");
        computed.ShouldNotBe("Uppnått");
    }

    [Fact]
    public async Task Of_two_who_write_the_second_is_told_and_keeps_what_was_typed()
    {
        using var secretary = await Browser.SignedInAs(app, "namndsekreterare.rs");
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        var opened = await staff.Open(OfBoard);
        await Write(secretary, "lamna", analysis: "Sekreterarens analys.");

        var second = await staff.Submit(opened, "review", new() { ["Form.Analysis"] = "Stabens analys.", ["Form.Step"] = "lamna" });

        second.Errors.ShouldHaveSingleItem().ShouldStartWith("Någon annan har sparat bedömningen");
        second.Typed("Form.Analysis").ShouldBe("Stabens analys.");
        second.Document.Body.Words().ShouldContain("Sekreterarens analys.");
        (await staff.Submit(second, "review", new() { ["Form.Step"] = "lamna" })).Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.Open(OfBoard)).Document.Body.Words().ShouldContain("version 2");
    }

    [Theory]
    [InlineData("namndsekreterare.ktn", OfBoard)]
    [InlineData("namndsekreterare.rs", OfRegion)]
    [InlineData("controller.hsf", OfBoard)]
    [InlineData("politiker", OfBoard)]
    [InlineData("revisor", OfRegion)]
    public async Task Only_the_boards_secretary_and_regionstaben_write(string user, string address)
    {
        using var writer = await Browser.SignedInAs(app, "regiondirektor");
        using var browser = await Browser.SignedInAs(app, user);
        var fields = Browser.Fields((await writer.Open(address)).Document.QuerySelectorAll("form").Single(f => f.InnerHtml.Contains("Form.Analysis", StringComparison.Ordinal)));
        (await browser.Open(address)).Document.QuerySelector("[name='Form.Analysis']").ShouldBeNull();
        var token = Browser.Fields((await browser.Open("/")).Document.QuerySelector("form[action='/logga-ut']")!);
        fields["__RequestVerificationToken"] = token["__RequestVerificationToken"];

        var answer = await browser.Post(address, fields, new() { ["Form.Analysis"] = "Obehörigt", ["Form.Step"] = "lamna" });

        answer.Errors.ShouldHaveSingleItem().ShouldStartWith("Du skriver inte bedömningen för");
        await using var db = app.Db();
        db.GoalReviews.Where(r => r.Terms.Analysis == "Obehörigt").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_goal_shows_each_board_with_units_below_it_and_the_region()
    {
        using var visitor = new Browser(app);

        var page = (await visitor.Open(List)).Document;

        page.QuerySelectorAll("main section table").Length.ShouldBe(5);
        page.QuerySelectorAll("main section")[0].QuerySelectorAll("tbody th").Select(t => t.Words())
            .ShouldBe(["Kollektivtrafiknämnden", "Regionala utvecklingsnämnden", "Regionstyrelsen", "Hela regionen"]);
        (await visitor.Open("/bedomning?uppfoljning=2031-delarsrapport-1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.Open("/bedomning/2024-arsredovisning-1/9/regionstyrelsen")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_computed_status_counts_only_what_ended_by_the_follow_ups_last_day()
    {
        await using (var db = app.Db())
        {
            var interim = new FollowUp(2024, FollowUpKind.InterimReport, 2);
            interim.Plan(
                new()
                {
                    Name = "Delårsrapport augusti 2024",
                    Through = new(2024, 8, 31),
                    OpensOn = new(2024, 9, 1),
                    UnitDue = new(2024, 9, 10),
                    AdministrationDue = new(2024, 9, 12),
                    BoardDue = new(2024, 9, 15),
                    RegionDue = new(2024, 9, 20),
                    CollectsOutcomes = true,
                },
                new(app.Clock.Now, "Provet"));
            db.FollowUps.Add(interim);
            await db.SaveChangesAsync();
        }

        const string OfInterim = "/bedomning/2024-delarsrapport-2/3/region-kalmar-lan";
        var whole = WithOutcome(await app.Page(OfRegion));
        int.Parse(whole.Split(' ')[0], null).ShouldBeGreaterThan(1);
        WithOutcome(await app.Page(OfInterim)).ShouldStartWith("0 av ");

        await app.Recorded(await app.Row("3.11", "2024-T2"), Desk.Typed("90"));

        var page = await app.Page(OfInterim);
        WithOutcome(page).ShouldStartWith("1 av ");
        page.Section("Beräknad bedömning").Words().ShouldContain("Räknad på utfall för perioder som slutar senast 2024-08-31.");
        WithOutcome(await app.Page(OfRegion)).ShouldBe(whole, "the year's own report still counts the whole year");

        static string WithOutcome(AngleSharp.Dom.IDocument page) => page.QuerySelector(".rp-why")!.Said("Målsatta serier med utfall");
    }

    private static async Task<Browser.Answer> Write(Browser browser, string step, string analysis, string status = "", string? why = null) =>
        await browser.Submit(await browser.Open(OfBoard), "review", new() { ["Form.Analysis"] = analysis, ["Form.Status"] = status, ["Form.Why"] = why, ["Form.Step"] = step });
}
