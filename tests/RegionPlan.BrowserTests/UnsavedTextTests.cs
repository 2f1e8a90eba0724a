using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>What is typed in the grid and cannot be saved at once: kept for its own writer, told, and never counted when its row is gone.</summary>
public sealed class UnsavedTextTests(SharedApp app) : BrowserTest(app)
{
    private const int Patience = EntryGrid.Patience;
    private const string Ward = "akutmottagningen-kalmar";
    private const string WardMeasure = "E1";

    [BrowserFact]
    public async Task A_units_own_measure_is_kept_and_put_back_as_any_other()
    {
        await using var own = await App.OwnAppAsync();
        var page = await own.SignedInPage("controller.akm@example.org");
        var line = await Line.OfAsync(page);
        await own.Open(page, EntryGrid.Address("2025-verksamhetsberattelse-3", Ward));
        await page.GridIsOpen();
        line.IsCut = true;
        await page.Cell(WardMeasure).FillAsync("600/1000");
        await Assertions.Expect(page.Locator("tr[data-unkept] .rp-code")).ToHaveTextAsync(WardMeasure, new() { Timeout = Patience });

        line.IsCut = false;
        await page.ReloadAsync();
        await page.GridIsOpen();
        await Assertions.Expect(page.Locator("#aterstallt")).ToContainTextAsync("1 ruta som inte hann sparas är återställd", new() { Timeout = Patience });
        await Assertions.Expect(page.Cell(WardMeasure)).ToHaveValueAsync("600/1000", new() { Timeout = Patience });
        await Assertions.Expect(page.Locator("tr[data-unkept]")).ToHaveCountAsync(0, new() { Timeout = Patience });
    }

    [BrowserFact]
    public async Task What_was_typed_in_a_row_that_is_gone_is_shown_until_it_is_taken_away_and_does_not_count_as_unsaved()
    {
        await using var own = await App.OwnAppAsync();
        var page = await own.SignedInPage(EntryApp.Controller);
        var line = await Line.OfAsync(page);
        await own.Open(page, EntryGrid.Address(EntryGrid.Annual));
        await page.GridIsOpen();
        line.IsCut = true;
        await page.Cell("3.13").FillAsync("12");
        await Assertions.Expect(page.Locator("tr[data-unkept]")).ToHaveCountAsync(1, new() { Timeout = Patience });
        await page.EvaluateAsync("""
            () => {
                const key = Object.keys(localStorage).find(k => k.endsWith('cell-3-13-total-total'));
                localStorage.setItem(key.replace('cell-3-13', 'cell-3-99'), localStorage.getItem(key));
                localStorage.removeItem(key);
            }
            """);

        line.IsCut = false;
        await page.ReloadAsync();
        await page.GridIsOpen();
        var told = page.Locator("#aterstallt .ds-alert");
        await Assertions.Expect(told).ToContainTextAsync("raden redovisas inte längre här", new() { Timeout = Patience });
        await Assertions.Expect(told).ToContainTextAsync("3.13");
        await Assertions.Expect(told).ToContainTextAsync("Du skrev: 12");
        await page.TypeAndKeep("3.14", "8");
        await Assertions.Expect(page.Locator(".rp-toolbar[data-unkept]")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Assertions.Expect(page.Locator("#ej-sparat")).ToHaveTextAsync("");
        await page.ShouldHaveNoViolations();

        await told.GetByRole(AriaRole.Button, new() { Name = "Ta bort det jag skrev" }).ClickAsync();
        await Assertions.Expect(told).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await page.GridIsOpen();
        await Assertions.Expect(page.Locator("#aterstallt")).ToBeEmptyAsync();
    }

    [BrowserFact]
    public async Task Signing_out_with_texts_that_are_not_saved_asks_first_and_loses_nothing()
    {
        await using var own = await App.OwnAppAsync();
        var page = await own.SignedInPage(EntryApp.Controller);
        var line = await Line.OfAsync(page);
        await own.Open(page, EntryGrid.Address(EntryGrid.Annual));
        await page.GridIsOpen();
        await page.TypeAndKeep("3.13", "12");
        line.IsCut = true;
        await page.Cell("3.14").FillAsync("7");
        await Assertions.Expect(page.Locator("tr[data-unkept]")).ToHaveCountAsync(1, new() { Timeout = Patience });

        var asked = new List<string>();
        var answer = false;
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Message);
            await (answer ? dialog.AcceptAsync() : dialog.DismissAsync());
        };
        var signOut = page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Logga ut" });
        await signOut.ClickAsync();
        asked.ShouldHaveSingleItem().ShouldStartWith("1 ruta är inte sparad på servern än.");
        await Assertions.Expect(page.Cell("3.14")).ToHaveValueAsync("7");
        answer = true;
        await signOut.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Logga in" })).ToBeVisibleAsync(new() { Timeout = Patience });

