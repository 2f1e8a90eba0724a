using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>The entry grid as a sheet: nothing typed is lost with the line, the tab or the server; blocks are pasted, filled and undone.</summary>
public sealed class GridTests(SharedApp app) : BrowserTest(app)
{
    private const int Patience = EntryGrid.Patience;
    private const int KillsInCi = 20;
    private const int KillsInFull = 200;
    private const int Seed = 20_261_122;
    private static readonly string[] Codes = ["3.13", "3.14", "3.22", "3.23"];

    [BrowserFact]
    public async Task What_was_typed_while_the_line_was_cut_is_put_back_after_the_tab_and_the_server_are_gone()
    {
        await using var own = await App.OwnAppAsync();
        var page = await own.SignedInPage(EntryApp.Controller);
        await using var line = new SlowLine(own.Process.Address, TimeSpan.Zero);
        await own.Open(page, line.Address + EntryGrid.Address(EntryGrid.Annual));
        await page.GridIsOpen();
        await page.TypeAndKeep("3.13", "1");
        await Assertions.Expect(page.Row("3.13")).Not.ToHaveAttributeAsync("data-unkept", "", new() { Timeout = Patience });

        line.HoldAnswers();
        await own.Process.Kill9Async();
        await page.Cell("3.13").FillAsync("12");
        await page.Cell("3.14").FillAsync("9,5");
        await page.Cell("3.23").FillAsync("inte en siffra");
        await Assertions.Expect(page.Row("3.13").Locator(".rp-saved")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#ej-sparat")).ToContainTextAsync("3 rutor är inte sparade på servern än", new() { Timeout = Patience });
        var context = page.Context;
        await page.CloseAsync();
        await own.Process.RestartAsync();
        line.LetAnswers();

        page = await context.NewPageAsync();
        await own.Open(page, line.Address + EntryGrid.Address(EntryGrid.Annual));
        await page.GridIsOpen();
        await Assertions.Expect(page.Locator("#aterstallt")).ToContainTextAsync("3 rutor som inte hann sparas är återställda", new() { Timeout = Patience });
        await Assertions.Expect(page.Cell("3.13")).ToHaveValueAsync("12");
        await Assertions.Expect(page.Cell("3.14")).ToHaveValueAsync("9,5");
        await Assertions.Expect(page.Cell("3.23")).ToHaveValueAsync("inte en siffra");
        await Assertions.Expect(page.Locator("tr[data-unkept]")).ToHaveCountAsync(0, new() { Timeout = Patience });
        Drafts(own).ShouldBe(["12", "9,5", "inte en siffra"], ignoreOrder: true);
        await page.ReloadAsync();
        await page.GridIsOpen();
        await Assertions.Expect(page.Locator("#aterstallt")).ToBeEmptyAsync();
    }

    [BrowserFact]
    public async Task What_another_has_saved_meanwhile_is_not_replaced_without_asking()
    {
        await using var own = await App.OwnAppAsync();
        var page = await own.SignedInPage(EntryApp.Controller);
        await own.Open(page, EntryGrid.Address(EntryGrid.Annual));
        await page.GridIsOpen();
        var context = page.Context;
        await own.Process.Kill9Async();
        await page.Cell("3.13").FillAsync("12");
        await page.Cell("3.14").FillAsync("7");
        await page.CloseAsync();
        await own.Process.RestartAsync();

        var other = await own.Grid("chef.hsf@example.org", EntryGrid.Address(EntryGrid.Annual));
        await other.TypeAndKeep("3.13", "15");
        await other.TypeAndKeep("3.14", "8");

        page = await context.NewPageAsync();
        await own.Open(page, EntryGrid.Address(EntryGrid.Annual));
        await page.GridIsOpen();
        var first = page.Locator("#aterstallt .ds-alert").Filter(new() { HasText = "3.13" });
        await Assertions.Expect(first).ToContainTextAsync("Välj vilket som ska gälla", new() { Timeout = Patience });
        await Assertions.Expect(first.Locator("dd")).ToHaveTextAsync(["15", "12"]);
        await Assertions.Expect(page.Cell("3.13")).ToHaveValueAsync("15");
        await first.GetByRole(AriaRole.Button, new() { Name = "Använd mitt" }).ClickAsync();
        await Assertions.Expect(page.Cell("3.13")).ToHaveValueAsync("12", new() { Timeout = Patience });
        await page.Locator("#aterstallt").GetByRole(AriaRole.Button, new() { Name = "Behåll det sparade" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr[data-unkept]")).ToHaveCountAsync(0, new() { Timeout = Patience });
        Drafts(own).ShouldBe(["12", "8"], ignoreOrder: true);
    }

    [BrowserFact]
    public async Task What_is_typed_before_the_cell_has_heard_of_the_save_before_is_put_back_without_a_question()
    {
        await using var own = await App.OwnAppAsync();
        var page = await own.Grid(EntryApp.Controller, EntryGrid.Address(EntryGrid.Annual));
        await page.TypeAndKeep("3.13", "12");
        await own.Process.Kill9Async();
        await page.Cell("3.13").EvaluateAsync("cell => cell.dataset.kept = ''");
        await page.Cell("3.13").FillAsync("15");
        await page.GotoAsync("about:blank");
        await own.Process.RestartAsync();

        await own.Open(page, EntryGrid.Address(EntryGrid.Annual));
        await page.GridIsOpen();

        await Assertions.Expect(page.Cell("3.13")).ToHaveValueAsync("15", new() { Timeout = Patience });
        await Assertions.Expect(page.Locator("#aterstallt")).ToContainTextAsync("1 ruta som inte hann sparas är återställd", new() { Timeout = Patience });
        Drafts(own).ShouldBe(["15"]);
    }

    [BrowserFact]
    public async Task A_letter_that_comes_before_the_answer_to_the_letter_before_it_is_not_taken_away()
    {
        await using var own = await App.OwnAppAsync();
        var page = await own.Grid(EntryApp.Controller, EntryGrid.Address(EntryGrid.Annual));
        await page.EvaluateAsync("""
            () => {
                const call = DotNet.invokeMethodAsync;
                DotNet.invokeMethodAsync = (assembly, name, ...rest) => name === 'rpHasCome' ? new Promise(() => { }) : call(assembly, name, ...rest);
            }
            """);
        var cell = page.Cell("3.13");
        await cell.PressAsync("Control+a");
        await cell.PressAsync("3");
        await Assertions.Expect(cell).ToHaveAttributeAsync("data-kept", "3");

        await cell.PressAsync("4");

        await Assertions.Expect(cell).ToHaveAttributeAsync("data-kept", "34");
        await Assertions.Expect(cell).ToHaveValueAsync("34");
        Drafts(own).ShouldBe(["34"]);
    }

    [BrowserFact]
    public async Task No_value_that_the_screen_called_saved_is_lost_when_the_server_is_killed_at_random()
    {
        var kills = Environment.GetEnvironmentVariable("REGIONPLAN_FULL") == "1" ? KillsInFull : KillsInCi;
        var random = new Random(Seed);
        await using var own = await App.OwnAppAsync();
        var page = await own.Grid(EntryApp.Controller, EntryGrid.Address(EntryGrid.Annual));
        var called = 0;
        List<string> notPutBack = [];
        for (var kill = 1; kill <= kills; kill++)
        {
            Dictionary<string, string> typed = [];
            var killed = KillAfter(own, TimeSpan.FromMilliseconds(random.Next(20, 900)));
            while (!killed.IsCompleted)
            {
                var code = Codes[random.Next(Codes.Length)];
                typed[code] = random.Next(1, 100_000).ToString(CultureInfo.InvariantCulture);
                await page.Cell(code).FillAsync(typed[code]);
                await Task.Delay(random.Next(0, 120));
            }

            await killed;
            var saved = await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('.rp-grid tr[data-row]:not([data-unkept])')]
                    .filter(row => row.querySelector('.rp-saved').textContent.startsWith('Utkast sparat'))
                    .map(row => row.querySelector('[id$="-total"].rp-cell').value)
                """);
            var kept = Drafts(own);
            foreach (var value in saved)
            {
                kept.ShouldContain(value, $"kill {kill}: the screen called {value} saved");
                called++;
            }

            // The tab is closed first: it would load the page by itself when the server is back, once more than is asked for here.
            await page.GotoAsync("about:blank");
            await own.Process.RestartAsync();
            await own.Open(page, EntryGrid.Address(EntryGrid.Annual));
            await page.GridIsOpen();
            foreach (var (code, text) in typed)
            {
                if (!await Shows(page.Cell(code), text) && !(await page.Locator("#aterstallt").InnerTextAsync()).Contains(text, StringComparison.Ordinal))
                {
                    notPutBack.Add($"kill {kill}: {code} should show {text}, and shows {await page.Cell(code).InputValueAsync()}; "
                        + $"the drafts are {string.Join(", ", Drafts(own))}; the browser keeps {await page.EvaluateAsync<string>("() => JSON.stringify(localStorage)")}; "
                        + $"told is {await page.Locator("#aterstallt").InnerTextAsync()}");
                }
            }

            await Assertions.Expect(page.Locator("tr[data-unkept]")).ToHaveCountAsync(0, new() { Timeout = Patience });
        }

        // What the screen has not called saved is put back from the browser.
        notPutBack.ShouldBeEmpty();
        called.ShouldBeGreaterThan(kills / 2, "the screen called too little saved to prove anything");
    }

    [BrowserFact]
    public async Task A_block_from_a_sheet_fills_the_grid_at_once_as_one_step_that_is_undone_and_redone()
    {
        await using var own = await App.OwnAppAsync();
        var page = await own.Grid(EntryApp.Controller, EntryGrid.Address(EntryGrid.Annual));
        var cells = await Column(page, 3);
        await page.Paste(cells[0], "Totalt\n1\u00a0234,5\n\"78,5 %\"\n\u22125\n\n");
        await HasValues(cells, ["1 234,5", "78,5", "-5"]);
        await Assertions.Expect(page.Locator("#rutnatssvar")).ToContainTextAsync("Klistrade in 3 rutor");
        await IsAllKept(page);
        Drafts(own).ShouldBe(["1 234,5", "78,5", "-5"], ignoreOrder: true);

        await page.Keyboard.PressAsync("Control+z");
        await HasValues(cells, ["", "", ""]);
        await Assertions.Expect(page.Locator("#rutnatssvar")).ToHaveTextAsync("Ångrade 3 rutor.");
        await IsAllKept(page);
        Drafts(own).ShouldBeEmpty();
        await page.Keyboard.PressAsync("Control+y");
        await HasValues(cells, ["1 234,5", "78,5", "-5"]);
        await IsAllKept(page);
        await page.ReloadAsync();
        await page.GridIsOpen();
        await HasValues(cells, ["1 234,5", "78,5", "-5"]);
    }

    [BrowserFact]
    public async Task A_block_that_does_not_fit_is_shown_first_and_a_single_cell_is_pasted_as_usual()
    {
        await using var own = await App.OwnAppAsync();
        var page = await own.Grid(EntryApp.Controller, EntryGrid.Address(EntryGrid.Annual));
        var cells = await Column(page, 2);
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Klistra in" });
        await page.Paste(cells[0], "12\nvet inte");
        await Assertions.Expect(dialog).ToContainTextAsync("1 ruta fylls och 1 utelämnas");
        await Assertions.Expect(dialog).ToContainTextAsync("Utelämnas: inte ett tal");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Avbryt" })).ToBeFocusedAsync();
        await page.ShouldHaveNoViolations();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await HasValues(cells, ["", ""]);
        await Assertions.Expect(cells[0]).ToBeFocusedAsync();

        await page.Paste(cells[0], "12\nvet inte");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Klistra in 1 ruta" }).ClickAsync();
        await HasValues(cells, ["12", ""]);
        await IsAllKept(page);
        Drafts(own).ShouldBe(["12"]);
        (await page.Paste(cells[1], "7")).ShouldBeTrue("one cell is left to the browser");
    }

    [BrowserFact]
    public async Task Fill_down_undo_and_redo_go_by_keyboard_and_are_told()
    {
        await using var own = await App.OwnAppAsync();
        var page = await own.Grid(EntryApp.Controller, EntryGrid.Address(EntryGrid.Annual));
        var cells = await Column(page, 2);
        await page.GetByText("Kortkommandon", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".rp-keys")).ToContainTextAsync("Hämta värdet från rutan ovanför");
        await cells[0].FocusAsync();
        await page.Keyboard.TypeAsync("12,5");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Control+d");
        await HasValues(cells, ["12,5", "12,5"]);
        await Assertions.Expect(page.Locator("#rutnatssvar")).ToContainTextAsync("Hämtade 12,5");
        await page.Keyboard.PressAsync("Control+z");
        await HasValues(cells, ["12,5", ""]);
        await page.Keyboard.PressAsync("Control+z");
        await HasValues(cells, ["", ""]);
        await Assertions.Expect(cells[0]).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("#rutnatssvar")).ToHaveTextAsync("Det finns inget att ångra.");
        await page.Keyboard.PressAsync("Control+Shift+z");
        await page.Keyboard.PressAsync("Control+y");
        await HasValues(cells, ["12,5", "12,5"]);
        await IsAllKept(page);
        Drafts(own).ShouldBe(["12,5", "12,5"]);
    }

    /// <summary>The totals of so many rows in a row that have nothing yet.</summary>
    private static async Task<ILocator[]> Column(IPage page, int count)
    {
        var ids = await page.EvaluateAsync<string[]>("""
            n => {
                const column = [...document.querySelectorAll('.rp-grid .rp-cell[id$="-total"]')];
                const first = column.findIndex((_, i) => i + n <= column.length && column.slice(i, i + n).every(c => !c.value && !c.readOnly && c.inputMode === 'decimal'));
                return column.slice(first, first + n).map(c => c.id);
            }
            """, count);
        ids.Length.ShouldBe(count);
        return [.. ids.Select(id => page.Locator("#" + id))];
    }

    private static async Task<bool> Shows(ILocator cell, string text)
    {
        try
        {
            await Assertions.Expect(cell).ToHaveValueAsync(text, new() { Timeout = Patience });
            return true;
        }
        catch (PlaywrightException)
        {
            return false;
        }
    }

    private static async Task HasValues(ILocator[] cells, string[] values)
    {
        foreach (var (cell, value) in cells.Zip(values))
        {
            await Assertions.Expect(cell).ToHaveValueAsync(value, new() { Timeout = Patience });
        }
    }

    private static async Task IsAllKept(IPage page)
    {
        await Assertions.Expect(page.Locator("tr[data-unkept]")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Assertions.Expect(page.Locator(".rp-toolbar[data-unkept]")).ToHaveCountAsync(0, new() { Timeout = Patience });
    }

    private static async Task KillAfter(BrowserApp own, TimeSpan delay)
    {
        await Task.Delay(delay);
        await own.Process.Kill9Async();
    }

    private static List<string> Drafts(BrowserApp own)
    {
        using var connection = new SqliteConnection($"Data Source={own.Process.DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Texts_Total FROM OutcomeDrafts";
        using var reader = command.ExecuteReader();
        List<string> totals = [];
        while (reader.Read())
        {
            totals.Add(reader.GetString(0));
        }

        return totals;
    }
}
