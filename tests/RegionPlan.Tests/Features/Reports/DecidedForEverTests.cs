using System.Net;
using RegionPlan.Domain;
using RegionPlan.Domain.Organization;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.Cascade;
using RegionPlan.Tests.Features.YearWheel;
using RegionPlan.Tests.Reporting;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Shared;
using ReportKey = RegionPlan.Web.Features.Reports.ReportKey;

namespace RegionPlan.Tests.Features.Reports;

/// <summary>Whatever becomes of the organisation and of the year's plan, a decided report is found by its address and says what it said.</summary>
public sealed class DecidedForEverTests : IAsyncLifetime
{
    private const string First = "/rapporter/2025-verksamhetsberattelse-1/kollektivtrafiknamnden";
    private const string Second = "/rapporter/2025-verksamhetsberattelse-2/kollektivtrafiknamnden";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync(new() { ["Seed:Demo"] = "true", ["LibreOffice:Program"] = "/finns/inte" });

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_report_of_a_namnd_that_a_reorganisation_leaves_without_units_is_still_there_with_its_files()
    {
        await Decide(First, "2025-06-24");
        await app.Reorganize(new UnitChange.Move((await app.Unit("kalmar-lanstrafik")).Id, (await app.Unit("regionstyrelsen")).Id), "2025-02-01");
        using var visitor = new Browser(app);

        var page = await visitor.Open(First);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.Body.Words().ShouldContain("Beslutad av kollektivtrafiknämnden 2025-06-24");
        page.Document.Body.Words().ShouldContain("Det går inte att räkna skillnaden mot nu.");
        (await visitor.Open($"{First}/skillnader")).Document.Body.Words().ShouldContain("finns inte längre i organisationen");
        foreach (var file in page.Document.QuerySelectorAll(".rp-report-files a").Select(a => a.GetAttribute("href")!))
        {
            (await visitor.Client.GetAsync(new Uri(file, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, file);
        }

        (await visitor.Open("/rapporter?ar=2025")).Document.QuerySelectorAll("th a").Select(a => a.GetAttribute("href")).ShouldContain(First);
    }

    [Fact]
    public async Task Who_has_not_signed_in_comes_to_the_latest_year_that_has_a_decided_report()
    {
        using var visitor = new Browser(app);
        (await visitor.Open("/rapporter")).Document.Body.Words().ShouldContain("En rapport visas här när den är beslutad.");
        await Decide(First, "2025-06-24");

        var list = (await visitor.Open("/rapporter")).Document;

        list.QuerySelector("h1").Words().ShouldBe("Rapporter 2025");
        list.QuerySelectorAll("th a").Select(a => a.GetAttribute("href")).ShouldBe([First]);
        (await visitor.Open("/rapporter?ar=2026")).Document.QuerySelectorAll("main section a").Select(a => a.GetAttribute("href")).ShouldBe(["/rapporter?ar=2025"]);
    }

    [Fact]
    public async Task A_correction_stands_first_with_the_way_to_who_made_it_and_what_follows_from_it_after()
    {
        const string annual = "/rapporter/2024-arsredovisning-1/region-kalmar-lan";
        await Decide(annual, "2025-04-24");
        app.Clock.Advance(TimeSpan.FromDays(30));
        var corrected = await app.Correct("3.11", 2024, 12.3m);
        using var visitor = new Browser(app);

        var page = (await visitor.Open($"{annual}/skillnader")).Document;

        page.QuerySelectorAll("main h2").Select(h => h.Words()).ShouldBe(["Rättat, beslutat på nytt eller tillkommet", "Det som följer av det: summor, bedömningar och samma siffror på andra ställen"]);
        page.QuerySelectorAll("main table")[0].QuerySelectorAll("td a").Select(a => a.GetAttribute("href")).ShouldBe([$"/underlag/{corrected.Id}"], "one figure is corrected, wherever it stands");
        page.QuerySelectorAll("main table")[1].QuerySelectorAll("tbody th").Select(h => h.Words()).ShouldContain(r => r.EndsWith("Status", StringComparison.Ordinal));
        page.QuerySelector(".rp-lead").Words().ShouldMatch("^1 uppgift är i dag en annan än när rapporten beslutades, och [0-9]+ uppgifter följer av det. Rapporten själv är oförändrad.");
    }

    [Fact]
    public async Task The_body_that_decided_keeps_the_name_that_it_had()
    {
        await Decide(First, "2025-06-24");
        await app.Reorganize(new UnitChange.Rename((await app.Unit("kollektivtrafiknamnden")).Id, "Mobilitetsnämnden"), "2025-01-15");
        using var visitor = new Browser(app);

        var page = (await visitor.Open(First)).Document;

        page.QuerySelector(".rp-lead").Words().ShouldContain("Beslutad av kollektivtrafiknämnden");
        page.Body.Words().ShouldNotContain("obilitetsnämnden");
    }

    [Fact]
    public async Task A_namnds_report_is_compared_with_its_report_before()
    {
        await app.Write("mal", "[[mål]]", "namndsekreterare.ktn", key: new("2025-verksamhetsberattelse-1", "kollektivtrafiknamnden"));
        await app.Write("mal", "[[mål]]", "namndsekreterare.ktn", key: new("2025-verksamhetsberattelse-2", "kollektivtrafiknamnden"));
        await Decide(First, "2025-06-24");
        await Decide(Second, "2025-10-24");
        using var visitor = new Browser(app);

        var page = (await visitor.Open($"{Second}/skillnader?mot=forra")).Document;

        page.QuerySelector(".rp-lead").Words().ShouldMatch("^[0-9]+ uppgift(er)? skiljer från Verksamhetsberättelse T1 2025");
        page.QuerySelector("thead")!.QuerySelectorAll("th").Select(h => h.Words()).ShouldBe(["Vad", "Avsnitt", "Verksamhetsberättelse T1 2025", "I den här rapporten"]);
        page.QuerySelectorAll("tbody tr").ShouldNotBeEmpty();
        (await visitor.Open($"{First}/skillnader?mot=forra")).Document.Body.Words().ShouldContain("Det finns ingen tidigare beslutad rapport");
    }

    [Fact]
    public async Task The_period_of_a_follow_up_with_a_decided_report_is_not_changed()
    {
        await Decide(First, "2025-06-24");

        var refused = await Should.ThrowAsync<RuleViolation>(() => app.Change("2025-verksamhetsberattelse-1", t => t with { Through = new(2025, 3, 31) }, "Fel månad"));

        refused.Message.ShouldStartWith("Det finns en beslutad rapport för perioden.");
        await app.Change("2025-verksamhetsberattelse-1", t => t with { Name = "Verksamhetsberättelse, första tertialet" }, "Ett tydligare namn");
    }

    [Fact]
    public async Task Corrections_are_told_from_when_the_report_before_was_frozen()
    {
        const string t1 = "/rapporter/2025-delarsrapport-1/region-kalmar-lan";
        await app.Correct("3.11", 2024, 11.1m);
        await Decide(t1, "2025-06-24");
        var frozen = app.Clock.Now;
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.Correct("3.11", 2024, 12.3m);
        using var staff = await Browser.SignedInAs(app, "regiondirektor");

        var section = (await staff.Open("/rapporter/2025-delarsrapport-2/region-kalmar-lan")).Document.QuerySelector("section[aria-labelledby='andringar'] .rp-prose").ShouldNotBeNull();

        section.Words().ShouldContain("sedan Delårsrapport T1 2025 beslutades (2025-06-24)");
        section.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().Words().ShouldContain("12,3");
        section.QuerySelectorAll("tbody tr").Single().Words().ShouldNotContain(Sv.Time(frozen) + " ");
    }

    private async Task Decide(string path, string day)
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        var answer = await staff.Submit(await staff.Open($"{path}/beslut"), "decide", new() { ["Form.DecidedOn"] = day, ["Form.Why"] = "Prov" });
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Html);
        var parts = path.Split('/');
        await app.Recorded(new ReportKey(parts[2], parts[3]));
    }
}
