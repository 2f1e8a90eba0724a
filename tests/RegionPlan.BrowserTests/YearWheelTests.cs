using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>The year's wheel for those who plan it: every state meets WCAG, and a date is moved by drag or by keyboard alone, never saved by that.</summary>
public sealed class YearWheelTests(SharedApp app) : BrowserTest(app)
{
    private const string Director = "regiondirektor@example.org";
    private const string Change = "/arshjul/2026-delarsrapport-2/andra";

    public static TheoryData<string, int, string> Views
    {
        get
        {
            var data = new TheoryData<string, int, string>();
            foreach (var url in new[] { "/arshjul?ar=2026", "/arshjul/ny?ar=2026", "/arshjul/lagg-upp?ar=2027", Change, Change + "?falt=DecidedOn&dag=2026-11-07" })
            {
                data.Add(url, 1366, "light");
                data.Add(url, 320, "dark");
            }

            return data;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task A_page_of_the_planner_meets_wcag_and_never_scrolls_sideways(string url, int width, string colours)
    {
        var page = await App.SignedInPage(Director, url, ReaderPages.View(width, colours));

        await page.ShouldHaveNoViolations();
        await page.ShouldNotScrollSideways();
    }

    [BrowserFact]
    public async Task A_refused_form_meets_wcag_and_leads_to_what_is_to_be_mended()
    {
        var page = await App.SignedInPage(Director, Change);
        await page.GetByLabel("Namn").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se följderna" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Skriv vad uppföljningen heter." }).ClickAsync();

        await Assertions.Expect(page.GetByLabel("Namn")).ToBeFocusedAsync();
        await page.ShouldHaveNoViolations();
    }

    [BrowserFact]
    public async Task A_date_is_moved_with_arrow_keys_and_return_opens_its_consequences()
    {
        var page = await App.SignedInPage(Director, "/arshjul?ar=2026");
        var handle = page.Locator("[aria-label='Delårsrapport T2 2026'] .rp-handle").Last;
        await handle.FocusAsync();

        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("[aria-label='Delårsrapport T2 2026'] output")).ToHaveTextAsync("Beslut torsdag 2026-10-29, 2 dagar senare");
        await Assertions.Expect(handle).ToHaveAttributeAsync("aria-label", "Beslut 2026-10-29, Delårsrapport T2 2026");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(handle).ToHaveAttributeAsync("aria-label", "Beslut 2026-10-27, Delårsrapport T2 2026");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/andra?falt=DecidedOn&dag=2026-10-28");
        await Assertions.Expect(page.GetByLabel("Beslut (får vara tomt)")).ToHaveValueAsync("2026-10-28");
        await Assertions.Expect(page.Locator("#foljder-ruta")).ToContainTextAsync("1 dag senare");
    }

    [BrowserFact]
    public async Task A_dragged_date_opens_its_consequences_and_is_not_saved()
    {
        var page = await App.SignedInPage(Director, "/arshjul?ar=2026");
        var track = page.Locator("[aria-label='Delårsrapport T2 2026'] .rp-track");
        var handle = track.Locator(".rp-handle").Last;
        await handle.ScrollIntoViewIfNeededAsync();
        var (box, width) = ((await handle.BoundingBoxAsync())!, await track.EvaluateAsync<float>("t => t.clientWidth / t.dataset.days"));

        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width / 2) + (10 * width), box.Y + (box.Height / 2), new() { Steps = 4 });
        await page.Mouse.UpAsync();

        await page.WaitForURLAsync("**/andra?falt=DecidedOn&dag=2026-11-06");
        await Assertions.Expect(page.Locator("#foljder-ruta")).ToContainTextAsync("Lagen ger två månader");
        await App.Open(page, "/arshjul?ar=2026");
        await Assertions.Expect(page.Locator("#\\32 026-delarsrapport-2")).ToContainTextAsync("2026-10-27");
    }

    [BrowserFact]
    public async Task Every_part_of_the_wheel_is_reached_by_keyboard_and_leads_to_its_row()
    {
        var page = await App.Page("/arshjul?ar=2026");
        var part = page.Locator(".rp-wheel a").Nth(3);
        await part.FocusAsync();

        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/arshjul?ar=2026#2026-delarsrapport-1");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "Årshjul 2026" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(12);
        (await page.GetByRole(AriaRole.Link, new() { Name = "Delårsrapport T1 2026: perioden slutar 2026-04-30" }).CountAsync()).ShouldBe(1);
    }
}
