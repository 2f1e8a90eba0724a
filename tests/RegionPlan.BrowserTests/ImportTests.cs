using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>Figures from a file, as a controller reads them in.</summary>
public sealed class ImportTests(SharedApp app, EntryApp own) : BrowserTest(app), IClassFixture<EntryApp>
{
    private const string Address = $"/import?uppfoljning={EntryGrid.Annual}&enhet=halso-och-sjukvardsforvaltningen";
    private const int TooLarge = 100 * 1024 * 1024;

    [BrowserFact]
    public async Task A_template_is_filled_in_looked_through_taken_in_found_in_the_grid_and_put_back_and_every_step_meets_wcag()
    {
        var page = await own.As(EntryApp.Controller, Address);
        await page.ShouldBeAccessible();
        var lines = await page.Template();
        lines.ShouldContain(l => l.Contains(";3.23;", StringComparison.Ordinal));

        await page.Look(lines.Select(l => l.With("3.23", "Totalt", "0,9").With("3.13", "Totalt", "140").With("3.22", "Totalt", "3")));
        await Assertions.Expect(page.Locator(".rp-tally")).ToContainTextAsync("Läses in2");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ange högst 100.");
        await page.ShouldBeAccessible();
        await page.TabTo(page.GetByRole(AriaRole.Link, new() { Name = "Läses in, att komplettera (2)" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".rp-import-rows")).ToContainTextAsync("skriv en kommentar");
        await page.TabTo(page.GetByRole(AriaRole.Button, new() { Name = "Läs in 2 rader" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "2 rader är inlästa som utkast" })).ToBeVisibleAsync();
        await page.ShouldBeAccessible();

        var done = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "Hälso- och sjukvårdsförvaltningen" }).ClickAsync();
        await page.GridIsOpen();
        await Assertions.Expect(page.Cell("3.23")).ToHaveValueAsync("0,9");
        await Assertions.Expect(page.Cell("3.13")).Not.ToHaveValueAsync("140");

