using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>Pages behind the sign-in and the states they come into: errors, conflicts and refusals.</summary>
public sealed class SignedInAccessibilityTests(SharedApp app, EntryApp own) : BrowserTest(app), IClassFixture<EntryApp>
{
    private const string Politician = "politiker@example.org";
    private const string Director = "regiondirektor@example.org";
    private const string Admin = "admin@example.org";
    private const string Secretary = "namndsekreterare.ktn@example.org";
    private const string Report = "/rapporter/2025-delarsrapport-2/region-kalmar-lan";
    private const string BoardReport = "/rapporter/2025-verksamhetsberattelse-2/kollektivtrafiknamnden";

    private BrowserApp Own => own.App;

    [BrowserTheory]
    [InlineData(null, "/logga-in", 200)]
    [InlineData(null, "/finns-inte", 404)]
    [InlineData(null, "/for-gammal", 200)]
    [InlineData(null, "/ingen-behorighet", 200)]
    [InlineData(null, "/historik", 200)]
    [InlineData(null, "/historik?fran=2024-99-99", 200)]
    [InlineData(null, "/historik?av=ingen+alls", 200)]
    [InlineData(Politician, "/utfall", 200)]
    [InlineData(Politician, "/administration", 403)]
    [InlineData(Politician, "/logga-ut", 200)]
    [InlineData(Admin, "/administration", 200)]
    [InlineData(Admin, "/administration/anvandare", 200)]
    [InlineData(Admin, "/administration/anvandare?sok=ingen+alls", 200)]
    [InlineData(Admin, "/administration/anvandare/00000000-0000-0000-0000-000000000001", 404)]
    [InlineData(Admin, "/administration/anvandare/ny", 200)]
    [InlineData(Admin, "/administration/plan", 403)]
    [InlineData(Director, "/administration", 200)]
    [InlineData(Director, "/administration/anvandare", 403)]
    [InlineData(Director, "/administration/plan", 200)]
    [InlineData(Director, "/administration/mal/2024-2026/3", 200)]
    [InlineData(Director, "/administration/matt/2024-2026/9.9", 404)]
    [InlineData(Director, "/utfall?uppfoljning=2024-arsredovisning-1", 200)]
    [InlineData(Director, "/rapporter?ar=2025", 200)]
    [InlineData(Director, Report, 200)]
    [InlineData(Director, $"{Report}/sammanfattning", 200)]
    [InlineData(Director, $"{Report}/kontroll", 200)]
    [InlineData(Director, $"{Report}/beslut", 200)]
    [InlineData(Director, $"{Report}/beslut?arbete=00000000-0000-0000-0000-000000000001", 200)]
    [InlineData(Director, $"{Report}/filer", 200)]
    [InlineData(Director, $"{Report}/skillnader", 404)]
    [InlineData(Secretary, BoardReport, 200)]
    [InlineData(Secretary, $"{BoardReport}/beslut", 200)]
    public async Task A_page_meets_wcag_and_never_scrolls_sideways(string? email, string url, int status)
    {
        var page = await own.As(email, url);
        (await page.APIRequest.GetAsync(url)).Status.ShouldBe(status);
        if (url.StartsWith("/utfall", StringComparison.Ordinal) && email == Director)
        {
            await page.GridIsOpen();
        }

        if (url.EndsWith("/sammanfattning", StringComparison.Ordinal))
        {
            await Assertions.Expect(page.Locator("#avsnittet")).ToBeVisibleAsync(new() { Timeout = EntryGrid.Patience });
        }

        await page.ShouldBeAccessible();
    }

    [BrowserFact]
    public async Task A_refused_sign_in_meets_wcag()
    {
        var page = await Own.Page("/logga-in");
        await page.GetByLabel("E-post").FillAsync("ingen@example.org");
        await page.GetByLabel("Lösenord").FillAsync("fel lösenord");
        await Submit(page, "Logga in");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("stämmer inte");
        await page.ShouldBeAccessible();
    }

    [BrowserFact]
    public async Task A_grid_with_errors_warnings_and_comments_meets_wcag()
    {
        var page = await Grid(EntryApp.Controller, "2026-arsredovisning-1");
        await page.Cell("3.7").FillAsync("abc");
        await page.Cell("3.13").FillAsync("140");
        await page.Cell("3.14").FillAsync("120/150");
        await page.Cell("3.14", "women").FillAsync("81");
        await page.Cell("3.14", "men").FillAsync("82");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ligger över totalen");
        await page.IsKept("3.14");
        await page.Answers("inte klara att skicka in");
        await page.Cell("3.14").PressAsync("Alt+h");
        await Assertions.Expect(page.Locator(".rp-row-history")).ToBeVisibleAsync(new() { Timeout = EntryGrid.Patience });
        await page.ShouldBeAccessible();
    }

