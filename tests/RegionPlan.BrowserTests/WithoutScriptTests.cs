using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

public sealed class WithoutScriptTests(SharedApp app) : BrowserTest(app)
{
    [BrowserTheory]
    [MemberData(nameof(ReaderPages.All), MemberType = typeof(ReaderPages))]
    public async Task A_reader_page_loads_no_script_opens_no_circuit_and_leaves_the_console_quiet(string url)
    {
        List<string> loaded = [];
        var page = await App.EmptyPage();
        page.Request += (_, request) =>
        {
            if (request.ResourceType is "script" or "fetch" or "xhr")
            {
                loaded.Add(request.Url);
            }
        };
        page.WebSocket += (_, socket) => loaded.Add(socket.Url);
        await App.Open(page, url);
        loaded.ShouldBeEmpty();
        (await page.Locator("script").CountAsync()).ShouldBe(0);
        App.Complaints.ShouldBeEmpty();
    }

    [BrowserTheory]
    [MemberData(nameof(ReaderPages.All), MemberType = typeof(ReaderPages))]
    public async Task A_reader_page_says_the_same_with_JavaScript_off(string url)
    {
        var with = await App.Page(url);
        var without = await App.Page(url, View.WithoutScript);
        var text = await without.Locator("body").InnerTextAsync();
        text.Length.ShouldBeGreaterThan(100);
        text.ShouldBe(await with.Locator("body").InnerTextAsync());
    }

    [BrowserFact]
    public async Task Plan_and_year_are_chosen_with_JavaScript_off()
    {
        var page = await App.Page("/", View.WithoutScript);
        await page.GetByLabel("Regionplan", new() { Exact = true }).SelectOptionAsync("2026-2028");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Planens mått och målvärden saknas i underlaget");

        await page.GetByLabel("Regionplan", new() { Exact = true }).SelectOptionAsync("2024-2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "År" }).GetByRole(AriaRole.Link, new() { Name = "2025" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Läget 2025", Level = 1 })).ToBeVisibleAsync();
        page.Url.ShouldContain("plan=2024-2026");
    }

    [BrowserFact]
    public async Task A_reader_gets_from_the_overview_to_a_measure_by_links_alone()
    {
        var page = await App.Page("/", View.WithoutScript);
        await page.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = new("^3\\. ") }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("3");
        var measure = page.Locator("main table").GetByRole(AriaRole.Link).First;
        var name = await measure.InnerTextAsync();
        await measure.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Brödsmulor" })).ToBeVisibleAsync();
        var heading = (await page.Locator("h1").InnerTextAsync()).Split(' ', 2, StringSplitOptions.TrimEntries)[1];
        name.ShouldStartWith(heading);
        new Uri(page.Url).AbsolutePath.ShouldStartWith("/matt/3.");
    }
}
