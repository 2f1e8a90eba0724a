using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Features.Reports;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Tests.Features.Reports;

/// <summary>Money in a report: every amount leads to what it comes from, as it was known when the report was decided, and what is to come is drawn.</summary>
public sealed class ReportedEconomyTests : IAsyncLifetime
{
    private const string Path = "/rapporter/2025-delarsrapport-2/region-kalmar-lan";

    private TestApp app = null!;

    private static ReportKey Key => new("2025-delarsrapport-2", "region-kalmar-lan");

    public async Task InitializeAsync() => app = await TestApp.StartAsync(new() { ["Seed:Demo"] = "true", ["LibreOffice:Program"] = "/finns/inte" });

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Every_amount_leads_to_what_it_comes_from()
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        var page = (await staff.Open(Path)).Document;

        var cells = page.QuerySelectorAll("section[aria-labelledby='ekonomi'] td.rp-num, section[aria-labelledby='balanskrav'] td.rp-num").Where(c => c.Closest("details") is null).ToList();
        var amounts = cells.Where(c => c.TextContent.Any(char.IsAsciiDigit)).ToList();
        amounts.Count.ShouldBeGreaterThan(200);
        amounts.ShouldAllBe(c => c.QuerySelector("a[href^='/underlag/']") != null);
        using var anonymous = new Browser(app);
        foreach (var href in new[] { "prognos", "budget", "utfall", "utfall-aret-fore", "forandring", "avvikelse" }
            .Select(column => amounts.Select(c => c.QuerySelector("a")!.GetAttribute("href")!).First(h => h.Contains($"/resultat/{column}?", StringComparison.Ordinal)))
            .Concat(amounts.Take(6).Select(c => c.QuerySelector("a")!.GetAttribute("href")!)))
        {
            (await anonymous.Open(href)).Status.ShouldBe(System.Net.HttpStatusCode.OK, href);
        }
    }

    [Fact]
    public async Task A_decided_report_leads_to_what_it_showed_and_that_says_what_it_is_now()
    {
        await Decided();
        using var visitor = new Browser(app);
        var before = Result((await visitor.Open(Path)).Document);
        var href = before.QuerySelector("a")!.GetAttribute("href")!;
        app.Clock.Advance(TimeSpan.FromDays(20));
        await Record("lakemedel", -1355.9m);

        Result((await visitor.Open(Path)).Document).OuterHtml.ShouldBe(before.OuterHtml);
        var page = await app.Page(href);
        page.QuerySelector(".rp-value").Words().ShouldBe("319,8 mnkr");
        page.QuerySelector(".ds-alert").Words().ShouldEndWith("Nu är det 219,8 mnkr.");
        page.Section("Visas i").QuerySelector("a")!.GetAttribute("href").ShouldBe(Path);
        (await visitor.Open($"{Path}/skillnader")).Document.Body.Words().ShouldContain("219,8");
    }

    [Fact]
    public async Task The_files_lead_where_the_page_does()
    {
        await Decided();
        using var visitor = new Browser(app);
        var page = (await visitor.Open(Path)).Document;
        var href = Result(page).QuerySelector("a")!.GetAttribute("href")!;
        var files = page.QuerySelectorAll(".rp-report-files a").Select(a => a.GetAttribute("href")!).ToDictionary(h => h.Split('.')[^1]);

        using var word = new ZipArchive(new MemoryStream(await visitor.Client.GetByteArrayAsync(new Uri(files["docx"], UriKind.Relative))));
        using var links = new StreamReader(word.GetEntry("word/_rels/document.xml.rels").ShouldNotBeNull().Open());
        (await links.ReadToEndAsync()).ShouldContain(href);
        var json = Encoding.UTF8.GetString(await visitor.Client.GetByteArrayAsync(new Uri(files["json"], UriKind.Relative)));
        json.ShouldContain($"\"derivedAt\":\"{href}\"");
        json.ShouldContain("\"kind\":\"months\"");
        json.ShouldContain("\"kind\":\"bridge\"");
    }

    [Fact]
    public async Task The_forecasts_and_the_balanskrav_are_drawn_with_words_and_as_tables()
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        var page = (await staff.Open(Path)).Document;

        var months = page.QuerySelector("section[aria-labelledby='ekonomi'] .rp-live-chart").ShouldNotBeNull();
        months.QuerySelector("svg desc")!.TextContent.ShouldEndWith("efter augusti 2025 319,8 (exempel). Budget 266,0.");
        months.QuerySelectorAll("details tbody tr").Select(r => r.Words()).Last().ShouldBe("augusti 2025 319,8 (exempel)");
        months.TextContent.ShouldNotContain("oktober", customMessage: "what was told after the period is not in its report");
        var bridge = page.QuerySelector("section[aria-labelledby='balanskrav'] .rp-live-chart").ShouldNotBeNull();
        bridge.QuerySelector("svg title")!.TextContent.ShouldBe("Från årets resultat till balanskravsresultatet, prognos för 2025 efter augusti 2025");
        bridge.QuerySelector("svg desc")!.TextContent.ShouldBe("Årets resultat 319,8; Återställning av negativt balanskravsresultat −229,0; Balanskravsresultat 90,8.");
        bridge.QuerySelectorAll("details tbody tr").Select(r => r.Words()).ShouldBe(["Årets resultat 319,8", "Återställning av negativt balanskravsresultat −229,0", "Balanskravsresultat 90,8"]);
        bridge.QuerySelector(".rp-example").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_balanskrav_has_no_columns_of_what_only_the_whole_year_is_told_of()
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");

        var page = (await staff.Open(Path)).Document;

        Heads("balanskrav").ShouldBe(["Balanskravsutredning, mnkr", "Budget 2025", "Prognos 2025", "Avvikelse"]);
        Heads("ekonomi").ShouldContain("Utfall jan–aug. 2025");

        List<string> Heads(string section) => [.. page.QuerySelector($"section[aria-labelledby='{section}'] table.rp-table-stack")!.QuerySelectorAll("thead th").Select(h => h.Words())];
    }

    [Fact]
    public async Task Where_a_forecast_lacks_a_post_the_budget_is_drawn_and_said_to_be_the_budget()
    {
        await using (var db = app.Db())
        {
            var (post, august) = (await db.Set<BudgetPost>().Where(p => p.Key == "lakemedel").Select(p => p.Id).SingleAsync(), Period.Parse("2025-08"));
            await db.EconomyEntries.Where(e => e.PostId == post && e.Through == august && e.Kind == AmountKind.Forecast).ExecuteDeleteAsync();
        }

        using var staff = await Browser.SignedInAs(app, "regiondirektor");

        var page = (await staff.Open(Path)).Document;

        page.QuerySelector("section[aria-labelledby='balanskrav'] svg title")!.TextContent.ShouldBe("Från årets resultat till balanskravsresultatet, budget 2025");
        page.QuerySelector("section[aria-labelledby='balanskrav'] svg desc")!.TextContent.ShouldEndWith("Balanskravsresultat 37,0.");
        var lacking = page.QuerySelectorAll("section[aria-labelledby='balanskrav'] td").First(c => c.Words() == "saknas");
        (await app.Page(lacking.QuerySelector("a")!.GetAttribute("href")!)).Body.Words().ShouldContain("1 post saknar belopp: Läkemedel");
    }

    [Fact]
    public void A_report_that_was_decided_before_its_amounts_were_links_is_read_as_it_was()
    {
        const string Kept = """
            {"title":"Delårsrapport","body":"Region Kalmar län","from":"2025-01-01","through":"2025-08-31","chapters":[{"key":"ekonomi","title":"Ekonomi","source":"KL","isWritten":true,"blocks":[
            {"kind":"table","caption":"Resultat","columns":[{"title":"Resultat","isNumeric":false},{"title":"Prognos","isNumeric":true}],"rows":[[{"text":[{"text":"Årets resultat","isBold":true,"isItalic":false}],"beside":[],"isExample":false},
            {"text":[{"text":"319,8","isBold":false,"isItalic":false}],"figure":{"value":319.8,"decimals":1,"unit":"mnkr"},"beside":[],"isExample":false}]],"isLive":true}]}]}
            """;

        var cell = ((DocumentBlock.Table)ReportJson.Read(Kept).Chapters[0].Blocks[0]).Rows[0][1];

        (cell.Plain, cell.Figure!.Value, cell.Figure.Origin).ShouldBe(("319,8", 319.8m, null));
    }

    [Fact]
    public async Task A_namnds_report_has_its_own_ramar_and_not_the_regions_forecasts()
    {
        var own = new ReportKey("2025-verksamhetsberattelse-1", "kollektivtrafiknamnden");
        await app.Write("mal", "[[ekonomi]]", "namndsekreterare.ktn", key: own);
        using var secretary = await Browser.SignedInAs(app, "namndsekreterare.ktn");

        var section = (await secretary.Open(own.Path)).Document.QuerySelector("section[aria-labelledby='mal']").ShouldNotBeNull();

        section.Words().ShouldContain("Kalmar länstrafik");
        section.QuerySelector(".rp-live-chart").ShouldBeNull();
        section.QuerySelectorAll("a[href^='/underlag/summa/2025-04/kollektivtrafiknamnden/prognos?']").ShouldHaveSingleItem();
    }

    private static IElement Result(IParentNode page) => page.QuerySelectorAll("section[aria-labelledby='ekonomi'] tr").Single(r => r.QuerySelector("th")?.Words().StartsWith("Årets resultat", StringComparison.Ordinal) == true && r.Closest("details") is null)
        .QuerySelectorAll("td").Single(c => c.GetAttribute("data-label") == "Prognos 2025");

    private async Task Decided()
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        (await staff.Submit(await staff.Open($"{Path}/beslut"), "decide", new() { ["Form.DecidedOn"] = "2025-10-27", ["Form.Why"] = "Prov" })).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
        await app.Recorded(Key);
    }

    /// <summary>An amount as it stands when it has been approved.</summary>
    private async Task Record(string post, decimal amount)
    {
        await using var db = app.Db();
        var key = new AmountKey(await db.Set<BudgetPost>().Where(p => p.Key == post).Select(p => p.Id).SingleAsync(), Period.Parse("2025-08"));
        var unit = await db.Units.Where(u => u.Key == "regionstaben").Select(u => u.Id).SingleAsync();
        var row = new AmountRow(key, await db.EconomyEntries.Where(e => e.PostId == key.PostId).ToListAsync());
        db.EconomyEntries.AddRange(row.Record(new(null, amount), unit, OutcomeOrigin.Manual, new Recording(app.Clock.Now, "Controller, Regionstaben", why: "Rättat")));
        await db.SaveChangesAsync();
    }
}
