using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.UnitMeasures;
using RegionPlan.Tests.Reporting;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.ReportOutcomes;

/// <summary>The page of one submission: its rows, its facts, and what one chooses between.</summary>
public sealed class SheetTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private readonly TestApp app = demo.App;

    [Fact]
    public async Task The_rows_of_a_unit_are_what_it_owes_the_follow_up()
    {
        var annual = await app.Sheet(await app.Scope());
        annual.Rows.Select(r => r.Code).Distinct().ShouldBe(["3.6", "3.7", "3.8", "3.13", "3.14", "3.19", "3.20", "3.21", "3.22", "3.23"]);
        annual.Rows.ShouldAllBe(r => r.IsRegional && r.Key.Period.ToString() == "2024");

        var hospital = await app.Sheet(await app.Scope("2025-verksamhetsberattelse-3", UnitDesk.Kalmar));
        hospital.UnitName.ShouldBe("Länssjukhuset i Kalmar");
        hospital.Rows.Select(r => r.Code).ShouldBe(["3.13", "3.23", "4.5"]);
        hospital.Rows.ShouldAllBe(r => !r.IsRegional && r.Key.AboutUnitId == hospital.Scope.UnitId);
        hospital.Rows.Single(r => r.Code == "3.23").Demands.Target.ShouldBeOfType<Target.Value>();
        hospital.Chain.Select(s => s.Name).ShouldBe(["Länssjukhuset i Kalmar", "Hälso- och sjukvårdsförvaltningen", "Regionstyrelsen"]);
        hospital.NameOf(ApprovalLevel.Board).ShouldBe("Regionstyrelsen");
    }

    [Fact]
    public async Task The_page_tells_the_period_the_last_day_and_who_approves()
    {
        using var browser = await Browser.SignedInAs(app, "controller.hsf");

        var page = (await browser.Open($"/utfall?uppfoljning=2025-verksamhetsberattelse-3&enhet={UnitDesk.Kalmar}")).Document;

        page.QuerySelector("h1 + p").Words().ShouldBe("Länssjukhuset i Kalmar, Verksamhetsberättelse helår 2025. Läs in från fil");
        page.QuerySelector(".rp-sheet-facts").Words().ShouldBe(
            "Period 1 januari–31 december 2025 Lämnas in senast 2026-01-21 (305 dagar sedan) Godkänns av Länssjukhuset i Kalmar, sedan Hälso- och sjukvårdsförvaltningen, sedan Regionstyrelsen");
        page.QuerySelector("#uppfoljning option[selected]")!.GetAttribute("value").ShouldBe("2025-verksamhetsberattelse-3");
        page.QuerySelector("#enhet option[selected]")!.GetAttribute("value").ShouldBe(UnitDesk.Kalmar);
    }

    [Fact]
    public async Task The_choice_holds_what_collects_something_and_the_units_one_hands_in_for()
    {
        using var browser = await Browser.SignedInAs(app, "controller.lsk");

        var page = (await browser.Open("/utfall?uppfoljning=2025-verksamhetsberattelse-3")).Document;

        page.QuerySelectorAll("#uppfoljning option").Select(o => o.GetAttribute("value")).ShouldNotContain("2025-periodrapport-1");
        var units = page.QuerySelectorAll("#enhet option").Select(o => o.GetAttribute("value")).ToList();
        units.ShouldContain(UnitDesk.Kalmar);
        units.ShouldNotContain(UnitDesk.Hsf);
        units.ShouldNotContain(UnitDesk.Vastervik);
    }

    [Theory]
    [InlineData("controller.hsf", Desk.Hsf)]
    [InlineData("controller.lsk", UnitDesk.Kalmar)]
    [InlineData("controller.akm", "akutmottagningen-kalmar")]
    public async Task Without_a_choice_the_own_unit_with_the_most_urgent_duty_is_shown(string user, string unit)
    {
        using var browser = await Browser.SignedInAs(app, user);

        var page = (await browser.Open("/utfall")).Document;

        page.QuerySelector("#enhet option[selected]")!.GetAttribute("value").ShouldBe(unit);
        page.QuerySelectorAll(".ds-alert[role=status]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("uppfoljning=2099-delarsrapport-1", "Uppföljningen i adressen finns inte")]
    [InlineData("uppfoljning=%3Cscript%3E", "Uppföljningen i adressen finns inte")]
    [InlineData("uppfoljning=2025-periodrapport-1", "Uppföljningen i adressen finns inte, eller samlar inte in något.")]
    [InlineData("uppfoljning=2024-arsredovisning-1&enhet=kalmar-lanstrafik", "Enheten i adressen har inget att lämna in till Årsredovisning 2024, eller du lämnar inte in för den.")]
    [InlineData("uppfoljning=2024-arsredovisning-1&enhet=%27--", "Enheten i adressen har inget att lämna in")]
    public async Task A_bad_address_is_told_and_another_sheet_is_shown(string query, string says)
    {
        using var browser = await Browser.SignedInAs(app, "controller.hsf");

        var page = await browser.Open($"/utfall?{query}");

        page.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        page.Document.QuerySelector("[role=status]")!.TextContent.ShouldContain(says);
        page.Document.QuerySelector("#enhet option[selected]")!.GetAttribute("value").ShouldBe(Desk.Hsf);
    }

    [Fact]
    public async Task A_unit_that_did_not_stand_through_the_follow_up_has_no_sheet()
    {
        using var browser = await Browser.SignedInAs(app, "controller.pvf");

        (await browser.Open("/utfall?uppfoljning=2025-verksamhetsberattelse-1&enhet=halsocentral-exempel-mitt-och-kust")).Document.Notices()
            .ShouldContain("Enheten i adressen har inget att lämna in till Verksamhetsberättelse T1 2025, eller du lämnar inte in för den. Välj en i listan.");
    }

    [Fact]
    public async Task Drafts_of_a_unit_are_kept_apart_from_the_regions_and_from_other_units()
    {
        var hsf = await app.As("controller.hsf");
        const string FollowUp = "2025-verksamhetsberattelse-3";
        var (kalmar, vastervik) = (await app.Scope(FollowUp, UnitDesk.Kalmar), await app.Scope(FollowUp, UnitDesk.Vastervik));
        var region = await app.Scope("2025-arsredovisning-1");

        await app.SaveDraft(hsf, region, (await app.RowOf(region, "3.23")).Key, Desk.Typed("1"));
        await app.SaveDraft(hsf, kalmar, (await app.RowOf(kalmar, "3.23")).Key, Desk.Typed("2"));
        await app.SaveDraft(hsf, vastervik, (await app.RowOf(vastervik, "3.23")).Key, Desk.Typed("3"));
        await app.HandedIn(kalmar, "3.23", Desk.Typed("0,9", comment: "Prov", reason: "Prov", analysis: "Prov"));

        (await app.RowOf(region, "3.23")).Draft!.Texts.Total.ShouldBe("1");
        (await app.RowOf(kalmar, "3.23")).Draft.ShouldBeNull();
        (await app.RowOf(vastervik, "3.23")).Draft!.Texts.Total.ShouldBe("3");
    }
}
