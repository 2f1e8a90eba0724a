using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain;
using RegionPlan.Domain.Rollup;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.OpenData;
using RegionPlan.Tests.Features.UnitMeasures;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Access;
using RegionPlan.Web.Features.ChooseFigure;

namespace RegionPlan.Tests.Features.ChooseFigure;

/// <summary>For the first tertial the förvaltning has 3,0 % of its own, and its hospitals come to 1,0 %.</summary>
public sealed class ChooseFigureTests : IAsyncLifetime
{
    private const string Both = "Två värden skiljer sig. Eget värde 3,0 % (30/1 000), beräknat ur enheterna under 1,0 % (10/1 000).";
    private const string Chosen = "Det beräknade värdet gäller, valt av Controller, Hälso- och sjukvårdsförvaltningen: Avläst i Cosmic 🙂 <b>";
    private const string Reason = "Avläst i Cosmic 🙂 <b>";
    private const string Changed = "Värdena eller valet har ändrats sedan du öppnade sidan. Läs dem som de är nu och välj igen.";

    private TestApp app = null!;
    private string path = "";

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        await app.RecordAt(UnitDesk.Kalmar, "3.23", "2025-T1", "6/600", "controller.lsk");
        await app.RecordAt(UnitDesk.Vastervik, "3.23", "2025-T1", "4/400");
        await app.RecordAt(UnitDesk.Hsf, "3.23", "2025-T1", "30/1000");
        path = await app.FigurePath(UnitDesk.Hsf, "3.23", "2025-T1");
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Both_figures_are_shown_everywhere_and_the_own_stands_until_somebody_chooses()
    {
        (await app.OnCard(UnitDesk.Hsf, "3.23"))[0].ShouldContain(Both);
        (await app.OnMeasure("3.23", "Hälso- och sjukvårdsförvaltningen")).ShouldSatisfyAllConditions(r => r[1].ShouldBe("3,0 %"), r => r[2].ShouldContain(Both));
        (await app.Shown(UnitDesk.Hsf, "3.23", "Tertial 1 2025")).How.ShouldContain(Both);
        var page = await app.Page(path);
        page.Said("Eget värde").ShouldStartWith("3,0 % (30/1 000) Controller, Hälso- och sjukvårdsförvaltningen, 2026-11-22 10:00");
        page.Said("Beräknat ur enheterna under").ShouldBe("1,0 % (10/1 000)");
        page.Section("Två värden som skiljer sig").Rows().ShouldBe([["Länssjukhuset i Kalmar", "1,0 % (6/600)"], ["Västerviks sjukhus", "1,0 % (4/400)"]]);
        page.QuerySelector("form[method=post]").ShouldBeNull("nobody is signed in");
        await Shows("3,0 %", 3.0m);
    }

    [Fact]
    public async Task After_the_choice_every_view_shows_the_chosen_value_and_the_reason()
    {
        using var browser = await Browser.SignedInAs(app, "controller.hsf");

        (await Choose(browser, await browser.Open(path))).Location.ShouldBe(path);

        (await app.OnCard(UnitDesk.Hsf, "3.23")).ShouldSatisfyAllConditions(r => r[0].ShouldContain(Chosen), r => r[2].ShouldBe("1,0 %"));
        (await app.OnMeasure("3.23", "Hälso- och sjukvårdsförvaltningen"))[2].ShouldContain(Chosen);
        (await app.Shown(UnitDesk.Hsf, "3.23", "Tertial 1 2025")).How.ShouldContain(Chosen);
        var page = await app.Page(path);
        page.MainWords().ShouldContain(Chosen);
        page.Section("Val som gjorts").Words().ShouldNotContain("gäller inte längre");
        page.QuerySelector("main b b, main li > span > b").ShouldBeNull();
        await Shows("1,0 %", 1.0m);
        var log = (await app.Page("/historik?matt=3.23&slag=FigureChoice")).Rows().ShouldHaveSingleItem();
        log[1].ShouldBe("3.23 Andel trycksår - sjukhusförvärvade Val av värde tertial 1 2025, Hälso- och sjukvårdsförvaltningen");
        string.Join(" ", log).ShouldContain(Reason);
    }

