using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>The editor of a section: nobody's text is written over unseen, and what it shows fits a narrow window.</summary>
public sealed class SectionEditorTests(SharedApp app) : BrowserTest(app)
{
    private const string Section = "/rapporter/2025-delarsrapport-2/region-kalmar-lan/sammanfattning";
    private const int Patience = 15_000;

    [BrowserTheory]
    [InlineData("Behåll min text", "Den andras egen text.")]
    [InlineData("Ta den andra texten", "Den första skriver. Ett stycke till.")]
    public async Task A_text_that_has_grown_since_it_was_shown_is_shown_before_it_is_written_over(string choice, string stands)
    {
        await using var own = await App.OwnAppAsync();
        var first = await own.SignedInPage("regiondirektor@example.org", Section);
        var second = await own.SignedInPage("regiondirektor@example.org", Section);
        await Assertions.Expect(second.Locator("#avsnittet")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Type(first, "Den första skriver.");
        await second.Locator("#avsnittet").FillAsync("Den andras egen text.");
        var other = second.GetByRole(AriaRole.Alert).Locator("pre");
        await Assertions.Expect(other).ToHaveTextAsync("Den första skriver.", new() { Timeout = Patience });
        await Type(first, "Den första skriver. Ett stycke till.");
        await first.CloseAsync();

        await second.GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync();

        await Assertions.Expect(other).ToHaveTextAsync("Den första skriver. Ett stycke till.", new() { Timeout = Patience });
        await Assertions.Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("ändrades medan du valde");
        await second.ShouldHaveNoViolations();
        await second.GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync();
        await Assertions.Expect(second.Locator(".rp-saved")).ToContainTextAsync("Utkast sparat", new() { Timeout = Patience });
        await Assertions.Expect(second.Locator("#avsnittet")).ToHaveValueAsync(stands);
        await own.Open(second, Section);
        await Assertions.Expect(second.Locator("#avsnittet")).ToHaveValueAsync(stands, new() { Timeout = Patience });
    }

    [BrowserFact]
    public async Task A_version_saved_since_is_shown_and_a_later_one_too()
    {
        await using var own = await App.OwnAppAsync();
        var first = await own.SignedInPage("regiondirektor@example.org", Section);
        var second = await own.SignedInPage("regiondirektor@example.org", Section);
        await Assertions.Expect(second.Locator("#avsnittet")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Type(first, "Version ett.");
        await Save(first, 1);
        await second.Locator("#avsnittet").FillAsync("Den andras egen text.");
        var other = second.GetByRole(AriaRole.Alert).Locator("pre");
        await Assertions.Expect(other).ToHaveTextAsync("Version ett.", new() { Timeout = Patience });
        await Type(first, "Version två.");
        await Save(first, 2);

        await second.GetByRole(AriaRole.Button, new() { Name = "Behåll min text" }).ClickAsync();

        await Assertions.Expect(other).ToHaveTextAsync("Version två.", new() { Timeout = Patience });
        await second.GetByRole(AriaRole.Button, new() { Name = "Behåll min text" }).ClickAsync();
        await Assertions.Expect(second.Locator(".rp-saved")).ToContainTextAsync("Utkast sparat", new() { Timeout = Patience });
        await Save(second, 3);
        await Assertions.Expect(second.Locator("#avsnittet")).ToHaveValueAsync("Den andras egen text.");
    }

    [BrowserFact]
    public async Task The_years_of_a_charts_table_stand_on_one_line_in_a_narrow_window()
    {
        await using var own = await App.OwnAppAsync();
        var page = await own.SignedInPage("regiondirektor@example.org", Section);
        await page.SetViewportSizeAsync(320, 900);
        await Type(page, "[[mått 3.11]]");

        await page.GetByText("Visa som tabell").First.ClickAsync();

        var lines = await page.Locator(".rp-live-chart tbody th").EvaluateAllAsync<int[]>("heads => heads.map(h => { const r = document.createRange(); r.selectNodeContents(h); return new Set([...r.getClientRects()].map(x => x.top)).size; })");
        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(l => l == 1);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
        await Assertions.Expect(page.Locator("#skrivsatt")).ToContainTextAsync("Den högsta rubriken blir en underrubrik");
        await page.ShouldHaveNoViolations();
    }

    private static async Task Type(IPage page, string text)
    {
        await Assertions.Expect(page.Locator("#avsnittet")).ToBeVisibleAsync(new() { Timeout = Patience });
        await page.Locator("#avsnittet").FillAsync(text);
        await Assertions.Expect(page.Locator(".rp-prose").First).ToContainTextAsync(text.StartsWith("[[", StringComparison.Ordinal) ? "3.11" : text, new() { Timeout = Patience });
        await Assertions.Expect(page.Locator(".rp-saved")).ToContainTextAsync("Utkast sparat", new() { Timeout = Patience });
    }

    private static async Task Save(IPage page, int version)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara, pågår" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rp-saved")).ToContainTextAsync($"Version {version} är sparad", new() { Timeout = Patience });
    }
}