    [BrowserFact]
    public async Task A_grid_with_a_choice_between_two_users_drafts_meets_wcag()
    {
        var late = await Grid(EntryApp.Controller, "2025-arsredovisning-1");
        await (await Grid(Director, "2025-arsredovisning-1")).TypeAndKeep("3.20", "40");
        await late.Cell("3.20").FillAsync("41");
        await Assertions.Expect(late.GetByRole(AriaRole.Button, new() { Name = "Behåll mitt" })).ToBeVisibleAsync(new() { Timeout = EntryGrid.Patience });
        await late.ShouldBeAccessible();
    }

    [BrowserFact]
    public async Task A_grid_that_asks_for_a_reason_meets_wcag()
    {
        var page = await Grid(EntryApp.Controller, EntryGrid.Annual);
        await page.TypeAndKeep("3.7", "17");
        await Assertions.Expect(page.GetByLabel("Varför ändras det registrerade värdet?")).ToBeVisibleAsync();
        await page.Row("3.13").GetByRole(AriaRole.Button, new() { NameRegex = new("^Kommentera") }).ClickAsync();
        await Assertions.Expect(page.Field("3.13", "kommentar")).ToBeVisibleAsync();
        await page.Submit("1 rad är inte klar");
        await page.ShouldBeAccessible();
    }

    [BrowserFact]
    public async Task A_user_page_meets_wcag_as_it_stands_and_with_errors()
    {
        var page = await own.As(Admin, "/administration/anvandare");
        await page.GetByRole(AriaRole.Link, new() { Name = "Controller, Kalmar länstrafik" }).ClickAsync();
        await page.ShouldBeAccessible();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Namn" }).FillAsync("");
        await Submit(page, "Spara");
        await ShouldTellErrors(page);
        await Submit(page, "Ge rollen");
        await ShouldTellErrors(page);
    }

    [BrowserFact]
    public async Task A_new_user_with_errors_meets_wcag()
    {
        var page = await own.As(Admin, "/administration/anvandare/ny");
        await page.GetByLabel("E-post").FillAsync("inte en adress");
        await Submit(page, "Lägg till");
        await ShouldTellErrors(page);
    }

    [BrowserTheory]
    [InlineData("/administration/matt/2024-2026/3.23", "Spara definitionen", "Namn", "Decimaler")]
    [InlineData("/administration/malvarde/2024-2026/3.23/total/kort/2025", "Spara målvärdet", "Målvärde (%)", "Gäller från")]
    [InlineData("/administration/malvarde/2024-2026/3.23/total/lang/1", "Spara målvärdet", "Målvärde (%)", "Gäller från")]
    [InlineData("/administration/mal/2024-2026/3", "Spara", "Namn", "Gäller från")]
    public async Task A_change_of_the_plan_meets_wcag_as_it_stands_and_with_errors(string url, string save, params string[] emptied)
    {
        var page = await own.As(Director, url);
        await page.ShouldBeAccessible();
        foreach (var label in emptied)
        {
            await page.GetByLabel(label, new() { Exact = true }).FillAsync("");
        }

        await Submit(page, save);
        await ShouldTellErrors(page);
    }

    [BrowserFact]
    public async Task A_goal_meets_wcag_with_the_form_for_its_status_open_with_errors_and_with_a_status_set()
    {
        var page = await own.As(Director, "/mal/3");
        await page.OpenAllDetails();
        await page.ShouldBeAccessible();
        await page.Locator("#form-status").SelectOptionAsync(new SelectOptionValue { Label = "Delvis uppnått" });
        await Submit(page, "Spara bedömningen");
        await ShouldTellErrors(page);
        await page.GetByLabel("Motivering").FillAsync("Två av tre delmått har vänt under hösten.");
        await Submit(page, "Spara bedömningen");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Bedömningen är ändrad till");
        await page.OpenAllDetails();
        await page.ShouldBeAccessible();
        await (await own.As(null, "/mal/3")).ShouldBeAccessible();
    }

    private async Task<IPage> Grid(string email, string followUp)
    {
        var page = await own.As(email, EntryGrid.Address(followUp));
        await page.GridIsOpen();
        return page;
    }

    private static async Task Submit(IPage page, string button) =>
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>The summary names the errors, each of its links leads to the field, and the field says the same.</summary>
    private static async Task ShouldTellErrors(IPage page)
    {
        var summary = page.Locator(".ds-error-summary");
        await Assertions.Expect(summary).ToBeVisibleAsync();
        await page.ShouldBeAccessible();
        var links = await summary.GetByRole(AriaRole.Link).AllAsync();
        links.ShouldNotBeEmpty();
        foreach (var link in links)
        {
            var field = page.Locator("[id='" + (await link.GetAttributeAsync("href"))!.Split('#')[1] + "']");
            await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
            var described = (await field.GetAttributeAsync("aria-describedby"))!.Split(' ')[^1];
            await Assertions.Expect(page.Locator($"[id='{described}']")).ToHaveTextAsync((await link.InnerTextAsync()).Trim());
        }
    }
}