    [Fact]
    public async Task The_choice_lapses_when_a_figure_changes_and_is_kept_to_be_read()
    {
        using var browser = await Browser.SignedInAs(app, "controller.hsf");
        await Choose(browser, await browser.Open(path));

        await app.RecordAt(UnitDesk.Vastervik, "3.23", "2025-T1", "14/400", over: 1);

        await Shows("3,0 %", 3.0m);
        (await app.OnCard(UnitDesk.Hsf, "3.23"))[0].ShouldNotContain(Reason);
        (await app.Page(path)).Section("Val som gjorts").Words().ShouldContain("Det beräknade värdet (gäller inte längre)");
    }

    [Theory]
    [InlineData("Derived", "", "Skriv varför det ena värdet gäller framför det andra.", "Form.Why")]
    [InlineData("Derived", "   ", "Skriv varför det ena värdet gäller framför det andra.", "Form.Why")]
    [InlineData("", Reason, "Välj det egna eller det beräknade värdet.", "Form.Chosen")]
    [InlineData("7", Reason, "Välj det egna eller det beräknade värdet.", "Form.Chosen")]
    [InlineData("Derived", "LONG", "Motiveringen får vara högst 2000 tecken. Korta den.", "Form.Why")]
    public async Task What_cannot_be_chosen_is_explained_at_its_field_and_stays(string chosen, string why, string says, string field)
    {
        using var browser = await Browser.SignedInAs(app, "chef.hsf");
        var typed = why == "LONG" ? new string('å', 10_000) : why;

        var answer = await browser.Submit(await browser.Open(path), "figure", new() { ["Form.Chosen"] = chosen, ["Form.Why"] = typed });

        answer.Errors.ShouldBe([says]);
        answer.ErrorAt(field).ShouldBe(says);
        answer.Typed("Form.Why").ShouldBe(typed);
        (await Choices()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("controller.lsk")]
    [InlineData("controller.pvf")]
    [InlineData("politiker")]
    [InlineData("namndsekreterare.rs")]
    [InlineData("admin")]
    public async Task Those_without_the_right_see_no_form_and_are_refused_when_they_post_it_anyway(string user)
    {
        using var browser = await Browser.SignedInAs(app, user);
        (await browser.Open(path)).Document.QuerySelector("main form").ShouldBeNull();

        var answer = await browser.Post(path, await FormOf(browser), new() { ["Form.Chosen"] = "Derived", ["Form.Why"] = Reason });

        answer.Errors.ShouldBe(["Du får inte välja värde för Hälso- och sjukvårdsförvaltningen. Det gör enhetens controller eller chef, eller regionstaben."]);
        answer.Typed("Form.Why").ShouldBe(Reason);
        (await Choices()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_refused_too()
    {
        using var browser = new Browser(app);
        var answer = await browser.Post(path, await FormOf(browser), new() { ["Form.Chosen"] = "Derived", ["Form.Why"] = Reason });

        answer.Errors.ShouldHaveSingleItem().ShouldStartWith("Du är inte inloggad.");
        (await Choices()).ShouldBeEmpty();
        await Should.ThrowAsync<AccessRefused>(() => Ask(Demo.Anonymous, new()));
    }

    [Theory]
    [InlineData(UnitDesk.Kalmar, "20/600")]
    [InlineData(UnitDesk.Hsf, "31/1000")]
    public async Task A_pair_that_changed_meanwhile_is_not_chosen_between_unseen(string unit, string text)
    {
        using var browser = await Browser.SignedInAs(app, "controller.hsf");
        var open = await browser.Open(path);
        await app.RecordAt(unit, "3.23", "2025-T1", text, over: 1);

        var answer = await browser.Submit(open, "figure", new() { ["Form.Chosen"] = "", ["Form.Why"] = Reason });
        answer.Errors.ShouldBe([Changed], "that comes before what is left to fill in");
        answer.Typed("Form.Why").ShouldBe(Reason);
        (await Choices()).ShouldBeEmpty();

        (await Choose(browser, answer)).Location.ShouldBe(path);
    }

    [Fact]
    public async Task A_pair_that_no_longer_differs_is_told_and_what_was_written_stays()
    {
        using var browser = await Browser.SignedInAs(app, "controller.hsf");
        var open = await browser.Open(path);
        await app.RecordAt(UnitDesk.Hsf, "3.23", "2025-T1", "10/1000", over: 1);

        var answer = await Choose(browser, open);

        answer.Errors.ShouldBe(["De två värdena skiljer sig inte längre åt, så det finns inget att välja."]);
        answer.Typed("Form.Why").ShouldBe(Reason);
        (await browser.Open(path)).Document.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task A_figure_that_is_gone_is_told_and_what_was_written_stays()
    {
        using var browser = await Browser.SignedInAs(app, "controller.hsf");
        var open = await browser.Open(path);
        foreach (var unit in new[] { UnitDesk.Hsf, UnitDesk.Kalmar, UnitDesk.Vastervik })
        {
            await app.RecordAt(unit, "3.23", "2025-T1", "", over: 1);
        }

        var answer = await Choose(browser, open);

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Errors.ShouldBe(["Värdet finns inte längre. Gå tillbaka till styrkortet."]);
        answer.Typed("Form.Why").ShouldBe(Reason);
    }

    [Fact]
    public async Task Of_two_who_choose_on_the_same_page_the_second_is_told()
    {
        using var first = await Browser.SignedInAs(app, "controller.hsf");
        using var second = await Browser.SignedInAs(app, "chef.hsf");
        var (one, other) = (await first.Open(path), await second.Open(path));
        await Choose(first, one);

        var answer = await second.Submit(other, "figure", new() { ["Form.Chosen"] = "Own", ["Form.Why"] = "Nej" });

        answer.Errors.ShouldBe([Changed]);
        answer.Typed("Form.Why").ShouldBe("Nej");
        answer.Html.ShouldContain("valt av Controller, Hälso- och sjukvårdsförvaltningen");
        (await Choices()).ShouldHaveSingleItem().Chosen.ShouldBe(FigureOrigin.Derived);
    }

    [Fact]
    public async Task Of_those_who_choose_at_the_same_instant_one_is_let_through()
    {
        var who = await app.As("controller.hsf");
        using var browser = await Browser.SignedInAs(app, "controller.hsf");
        var fields = await FormOf(browser);
        var form = new FigureForm { Chosen = "Own", Why = Reason, Version = 0, Seen = fields["Form.Seen"] };

        var said = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            try
            {
                await Ask(who, form);
                return "";
            }
            catch (RuleViolation violation)
            {
                return violation.Message;
            }
        })));

        said.Order().ShouldBe(["", .. Enumerable.Repeat(Changed, 5)]);
        (await Choices()).ShouldHaveSingleItem().Version.ShouldBe(1);
    }

