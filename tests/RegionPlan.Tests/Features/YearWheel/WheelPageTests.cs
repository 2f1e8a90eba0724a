using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.YearWheel;

public sealed class WheelPageTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private TestApp App => demo.App;

    [Fact]
    public async Task The_list_tells_period_last_days_decision_state_and_who_must_approve()
    {
        var page = await App.Page("/arshjul?ar=2026");

        page.QuerySelector("h1").Words().ShouldBe("Årshjul 2026");
        var rows = page.Section("Uppföljningarna i tur och ordning").Rows();
        rows.Count.ShouldBe(12);
        rows.Single(r => r[0].StartsWith("Verksamhetsberättelse T2", StringComparison.Ordinal)).ShouldBe(
        [
            "Verksamhetsberättelse T2 2026 Till och med 2026-08-31. Samlar in enheternas egna värden; de visas för alla när nämnden har godkänt.",
            "2026-09-01", "2026-09-10", "2026-09-14", "2026-09-21", "2026-09-25", "Varje nämnd 2026-10-12", "Öppen",
        ]);
        rows.Single(r => r[0].StartsWith("Årsredovisning", StringComparison.Ordinal)).TakeLast(2).ShouldBe(["Regionfullmäktige 2027-04-20", "Planerad"]);
    }

    [Fact]
    public async Task Every_part_of_the_wheel_says_what_it_is_and_leads_to_its_row_in_the_list()
    {
        var page = await App.Page("/arshjul?ar=2026");
        var parts = page.QuerySelectorAll(".rp-wheel a").ToList();

        parts.Count.ShouldBe(12);
        parts.Select(p => p.GetAttribute("href")!.Split('#')[1]).ShouldBe(page.QuerySelectorAll("table tbody tr").Select(r => r.Id!));
        parts.Select(p => p.QuerySelector("title").Words()).ShouldContain(
            "Delårsrapport T1 2026: perioden slutar 2026-04-30, enhet 2026-05-11, förvaltning 2026-05-15, nämnd 2026-05-20, region 2026-05-25, beslut 2026-06-09. Öppen.");
        page.QuerySelector(".rp-wheel")!.GetAttribute("aria-labelledby")!.Split(' ').ShouldAllBe(id => page.GetElementById(id) != null);
        page.QuerySelectorAll(".rp-wheel-today").Length.ShouldBe(2, "the ray and its key");
        (await App.Page("/arshjul?ar=2025")).QuerySelectorAll(".rp-wheel-today").ShouldBeEmpty("today is not in 2025");
    }

    [Fact]
    public async Task The_year_is_chosen_in_the_address()
    {
        var page = await App.Page("/arshjul");

        page.QuerySelectorAll(".rp-years a").Select(a => (a.Words(), a.GetAttribute("href"))).ShouldBe(
            [("2024", "/arshjul?ar=2024"), ("2025", "/arshjul?ar=2025"), ("2026", "/arshjul?ar=2026")]);
        page.QuerySelector(".rp-years [aria-current=page]").Words().ShouldBe("2026");
        (await App.Page("/arshjul?ar=2024")).Section("Uppföljningarna i tur och ordning").Rows().Count.ShouldBe(2);
        (await App.Page("/arshjul?ar=abc")).Notices().ShouldHaveSingleItem().ShouldContain("”abc” går inte att läsa");
        (await App.Page("/arshjul?ar=2031")).QuerySelector("main").Words().ShouldContain("2031 är inte upplagt");
    }

    [Fact]
    public async Task The_next_dates_are_told_in_order_from_today()
    {
        var next = (await App.Page("/arshjul?ar=2026")).Section("Närmast").QuerySelectorAll("li").Select(l => l.Words()).ToList();

        next.Count.ShouldBe(6);
        next[0].ShouldBe("2026-12-04 beslut, Periodrapport 3 2026 om 12 dagar");
        next.ShouldBe(next.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_locked_follow_up_says_when_and_by_whom_and_cannot_be_changed()
    {
        await using var app = await Demo.StartAsync();
        await app.Lock("2026-periodrapport-1");
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);

        var page = (await browser.Open("/arshjul?ar=2026")).Document;

        var row = page.GetElementById("2026-periodrapport-1")!;
        row.LastElementChild.Words().ShouldBe("Låst 2026-11-22 10:00 av Regionstab: Prov");
        row.QuerySelector("a").ShouldBeNull();
        page.QuerySelectorAll(".rp-track-row").Select(r => r.GetAttribute("aria-label")).ShouldNotContain("Periodrapport 1 2026");
        (await browser.Open("/arshjul/2026-periodrapport-1/andra")).Document.Notices().ShouldContain("Uppföljningen är låst och kan inte ändras.");
    }

    [Theory]
    [InlineData("regiondirektor", true)]
    [InlineData("controller.hsf", false)]
    [InlineData("admin", false)]
    public async Task Only_those_who_may_plan_see_how_to_change(string user, bool maySee)
    {
        using var browser = await Browser.SignedInAs(App, user);

        var page = (await browser.Open("/arshjul?ar=2026")).Document;

        (page.QuerySelector("a[href$='/andra']") is not null).ShouldBe(maySee);
        (page.QuerySelector("a[href*='/arshjul/lagg-upp']") is not null).ShouldBe(maySee);
        (page.QuerySelector(".rp-handle") is not null).ShouldBe(maySee);
    }

    [Fact]
    public async Task Each_handle_is_a_link_to_the_form_with_its_own_date()
    {
        using var browser = await Browser.SignedInAs(App, WheelDesk.Planner);

        var handles = (await browser.Open("/arshjul?ar=2026")).Document.QuerySelectorAll("[aria-label='Delårsrapport T2 2026'] .rp-handle").ToList();

        handles.Select(h => (h.Words(), h.GetAttribute("href"))).ShouldBe(
        [
            ("Ö", "/arshjul/2026-delarsrapport-2/andra?falt=OpensOn&dag=2026-09-01"),
            ("E", "/arshjul/2026-delarsrapport-2/andra?falt=UnitDue&dag=2026-09-10"),
            ("F", "/arshjul/2026-delarsrapport-2/andra?falt=AdministrationDue&dag=2026-09-14"),
            ("N", "/arshjul/2026-delarsrapport-2/andra?falt=BoardDue&dag=2026-09-21"),
            ("R", "/arshjul/2026-delarsrapport-2/andra?falt=RegionDue&dag=2026-09-25"),
            ("B", "/arshjul/2026-delarsrapport-2/andra?falt=DecidedOn&dag=2026-10-27"),
        ]);
    }
}
