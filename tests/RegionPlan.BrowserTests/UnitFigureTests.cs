using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>A controller chooses between two figures that differ, on a narrow screen.</summary>
public sealed class UnitFigureTests(SharedApp app, EntryApp own) : BrowserTest(app), IClassFixture<EntryApp>
{
    private const string Administration = "halso-och-sjukvardsforvaltningen";
    private const string Hospital = "lanssjukhuset-i-kalmar";

    [BrowserFact]
    public async Task Figures_of_units_are_seen_to_differ_and_chosen_between()
    {
        var page = await own.App.SignedInPage(EntryApp.Controller, "/", View.Phone);
        await own.App.Process.Put(Hospital, "3.23", "2025-T1", 6, 600);
        await own.App.Process.Put(Administration, "3.23", "2025-T1", 30, 1000);

        await own.App.Open(page, $"/styrkort/{Administration}?ar=2025");
        await IsSound(page);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Visa båda värdena") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Två värden som skiljer sig" })).ToBeVisibleAsync();
        await IsSound(page);

        await page.GetByLabel("Värde som gäller").SelectOptionAsync("Det beräknade värdet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara valet" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skriv varför");
        await IsSound(page);

        await page.GetByLabel("Varför").FillAsync("Sjukhusets mätning är senare");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara valet" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Det beräknade värdet gäller, valt av");
        await IsSound(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Mått 3.23" }).ClickAsync();
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync("Sjukhusets mätning är senare");
        await IsSound(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Omräknat på dagens organisation" }).ClickAsync();
        await Assertions.Expect(page.Locator("[aria-current=page]").Filter(new() { HasText = "Omräknat" })).ToBeVisibleAsync();
        await IsSound(page);
        await own.App.Open(page, "/matt/3.23?ar=2025");
        await IsSound(page);
    }

    private static async Task IsSound(IPage page)
    {
        await page.ShouldHaveNoViolations();
        await page.ShouldNotScrollSideways();
    }
}
