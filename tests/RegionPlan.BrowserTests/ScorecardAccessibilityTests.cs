using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>The pages of a styrkort in every state they come into: WCAG 2.1 AA, and no scrolling sideways at 1366 and 320 pixels.</summary>
public sealed class ScorecardAccessibilityTests(SharedApp app, EntryApp own) : BrowserTest(app), IClassFixture<EntryApp>
{
    private const int Patience = ScorecardEditing.Patience;
    private const string Unit = ScorecardEditing.Unit;

    private static string Year => ScorecardEditing.Year;

    private BrowserApp Own => own.App;

    [BrowserFact]
    public async Task A_styrkort_meets_wcag_from_its_beginning_until_it_is_decided_and_followed_up()
    {
        var page = await Own.Editor(ScorecardEditing.Head, Unit);
        await page.ShouldBeAccessible();
        await page.BeginWith("Vård i tid");
        await page.Locator("#nytt-1").ClickAsync();
        await page.ShouldBeAccessible();
        await FillWithMistakes(page);
        await page.ShouldBeAccessible();
        await page.Locator("#kontrollera").ClickAsync();
        await Assertions.Expect(page.Locator("#kontrollsvar")).ToContainTextAsync("att rätta före beslut", new() { Timeout = Patience });
        await page.ShouldBeAccessible();
        await EveryFindingLeadsToItsField(page);
        await page.Locator("#vik-alla").ClickAsync();
        await Assertions.Expect(page.Locator("[id^='bryter-']")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await page.ShouldBeAccessible();
        await page.Locator("#vik-alla").ClickAsync();

        await MendAndDecide(page);
        await page.ShouldBeAccessible();
        await ReadersShouldBeAccessible($"/styrkort?ar={Year}", $"/styrkort/{Unit}?ar={Year}", $"/styrkort/kalmar-lanstrafik?ar={Year}", "/styrkort/finns-inte", "/styrkort?ar=x", "/styrkort?sok=finns+inte");
        await ProgressShouldBeAccessible(page);

        await Own.Open(page, ScorecardEditing.Address(Unit));
        await page.EditorIsOpen();
        await page.Goal("Vård i tid").Field("text").FillAsync("En ändring");
        await page.IsKept();
        await Assertions.Expect(page.Locator("#varfor")).ToBeVisibleAsync();
        await page.ShouldBeAccessible();
        await Own.Open(page, $"/styrkort/{Unit}/utkast?ar={Year}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Det är inte beslutat.");
        await page.ShouldBeAccessible();
        await (await Own.Editor("controller.klt@example.org", "kalmar-lanstrafik")).ShouldBeAccessible();
    }

    private static async Task FillWithMistakes(IPage page)
    {
        var goal = page.Goal("Vård i tid");
        await goal.Field("matt").ClickAsync();
        await Assertions.Expect(goal.Locator(".rp-picks button").First).ToBeVisibleAsync(new() { Timeout = Patience });
        await goal.Locator("summary").ClickAsync();
        await page.ShouldHaveNoViolations();
        await goal.Locator(".rp-picks button").First.ClickAsync();
        await goal.Field("malvarde").FillAsync("åttio");
        await goal.Field("ny-aktivitet").ClickAsync();
        await goal.Field("aktivitet").FillAsync("Öppna kvällsmottagning");
        await page.Locator("#hamta-3").ClickAsync();
        await Assertions.Expect(page.Locator("[data-closed-by=hamta-3]")).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    private static async Task EveryFindingLeadsToItsField(IPage page)
    {
        var links = await page.Locator("#kontrollsvar a").AllAsync();
        links.Count.ShouldBeGreaterThan(3);
        foreach (var link in links)
        {
            var field = page.Locator("[id='" + (await link.GetAttributeAsync("href"))!.Split('#')[1] + "']");
            await link.ClickAsync();
            await Assertions.Expect(field).ToBeFocusedAsync(new() { Timeout = Patience });
            await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        }
    }

    private static async Task MendAndDecide(IPage page)
    {
        await page.Locator("section:has(#omrade-1)").GetByRole(AriaRole.Button, new() { NameRegex = new("^Ta bort målet") }).ClickAsync();
        var goal = page.Goal("Vård i tid");
        await goal.Field("bryter").SelectOptionAsync(new SelectOptionValue { Label = "Stöder inget mål ovanför" });
        await goal.Field("malvarde").FillAsync("80");
        await goal.Field("ansvarig").FillAsync("Enhetschef");
        await goal.Field("klar").FillAsync($"{Year}-12-31");
        await page.Locator("#beslutat-av").FillAsync("Förvaltningschef");
        await page.Locator("#beslutsdag").FillAsync($"{Year}-01-02");
        await page.IsKept();
        await page.Locator("#besluta").ClickAsync();
        await page.WaitForURLAsync($"**/styrkort/{Unit}?ar={Year}", new() { Timeout = Patience });
    }

    private async Task ReadersShouldBeAccessible(params string[] urls)
    {
        foreach (var url in urls)
        {
            var page = await Own.Page(url);
            await page.ShouldBeAccessible();
            (await page.Locator("script").CountAsync()).ShouldBe(0);
            var without = await Own.Page(url, View.WithoutScript);
            (await without.Locator("body").InnerTextAsync()).ShouldBe(await page.Locator("body").InnerTextAsync());
        }
    }

    private async Task ProgressShouldBeAccessible(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Berätta hur det går") }).First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Öppna kvällsmottagning");
        await page.ShouldBeAccessible();
        await page.GetByLabel("Läge").SelectOptionAsync(new SelectOptionValue { Label = "Avbruten" });
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await Assertions.Expect(page.Locator(".ds-error-summary")).ToContainTextAsync("Skriv varför aktiviteten avbryts.");
        await page.ShouldBeAccessible();
    }
}