        line.IsCut = false;
        await SignInAsync(own, page, "chef.hsf@example.org");
        await Assertions.Expect(page.Locator("#aterstallt")).ToBeEmptyAsync();
        await Assertions.Expect(page.Cell("3.14")).Not.ToHaveValueAsync("7");
        await signOut.ClickAsync();
        await SignInAsync(own, page, EntryApp.Controller);
        await Assertions.Expect(page.Locator("#aterstallt")).ToContainTextAsync("1 ruta som inte hann sparas är återställd", new() { Timeout = Patience });
        await Assertions.Expect(page.Cell("3.14")).ToHaveValueAsync("7");
        await Assertions.Expect(page.Cell("3.13")).ToHaveValueAsync("12");
    }

    [BrowserFact]
    public async Task A_paste_over_cells_that_cannot_be_changed_changes_nothing_and_says_so()
    {
        await using var own = await App.OwnAppAsync();
        var page = await own.Grid(EntryApp.Controller, EntryGrid.Address("2025-arsredovisning-1"));
        await page.TypeAndKeep("3.21", "80");
        await page.Submit("1 rad är inskickad");
        await Assertions.Expect(page.Cell("3.21")).Not.ToBeEditableAsync(new() { Timeout = Patience });
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Klistra in" });
        foreach (var text in new[] { "41", "41\t42" })
        {
            (await page.Paste(page.Cell("3.21"), text)).ShouldBeFalse("the grid answers itself");
            await Assertions.Expect(dialog).ToContainTextAsync("Inget har ändrats");
            await Assertions.Expect(dialog).ToContainTextAsync("Utelämnas: rutan kan inte ändras");
            await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Klistra in") })).ToBeHiddenAsync();
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(page.Cell("3.21")).ToHaveValueAsync("80");
        }

        await Assertions.Expect(page.Locator("tr[data-unkept]")).ToHaveCountAsync(0);
    }

    private static async Task SignInAsync(BrowserApp own, IPage page, string email)
    {
        await own.Open(page, $"/logga-in?tillbaka={Uri.EscapeDataString(EntryGrid.Address(EntryGrid.Annual))}");
        await page.GetByLabel("E-post").FillAsync(email);
        await page.GetByLabel("Lösenord").FillAsync(BrowserApp.DemoPassword);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Logga in" }).ClickAsync();
        await page.GridIsOpen();
    }

    /// <summary>The circuit's line from a page: while it is cut, nothing that is typed comes to the server, and all else does.</summary>
    private sealed class Line
    {
        internal bool IsCut { get; set; }

        internal static async Task<Line> OfAsync(IPage page)
        {
            var line = new Line();
            await page.RouteWebSocketAsync(new System.Text.RegularExpressions.Regex("/_blazor"), socket =>
            {
                var server = socket.ConnectToServer();
                socket.OnMessage(frame =>
                {
                    if (line.IsCut)
                    {
                        return;
                    }

                    if (frame.Binary is { } bytes)
                    {
                        server.Send(bytes);
                    }
                    else
                    {
                        server.Send(frame.Text!);
                    }
                });
            });
            return line;
        }
    }
}
