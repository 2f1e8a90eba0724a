using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>Who types fast on a slow line loses no letter, and gets none in another field. Each test keeps to a unit or a period of its own.</summary>
public sealed class SlowLineTests(SharedApp app, EntryApp own) : BrowserTest(app), IClassFixture<EntryApp>
{
    private const int Patience = ScorecardEditing.Patience;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(150);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await own.App.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("oskarshamns-sjukhus", false)]
    [InlineData("vasterviks-sjukhus", true)]
    public async Task No_letter_is_lost_in_any_field_of_a_styrkort_however_fast_one_types(string unit, bool hold)
    {
        await using var line = Line();
        var page = await Editor(line, unit);
        await page.BeginWith("Vi ger vård i tid åt alla i länet");
        await Press(page, page.Locator("[id^='ny-aktivitet-']"), "aktivitet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Beskriv aktiviteten närmare" }).ClickAsync();
        await Assertions.Expect(Field(page, "aktivitetstext")).ToBeVisibleAsync(new() { Timeout = Patience });
        await page.Locator("[id^='matt-']").ClickAsync();
        await Press(page, page.Locator(".rp-picks button").First, "malvarde");
        await page.IsKept();
        var place = await page.Locator("section:has([id^='namn-']) [id^='omradestext-']").GetAttributeAsync("id");
        (string Field, string Text)[] typed =
        [
            ("aktivitet", "Öppna en kvällsmottagning"), ("ansvarig", "Verksamhetschef vid mottagningen"), ("aktivitetstext", "Två sköterskor och en läkare, måndag till torsdag."),
            ("malvarde", "85,5"), ("anm", "Enligt nämndens beslut i våras"), ("text", "Ingen ska vänta längre än tre dagar på Åsa."), (place!, "Så här når vi målen i området."),
        ];

        if (hold)
        {
            line.HoldAnswers();
        }

        foreach (var (field, text) in typed)
        {
            await Field(page, field).FocusAsync();
            await page.Keyboard.TypeAsync(text);
        }

        await Field(page, "namn").FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(", varje dag");
        line.LetAnswers();

        // Keys are answered in order: when the last is answered, the server has them all.
        await page.HasGoal("Vi ger vård i tid åt alla i länet, varje dag");
        await ShouldHave(page, typed);
        await page.IsKept();
        await page.ReloadAsync();
        await page.HasGoal("Vi ger vård i tid åt alla i länet, varje dag");
        await ShouldHave(page, typed);
    }

    [BrowserFact]
    public async Task Letters_typed_before_a_field_has_come_are_in_it_when_it_comes()
    {
        await using var line = Line();
        var page = await Editor(line, "lanssjukhuset-i-kalmar");
        await page.GetByRole(AriaRole.Button, new() { Name = "Börja med ett tomt styrkort" }).ClickAsync();
        await page.Locator("#nytt-2").FocusAsync();
        line.HoldAnswers();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Trygg hjelm");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.PressAsync("Enter");
        line.LetAnswers();
        await page.HasGoal("Trygg hjel");
        await Assertions.Expect(Field(page, "namn")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("p nära hemmet");
        await page.HasGoal("Trygg hjelp nära hemmet");
        (await page.Locator("article.rp-goal-editor").CountAsync()).ShouldBe(1, "Enter in a field adds no second goal");

        await page.Locator("[id^='ny-aktivitet-']").FocusAsync();
        line.HoldAnswers();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Ring alla");
        await Field(page, "text").FocusAsync();
        await page.Keyboard.TypeAsync("Ingen ska ");
        line.LetAnswers();
        await Assertions.Expect(Field(page, "aktivitet")).ToHaveValueAsync("Ring alla", new() { Timeout = Patience });
        await page.Keyboard.TypeAsync("vänta");
        await Field(page, "namn").FillAsync("Klart");
        await page.HasGoal("Klart");
        await page.IsKept();
        await page.ReloadAsync();
        await page.HasGoal("Klart");
        await ShouldHave(page, [("aktivitet", "Ring alla"), ("text", "Ingen ska vänta")]);
    }

    [BrowserFact]
    public async Task What_is_typed_before_an_undo_is_answered_is_seen_and_kept()
    {
        await using var line = Line();
        var page = await Editor(line, "diagnostiskt-centrum");
        await page.BeginWith("Målet");
        await Field(page, "text").FocusAsync();
        await page.Keyboard.TypeAsync("Först");
        await page.IsKept();
        var undo = page.Bar().GetByRole(AriaRole.Button, new() { Name = "Ångra" });
        await Assertions.Expect(undo).Not.ToHaveAttributeAsync("aria-disabled", "true");
        line.HoldAnswers();
        await undo.ClickAsync();
        await Field(page, "text").FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" och se");
        line.LetAnswers();
        await Assertions.Expect(page.Bar()).Not.ToContainTextAsync("Ångrade", new() { Timeout = Patience });
        await page.Keyboard.TypeAsync("dan");
        await Field(page, "namn").FillAsync("Klart");
        await page.HasGoal("Klart");
        await ShouldHave(page, [("text", "Först och sedan")]);
        await page.IsKept();
        await page.ReloadAsync();
        await page.HasGoal("Klart");
        await ShouldHave(page, [("text", "Först och sedan")]);
    }

    [BrowserFact]
    public async Task An_undo_right_after_fast_typing_takes_it_back()
    {
        await using var line = Line();
        var page = await Editor(line, "akutkliniken-kalmar");
        await page.BeginWith("Målet");
        var undo = page.Bar().GetByRole(AriaRole.Button, new() { Name = "Ångra" });
        await Assertions.Expect(undo).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await Field(page, "text").FocusAsync();
        line.HoldAnswers();
        await page.Keyboard.TypeAsync("Det här blev helt fel.");
        await undo.ClickAsync();
        line.LetAnswers();
        await ShouldHave(page, [("text", "")]);
        await Field(page, "namn").FillAsync("Klart");
        await page.HasGoal("Klart");
        await ShouldHave(page, [("text", "")]);
    }

    [BrowserTheory]
    [InlineData("2025-verksamhetsberattelse-1", "3.13 3.14 3.22 3.23", false)]
    [InlineData("2026-arsredovisning-1", "3.6 3.7 3.8 3.13", true)]
    public async Task No_letter_is_lost_in_the_grid_or_lands_in_another_row(string followUp, string codes, bool hold)
    {
        (string Code, string Text)[] typed = [.. codes.Split(' ').Zip(["3 456,75 är inte klart", "9,5 men osäkert", "400 enligt uppgift", "80"])];
        await using var line = Line();
        var page = await Grid(line, followUp);
        await page.Cell(typed[0].Code).FocusAsync();
        if (hold)
        {
            line.HoldAnswers();
        }

        foreach (var (_, text) in typed)
        {
            await page.Keyboard.TypeAsync(text);
            await page.Keyboard.PressAsync("Enter");
        }

        line.LetAnswers();
        foreach (var (code, _) in typed)
        {
            await page.IsKept(code);
        }

        foreach (var (code, text) in typed)
        {
            await Assertions.Expect(page.Cell(code)).ToHaveValueAsync(text);
        }

        await page.ReloadAsync();
        await page.GridIsOpen();
        foreach (var (code, text) in typed)
        {
            await Assertions.Expect(page.Cell(code)).ToHaveValueAsync(text);
        }
    }

    [BrowserFact]
    public async Task A_comment_typed_before_its_field_has_come_or_anew_after_it_was_emptied_is_kept()
    {
        await using var line = Line();
        var page = await Grid(line, EntryGrid.Annual);
        var comment = page.Field("3.6", "kommentar");
        await page.TypeAndKeep("3.6", "12");
        await page.Locator("tr[data-of='cell-3-6-total']").GetByRole(AriaRole.Button, new() { Name = "Kommentar, analys och åtgärd" }).FocusAsync();
        line.HoldAnswers();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Se mejl");
        line.LetAnswers();
        await Assertions.Expect(comment).ToHaveValueAsync("Se mejl", new() { Timeout = Patience });
        await Assertions.Expect(comment).ToBeFocusedAsync();
        await Reopen(page);

        await comment.FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Delete");
        await Probe(page, "3.7");
        await comment.FocusAsync();
        await page.Keyboard.TypeAsync("Väntar på svar");
        await Reopen(page);
        await Assertions.Expect(comment).ToHaveValueAsync("Väntar på svar");
    }

    [BrowserFact]
    public async Task What_is_typed_in_the_grid_before_an_undo_is_answered_is_seen_and_kept()
    {
        await using var line = Line();
        var page = await Grid(line, EntryGrid.Annual);
        await page.TypeAndKeep("3.6", "12");
        line.HoldAnswers();
        await page.Locator("tr[data-of='cell-3-6-total']").GetByRole(AriaRole.Button, new() { Name = "Ångra ändringen" }).ClickAsync();
        await page.Cell("3.6").FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(",7");
        line.LetAnswers();
        await Probe(page, "3.7");
        await Assertions.Expect(page.Cell("3.6")).ToHaveValueAsync("12,7");
        await Reopen(page);
        await Assertions.Expect(page.Cell("3.6")).ToHaveValueAsync("12,7");
    }

    private static ILocator Field(IPage page, string field) => page.Locator($"[id^='{field}']:is(input, textarea)").First;

    private static async Task Press(IPage page, ILocator button, string leadsTo)
    {
        await button.ClickAsync();
        await Assertions.Expect(Field(page, leadsTo)).ToBeFocusedAsync(new() { Timeout = Patience });
    }

    private static async Task ShouldHave(IPage page, (string Field, string Text)[] typed)
    {
        foreach (var (field, text) in typed)
        {
            await Assertions.Expect(Field(page, field)).ToHaveValueAsync(text, new() { Timeout = Patience });
        }
    }

    /// <summary>Types in another row, and waits: what is answered in order has all been answered then.</summary>
    private static async Task Probe(IPage page, string code)
    {
        await page.Cell(code).FillAsync("x");
        await Assertions.Expect(page.Cell(code)).ToHaveAttributeAsync("aria-invalid", "true", new() { Timeout = Patience });
    }

    private static async Task Reopen(IPage page)
    {
        await Probe(page, "3.8");
        await page.IsKept("3.6");
        await page.ReloadAsync();
        await page.GridIsOpen();
        await page.Cell("3.8").FillAsync("");
    }

    private SlowLine Line() => new(own.App.Process.Address, Delay);

    private async Task<IPage> Editor(SlowLine line, string unit)
    {
        var page = await own.As(ScorecardEditing.Controller, "/");
        await own.App.Open(page, line.Address + ScorecardEditing.Address(unit));
        await page.EditorIsOpen();
        return page;
    }

    private async Task<IPage> Grid(SlowLine line, string followUp)
    {
        var page = await own.As(EntryApp.Controller, "/");
        await own.App.Open(page, line.Address + EntryGrid.Address(followUp));
        await page.GridIsOpen();
        return page;
    }
}
