using System.Text.Json;
using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

public sealed class EntryTests(SharedApp app, EntryApp own) : BrowserTest(app), IClassFixture<EntryApp>
{
    private const int Patience = EntryGrid.Patience;
    private const int LongText = 10_000;

    private BrowserApp Own => own.App;

    [BrowserFact]
    public async Task An_outcome_is_recorded_seen_everywhere_kept_through_a_power_cut_and_changed_with_a_reason()
    {
        await using var alone = await App.OwnAppAsync();
        var page = await alone.Grid(EntryApp.Controller, "2024");
        await page.TypeAndKeep("3.23", "0,9");
        await Assertions.Expect(page.Row("3.23")).ToContainTextAsync("Uppnått");
        await alone.Process.Kill9Async();
        await alone.Process.RestartAsync();
        page = await alone.Grid(EntryApp.Controller, "2024");
        (await page.Cell("3.23").InputValueAsync()).ShouldBe("0,9", "a draft survives too");
        await page.Record("1 rad är registrerad och syns nu för alla.");

        await ShouldBeRecorded(alone);
        await alone.Process.Kill9Async();
        await alone.Process.RestartAsync();
        await ShouldBeRecorded(alone);

        page = await alone.Grid(EntryApp.Controller, "2024");
        (await page.Cell("3.23").InputValueAsync()).ShouldBe("0,9");
        await page.TypeAndKeep("3.23", "1,2");
        await page.Record("1 rad behöver rättas eller förklaras");
        var reason = page.GetByLabel("Varför ändras det registrerade värdet?");
        await Assertions.Expect(reason).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.Locator($"[id='{await reason.GetAttributeAsync("aria-describedby")}']")).ToHaveTextAsync("Värdet är redan registrerat. Skriv varför det ändras.");
        await reason.FillAsync("Fel täljare i första rapporten");
        await page.Record("1 rad är registrerad");

