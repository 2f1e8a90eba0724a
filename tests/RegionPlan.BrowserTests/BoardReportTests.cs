using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>A nämnd's verksamhetsberättelse per 31 August 2025: written and decided by its secretary, taken up by the region, read by anyone.</summary>
public sealed class BoardReportTests(SharedApp app) : BrowserTest(app)
{
    private const string Board = "/rapporter/2025-verksamhetsberattelse-2/kollektivtrafiknamnden";
    private const string Region = "/rapporter/2025-delarsrapport-2/region-kalmar-lan";
    private const string Sentence = "Resandet ökar i hela länet, mest på de regionala linjerna.";
    private const int Patience = 20_000;
    private const int FilesPatience = 240_000;

    [BrowserFact]
    public async Task The_namnd_writes_and_decides_its_own_and_the_region_takes_it_up_with_its_origin()
    {
        await using var own = await App.OwnAppAsync();
        var secretary = await own.SignedInPage("namndsekreterare.ktn@example.org", $"{Board}/sammanfattning");
        await Save(secretary, $"## Året så här långt\n\n{Sentence}");
        (await (await own.Page(Board)).Locator("h1").InnerTextAsync()).ShouldBe("Hittar inte rapporten", "it is not decided yet");

        var staff = await own.SignedInPage("regiondirektor@example.org", $"{Region}/sammanfattning");
        await staff.GetByText("Nämndernas texter").ClickAsync();
        await Assertions.Expect(staff.Locator(".rp-board-text")).ToContainTextAsync("Kollektivtrafiknämnden");
        await staff.GetByRole(AriaRole.Button, new() { Name = "Ta upp i rapporten" }).ClickAsync();
        await Assertions.Expect(staff.Locator(".rp-write blockquote")).ToContainTextAsync(Sentence, new() { Timeout = Patience });
        await staff.ShouldHaveNoViolations();
        await staff.GetByRole(AriaRole.Button, new() { Name = "Spara som klar" }).ClickAsync();
        await Assertions.Expect(staff.Locator(".rp-saved")).ToContainTextAsync("är sparad som klar", new() { Timeout = Patience });

        await Decide(own, secretary, Board);
        var reader = await own.Page(Board);
        await Assertions.Expect(reader.Locator("main")).ToContainTextAsync("Beslutad av kollektivtrafiknämnden 2025-10-07");
        await Assertions.Expect(reader.Locator("section[aria-labelledby='sammanfattning']")).ToContainTextAsync(Sentence);
        await Assertions.Expect(reader.Locator("section[aria-labelledby='ekonomi']")).ToContainTextAsync("Kalmar länstrafik");
        await Assertions.Expect(reader.Locator("section[aria-labelledby='ekonomi']")).Not.ToContainTextAsync("Folktandvården");
        await reader.ShouldBeAccessible();
        await own.Open(reader, $"{Board}/skillnader");
        await reader.ShouldBeAccessible();
        await own.Open(reader, "/rapporter?ar=2025");
        await reader.Locator($"a[href='{Board}']").First.ClickAsync();
        await Assertions.Expect(reader.Locator("h1")).ToContainTextAsync("Verksamhetsberättelse");

        await reader.Locator("section[aria-labelledby='ekonomi'] a[href*='/underlag/summa/2025-08/kollektivtrafiknamnden/prognos']").First.ClickAsync();
        await Assertions.Expect(reader.Locator("h1")).ToHaveTextAsync("Summa Kollektivtrafiknämnden");
        await Assertions.Expect(reader.Locator("main")).ToContainTextAsync("Beloppet är detsamma nu.");
        await reader.ShouldBeAccessible();
        await reader.Locator(".rp-terms a").First.ClickAsync();
        await Assertions.Expect(reader.Locator("h1")).ToHaveTextAsync("Kalmar länstrafik");
        await Assertions.Expect(reader.Locator("main")).ToContainTextAsync("Vem och när");
        await reader.ShouldBeAccessible();

        await own.Open(staff, Region);
        var taken = staff.Locator("section[aria-labelledby='sammanfattning']");
        await Assertions.Expect(taken).ToContainTextAsync(Sentence);
        await Assertions.Expect(taken).ToContainTextAsync("Kollektivtrafiknämnden");
        await staff.ShouldBeAccessible();
    }

    private static async Task Save(IPage page, string text)
    {
        var field = page.Locator("#avsnittet");
        await Assertions.Expect(field).ToBeVisibleAsync(new() { Timeout = Patience });
        await field.FillAsync(text);
        await Assertions.Expect(page.Locator(".rp-saved")).ToContainTextAsync("Utkast sparat", new() { Timeout = Patience });
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara som klar" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rp-saved")).ToContainTextAsync("Version 1 är sparad som klar", new() { Timeout = Patience });
    }

    /// <summary>The page tells how far the files have come, and leads to the report when it is decided.</summary>
    private static async Task Decide(BrowserApp own, IPage page, string report)
    {
        await own.Open(page, $"{report}/beslut");
        await page.GetByLabel("Beslutsdag").FillAsync("2025-10-07");
        await page.GetByLabel("Varför beslutas rapporten").FillAsync("Det som saknas kommer i årets sista.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Registrera beslutet" }).ClickAsync(new() { Timeout = FilesPatience });
        await page.WaitForURLAsync(u => u.EndsWith(report, StringComparison.Ordinal), new() { Timeout = FilesPatience });
    }
}
