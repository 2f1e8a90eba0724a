using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>The delårsrapport per 31 August 2025, from the closed period to the decided report, as the regiondirektör makes it and all others read it.</summary>
public sealed class InterimReportTests(SharedApp app) : BrowserTest(app)
{
    private const string Report = "/rapporter/2025-delarsrapport-2/region-kalmar-lan";
    private const int Patience = 15_000;
    private const int FilesPatience = 240_000;
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [BrowserFact]
    public async Task The_regiondirektor_writes_and_decides_it_and_it_stays_as_it_was()
    {
        await using var own = await App.OwnAppAsync();
        var staff = await own.SignedInPage("regiondirektor@example.org", Report);
        await Write(own, staff, "sammanfattning", "## Perioden i korthet\n\nFler mål nås än förra året[^1].\n\n[[mått 3.11]]\n\n[^1]: Siffror märkta exempel är påhittade.");
        await Write(own, staff, "handelser", "Inget av väsentlig betydelse har hänt efter perioden.");
        foreach (var section in new[] { "mal", "avvikelser", "bedomningar" })
        {
            await Write(own, staff, section, null);
        }

        await own.Open(staff, Report);
        await Assertions.Expect(staff.Locator("h2#kontroll")).ToBeVisibleAsync();
        await staff.ShouldHaveNoViolations();
        await own.Open(staff, $"{Report}/kontroll");
        var open = await staff.Locator(".rp-check-list > li").CountAsync();
        open.ShouldBeGreaterThan(0);
        await Decide(own, staff);

        var reader = await own.Page(Report);
        await reader.ShouldHaveNoViolations();
        (await reader.Locator("main").InnerTextAsync()).ShouldContain("Beslutad av regionfullmäktige 2025-10-27, § 97");
        (await reader.Locator("main").InnerTextAsync()).ShouldContain("Inget av det den visar har ändrats sedan dess.");
        await Assertions.Expect(reader.Locator("section[aria-labelledby='sammanfattning'] .rp-example").First).ToBeVisibleAsync();
        var files = await Files(own, reader);
        await CheckFigures(own, files["json"]);
        CheckWord(files["docx"]);
        CheckExcel(files["xlsx"], files["json"]);
        Encoding.UTF8.GetString(files["csv"]).ShouldContain("3.11");
        CheckPdf(files);

        var text = await reader.Locator(".rp-report").InnerHTMLAsync();
        Correct(own);
        await own.Open(reader, Report);
        (await reader.Locator("main").InnerTextAsync()).ShouldContain("har rättats eller tillkommit sedan dess");
        (await reader.Locator(".rp-report").InnerHTMLAsync()).Length.ShouldBeInRange(text.Length - 200, text.Length + 200, "only what is said of the corrections differs");
        Digests(await Files(own, reader)).ShouldBe(Digests(files), "the files are served as they were made");
        await reader.GetByRole(AriaRole.Link, new() { Name = "Skillnaden mot nu" }).ClickAsync();
        await Assertions.Expect(reader.Locator("tbody").First).ToContainTextAsync("3.11");
        await reader.ShouldHaveNoViolations();
    }

    [BrowserFact]
    public async Task From_a_figure_in_the_report_an_auditor_sees_in_one_click_what_it_comes_from()
    {
        var auditor = await App.SignedInPage("revisor@example.org", Report);

        await auditor.Locator("section[aria-labelledby='mal'] td[data-label^='Utfall'] a[href^='/underlag/']").First.ClickAsync();

        var page = auditor.Locator("main");
        await Assertions.Expect(page).ToContainTextAsync("Underlag för en siffra");
        await Assertions.Expect(page).ToContainTextAsync("Täljare");
        await Assertions.Expect(page).ToContainTextAsync("Godkänt av");
        await Assertions.Expect(page).ToContainTextAsync("Önskad riktning");
        await Assertions.Expect(page).ToContainTextAsync("Rättelser");
        await auditor.ShouldHaveNoViolations();

        await auditor.GoBackAsync();
        await auditor.Locator("section[aria-labelledby='mal'] td[data-label^='Målvärde'] a[href^='/underlag/']").First.ClickAsync();
        await Assertions.Expect(page).ToContainTextAsync("Underlag för ett målvärde");
        await auditor.ShouldBeAccessible();
    }

