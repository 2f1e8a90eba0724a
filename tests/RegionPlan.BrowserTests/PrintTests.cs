using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

public sealed class PrintTests(SharedApp app) : BrowserTest(app)
{
    [BrowserTheory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task A_printed_measure_keeps_its_chart_and_status_and_leaves_the_navigation(string colours)
    {
        var page = await App.Page("/matt/3.11", ReaderPages.View(1366, colours));
        await Assertions.Expect(page.Locator(".rp-header")).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".rp-header")).ToBeHiddenAsync();
        foreach (var nav in await page.GetByRole(AriaRole.Navigation).AllAsync())
        {
            await Assertions.Expect(nav).ToBeHiddenAsync();
        }

        await Assertions.Expect(page.Locator("form.rp-choice")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main .rp-status").First).ToBeVisibleAsync();

        // Black on paper; the colour may need a frame to change.
        await Assertions.Expect(page.Locator("h1")).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
    }

    [BrowserTheory]
    [InlineData("/", 5)]
    [InlineData("/mal/3", 3)]
    [InlineData("/matt/3.11", 4)]
    public async Task A_page_prints_on_few_sheets(string url, int most)
    {
        var page = await App.Page(url);
        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));
        System.Text.RegularExpressions.Regex.Count(pdf, @"/Type\s*/Page\b").ShouldBeInRange(1, most);
    }
}