        var reader = await alone.Page("/matt/3.23");
        await Assertions.Expect(reader.Locator("main")).ToContainTextAsync("Ej uppnått");
        var history = await alone.Open(reader, "/historik?matt=3.23");
        var rows = history.Locator("main tbody tr");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("1,2");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("Fel täljare i första rapporten");
        await Assertions.Expect(rows.Nth(0).Locator(".rp-old")).ToContainTextAsync("0,9");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("0,9");
    }

    [BrowserFact]
    public async Task A_controller_sees_the_rows_of_the_own_unit_only()
    {
        var page = await Own.Grid("controller.klt@example.org", "2024");
        var codes = await page.Locator("table.rp-grid tbody .rp-code").AllInnerTextsAsync();
        codes.Select(c => c.Trim()).ShouldBe(["1.6", "1.8", "2.5"]);
        (await page.Cell("3.23").CountAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task Whatever_is_typed_survives_a_power_cut_to_the_letter_and_is_explained_at_its_cell()
    {
        var longText = string.Concat(Enumerable.Range(0, LongText).Select(i => (char)('a' + (i * 7 % 26))));
        (string Code, string Text, string Message)[] typed =
            [("3.7", "abc", "Ange ett tal"), ("3.13", "140", "Ange högst 100"), ("3.14", longText, "Ange ett tal")];
        var page = await Own.Grid(EntryApp.Controller, "2023");
        foreach (var (code, text, _) in typed)
        {
            await page.Cell(code).FillAsync(text);
        }

        foreach (var (code, _, _) in typed)
        {
            await page.IsKept(code);
        }

        await Own.Process.Kill9Async();
        await Own.Process.RestartAsync();
        page = await Own.Grid(EntryApp.Controller, "2023");
        foreach (var (code, text, message) in typed)
        {
            var cell = page.Cell(code);
            (await cell.InputValueAsync()).ShouldBe(text);
            await Assertions.Expect(cell).ToHaveAttributeAsync("aria-invalid", "true");
            var described = await cell.GetAttributeAsync("aria-describedby");
            await Assertions.Expect(page.Locator($"[id='{described}']")).ToContainTextAsync(message);
        }

        await page.Record("3 rader behöver rättas eller förklaras");
        (await page.Cell("3.14").InputValueAsync()).ShouldBe(longText);
    }

    [BrowserFact]
    public async Task Letters_typed_one_by_one_are_all_kept_when_the_power_is_cut_right_after()
    {
        const string Figure = "3 456,75 är inte klart";
        const string Comment = "Väntar på Qulturum, se mejl från Åsa.";
        var page = await Own.Grid(EntryApp.Controller, "2023-T1");
        await page.Cell("3.6").PressSequentiallyAsync(Figure);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till kommentar" }).ClickAsync();
        await page.GetByLabel("Kommentar (visas för alla)").PressSequentiallyAsync(Comment);

        // Keys are answered in order: when this one is answered, the server has them all.
        await page.Cell("3.7").FillAsync("x");
        await Assertions.Expect(page.Cell("3.7")).ToHaveAttributeAsync("aria-invalid", "true", new() { Timeout = Patience });
        await page.IsKept("3.6");
        (await page.Cell("3.6").InputValueAsync()).ShouldBe(Figure, "no answer from the server may take letters away");
        (await page.GetByLabel("Kommentar (visas för alla)").InputValueAsync()).ShouldBe(Comment);
        await Own.Process.Kill9Async();
        await Own.Process.RestartAsync();
        page = await Own.Grid(EntryApp.Controller, "2023-T1");
        (await page.Cell("3.6").InputValueAsync()).ShouldBe(Figure);
        (await page.GetByLabel("Kommentar (visas för alla)").InputValueAsync()).ShouldBe(Comment);
    }

    [BrowserTheory]
    [InlineData("2025-01", "Behåll mitt", "41")]
    [InlineData("2025-02", "Använd den andras", "40")]
    public async Task The_second_of_two_who_type_in_a_cell_is_told_and_chooses(string period, string choice, string kept)
    {
        var first = await Own.Grid(EntryApp.Controller, period);
        var second = await Own.Grid("chef.hsf@example.org", period);
        await first.TypeAndKeep("3.20", "40");
        await second.Cell("3.20").FillAsync("41");
        var told = second.GetByRole(AriaRole.Alert).Filter(new() { HasText = "har skrivit i samma rad" });
        await Assertions.Expect(told).ToContainTextAsync("Controller, Hälso- och sjukvårdsförvaltningen", new() { Timeout = Patience });
        await Assertions.Expect(told).ToContainTextAsync("totalt 40");
        await Assertions.Expect(told).ToContainTextAsync("totalt 41");
        await told.GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync();
        await Assertions.Expect(told).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Assertions.Expect(second.Cell("3.20")).ToHaveValueAsync(kept);
        await second.IsKept("3.20");
        await Own.Open(second, $"/utfall?period={period}");
        await second.GridIsOpen();
        await Assertions.Expect(second.Cell("3.20")).ToHaveValueAsync(kept);
    }

    [BrowserTheory]
    [InlineData("2025-03", "Behåll mitt utkast", "43")]
    [InlineData("2025-04", "Använd det registrerade", "42")]
    public async Task Who_typed_over_a_row_that_was_recorded_meanwhile_is_told_and_chooses(string period, string choice, string kept)
    {
        var first = await Own.Grid(EntryApp.Controller, period);
        var second = await Own.Grid("chef.hsf@example.org", period);
        await first.TypeAndKeep("3.20", "42");
        await first.Record("1 rad är registrerad");
        await second.TypeAndKeep("3.20", "43");
        await second.RecordButton().ClickAsync();
        var told = second.GetByRole(AriaRole.Alert).Filter(new() { HasText = "har registrerat raden" });
        await Assertions.Expect(told).ToContainTextAsync("Controller, Hälso- och sjukvårdsförvaltningen", new() { Timeout = Patience });
        await Assertions.Expect(told).ToContainTextAsync("totalt 42");
        await Assertions.Expect(told).ToContainTextAsync("totalt 43");
        await told.GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync();
        await Assertions.Expect(told).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Assertions.Expect(second.Cell("3.20")).ToHaveValueAsync(kept);
        await Assertions.Expect(second.Locator(".rp-toolbar")).ToContainTextAsync(kept == "43" ? "Utkast sparat" : "Inget osparat", new() { Timeout = Patience });
        await Own.Open(second, $"/utfall?period={period}");
        await second.GridIsOpen();
        await Assertions.Expect(second.Cell("3.20")).ToHaveValueAsync(kept);
    }

    [BrowserFact]
    public async Task A_row_is_typed_moved_between_and_recorded_by_keyboard_alone()
    {
        var page = await Own.Grid(EntryApp.Controller, "2025-05");
        var ids = await page.Locator("table.rp-grid .rp-cell[id$='-total']").EvaluateAllAsync<string[]>("cells => cells.map(c => c.id)");
        ids.Length.ShouldBeGreaterThan(2);
        await TabTo(page, page.Locator($"[id='{ids[0]}']"));
        await page.Keyboard.TypeAsync("50,5");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"[id='{ids[1]}']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator($"[id='{ids[2]}']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator($"[id='{ids[1]}']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator($"[id='{ids[0]}']")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator($"[id='{ids[0]}']")).ToHaveValueAsync("50,5");
        await Assertions.Expect(page.RecordButton()).ToBeEnabledAsync(new() { Timeout = Patience });
        await TabTo(page, page.RecordButton());
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".rp-toolbar")).ToContainTextAsync("1 rad är registrerad", new() { Timeout = Patience });
    }

    [BrowserFact]
    public async Task A_fast_typist_gets_each_figure_in_its_own_row()
    {
        var page = await Own.Grid(EntryApp.Controller, "2025-10");
        await page.Cell("3.6").FocusAsync();
        foreach (var key in "50\n9\n400\n80")
        {
            await page.Keyboard.PressAsync(key == '\n' ? "Enter" : key.ToString());
        }

        foreach (var (code, figure) in new[] { ("3.6", "50"), ("3.7", "9"), ("3.8", "400"), ("3.13", "80") })
        {
            await page.IsKept(code);
            (await page.Cell(code).InputValueAsync()).ShouldBe(figure, code);
        }
    }

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lost_connection_is_told_with_what_is_kept_and_what_to_do(bool orderly)
    {
        var page = await Own.Grid(EntryApp.Controller, "2025-06");
        await page.TypeAndKeep("3.7", "7,5");
        var notice = page.Locator("#components-reconnect-modal");
        await Assertions.Expect(notice).ToBeHiddenAsync();
        if (orderly)
        {
            await Own.Process.StopAsync();
        }
        else
        {
            await Own.Process.Kill9Async();
        }

        try
        {
            await Assertions.Expect(notice).ToBeVisibleAsync(new() { Timeout = Patience });
            (await notice.InnerTextAsync()).ShouldContain("sparat som utkast");
        }
        finally
        {
            await Own.Process.RestartAsync();
        }

        // The circuit is gone: the page either offers the way back or has taken it.
        var back = notice.GetByRole(AriaRole.Link, new() { Name = "Ladda om sidan" });
        await Assertions.Expect(back.Or(page.Cell("3.7")).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.ReloadAsync();
        await page.GridIsOpen();
        await Assertions.Expect(page.Cell("3.7")).ToHaveValueAsync("7,5");
    }

    private static async Task ShouldBeRecorded(BrowserApp app)
    {
        var reader = await app.Page("/matt/3.23");
        await Assertions.Expect(reader.Locator("main .rp-status").First).ToContainTextAsync("Uppnått");
        await app.Open(reader, "/");
        await Assertions.Expect(reader.Locator("main")).ToContainTextAsync("10 av 43");
        await app.Open(reader, "/historik?matt=3.23");
        var latest = reader.Locator("main tbody tr").First;
        await Assertions.Expect(latest).ToContainTextAsync("Controller, Hälso- och sjukvårdsförvaltningen");
        await Assertions.Expect(latest).ToContainTextAsync("Registrerat i RegionPlan");
        (await latest.Locator("time").InnerTextAsync()).ShouldMatch("^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}$");
        var answer = await reader.APIRequest.GetAsync("/api/v1/measures/3.23");
        answer.Status.ShouldBe(200);
        JsonDocument.Parse(await answer.TextAsync()).RootElement.GetProperty("series")[0].GetProperty("status").GetString().ShouldBe("achieved");
    }

    private static async Task TabTo(IPage page, ILocator wanted)
    {
        const int MostStops = 150;
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