    [BrowserFact]
    public async Task Two_write_different_sections_at_once_and_the_second_in_the_same_is_told()
    {
        await using var own = await App.OwnAppAsync();
        var first = await own.SignedInPage("regiondirektor@example.org", $"{Report}/sammanfattning");
        var second = await own.SignedInPage("regiondirektor@example.org", $"{Report}/utveckling");
        var third = await own.SignedInPage("regiondirektor@example.org", $"{Report}/sammanfattning");
        await Assertions.Expect(third.Locator("#avsnittet")).ToBeVisibleAsync(new() { Timeout = Patience });
        await first.Locator("#avsnittet").FillAsync("Den första skriver.");
        await second.Locator("#avsnittet").FillAsync("Den andra skriver något annat.");
        await Assertions.Expect(first.Locator(".rp-saved")).ToContainTextAsync("Utkast sparat", new() { Timeout = Patience });
        await Assertions.Expect(second.Locator(".rp-saved")).ToContainTextAsync("Utkast sparat", new() { Timeout = Patience });

        await third.Locator("#avsnittet").FillAsync("Den tredje skriver i samma.");

        var told = third.GetByRole(AriaRole.Alert);
        await Assertions.Expect(told).ToContainTextAsync("har skrivit i samma avsnitt", new() { Timeout = Patience });
        await Assertions.Expect(told.Locator("pre")).ToHaveTextAsync("Den första skriver.");
        await third.GetByRole(AriaRole.Button, new() { Name = "Behåll min text" }).ClickAsync();
        await Assertions.Expect(third.Locator(".rp-saved")).ToContainTextAsync("Utkast sparat", new() { Timeout = Patience });
        await Assertions.Expect(third.Locator("#avsnittet")).ToHaveValueAsync("Den tredje skriver i samma.");
        await third.ShouldHaveNoViolations();
    }

