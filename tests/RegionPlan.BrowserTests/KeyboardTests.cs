using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

public sealed class KeyboardTests(SharedApp app) : BrowserTest(app)
{
    private const int MostStops = 150;

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/?plan=2024-2026&ar=2025")]
    [InlineData("/matt/3.11")]
    public async Task The_first_tab_reaches_a_visible_link_that_moves_focus_to_the_content(string url)
    {
        var page = await App.Page(url);
        await page.Keyboard.PressAsync("Tab");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Hoppa till innehållet" });
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        new Uri(page.Url).PathAndQuery.ShouldBe(url);
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)")).ShouldBeTrue();
    }

    [BrowserFact]
    public async Task Why_this_colour_is_reached_and_opened_by_keyboard()
    {
        var page = await App.Page("/mal/3");
        var summary = page.Locator("summary", new() { HasText = "Varför denna färg?" }).First;
        var rule = page.Locator("details .rp-rule").First;
        await Assertions.Expect(rule).ToBeHiddenAsync();
        await TabTo(page, summary);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(rule).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(rule).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task The_figures_of_a_chart_are_shown_as_a_table_by_keyboard()
    {
        var page = await App.Page("/matt/3.11");
        await TabTo(page, page.Locator("summary", new() { HasText = "Visa som tabell" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Table).First).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData("/", 1366, "light")]
    [InlineData("/mal/3", 320, "dark")]
    [InlineData("/matt/3.11", 1366, "dark")]
    [InlineData("/matt/2.1", 320, "light")]
    public async Task Every_stop_of_the_tab_key_is_on_screen_and_outlined(string url, int width, string colours)
    {
        const string Stop = """
            () => {
                const e = document.activeElement;
                if (!e || e === document.body) return null;
                const style = getComputedStyle(e), box = e.getBoundingClientRect();
                const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
                const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                return [e.outerHTML.slice(0, 120), outlined ? '' : 'no outline', seen ? '' : 'not on screen'];
            }
            """;
        var page = await App.Page(url, ReaderPages.View(width, colours));
        List<string> faults = [];
        var stops = 0;
        for (; stops < MostStops; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string[]?>(Stop) is not { } stop)
            {
                break;
            }

            if (stop[1].Length + stop[2].Length > 0)
            {
                faults.Add(string.Join(' ', stop));
            }
        }

        faults.ShouldBeEmpty();
        stops.ShouldBeInRange(5, MostStops - 1, "the tab key goes through the page and out of it");
    }

    private static async Task TabTo(IPage page, ILocator wanted)
    {
        for (var i = 0; i < MostStops; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await wanted.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{MostStops} tabs did not reach {wanted}.");
    }
}
