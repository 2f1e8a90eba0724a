using System.Text;
using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>The economy from a file, as a controller reads it in.</summary>
public sealed class EconomyFileTests(SharedApp app, EntryApp own) : BrowserTest(app), IClassFixture<EntryApp>
{
    private const string Address = "/ekonomi/lamna-in/fil?uppfoljning=2025-periodrapport-2";
    private const string Staff = "controller.staben@example.org";

    [BrowserFact]
    public async Task A_file_is_looked_through_mended_in_the_form_kept_and_handed_in_and_every_step_meets_wcag_and_fits_a_phone()
    {
        var page = await own.As(Staff, Address);
        await page.ShouldBeAccessible();
        var template = Encoding.UTF8.GetString(await page.Downloaded("CSV"));
        template.ShouldContain("kopt-vard;Köpt vård;Regionstaben;2025-06;");

        await Upload(page, "Budgetpost;Utfall;Helårsprognos;Kommentar\nKöpt vård;ungefär 400;-795;\nAvskrivningar;-196,8;-405;\nFolktandvården;-61;-129;\nSumma ramar;-5000;;\nLäkemedel;-600000;-1249400;\n");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Se igenom beloppen: 2 rader läses inte in" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".rp-import-verdict .ds-alert")).ToContainTextAsync("tusental kronor");
        await page.ShouldBeAccessible();

        await page.GetByLabel("Utfall för Läkemedel").FillAsync("-600,0");
        await page.GetByLabel("Helårsprognos för Läkemedel").FillAsync("-1249,4");
        await page.TabTo(page.GetByRole(AriaRole.Button, new() { Name = "Skicka in det som är klart" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".ds-error-summary")).ToContainTextAsync("Köpt vård, utfall: Ange ett belopp i miljoner kronor");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("2 budgetposter inskickade.");
        await page.ShouldBeAccessible();

        await page.GetByLabel("Utfall för Köpt vård").FillAsync("-400");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara utkast" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 budgetpost är sparad som utkast.");
        await Assertions.Expect(page.Locator(".rp-import-rows")).ToContainTextAsync("Summa ramar");
        await page.ShouldBeAccessible();
        await page.GetByRole(AriaRole.Link, new() { Name = "Regionstaben", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Utfall för Köpt vård")).ToHaveValueAsync("-400");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Controller, Regionstaben, ur ekonomi.csv");
    }

    [BrowserFact]
    public async Task A_file_that_cannot_be_read_says_why_and_another_can_be_chosen_at_once()
    {
        var page = await own.As(Staff, Address);
        await Upload(page, "Konto;Belopp\n1;2\n", new string('x', 140) + ".csv");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nyckel eller Budgetpost");
        await Assertions.Expect(page.Locator("#fil")).ToBeVisibleAsync();
        await page.ShouldBeAccessible();
    }

    private static async Task Upload(IPage page, string content, string name = "ekonomi.csv")
    {
        await page.SetInputFilesAsync("#fil", new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Granska filen" }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }
}
