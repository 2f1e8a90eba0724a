using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>One application of their own for tests that write; each test keeps to its own row.</summary>
public sealed class EntryApp(SharedApp shared) : IAsyncLifetime
{
    public const string Controller = "controller.hsf@example.org";

    private readonly Dictionary<string, IReadOnlyList<BrowserContextCookiesResult>> sessions = [];
    private BrowserApp? own;

    public BrowserApp App => own ?? throw new InvalidOperationException("The application is not started.");

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.SkipReason is null)
        {
            own = await shared.OwnAppAsync();
        }
    }

    /// <summary>A page signed in as a demo user; who has signed in before goes on with that session. No user is an anonymous visitor.</summary>
    public async Task<IPage> As(string? email, string url)
    {
        if (email is null)
        {
            return await App.Page(url);
        }

        if (!sessions.TryGetValue(email, out var cookies))
        {
            var signedIn = await App.SignedInPage(email, url);
            sessions[email] = await signedIn.Context.CookiesAsync();
            return signedIn;
        }

        var page = await App.EmptyPage();
        await page.Context.AddCookiesAsync(cookies.Select(c => new Cookie
        {
            Name = c.Name,
            Value = c.Value,
            Domain = c.Domain,
            Path = c.Path,
            HttpOnly = c.HttpOnly,
            Secure = c.Secure,
            SameSite = c.SameSite,
        }));
        return await App.Open(page, url);
    }

    public async Task DisposeAsync()
    {
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }
}

/// <summary>The entry grid as the tests use it.</summary>
internal static class EntryGrid
{
    /// <summary>Long enough for a save on a busy machine.</summary>
    internal const int Patience = 20_000;

    /// <summary>The årsredovisning of 2024, which a förvaltning reports the region's measures to.</summary>
    internal const string Annual = "2024-arsredovisning-1";

    /// <summary>The address of what a unit hands in to a follow-up.</summary>
    internal static string Address(string followUp, string unit = "halso-och-sjukvardsforvaltningen") => $"/utfall?uppfoljning={followUp}&enhet={unit}";

    /// <summary>Signs in, opens the grid and waits until it can be typed in.</summary>
    internal static async Task<IPage> Grid(this BrowserApp app, string email, string address, View? view = null)
    {
        var page = await app.SignedInPage(email, address, view);
        await page.GridIsOpen();
        return page;
    }

    internal static async Task GridIsOpen(this IPage page) =>
        await Assertions.Expect(page.Locator("table.rp-grid .rp-cell").First).ToBeEditableAsync(new() { Timeout = Patience });

    /// <summary>The cell of a measure without delmått.</summary>
    internal static ILocator Cell(this IPage page, string code, string sex = "total") => page.Locator($"#cell-{code.Replace('.', '-')}-total-{sex}");

    /// <summary>The table row of a measure.</summary>
    internal static ILocator Row(this IPage page, string code) => page.Locator("table.rp-grid tr[data-row]").Filter(new() { Has = page.Cell(code) });

    /// <summary>Types and waits until the row says that it is kept.</summary>
    internal static async Task TypeAndKeep(this IPage page, string code, string text, string sex = "total")
    {
        await page.Cell(code, sex).FillAsync(text);
        await page.IsKept(code);
    }

    internal static async Task IsKept(this IPage page, string code) =>
        await Assertions.Expect(page.Row(code).Locator(".rp-saved")).ToContainTextAsync("Utkast sparat", new() { Timeout = Patience });

    internal static ILocator SubmitButton(this IPage page) => page.Locator(".rp-toolbar").GetByRole(AriaRole.Button, new() { NameRegex = new("^Skicka in") });

    internal static async Task Submit(this IPage page, string answer)
    {
        await page.SubmitButton().ClickAsync();
        await page.Answers(answer);
    }

    internal static async Task Answers(this IPage page, string answer) =>
        await Assertions.Expect(page.Locator(".rp-toolbar")).ToContainTextAsync(answer, new() { Timeout = Patience });

    /// <summary>A field beneath the row of a measure, such as kommentar or analys.</summary>
    internal static ILocator Field(this IPage page, string code, string field) => page.Locator($"#cell-{code.Replace('.', '-')}-total-{field}");

    /// <summary>How the row of a measure stands.</summary>
    internal static ILocator Standing(this IPage page, string code) => page.Row(code).Locator(".rp-row-state");

    /// <summary>Pastes as the browser does, and tells whether the grid left it to the browser.</summary>
    internal static async Task<bool> Paste(this IPage page, ILocator cell, string text)
    {
        await cell.FocusAsync();
        return await cell.EvaluateAsync<bool>("""
            (cell, text) => {
                const clipboardData = new DataTransfer();
                clipboardData.setData('text/plain', text);
                return cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }
            """, text);
    }
}
