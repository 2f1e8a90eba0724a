using System.Net;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using static RegionPlan.Tests.Features.Approval.GivenSubmission;

namespace RegionPlan.Tests.Features.Approval;

/// <summary>The page where a submission is looked at, approved and sent back, without a script.</summary>
public sealed class ReviewPageTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string Controller = "controller.hsf";
    private const string Head = "chef.hsf";

    private TestApp App => demo.App;

    [Theory]
    [InlineData("politiker", HttpStatusCode.Forbidden)]
    [InlineData("controller.ftv", HttpStatusCode.Forbidden)]
    [InlineData("chef.akut", HttpStatusCode.Forbidden)]
    [InlineData("namndsekreterare.ktn", HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.Forbidden)]
    [InlineData(Controller, HttpStatusCode.OK)]
    [InlineData(Head, HttpStatusCode.OK)]
    [InlineData("regiondirektor", HttpStatusCode.OK)]
    [InlineData("revisor", HttpStatusCode.OK)]
    public async Task Only_those_who_enter_approve_or_may_see_drafts_see_what_is_handed_in(string user, HttpStatusCode status)
    {
        using var browser = await Browser.SignedInAs(App, user);
        var page = await browser.Open($"/granska/{Annual}/{Hospital}");

        page.Status.ShouldBe(status);
        page.Document.QuerySelector("h1").Words().ShouldBe(status == HttpStatusCode.OK ? "Hälso- och sjukvårdsförvaltningen" : "Ingen behörighet");
    }

    [Theory]
    [InlineData("/granska/2025-arsredovisning-9/halso-och-sjukvardsforvaltningen")]
    [InlineData("/granska/finns-inte/halso-och-sjukvardsforvaltningen")]
    [InlineData("/granska/2025-arsredovisning-1/finns-inte")]
    public async Task What_does_not_exist_is_told(string path)
    {
        using var browser = await Browser.SignedInAs(App, "revisor");

        (await browser.Open(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_anonymous_visitor_is_asked_to_sign_in()
    {
        using var browser = new Browser(App);

        (await browser.Open($"/granska/{Annual}/{Hospital}")).Location.ShouldNotBeNull().ShouldStartWith("/logga-in");
    }

    [Fact]
    public async Task The_chef_sees_figures_texts_and_who_entered_and_approves_all_that_waits()
    {
        var given = new GivenSubmission(App, Annual, "psykiatriforvaltningen");
        var row = (await given.Duties())[0].Duty.Key;
        await given.Submit("regiondirektor", Row(row, 41.5m, narrative: new()
        {
            Comment = "Preliminärt",
            Analysis = "Fler söker vård",
            Action = "Fler tider",
            ActionOwner = "Verksamhetschef",
            Forecast = YearForecast.Uncertain,
        }));
        using var reader = await Browser.SignedInAs(App, "revisor");
        var seen = await reader.Open(given.Path);
        seen.Document.QuerySelectorAll("main form button").ShouldBeEmpty();
        var words = seen.Document.QuerySelector("main").Words();
        foreach (var told in new[] { "41,5", "Preliminärt", "Fler söker vård", "Fler tider (Verksamhetschef)", "Osäkert", "Inskickad av Regiondirektör", "Väntar på förvaltningen", "Inskickad 1 rad" })
        {
            words.ShouldContain(told);
        }

        using var browser = await Browser.SignedInAs(App, "regiondirektor");
        var page = await browser.Open(given.Path);
        page.Document.QuerySelectorAll("form button").Select(b => b.Words()).ShouldContain("Godkänn 1 rad för förvaltningen");
        var answer = await browser.Submit(page, "approve", []);
        answer.Location.ShouldBe($"{given.Path}?klart=publik");
        var done = await browser.Open(answer.Location!);
        done.Document.QuerySelector("[role=status]").Words().ShouldStartWith("1 rad är godkänd och värdet är publikt nu.");
        done.Document.QuerySelector("[role=status] a").ShouldNotBeNull().GetAttribute("href").ShouldNotBeNull().ShouldStartWith("/matt/");
        done.Document.QuerySelector("main").Words().ShouldContain("Godkänd av förvaltningen och publik");
        (await given.Public(row))!.Amount.ShouldBe(41.5m);
    }

    [Fact]
    public async Task A_ticked_cell_is_sent_back_with_a_comment_and_the_others_stay()
    {
        var given = new GivenSubmission(App);
        var rows = await given.Percentages();
        await given.Submit(Controller, Row(rows[0], 82, women: 81, men: 83), Row(rows[1], 55));
        using var browser = await Browser.SignedInAs(App, Head);
        var page = await browser.Open(given.Path);
        var boxes = page.Document.QuerySelectorAll("input[type=checkbox]").Select(b => b.GetAttribute("name")!).ToList();
        boxes.Count.ShouldBe(6);
        var women = boxes.Single(b => b.Contains($"{rows[0].SeriesId:N}", StringComparison.Ordinal) && b.EndsWith("Women", StringComparison.Ordinal));
        var only = boxes.ToDictionary(b => b, b => b == women ? "on" : null);

        var silent = await browser.Submit(page, "return", only);
        silent.Errors.ShouldHaveSingleItem().ShouldStartWith("Skriv vad som ska rättas");
        silent.ErrorAt("ReturnForm.Why").ShouldNotBeNull();
        silent.Document.QuerySelector($"[name='{women}']").ShouldNotBeNull().HasAttribute("checked").ShouldBeTrue();
        (await browser.Submit(page, "return", boxes.ToDictionary(b => b, _ => (string?)null))).Errors.Count.ShouldBe(2, "neither a box nor a word");

        var answer = await browser.Submit(page, "return", new(only) { ["ReturnForm.Why"] = "Kvinnor verkar lågt" });
        var done = await browser.Open(answer.Location!);
        done.Document.QuerySelector("[role=status]").Words().ShouldStartWith("1 ruta är tillbakaskickad.");
        done.Document.QuerySelector("main").Words().ShouldContain("Kvinnor verkar lågt");
        var standings = (await given.Submission())!.Standings((await given.Read()).FollowUps.ChainOf((await given.Read()).FollowUps.Find(Annual)!, rows[0].UnitId));
        (await given.Submission())!.Steps[^1].Returned.Select(c => (c.Row, c.Sex)).ShouldBe([(rows[0], Sex.Women)]);
        standings.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_approves_what_has_changed_since_is_told_and_keeps_what_was_written()
    {
        var given = new GivenSubmission(App, Annual, "primarvardsforvaltningen");
        var rows = (await given.Duties()).Where(d => d.Stage != DutyStage.Done).Select(d => d.Duty.Key).ToList();
        await given.Submit("controller.pvf", Row(rows[0], 1));
        using var browser = await Browser.SignedInAs(App, "regiondirektor");
        var page = await browser.Open(given.Path);
        await given.Submit("controller.pvf", Row(rows[1], 1));

        var late = await browser.Submit(page, "approve", new() { ["ApproveForm.Why"] = "Snabbt" });
        late.Errors.ShouldHaveSingleItem().ShouldStartWith("Något har hänt med inlämningen");
        late.Typed("ApproveForm.Why").ShouldBe("Snabbt");
        (await given.Entries(rows[0])).ShouldBeEmpty();
        (await browser.Submit(late, "approve", [])).Location.ShouldEndWith("klart=publik");
    }

    [Fact]
    public async Task A_post_by_someone_whose_role_has_ended_is_refused_in_words()
    {
        await using var app = await Demo.StartAsync();
        var given = new GivenSubmission(app);
        await given.Submit(Controller, Row((await given.Percentages())[0], 82));
        using var browser = await Browser.SignedInAs(app, Head);
        var page = await browser.Open(given.Path);
        await app.EndRoles(Head);

        var answer = await browser.Submit(page, "approve", []);
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Document.QuerySelector("h1").Words().ShouldBe("Ingen behörighet");
        (await given.Version()).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_unlike_the_series_own_past_is_told_to_the_one_who_approves_although_it_is_commented()
    {
        await using var own = await Demo.StartAsync();
        var given = new GivenSubmission(own, Annual, Hospital);
        var reading = await given.Read();
        var row = (await given.Duties()).Select(d => d.Duty.Key).Single(k => reading.Of(k)!.Code == "3.23");
        await given.Submit(Controller, Row(row, 9, narrative: new() { Comment = "Ny mätmetod" }));

        using var browser = await Browser.SignedInAs(own, Head);
        var words = (await browser.Open(given.Path)).Document.QuerySelector("main").Words();

        words.ShouldContain("Att kontrollera Utanför seriens historiska band");
        words.ShouldContain("Kommentar Ny mätmetod");
        words.ShouldNotContain("skriv en kommentar");
    }
}
