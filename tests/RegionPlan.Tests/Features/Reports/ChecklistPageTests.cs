using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Reports;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Access;
using RegionPlan.Web.Features.Reports;

namespace RegionPlan.Tests.Features.Reports;

/// <summary>What there is to mend before the decision, on the report and on a page of its own, each with the way to mend it.</summary>
public sealed class ChecklistPageTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string Interim = "/rapporter/2025-delarsrapport-2/region-kalmar-lan";
    private readonly TestApp app = demo.App;

    [Fact]
    public async Task The_report_tells_in_short_what_is_to_mend_and_the_page_tells_each_with_where_to_go()
    {
        using var browser = await Browser.SignedInAs(app, "regiondirektor");

        var panel = (await browser.Open(Interim)).Document.Section("Kontroll före beslut");
        panel.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldContain($"{Interim}/kontroll");
        var page = await browser.Open($"{Interim}/kontroll");
        page.Status.ShouldBe(HttpStatusCode.OK);

        var missing = page.Document.QuerySelector("#mend-sectionmissing + ul").ShouldNotBeNull();
        missing.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldContain($"{Interim}/sammanfattning");
        missing.Words().ShouldContain("Avsnittet Sammanfattning är inte skrivet.");
        missing.Words().ShouldNotContain("Uppdrag");
        var counted = page.Document.QuerySelectorAll("section h3").Length;
        panel.QuerySelectorAll(".rp-links a").Length.ShouldBe(counted);
        foreach (var link in panel.QuerySelectorAll(".rp-links a"))
        {
            page.Document.GetElementById(link.GetAttribute("href")!.Split('#')[1]).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Every_way_to_mend_leads_to_a_page_that_is_there()
    {
        using var browser = await Browser.SignedInAs(app, "regiondirektor");
        var page = (await browser.Open($"{Interim}/kontroll")).Document;

        var ways = page.QuerySelectorAll(".rp-check-list").Select(l => l.QuerySelector("a")!.GetAttribute("href")!.Split('#')[0]).Distinct().ToList();

        ways.Count.ShouldBeGreaterThan(3);
        foreach (var way in ways)
        {
            (await browser.Open(way)).Status.ShouldBe(HttpStatusCode.OK, way);
        }
    }

    [Fact]
    public async Task A_number_in_a_section_that_is_not_what_is_recorded_is_found_with_the_way_to_the_section()
    {
        const string Annual = "/rapporter/2024-arsredovisning-1/region-kalmar-lan";
        await app.Services.GetRequiredService<WriteSection>().WriteAsync(
            await app.As("regiondirektor"), new("2024-arsredovisning-1", "region-kalmar-lan"), "sammanfattning", "Mått 3.11 är 12,3 % i år.", SectionState.Done, 0, null);
        using var browser = await Browser.SignedInAs(app, "regiondirektor");

        var found = (await browser.Open($"{Annual}/kontroll")).Document.QuerySelector("#mend-numberdiffers + ul").ShouldNotBeNull();

        found.Words().ShouldContain("skriver 12,3 % om mått 3.11. Registrerat utfall 2024");
        found.QuerySelector("a")!.GetAttribute("href").ShouldBe($"{Annual}/sammanfattning");
    }

    [Fact]
    public async Task The_sections_that_the_system_fills_are_marked_as_done_at_once_and_no_others()
    {
        const string Earlier = "/rapporter/2025-delarsrapport-1/region-kalmar-lan";
        var key = new ReportKey("2025-delarsrapport-1", "region-kalmar-lan");
        await app.Write("mal", "Egen text.", state: SectionState.Begun, key: key);
        await app.Keep("avvikelser", "Ett utkast.", key: key);
        using var browser = await Browser.SignedInAs(app, "regiondirektor");
        var before = await browser.Open($"{Earlier}/kontroll");
        before.Document.Section("Avsnitt som fylls av systemet").Words().ShouldContain(
            "Avsnitten Nämndernas bedömningar, Ekonomi och helårsprognos, Balanskravsresultat och Ändrat sedan förra rapporten visar siffror");
        before.Document.Body.Words().ShouldContain("Avsnittet Balanskravsresultat är inte markerat som klart: det fylls av systemet.");

        (await browser.Submit(before, "filled", [])).Location.ShouldBe($"{Earlier}/kontroll");

        var after = await browser.Open($"{Earlier}/kontroll");
        after.Document.QuerySelector("#ifyllda").ShouldBeNull();
        after.Document.Body.Words().ShouldNotContain("det fylls av systemet");
        await using var db = app.Db();
        var sections = (await db.Reports.Include(r => r.Sections).ToListAsync()).SelectMany(r => r.Sections).Where(s => s.Recorded.By.StartsWith("Regiondirektör", StringComparison.Ordinal)).ToList();
        sections.Where(s => s.State == SectionState.Done && s.Text.StartsWith("[[", StringComparison.Ordinal)).Select(s => (s.Key, s.Version)).ShouldBe(
            [("bedomningar", 1), ("ekonomi", 1), ("balanskrav", 1), ("andringar", 1)], ignoreOrder: true);
        sections.Count(s => s.Key is "mal" or "avvikelser").ShouldBe(1, "what somebody writes is let be");
        (await browser.Submit(before, "filled", [])).Errors.ShouldHaveSingleItem().ShouldStartWith("Det finns inga ifyllda avsnitt kvar");
    }

    [Fact]
    public async Task Who_only_reads_the_report_marks_nothing()
    {
        using var auditor = await Browser.SignedInAs(app, "revisor");

        (await auditor.Open($"{Interim}/kontroll")).Document.QuerySelector("#ifyllda").ShouldBeNull();
        await Should.ThrowAsync<AccessRefused>(async () => await app.Services.GetRequiredService<MarkFilledSections>().MarkAsync(await app.As("revisor"), new("2025-delarsrapport-2", "region-kalmar-lan")));
    }

    [Fact]
    public async Task The_clock_tells_how_long_the_law_gives_where_it_does()
    {
        using var browser = await Browser.SignedInAs(app, "regiondirektor");

        var passed = (await browser.Open(Interim)).Document.Section("Klockan").Words();
        passed.ShouldContain("Lagens sista dag passerade för 387 dagar sedan");
        passed.ShouldContain("2025-10-31");
        (await browser.Open("/rapporter/2024-arsredovisning-1/region-kalmar-lan")).Document.Section("Klockan").Words().ShouldContain("2025-04-15");
        (await browser.Open("/rapporter/2025-delarsrapport-1/region-kalmar-lan")).Document.QuerySelector("#klockan").ShouldBeNull();
    }

    [Fact]
    public async Task A_namnds_report_is_checked_for_what_the_namnd_answers_for()
    {
        using var browser = await Browser.SignedInAs(app, "namndsekreterare.ktn");

        var page = (await browser.Open("/rapporter/2025-verksamhetsberattelse-2/kollektivtrafiknamnden/kontroll")).Document;

        var assessed = page.QuerySelector("#mend-assessmentmissing + ul").ShouldNotBeNull();
        assessed.QuerySelectorAll("li").Length.ShouldBe(1);
        assessed.Words().ShouldStartWith("Kollektivtrafiknämnden har inte lämnat bedömning");
        page.QuerySelector("#klockan").ShouldBeNull();
        page.Body.Words().ShouldNotContain("Folktandvården");
    }

    [Theory]
    [InlineData("revisor", HttpStatusCode.OK)]
    [InlineData("politiker", HttpStatusCode.NotFound)]
    [InlineData("controller.hsf", HttpStatusCode.NotFound)]
    [InlineData("namndsekreterare.ktn", HttpStatusCode.NotFound)]
    public async Task Those_who_may_see_the_draft_report_see_its_check(string user, HttpStatusCode expected)
    {
        using var browser = await Browser.SignedInAs(app, user);

        (await browser.Open($"{Interim}/kontroll")).Status.ShouldBe(expected);
    }
}
