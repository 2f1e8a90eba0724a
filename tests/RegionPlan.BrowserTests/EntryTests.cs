using System.Text.Json;
using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.BrowserTests;

public sealed class EntryTests(SharedApp app, EntryApp own) : BrowserTest(app), IClassFixture<EntryApp>
{
    private const int Patience = EntryGrid.Patience;
    private const int LongText = 10_000;
    private const string Administration = "halso-och-sjukvardsforvaltningen";

    private BrowserApp Own => own.App;

    [BrowserFact]
    public async Task What_is_handed_in_survives_a_power_cut_is_public_when_approved_and_is_then_changed_by_a_correction()
    {
        await using var alone = await App.OwnAppAsync();
        var page = await alone.Grid(EntryApp.Controller, EntryGrid.Address(EntryGrid.Annual));
        await page.TypeAndKeep("3.23", "0,9");
        await Assertions.Expect(page.Row("3.23")).ToContainTextAsync("Uppnått");
        await page.Submit("1 rad är inte klar: 3.23.");
        await Assertions.Expect(page.Locator($"[id='{await page.Field("3.23", "kommentar").GetAttributeAsync("aria-describedby")}']")).ToContainTextAsync("Minskat 79,1\u00a0% från 2023 (4,3)");
        await page.Field("3.23", "kommentar").FillAsync("Punktmätning vecka 10");
        await Assertions.Expect(page.SubmitButton()).ToHaveTextAsync("Skicka in 1 rad", new() { Timeout = Patience });
        await page.IsKept("3.23");
        await alone.Process.Kill9Async();
        await alone.Process.RestartAsync();
        page = await alone.Grid(EntryApp.Controller, EntryGrid.Address(EntryGrid.Annual));
        (await page.Cell("3.23").InputValueAsync()).ShouldBe("0,9", "a draft survives too");
        await page.Submit("1 rad är inskickad och väntar på godkännande av Hälso- och sjukvårdsförvaltningen.");
        await Assertions.Expect(page.Standing("3.23")).ToContainTextAsync("Inskickad, väntar på Hälso- och sjukvårdsförvaltningen");
        await Assertions.Expect(page.Cell("3.23")).Not.ToBeEditableAsync();

        await alone.Process.Kill9Async();
        await alone.Process.RestartAsync();
        await ShouldNotBePublic(alone);
        page = await alone.Grid(EntryApp.Controller, EntryGrid.Address(EntryGrid.Annual));
        await Assertions.Expect(page.Standing("3.23")).ToContainTextAsync("Inskickad");
        await alone.Process.Approve(EntryGrid.Annual, Administration);
        await ShouldBePublic(alone);

        page = await alone.Grid(EntryApp.Controller, EntryGrid.Address(EntryGrid.Annual));
        await Assertions.Expect(page.Standing("3.23")).ToContainTextAsync("Godkänd");
        await page.Row("3.23").GetByRole(AriaRole.Button, new() { NameRegex = new("^Rätta") }).ClickAsync();
        await Assertions.Expect(page.Cell("3.23")).ToBeEditableAsync(new() { Timeout = Patience });
        await page.TypeAndKeep("3.23", "1,2");
        await page.Field("3.23", "analys").FillAsync("Två avdelningar till");
        await page.Submit("1 rad är inte klar");
        var reason = page.GetByLabel("Varför rättas värdet?");
        await Assertions.Expect(reason).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.Locator($"[id='{await reason.GetAttributeAsync("aria-describedby")}']")).ToHaveTextAsync("Värdet är redan godkänt. Skriv varför det rättas.");
        await reason.FillAsync("Fel täljare i första rapporten");
        await Assertions.Expect(page.SubmitButton()).ToHaveTextAsync("Skicka in 1 rad", new() { Timeout = Patience });
        await page.Submit("1 rad är inskickad");
        await ShouldBePublic(alone);
        await alone.Process.Approve(EntryGrid.Annual, Administration);