    /// <summary>What the förvaltning, the nämnd and the region show: the same.</summary>
    private async Task Shows(string value, decimal published)
    {
        (await app.Shown(UnitDesk.Hsf, "3.23", "Tertial 1 2025")).Value.ShouldBe(value);
        (await app.Shown(UnitDesk.Board, "3.23", "Tertial 1 2025")).Value.ShouldBe(value);
        (await app.OnMeasure("3.23", "Regionstyrelsen"))[1].ShouldBe(value);
        (await app.OnMeasure("3.23", "Region Kalmar län"))[1].ShouldBe(value);
        (await app.Page("/matt/3.23?ar=2025")).QuerySelector("h1 + p").Words().ShouldContain($"{value} tertial 1 2025");
        (await app.Json("/measures/3.23?year=2025")).GetProperty("series")[0].GetProperty("outcome").Number("value").ShouldBe(published);
    }

    private static Task<Browser.Answer> Choose(Browser browser, Browser.Answer page) =>
        browser.Submit(page, "figure", new() { ["Form.Chosen"] = "Derived", ["Form.Why"] = Reason });

    /// <summary>The form as controller.hsf sees it, with a token of the browser's own.</summary>
    private async Task<Dictionary<string, string?>> FormOf(Browser browser)
    {
        using var allowed = await Browser.SignedInAs(app, "controller.hsf");
        var fields = Browser.Fields((await allowed.Open(path)).Document.QuerySelector("main form[method=post]")!);
        var token = (await browser.Open("/logga-in")).Document.QuerySelector("[name=__RequestVerificationToken]")
            ?? (await browser.Open("/")).Document.QuerySelector("[name=__RequestVerificationToken]");
        fields["__RequestVerificationToken"] = token.ShouldNotBeNull().GetAttribute("value");
        return fields;
    }

    private Task Ask(System.Security.Claims.ClaimsPrincipal who, FigureForm form) =>
        app.Services.GetRequiredService<ChooseUnitFigure>().ChooseAsync(who, UnitDesk.Hsf, Guid.Parse(path.Split('/')[3]), "2025-T1", form);

    private async Task<List<ValueChoice>> Choices()
    {
        await using var db = app.Db();
        return await db.ValueChoices.AsNoTracking().ToListAsync();
    }
}
