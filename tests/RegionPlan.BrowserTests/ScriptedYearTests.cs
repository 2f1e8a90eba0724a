using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.BrowserTests;

/// <summary>A year from its setting up to a rättelse after its lock, by way of the pages that people use; the public sees what is approved and nothing else.</summary>
public sealed class ScriptedYearTests(SharedApp app) : BrowserTest(app)
{
    private const int Year = 2025;
    private const string Annual = "2025-arsredovisning-1";
    private const string Activity = "2025-verksamhetsberattelse-3";
    private const string Administration = "halso-och-sjukvardsforvaltningen";
    private const string Ward = "akutmottagningen-kalmar";
    private const string Measure = "3.23";
    private const string Controller = "controller.hsf@example.org";
    private const string WardController = "controller.akm@example.org";
    private const string Head = "chef.hsf@example.org";
    private const string WardHead = "chef.akm@example.org";
    private const string Secretary = "namndsekreterare.rs@example.org";
    private const string Director = "regiondirektor@example.org";
    private const int Patience = EntryGrid.Patience;

    private static readonly Dictionary<Sex, decimal> Nothing = [];
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = Patience };

    [BrowserFact]
    public async Task A_year_is_set_up_handed_in_sent_back_approved_locked_and_corrected_and_the_public_sees_what_is_approved()
    {
        using var seeds = new SeedsWithoutYear(Year);
        await using var app = await App.OwnAppAsync(seeds.Settings);
        var (controller, head, secretary, director) = (
            await app.SignedInPage(Controller, "/uppgifter"), await app.SignedInPage(Head), await app.SignedInPage(Secretary), await app.SignedInPage(Director));
        await Assertions.Expect(controller.Locator("main")).Not.ToContainTextAsync("Årsredovisning 2025");
        await SetUpAsync(app, director);
        await ShouldBePublic(app, Nothing);

        await HandInTheRegionsMeasureAsync(app, controller);
        await ShouldBePublic(app, Nothing);
        await SendTwoCellsBackAsync(app, head);
        await ShouldBePublic(app, Nothing);
        await CorrectTheTwoCellsAsync(app, controller);
        await ApproveAsync(app, head, Annual, Administration, "förvaltningen");
        await ShouldBePublic(app, Nothing);
        await ApproveAsync(app, secretary, Annual, Administration, "nämnden");
        var approved = Figures(9m, 7.5m, 10.4m);
        await ShouldBePublic(app, approved);

        await HandInTheWardsFigureAsync(app);
        await ShouldBePublicOfTheWard(app, null);
        await ApproveAsync(app, await app.SignedInPage(WardHead), Activity, Ward, "enheten");
        await ShouldBePublicOfTheWard(app, null);
        await ApproveAsync(app, head, Activity, Ward, "förvaltningen");
        await ShouldBePublicOfTheWard(app, null);
        await ApproveAsync(app, secretary, Activity, Ward, "nämnden");
        await ShouldBePublicOfTheWard(app, "60");

        await LockAsync(app, director);
        await ShouldBePublic(app, approved);
        await HandInACorrectionAsync(app, controller);
        await ShouldBePublic(app, approved);
        await ApproveAsync(app, head, Annual, Administration, "förvaltningen");
        await ShouldBePublic(app, approved);
        await ApproveAsync(app, secretary, Annual, Administration, "nämnden");
        await ShouldBePublic(app, Figures(8m, 7.5m, 10.4m));
        await app.Open(director, $"/insamling?uppfoljning={Annual}");
        await Assertions.Expect(director.GetByRole(AriaRole.Region, new() { Name = "Rättelser efter låsningen" })).ToContainTextAsync("Controller, Hälso- och sjukvårdsförvaltningen");
        var log = (await app.Page($"/historik?matt={Measure}")).Locator("main tbody tr").Filter(new() { HasText = "Fel täljare i journalsystemet" });
        await Assertions.Expect(log.First).ToContainTextAsync("8");
    }

    [BrowserFact]
    public async Task A_figure_is_typed_handed_in_and_approved_by_keyboard_alone()
    {
        await using var app = await App.OwnAppAsync();
        var page = await app.SignedInPage(Controller, "/uppgifter");
        await page.TabTo(LongLate(page));
        await page.Keyboard.PressAsync("Enter");
        await page.TabTo(page.GetByRole(AriaRole.Link, new() { Name = "Lämna in Årsredovisning 2025, Hälso- och sjukvårdsförvaltningen" }));
        await page.Keyboard.PressAsync("Enter");
        await page.GridIsOpen();
        await page.TabTo(page.Cell(Measure));
        await page.Keyboard.TypeAsync("9");
        await Assertions.Expect(page.Field(Measure, "kommentar")).ToBeVisibleAsync(new() { Timeout = Patience });
        await page.TabTo(page.Field(Measure, "kommentar"));
        await page.Keyboard.TypeAsync("Ny mätmetod");
        await page.IsKept(Measure);
        await page.TabTo(page.SubmitButton());
        await page.Keyboard.PressAsync("Enter");
        await page.Answers("1 rad är inskickad");
        await ShouldBePublic(app, Nothing);

        var head = await app.SignedInPage(Head, "/uppgifter");
        await head.TabTo(head.GetByRole(AriaRole.Link, new() { Name = "Granska Årsredovisning 2025, Hälso- och sjukvårdsförvaltningen" }));
        await head.Keyboard.PressAsync("Enter");
        await head.TabTo(head.GetByRole(AriaRole.Button, new() { Name = "Godkänn 1 rad för förvaltningen" }));
        await head.Keyboard.PressAsync("Enter");
        await Assertions.Expect(head.Locator("main [role=status]")).ToContainTextAsync("publik", Patiently);
        await ShouldBePublic(app, new() { [Sex.Total] = 9m });
    }

    [BrowserFact]
    public async Task Who_approves_what_another_has_sent_back_and_corrected_meanwhile_is_told_and_approves_what_is_seen()
    {
        await using var app = await App.OwnAppAsync();
        var controller = await app.Grid(Controller, EntryGrid.Address(Annual));
        await HandInAsync(controller, "9");
        var head = await app.SignedInPage(Head, $"/granska/{Annual}/{Administration}");
        var director = await app.SignedInPage(Director, $"/granska/{Annual}/{Administration}");
        await SendBackAsync(director, "Kontrollera totalen", "totalt");
        await controller.ReloadAsync();
        await controller.GridIsOpen();
        await controller.TypeAndKeep(Measure, "8");
        await controller.Submit("1 rad är inskickad");

        await head.GetByRole(AriaRole.Button, new() { Name = "Godkänn 1 rad för förvaltningen" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Alert)).ToContainTextAsync("Något har hänt med inlämningen sedan du öppnade den", Patiently);
        await ShouldBePublic(app, Nothing);
        await ApproveAsync(app, head, Annual, Administration, "förvaltningen");
        await ShouldBePublic(app, new() { [Sex.Total] = 8m });
    }

    [BrowserFact]
    public async Task Who_types_while_the_follow_up_is_locked_is_stopped_keeps_the_figure_and_hands_it_in_as_a_correction()
    {
        await using var app = await App.OwnAppAsync();
        var controller = await app.Grid(Controller, EntryGrid.Address(Annual));
        await controller.TypeAndKeep(Measure, "9");
        await LockAsync(app, await app.SignedInPage(Director));
        await controller.Field(Measure, "kommentar").FillAsync("Ny mätmetod");
        await controller.IsKept(Measure);
        await controller.Submit($"1 rad är inte klar: {Measure}.");
        await ShouldBePublic(app, Nothing);

        await Assertions.Expect(controller.Cell(Measure)).ToBeEditableAsync(new() { Timeout = Patience });
        await Assertions.Expect(controller.Cell(Measure)).ToHaveValueAsync("9");
        await Assertions.Expect(controller.Standing(Measure)).ToContainTextAsync("Rättelse");
        await controller.GetByLabel("Varför rättas värdet?").FillAsync("Värdet kom efter låsningen");
        await Assertions.Expect(controller.SubmitButton()).ToHaveTextAsync("Skicka in 1 rad", new() { Timeout = Patience });
        await controller.Submit("1 rad är inskickad");
        await ShouldBePublic(app, Nothing);
        await ApproveAsync(app, await app.SignedInPage(Head), Annual, Administration, "förvaltningen");
        await ShouldBePublic(app, new() { [Sex.Total] = 9m });
    }

    private static async Task SetUpAsync(BrowserApp app, IPage page)
    {
        await app.Open(page, $"/arshjul/lagg-upp?ar={Year}");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Lägg upp {Year}" }).ClickAsync();
        await page.WaitForURLAsync($"**/arshjul?ar={Year}");
        await app.Open(page, $"/arshjul/{Annual}/andra");
        await page.GetByLabel("Ett värde visas för alla när det har godkänts av").SelectOptionAsync(new SelectOptionValue { Label = "nämnden" });
        await page.GetByLabel("Varför ändras det?").FillAsync("Nämnden svarar för sina värden");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se följderna" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara ändringen" }).ClickAsync();
        await page.WaitForURLAsync($"**/arshjul?ar={Year}**");
        await Assertions.Expect((await app.Page($"/arshjul?ar={Year}")).Locator("main")).ToContainTextAsync("Verksamhetsberättelse helår 2025");
    }

    /// <summary>What has been late for long is folded.</summary>
    private static ILocator LongLate(IPage page) =>
        page.GetByRole(AriaRole.Region, new() { NameRegex = new("^Försenat") }).Locator("summary", new() { HasText = "Äldre uppföljningar som inte är låsta" });

    /// <summary>A figure outside the series' own past wants a comment before it can be handed in.</summary>
    private static async Task HandInTheRegionsMeasureAsync(BrowserApp app, IPage page)
    {
        await app.Open(page, "/uppgifter");
        await LongLate(page).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lämna in Årsredovisning 2025, Hälso- och sjukvårdsförvaltningen" }).ClickAsync();
        await page.GridIsOpen();
        await page.Paste(page.Cell(Measure), "9\t8\t10\n");
        await page.IsKept(Measure);
        await page.Submit($"1 rad är inte klar: {Measure}.");
        await Assertions.Expect(page.Locator("#cell-3-23-total-kommentar-text")).ToContainTextAsync("Utanför seriens historiska band");
        await page.Field(Measure, "kommentar").FillAsync("Ny mätmetod");
        await Assertions.Expect(page.SubmitButton()).ToHaveTextAsync("Skicka in 1 rad", new() { Timeout = Patience });
        await page.Submit("1 rad är inskickad och väntar på godkännande av Hälso- och sjukvårdsförvaltningen");
    }

    /// <summary>A figure of täljare and nämnare comes from a file; it misses its målvärde, which wants an analysis before it can be handed in.</summary>
    private static async Task HandInTheWardsFigureAsync(BrowserApp app)
    {
        var page = await app.SignedInPage(WardController, $"/import?uppfoljning={Activity}&enhet={Ward}");
        await page.Look((await page.Template()).Select(l => l.With("E1", "Täljare", "600").With("E1", "Nämnare", "1000")));
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs in 1 rad" }).ClickAsync();
        await ShouldBePublicOfTheWard(app, null);
        await page.GetByRole(AriaRole.Link, new() { Name = "Akutmottagningen" }).ClickAsync();
        await page.GridIsOpen();
        await Assertions.Expect(page.Locator("table.rp-grid")).ToContainTextAsync("Ej uppnått", Patiently);
        await page.Submit("1 rad är inte klar: E1.");
        await page.GetByLabel("Analys: varför blev utfallet så?").FillAsync("Fler söker än platserna räcker till");
        await Assertions.Expect(page.SubmitButton()).ToHaveTextAsync("Skicka in 1 rad", new() { Timeout = Patience });
        await page.Submit("1 rad är inskickad och väntar på godkännande av Akutmottagningen");
    }

    private static async Task HandInAsync(IPage page, string figure)
    {
        await page.TypeAndKeep(Measure, figure);
        await page.Field(Measure, "kommentar").FillAsync("Ny mätmetod");
        await Assertions.Expect(page.SubmitButton()).ToHaveTextAsync("Skicka in 1 rad", new() { Timeout = Patience });
        await page.Submit("1 rad är inskickad");
    }

    private static async Task SendTwoCellsBackAsync(BrowserApp app, IPage page)
    {
        await app.Open(page, "/uppgifter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Granska Årsredovisning 2025, Hälso- och sjukvårdsförvaltningen" }).ClickAsync();
        await SendBackAsync(page, "Kvinnor och män är avrundade", "kvinnor", "män");
    }

    private static async Task SendBackAsync(IPage page, string why, params string[] cells)
    {
        foreach (var cell in cells)
        {
            await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new($", {cell}, ") }).CheckAsync();
        }

        await page.GetByLabel("Vad ska rättas?").FillAsync(why);
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka tillbaka markerade rutor" }).ClickAsync();
        await Assertions.Expect(page.Locator("main [role=status]")).ToContainTextAsync("tillbakaskicka", Patiently);
    }

    private static async Task CorrectTheTwoCellsAsync(BrowserApp app, IPage page)
    {
        await app.Open(page, "/uppgifter");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { NameRegex = new("^Att rätta") })).ToContainTextAsync("Kvinnor och män är avrundade");
        await page.GetByRole(AriaRole.Link, new() { Name = "Rätta Årsredovisning 2025, Hälso- och sjukvårdsförvaltningen" }).ClickAsync();
        await page.GridIsOpen();
        await Assertions.Expect(page.Cell(Measure)).Not.ToBeEditableAsync();
        await page.Cell(Measure, "women").FillAsync("7,5");
        await page.TypeAndKeep(Measure, "10,4", "men");
        await page.Submit("1 rad är inskickad");
    }

    private static async Task ApproveAsync(BrowserApp app, IPage page, string followUp, string unit, string level)
    {
        await app.Open(page, "/uppgifter");
        await page.GetByRole(AriaRole.Region, new() { NameRegex = new("^Väntar på ditt godkännande") }).Locator($"a[href^='/granska/{followUp}/{unit}']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Godkänn 1 rad för {level}" }).ClickAsync();
        await Assertions.Expect(page.Locator("main [role=status]")).ToContainTextAsync("odkän", Patiently);
    }

    private static async Task LockAsync(BrowserApp app, IPage page)
    {
        await app.Open(page, $"/insamling?uppfoljning={Annual}");
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Lås Årsredovisning 2025" });
        await button.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skriv varför uppföljningen låses ändå", Patiently);
        await page.Locator("[name='LockForm.Why']").FillAsync("Beslutas i morgon");
        await button.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Motivering: Beslutas i morgon", Patiently);
    }

    private static async Task HandInACorrectionAsync(BrowserApp app, IPage page)
    {
        await app.Open(page, EntryGrid.Address(Annual));
        await page.Row(Measure).GetByRole(AriaRole.Button, new() { NameRegex = new("^Rätta") }).ClickAsync();
        await Assertions.Expect(page.Cell(Measure)).ToBeEditableAsync(new() { Timeout = Patience });
        await page.TypeAndKeep(Measure, "8");
        await page.GetByLabel("Varför rättas värdet?").FillAsync("Fel täljare i journalsystemet");
        await Assertions.Expect(page.SubmitButton()).ToHaveTextAsync("Skicka in 1 rad", new() { Timeout = Patience });
        await page.Submit("1 rad är inskickad");
    }

    /// <summary>What an anonymous visitor reads and fetches of the region's measure: these figures of the year, and no other.</summary>
    private static async Task ShouldBePublic(BrowserApp app, Dictionary<Sex, decimal> figures)
    {
        var reader = await app.Page($"/matt/{Measure}?ar={Year}");
        var answer = await reader.APIRequest.GetAsync($"/api/v1/measures/{Measure}/outcomes");
        using var outcomes = JsonDocument.Parse(await answer.TextAsync());
        outcomes.RootElement.EnumerateArray().Where(o => o.GetProperty("period").GetString() == "2025")
            .ToDictionary(o => Enum.Parse<Sex>(o.GetProperty("sex").GetString()!, ignoreCase: true), o => o.GetProperty("value").GetDecimal())
            .ShouldBe(figures, ignoreOrder: true);
        var why = reader.Locator("details.rp-why").First;
        if (figures.TryGetValue(Sex.Total, out var total))
        {
            await Assertions.Expect(why).ToContainTextAsync($"{total:0},0\u00a0%, helår 2025");
            await Assertions.Expect(why).ToContainTextAsync("av Controller, Hälso- och sjukvårdsförvaltningen, till Årsredovisning 2025");
            await Assertions.Expect(why).ToContainTextAsync("Godkänt av förvaltningen");
            await Assertions.Expect(why).ToContainTextAsync("av Chef, Hälso- och sjukvårdsförvaltningen");
        }
        else
        {
            await Assertions.Expect(why).Not.ToContainTextAsync("Inlämnat");
            await Assertions.Expect(reader.Locator("main")).Not.ToContainTextAsync("Ny mätmetod");
        }

        await reader.Context.CloseAsync();
    }

    /// <summary>What an anonymous visitor reads of the ward's own figure.</summary>
    private static async Task ShouldBePublicOfTheWard(BrowserApp app, string? figure)
    {
        var reader = await app.Page($"/styrkort/{Ward}?ar={Year}");
        await app.Open(reader, (await reader.Locator("main a[href*='/matt/']").First.GetAttributeAsync("href"))!);
        await Assertions.Expect(reader.Locator("main")).ToContainTextAsync(figure is null ? "Inga värden är registrerade" : figure);
        await reader.Context.CloseAsync();
    }

    private static Dictionary<Sex, decimal> Figures(decimal total, decimal women, decimal men) =>
        new() { [Sex.Total] = total, [Sex.Women] = women, [Sex.Men] = men };

    /// <summary>The seeds of the demonstration without the follow-ups of a year, so that it can be set up.</summary>
    private sealed class SeedsWithoutYear : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("regionplan-seeds-");

        internal SeedsWithoutYear(int year)
        {
            var seeds = Path.Combine(Repository.Root, "seeds");
            foreach (var file in Directory.EnumerateFiles(seeds, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder.FullName, Path.GetRelativePath(seeds, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            var wheel = Path.Combine(folder.FullName, "demo", "arshjul.json");
            var content = JsonNode.Parse(File.ReadAllText(wheel))!;
            var years = content["years"]!.AsArray();
            years.RemoveAll(y => y!["year"]!.GetValue<int>() == year);
            File.WriteAllText(wheel, content.ToJsonString());
        }

        internal Dictionary<string, string> Settings => new() { ["Seed__Folder"] = folder.FullName };

        public void Dispose() => folder.Delete(recursive: true);
    }
}