        await page.GotoAsync(done);
        await page.TabTo(page.GetByRole(AriaRole.Button, new() { Name = "Ångra inläsningen" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2 rader står som före inläsningen");
        await page.ShouldBeAccessible();
        await page.GotoAsync(EntryGrid.Address(EntryGrid.Annual));
        await page.GridIsOpen();
        await Assertions.Expect(page.Cell("3.23")).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task A_template_in_Excel_that_comes_back_as_it_was_changes_nothing()
    {
        var page = await own.As(EntryApp.Controller, Address);
        var template = await page.Downloaded("Excel");

        await page.SetInputFilesAsync("#fil", new FilePayload { Name = "utfall.xlsx", MimeType = "application/octet-stream", Buffer = template });
        await page.GetByRole(AriaRole.Button, new() { Name = "Granska filen" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Inget att läsa in: allt står redan där" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Excel, bladet Utfall");
    }

    [BrowserFact]
    public async Task Who_looks_while_a_file_is_taken_in_sees_how_far_it_has_come_and_then_what_came_of_it()
    {
        await using var app = await App.OwnAppAsync();
        var page = await app.SignedInPage(EntryApp.Controller, Address);
        await page.Look(["Mått;Period;Totalt", "3.23;2024;0,9"]);
        await using (var connection = new SqliteConnection($"Data Source={app.Process.DatabaseFile}"))
        {
            await connection.OpenAsync();
            await using var busy = connection.BeginTransaction(deferred: false);
            await page.GetByRole(AriaRole.Button, new() { Name = "Läs in 1 rad" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("#framsteg-text")).ToHaveTextAsync("Läser in raderna: 0 av 1");
            await page.ShouldBeAccessible();
            await busy.RollbackAsync();
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 rad är inläst som utkast" })).ToBeVisibleAsync(new() { Timeout = EntryGrid.Patience });
    }

    [BrowserFact]
    public async Task A_file_that_is_too_large_is_told_of_before_it_is_sent_and_without_a_script_after()
    {
        var file = Path.Combine(own.App.Process.Folder, "stor.xlsx");
        await using (var stream = File.Create(file))
        {
            stream.SetLength(TooLarge);
        }

        const string answer = "Filen är 100 MB. Största storlek är 50 MB.";
        var page = await own.As(EntryApp.Controller, Address);
        await page.SetInputFilesAsync("#fil", file);
        await Assertions.Expect(page.Locator("#fil-fel")).ToContainTextAsync(answer);
        await page.ShouldBeAccessible();

        await page.EvaluateAsync("() => document.querySelector('#fil').setCustomValidity('')");
        await page.GetByRole(AriaRole.Button, new() { Name = "Granska filen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".ds-error-summary")).ToContainTextAsync(answer, new() { Timeout = EntryGrid.Patience });
    }

    [BrowserTheory]
    [InlineData("utfall.xlsx", "PK\u0003\u0004trasig", "Filen utfall.xlsx")]
    [InlineData("utfall.csv", "Kolumn A;Kolumn B\n1;2\n", "Kolumnerna Mått, Period och Totalt")]
    [InlineData("rapport.pdf", "%PDF-1.7", "PDF")]
    public async Task A_file_that_cannot_be_read_says_why_and_offers_another(string name, string content, string answer)
    {
        var page = await own.As(EntryApp.Controller, Address);
        await page.SetInputFilesAsync("#fil", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(content) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Granska filen" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(answer);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Välj en annan fil" })).ToBeVisibleAsync();
        await page.ShouldBeAccessible();
    }

    [BrowserFact]
    public async Task Another_users_file_is_not_shown()
    {
        var page = await own.As(EntryApp.Controller, Address);
        await page.Look(["Mått;Period;Totalt", "3.23;2024;0,9"]);

        var other = await own.As("controller.klt@example.org", "/import");
        (await other.APIRequest.GetAsync(new Uri(page.Url).AbsolutePath)).Status.ShouldBe(404);
        (await (await own.As("politiker@example.org", "/uppgifter")).APIRequest.GetAsync("/import")).Status.ShouldBe(403);
    }
}

/// <summary>Files as a test makes them.</summary>
internal static class ImportFiles
{
    private const string Code = "Mått";

    /// <summary>The lines of the CSV template of what the page has chosen.</summary>
    internal static async Task<string[]> Template(this IPage page) =>
        Encoding.UTF8.GetString(await page.Downloaded("CSV")).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries) is [var head, .. var rows]
            ? [head, .. rows.Select(r => Headed(head, r))]
            : [];

    internal static async Task<byte[]> Downloaded(this IPage page, string format)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = format, Exact = true }).ClickAsync());
        return await File.ReadAllBytesAsync((await download.PathAsync())!);
    }

    /// <summary>A line with another text in a column where it is about a measure. The line knows its header until it is uploaded.</summary>
    internal static string With(this string line, string code, string column, string text)
    {
        if (line.Split('\n') is not [var head, var row])
        {
            return line;
        }

        var headings = head.Split(';');
        var cells = row.Split(';');
        if (cells[Array.IndexOf(headings, Code)] != code)
        {
            return line;
        }

        cells[Array.IndexOf(headings, column)] = text;
        return Headed(head, string.Join(';', cells));
    }

    /// <summary>Uploads lines and waits until they are looked through.</summary>
    internal static async Task Look(this IPage page, IEnumerable<string> lines)
    {
        var content = string.Join("\r\n", lines.Select(l => l.Split('\n')[^1]));
        await page.SetInputFilesAsync("#fil", new FilePayload { Name = "utfall.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Granska filen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rp-tally")).ToBeVisibleAsync(new() { Timeout = EntryGrid.Patience });
    }

    private static string Headed(string head, string row) => $"{head}\n{row}";
}
