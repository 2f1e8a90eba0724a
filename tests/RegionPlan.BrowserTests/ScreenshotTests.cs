using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>The pictures of the README and the handbook. With REGIONPLAN_SCREENSHOTS=1 they are written to docs/screenshots; otherwise only taken and weighed.</summary>
public sealed class ScreenshotTests(SharedApp app) : BrowserTest(app)
{
    private const int Limit = 300_000;

    [BrowserTheory]
    [InlineData("laget.png", "/", 1366)]
    [InlineData("matt.png", "/matt/3.11", 1366)]
    [InlineData("laget-320.png", "/", 320)]
    [InlineData("malkedja.png", "/malkedja?ar=2025", 1366)]
    [InlineData("styrkort.png", "/styrkort/folktandvarden?ar=2024", 1366)]
    public async Task A_picture_for_the_readme_is_less_than_300_kB(string file, string url, int width)
    {
        var page = await App.Page(url, new View(width));
        var picture = await page.ScreenshotAsync(new() { Clip = new() { Width = width, Height = width < 600 ? 900 : 1000 }, FullPage = true });
        await Keep(file, picture);
    }

    [BrowserTheory]
    [InlineData("uppgifter.png", "controller.hsf@example.org", "/uppgifter")]
    [InlineData("ekonomi.png", "regiondirektor@example.org", "/ekonomi?ar=2025")]
    [InlineData("rapport.png", "regiondirektor@example.org", "/rapporter/2025-delarsrapport-2/region-kalmar-lan")]
    [InlineData("kontroll.png", "regiondirektor@example.org", "/rapporter/2025-delarsrapport-2/region-kalmar-lan/kontroll")]
    [InlineData("avsnitt.png", "regiondirektor@example.org", "/rapporter/2025-delarsrapport-2/region-kalmar-lan/avvikelser")]
    public async Task A_picture_for_the_handbook_is_less_than_300_kB(string file, string user, string url)
    {
        var page = await App.SignedInPage(user, url, new View(1366));
        if (file == "avsnitt.png")
        {
            await Assertions.Expect(page.Locator("#avsnittet")).ToBeVisibleAsync();
        }

        await Keep(file, await page.ScreenshotAsync(new() { Clip = new() { Width = 1366, Height = 1000 }, FullPage = true }));
    }

    [BrowserFact]
    public async Task A_picture_of_what_a_figure_comes_from_is_less_than_300_kB()
    {
        var page = await App.SignedInPage("revisor@example.org", "/rapporter/2025-delarsrapport-2/region-kalmar-lan", new View(1366));
        await page.Locator("section[aria-labelledby='mal'] a[href^='/underlag/']").First.ClickAsync();
        await page.WaitForURLAsync("**/underlag/**");
        await Keep("underlag.png", await page.ScreenshotAsync(new() { Clip = new() { Width = 1366, Height = 1000 }, FullPage = true }));
    }

    [BrowserFact]
    public async Task A_picture_of_the_entry_grid_is_less_than_300_kB()
    {
        await using var own = await App.OwnAppAsync();
        var page = await own.Grid(EntryApp.Controller, EntryGrid.Address(EntryGrid.Annual));
        await page.TypeAndKeep("3.8", "abc");
        await page.TypeAndKeep("3.6", "48");
        await page.Cell("3.6").BlurAsync();
        await Keep("utfall.png", await page.ScreenshotAsync());
    }

    private static async Task Keep(string file, byte[] picture)
    {
        picture.Length.ShouldBeInRange(5_000, Limit);
        if (Environment.GetEnvironmentVariable("REGIONPLAN_SCREENSHOTS") == "1")
        {
            var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "screenshots"));
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file), picture);
        }
    }
}