    /// <summary>Writes a section and saves it as done; with no text it is saved as its template begins it.</summary>
    private static async Task Write(BrowserApp own, IPage page, string section, string? text)
    {
        await own.Open(page, $"{Report}/{section}");
        var field = page.Locator("#avsnittet");
        await Assertions.Expect(field).ToBeVisibleAsync(new() { Timeout = Patience });
        if (text is not null)
        {
            await field.FillAsync(text);
            await Assertions.Expect(page.Locator(".rp-saved")).ToContainTextAsync("Utkast sparat", new() { Timeout = Patience });
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Spara som klar" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rp-saved")).ToContainTextAsync("Version 1 är sparad som klar", new() { Timeout = Patience });
    }

    private static async Task Decide(BrowserApp own, IPage page)
    {
        await own.Open(page, $"{Report}/beslut");
        await page.ShouldHaveNoViolations();
        await page.GetByLabel("Beslutsdag").FillAsync("2025-10-27");
        await page.GetByLabel("Paragraf i protokollet").FillAsync("§ 97");
        await page.GetByLabel("Varför beslutas rapporten").FillAsync("Det som saknas tas upp i årsredovisningen.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Registrera beslutet" }).ClickAsync(new() { Timeout = FilesPatience });
        await page.WaitForURLAsync(u => u.EndsWith(Report, StringComparison.Ordinal), new() { Timeout = FilesPatience });
    }

    /// <summary>The report's files by their extension.</summary>
    private static async Task<Dictionary<string, byte[]>> Files(BrowserApp own, IPage page)
    {
        using var client = new HttpClient();
        Dictionary<string, byte[]> files = [];
        foreach (var link in await page.Locator(".rp-report-files a").AllAsync())
        {
            var href = (await link.GetAttributeAsync("href"))!;
            files[href[(href.LastIndexOf('.') + 1)..]] = await client.GetByteArrayAsync(new Uri(own.Process.Address + href));
        }

        return files;
    }

    private static List<string> Digests(Dictionary<string, byte[]> files) => [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key} {Convert.ToHexString(SHA256.HashData(f.Value))}")];

    /// <summary>Every outcome in the report is one that the open data has, of a period that had ended.</summary>
    private static async Task CheckFigures(BrowserApp own, byte[] json)
    {
        using var client = new HttpClient();
        using var report = JsonDocument.Parse(json);
        var figures = FiguresOf(report, "mal").ToList();
        figures.Count.ShouldBeGreaterThan(20);
        foreach (var measure in figures.GroupBy(f => f.Code))
        {
            using var published = JsonDocument.Parse(await client.GetStringAsync(new Uri($"{own.Process.Address}/api/v1/measures/{measure.Key}/outcomes")));
            var known = published.RootElement.EnumerateArray()
                .Where(o => o.GetProperty("period").GetString() is "2025-T1" or "2025-T2" || (o.GetProperty("period").GetString() is { } p && p.StartsWith("2025-0", StringComparison.Ordinal)))
                .Select(o => o.GetProperty("value").GetDecimal()).ToHashSet();
            measure.ShouldAllBe(f => known.Contains(f.Value), $"{measure.Key} in the open data: {string.Join(", ", known)}");
        }
    }

    private static IEnumerable<(string Code, decimal Value)> FiguresOf(JsonDocument report, string chapter) =>
        from block in report.RootElement.GetProperty("report").GetProperty("chapters").EnumerateArray().Single(c => c.GetProperty("key").GetString() == chapter).GetProperty("blocks").EnumerateArray()
        where block.GetProperty("kind").GetString() == "table"
        let columns = block.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("title").GetString()!).ToList()
        let at = columns.FindIndex(c => c.StartsWith("Utfall", StringComparison.Ordinal))
        where at > 0
        from row in block.GetProperty("rows").EnumerateArray()
        let cells = row.EnumerateArray().ToList()
        where cells[at].TryGetProperty("figure", out var figure) && figure.ValueKind == JsonValueKind.Object
        select (cells[0].GetProperty("text")[0].GetProperty("text").GetString()!.Split(' ')[0], cells[at].GetProperty("figure").GetProperty("value").GetDecimal());

    private static void CheckWord(byte[] word)
    {
        var body = Part(word, "word/document.xml");
        body.Descendants(W + "pStyle").Count(s => (string?)s.Attribute(W + "val") == "Heading1").ShouldBeGreaterThan(10, "a heading for each section");
        string.Concat(body.Descendants(W + "instrText").Select(i => i.Value)).ShouldContain("TOC");
        var tables = body.Descendants(W + "tbl").ToList();
        tables.Count.ShouldBeGreaterThan(5);
        tables.ShouldAllBe(t => t.Descendants(W + "tblHeader").Any(), "every table repeats its head");
        var pictures = body.Descendants(Drawing + "docPr").ToList();
        pictures.ShouldNotBeEmpty();
        pictures.ShouldAllBe(p => ((string?)p.Attribute("descr") ?? "").Length > 0, "every chart is told in words");
        Part(word, "word/styles.xml").Descendants(W + "lang").Select(l => (string?)l.Attribute(W + "val")).ShouldContain("sv-SE");
    }

    private static void CheckExcel(byte[] excel, byte[] json)
    {
        using var report = JsonDocument.Parse(json);
        using var package = new ZipArchive(new MemoryStream(excel));
        var sheets = package.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && e.Name.EndsWith(".xml", StringComparison.Ordinal)).ToList();
        sheets.Count.ShouldBeGreaterThan(5, "a sheet for each table");
        var numbers = sheets.SelectMany(s =>
        {
            using var stream = s.Open();
            return XDocument.Load(stream).Descendants(Sheet + "c").Where(c => c.Attribute("t") is null or { Value: "n" }).Select(c => (string?)c.Element(Sheet + "v"))
                .OfType<string>().Select(v => decimal.Parse(v, NumberStyles.Float, CultureInfo.InvariantCulture)).ToList();
        }).ToHashSet();
        FiguresOf(report, "mal").ShouldAllBe(f => numbers.Contains(f.Value), "figures are numbers, not text");
    }

    private static void CheckPdf(Dictionary<string, byte[]> files)
    {
        var isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "soffice")));
        files.ContainsKey("pdf").ShouldBe(isThere);
        if (isThere)
        {
            var text = Encoding.Latin1.GetString(files["pdf"]);
            text.ShouldStartWith("%PDF-");
            text.ShouldContain("/StructTreeRoot");
            text.ShouldContain("/Lang");
            text.ShouldContain("pdfuaid");
        }
    }

    private static XDocument Part(byte[] package, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        using var stream = archive.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }

    /// <summary>A rättelse of the second tertial's figure of 3.11, as it stands in the database when it has been approved.</summary>
    private static void Correct(BrowserApp own)
    {
        using var connection = new SqliteConnection($"Data Source={own.Process.DatabaseFile};Pooling=False");
        connection.Open();
        using var columns = connection.CreateCommand();
        columns.CommandText = "SELECT group_concat(name) FROM pragma_table_info('OutcomeEntries') WHERE name NOT IN ('Id', 'Version', 'Amount', 'SubmittedRowId')";
        var others = (string)columns.ExecuteScalar()!;
        using var correct = connection.CreateCommand();
        correct.CommandText = $"""
            INSERT INTO OutcomeEntries (Id, Version, Amount, {others})
            SELECT upper('{Guid.CreateVersion7()}'), Version + 1, Amount + 1000000, {others} FROM OutcomeEntries o
            WHERE Period = '2025-T2' AND Sex = 'Total' AND SeriesId IN (SELECT s.Id FROM MeasureSeries s JOIN Measures m ON m.Id = s.MeasureId WHERE m.Code = '3.11')
            AND NOT EXISTS (SELECT 1 FROM OutcomeEntries later WHERE later.SeriesId = o.SeriesId AND later.UnitId = o.UnitId AND later.Period = o.Period AND later.Sex = o.Sex AND later.Version > o.Version)
            LIMIT 1
            """;
        correct.ExecuteNonQuery().ShouldBe(1);
    }
}
