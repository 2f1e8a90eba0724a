using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>A new plan from its first form until it is in force, as regionstaben makes it; every page on the way meets WCAG, wide and narrow.</summary>
public sealed class PlanTransitionTests(SharedApp app, EntryApp own) : BrowserTest(app), IClassFixture<EntryApp>
{
    private const string Director = "regiondirektor@example.org";
    private const string Overview = "/administration/plan/2027-2029/overgang";

    [BrowserFact]
    public async Task A_new_plan_is_prepared_mapped_and_put_in_force_and_keeps_the_history_with_the_change_marked()
    {
        var page = await own.As(Director, "/administration/plan");
        await page.GetByRole(AriaRole.Link, new() { Name = "Lägg upp en ny plan" }).ClickAsync();
        await Submit(page, "Lägg upp planen");
        await Told(page, "Skriv varför");
        await page.GetByLabel("Varför").FillAsync("Budgetdirektiv 2027");
        await Submit(page, "Lägg upp planen");
        await IsOverview(page, "44 är kvar att bestämma");

        await page.GetByLabel("Vad händer med 3.12?").SelectOptionAsync("Ends");
        await Submit(page, "För över måtten");
        await Told(page, "Skriv varför 3.12 upphör.");
        await page.GetByLabel("Vad är ändrat i 3.12, eller varför upphör det?").FillAsync("Följs inte längre");
        await Submit(page, "För över måtten");
        await IsOverview(page, "43 av 44 mått fortsätter, 1 upphör.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Lägg till ett mått" }).ClickAsync();
        await Submit(page, "Lägg till måttet");
        await Told(page, "Fyll i fältet.");
        await page.GetByLabel("Namn", new() { Exact = true }).FillAsync("Fossilfria resor");
        await page.GetByLabel("Enhet", new() { Exact = true }).FillAsync("%");
        await page.GetByLabel("Varför").FillAsync("Uppdrag i direktivet");
        await Submit(page, "Lägg till måttet");
        await IsOverview(page, "1 är nytt");

        await page.GetByRole(AriaRole.Row, new() { NameRegex = new("^3\\.11\\D") }).GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByLabel("Hur?").SelectOptionAsync("Changed");
        await Submit(page, "Spara kopplingen");
        await Told(page, "Ange ett år med fyra siffror.");
        await page.GetByLabel("Ändras från år").FillAsync("2024");
        await page.GetByLabel("Vad är ändrat?").FillAsync("Bedömning inom två dagar");
        await page.GetByLabel("Varför ändras kopplingen?").FillAsync("Ny nationell definition");
        await Submit(page, "Spara kopplingen");
        await IsOverview(page, "Bedömning inom två dagar");

        await page.GetByRole(AriaRole.Row, new() { NameRegex = new("^3\\.13\\D") }).GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByLabel("Varför upphör 3.12?").FillAsync("Ersätts");
        await Submit(page, "Låt måttet upphöra");
        await IsOverview(page, "2 upphör");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ta tillbaka att 3.13 upphör" }).ClickAsync();
        await ShouldBeAccessible(page);
        await page.GetByLabel("Varför tas det tillbaka?").FillAsync("Behövs ändå");
        await Submit(page, "Ta tillbaka");
        await IsOverview(page, "1 upphör");

        await page.GetByLabel("Varför, till exempel vilket beslut").FillAsync("Regionfullmäktige 2026-11-24");
        await Submit(page, "Sätt planen i kraft");
        await IsOverview(page, "Planen gäller.");

        await own.App.Open(page, "/matt/3.11?plan=2027-2029&ar=2027");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Bedömning inom två dagar");
        await Assertions.Expect(page.Locator("line.rp-chart-break").First).ToBeAttachedAsync();
        (await own.App.Open(page, "/api/v1/measures/3.11/outcomes?plan=2027-2029")).ShouldNotBeNull();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("2023");
        await own.App.Open(page, "/matt/3.11?plan=2027-2029&ar=2027");
        await ShouldBeAccessible(page);
    }

    [BrowserFact]
    public async Task A_goal_is_added_to_a_prepared_plan_without_a_script()
    {
        var page = await own.App.SignedInPage(Director, "/administration/plan/2026-2028/mal/nytt", View.WithoutScript);
        await Submit(page, "Lägg till målet");
        await Assertions.Expect(page.Locator(".ds-error-summary")).ToContainTextAsync("Fyll i fältet.");
        await page.GetByLabel("Namn", new() { Exact = true }).FillAsync("Beredskap");
        await page.GetByLabel("Varför").FillAsync("Nytt läge");
        await Submit(page, "Lägg till målet");
        await Assertions.Expect(page.GetByLabel("6 Beredskap fortsätter")).ToBeVisibleAsync();
    }

    private static async Task Submit(IPage page, string button)
    {
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    private static async Task IsOverview(IPage page, string says)
    {
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(says);
        new Uri(page.Url).AbsolutePath.ShouldBe(Overview);
        await ShouldBeAccessible(page);
    }

    private static async Task Told(IPage page, string says)
    {
        await Assertions.Expect(page.Locator(".ds-error-summary")).ToContainTextAsync(says);
        await ShouldBeAccessible(page);
    }

    private static async Task ShouldBeAccessible(IPage page)
    {
        foreach (var width in new[] { 1280, 320 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ShouldHaveNoViolations();
            await page.ShouldNotScrollSideways();
        }

        await page.SetViewportSizeAsync(1280, 900);
    }
}