        var reader = await alone.Page("/matt/3.23");
        await Assertions.Expect(reader.Locator("main")).ToContainTextAsync("Ej uppnått");
        var rows = (await alone.Open(reader, "/historik?matt=3.23")).Locator("main tbody tr");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("1,2");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("Fel täljare i första rapporten");
        await Assertions.Expect(rows.Nth(0).Locator(".rp-old")).ToContainTextAsync("0,9");
    }

    [BrowserFact]
    public async Task After_a_return_its_comment_is_shown_and_only_the_named_cells_can_be_typed_in()
    {
        await using var alone = await App.OwnAppAsync();
        var page = await alone.Grid(EntryApp.Controller, EntryGrid.Address(EntryGrid.Annual));
        await page.Cell("3.23").FillAsync("0,9");
        await page.Cell("3.23", "women").FillAsync("0,8");
        await page.Cell("3.23", "men").FillAsync("1");
        await page.Field("3.23", "kommentar").FillAsync("Punktmätning");
        await Assertions.Expect(page.SubmitButton()).ToHaveTextAsync("Skicka in 1 rad", new() { Timeout = Patience });
        await page.Submit("1 rad är inskickad");
        await alone.Process.SendBack(EntryGrid.Annual, Administration, "Kvinnor ser fel ut", Sex.Women);

        await page.ReloadAsync();
        await page.GridIsOpen();
        await Assertions.Expect(page.Standing("3.23")).ToContainTextAsync("Tillbakaskickad");
        await Assertions.Expect(page.Locator("tr[data-of='cell-3-23-total']")).ToContainTextAsync("Kvinnor ser fel ut");
        await Assertions.Expect(page.Cell("3.23")).Not.ToBeEditableAsync();
        await Assertions.Expect(page.Cell("3.23", "men")).Not.ToBeEditableAsync();
        await page.TypeAndKeep("3.23", "0,85", "women");
        await page.Submit("1 rad är inskickad");
        await page.Cell("3.23").FocusAsync();
        await page.Keyboard.PressAsync("Alt+h");
        var history = page.GetByRole(AriaRole.Region, new() { NameRegex = new("^Historik för 3.23") });
        await Assertions.Expect(history.Locator("tbody tr")).ToHaveCountAsync(3, new() { Timeout = Patience });
        await Assertions.Expect(history.Locator("tbody tr").Nth(1)).ToContainTextAsync("Tillbakaskickad");
    }

    [BrowserFact]
    public async Task A_numerator_and_a_denominator_make_the_total_and_the_filter_shows_only_what_is_missing()
    {
        var page = await Own.Grid(EntryApp.Controller, EntryGrid.Address("2025-arsredovisning-1"));
        await page.Field("3.22", "numerator").FocusAsync();
        await page.Keyboard.TypeAsync("12");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("400");
        await Assertions.Expect(page.Cell("3.22")).ToHaveValueAsync("12/400", new() { Timeout = Patience });
        await Assertions.Expect(page.Row("3.22")).ToContainTextAsync("= 3,0\u00a0%");
        await page.Cell("3.22").FillAsync("8/200");
        await Assertions.Expect(page.Field("3.22", "numerator")).ToHaveValueAsync("8", new() { Timeout = Patience });
        await Assertions.Expect(page.Field("3.22", "denominator")).ToHaveValueAsync("200");
        await page.IsKept("3.22");

        await page.GetByLabel("Visa bara det som saknas").CheckAsync();
        await Assertions.Expect(page.Cell("3.22")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Assertions.Expect(page.Cell("3.8")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_controller_sees_the_rows_of_the_own_unit_only()
    {
        var page = await Own.Grid("controller.klt@example.org", "/utfall?uppfoljning=2024-arsredovisning-1");
        var codes = await page.Locator("table.rp-grid tbody .rp-code").AllInnerTextsAsync();
        codes.Select(c => c.Trim()).Distinct().ShouldBe(["1.6", "1.8", "2.5"]);
        (await page.Cell("3.23").CountAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task Whatever_is_typed_survives_a_power_cut_to_the_letter_and_is_explained_at_its_cell()
    {
        var longText = string.Concat(Enumerable.Range(0, LongText).Select(i => (char)('a' + (i * 7 % 26))));
        (string Code, string Text, string Message)[] typed =
            [("3.7", "abc", "Ange ett tal"), ("3.13", "140", "Ange högst 100"), ("3.14", longText, "Ange ett tal")];
        var page = await Own.Grid(EntryApp.Controller, EntryGrid.Address("2026-arsredovisning-1"));
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
        page = await Own.Grid(EntryApp.Controller, EntryGrid.Address("2026-arsredovisning-1"));
        foreach (var (code, text, message) in typed)
        {
            var cell = page.Cell(code);
            (await cell.InputValueAsync()).ShouldBe(text);
            await Assertions.Expect(cell).ToHaveAttributeAsync("aria-invalid", "true");
            var described = await cell.GetAttributeAsync("aria-describedby");
            await Assertions.Expect(page.Locator($"[id='{described}']")).ToContainTextAsync(message);
        }

        await page.Answers("3 rader är inte klara att skicka in.");
        (await page.Cell("3.14").InputValueAsync()).ShouldBe(longText);
    }

    [BrowserFact]
    public async Task Letters_typed_one_by_one_are_all_kept_when_the_power_is_cut_right_after()
    {
        const string Figure = "3 456,75 är inte klart";
        const string Comment = "Väntar på Qulturum, se mejl från Åsa.";
        var page = await Own.Grid(EntryApp.Controller, EntryGrid.Address("2025-arsredovisning-1"));
        await page.Cell("3.6").PressSequentiallyAsync(Figure);
        await page.Locator("tr[data-of='cell-3-6-total']").GetByRole(AriaRole.Button, new() { Name = "Kommentar, analys och åtgärd" }).ClickAsync();
        await page.Field("3.6", "kommentar").PressSequentiallyAsync(Comment);

        // Keys are answered in order: when this one is answered, the server has them all.
        await page.Cell("3.7").FillAsync("x");
        await Assertions.Expect(page.Cell("3.7")).ToHaveAttributeAsync("aria-invalid", "true", new() { Timeout = Patience });
        await page.IsKept("3.6");
        (await page.Cell("3.6").InputValueAsync()).ShouldBe(Figure, "no answer from the server may take letters away");
        (await page.Field("3.6", "kommentar").InputValueAsync()).ShouldBe(Comment);
        await Own.Process.Kill9Async();
        await Own.Process.RestartAsync();
        page = await Own.Grid(EntryApp.Controller, EntryGrid.Address("2025-arsredovisning-1"));
        (await page.Cell("3.6").InputValueAsync()).ShouldBe(Figure);
        (await page.Field("3.6", "kommentar").InputValueAsync()).ShouldBe(Comment);
    }

    [BrowserTheory]
    [InlineData("2025-arsredovisning-1", "Behåll mitt", "41")]
    [InlineData("2024-arsredovisning-1", "Använd den andras", "40")]
    public async Task The_second_of_two_who_type_in_a_cell_is_told_and_chooses(string followUp, string choice, string kept)
    {
        var first = await Own.Grid(EntryApp.Controller, EntryGrid.Address(followUp));
        var second = await Own.Grid("chef.hsf@example.org", EntryGrid.Address(followUp));
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
        await Own.Open(second, EntryGrid.Address(followUp));
        await second.GridIsOpen();
        await Assertions.Expect(second.Cell("3.20")).ToHaveValueAsync(kept);
    }

    [BrowserTheory]
    [InlineData("2025-arsredovisning-1", "Behåll mitt utkast")]
    [InlineData("2024-arsredovisning-1", "Använd det inskickade")]
    public async Task Who_types_in_a_row_that_another_has_handed_in_meanwhile_is_told_and_chooses(string followUp, string choice)
    {
        var first = await Own.Grid(EntryApp.Controller, EntryGrid.Address(followUp));
        var second = await Own.Grid("chef.hsf@example.org", EntryGrid.Address(followUp));
        await first.Cell("3.21").FillAsync("80");
        await first.IsKept("3.21");
        await first.Submit("inskick");
        await second.Cell("3.21").FillAsync("83");
        var told = second.GetByRole(AriaRole.Alert).Filter(new() { HasText = "har skickat in raden" });
        await Assertions.Expect(told).ToContainTextAsync("Controller, Hälso- och sjukvårdsförvaltningen", new() { Timeout = Patience });
        await Assertions.Expect(told).ToContainTextAsync("totalt 80");
        await Assertions.Expect(told).ToContainTextAsync("totalt 83");
        await told.GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync();
        await Assertions.Expect(told).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Assertions.Expect(second.Cell("3.21")).ToHaveValueAsync("80");
        await Assertions.Expect(second.Cell("3.21")).Not.ToBeEditableAsync();
        var own = second.GetByText("Du har ett eget utkast till raden: totalt 83");
        await Assertions.Expect(own).ToHaveCountAsync(choice.StartsWith("Behåll", StringComparison.Ordinal) ? 1 : 0);
        await second.ReloadAsync();
        await second.GridIsOpen();
        await Assertions.Expect(own).ToHaveCountAsync(choice.StartsWith("Behåll", StringComparison.Ordinal) ? 1 : 0);
    }

    [BrowserFact]
    public async Task A_row_is_typed_moved_between_and_recorded_by_keyboard_alone()
    {
        await using var alone = await App.OwnAppAsync();
        var page = await alone.Grid(EntryApp.Controller, EntryGrid.Address("2025-arsredovisning-1"));
        var ids = await page.Locator("table.rp-grid .rp-cell[id$='-total']").EvaluateAllAsync<string[]>("cells => cells.map(c => c.id)");
        ids.Length.ShouldBeGreaterThan(2);
        await TabTo(page, page.Locator($"[id='{ids[0]}']"));
        await page.Keyboard.TypeAsync("50");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"[id='{ids[1]}']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator($"[id='{ids[2]}']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator($"[id='{ids[1]}']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator($"[id='{ids[0]}']")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator($"[id='{ids[0]}']")).ToHaveValueAsync("50");
        await Assertions.Expect(page.SubmitButton()).ToBeEnabledAsync(new() { Timeout = Patience });
        await TabTo(page, page.SubmitButton());
        await page.Keyboard.PressAsync("Enter");
        await page.Answers("väntar på godkännande");
    }

    [BrowserFact]
    public async Task A_fast_typist_gets_each_figure_in_its_own_row()
    {
        await using var alone = await App.OwnAppAsync();
        var page = await alone.Grid(EntryApp.Controller, EntryGrid.Address("2026-arsredovisning-1"));
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
        var page = await Own.Grid(EntryApp.Controller, EntryGrid.Address("2025-arsredovisning-1"));
        await page.TypeAndKeep("3.19", "17,5");
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
        await Assertions.Expect(back.Or(page.Cell("3.19")).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.ReloadAsync();
        await page.GridIsOpen();
        await Assertions.Expect(page.Cell("3.19")).ToHaveValueAsync("17,5");
    }

    private static async Task ShouldBePublic(BrowserApp app)
    {
        var reader = await app.Page("/matt/3.23");
        await Assertions.Expect(reader.Locator("main .rp-status").First).ToContainTextAsync("Uppnått");
        await Assertions.Expect(reader.Locator("main")).ToContainTextAsync("0,9");
        await app.Open(reader, "/historik?matt=3.23");
        var latest = reader.Locator("main tbody tr").First;
        await Assertions.Expect(latest).ToContainTextAsync("Controller, Hälso- och sjukvårdsförvaltningen");
        await Assertions.Expect(latest).ToContainTextAsync("Registrerat i RegionPlan");
        (await latest.Locator("time").InnerTextAsync()).ShouldMatch("^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}$");
        var answer = await reader.APIRequest.GetAsync("/api/v1/measures/3.23");
        answer.Status.ShouldBe(200);
        JsonDocument.Parse(await answer.TextAsync()).RootElement.GetProperty("series")[0].GetProperty("status").GetString().ShouldBe("achieved");
    }

    private static async Task ShouldNotBePublic(BrowserApp app)
    {
        var reader = await app.Page("/matt/3.23");
        await Assertions.Expect(reader.Locator("main .rp-status").First).ToContainTextAsync("Utfall saknas");
        await app.Open(reader, "/historik?matt=3.23");
        await Assertions.Expect(reader.Locator("main")).Not.ToContainTextAsync("Punktmätning");
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
