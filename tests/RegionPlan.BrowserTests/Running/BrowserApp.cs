using Microsoft.Playwright;

namespace RegionPlan.BrowserTests.Running;

/// <summary>A running application seen through a browser. Every page has cookies and cache of its own: another person at another computer.</summary>
public class BrowserApp : IAsyncDisposable
{
    /// <summary>What every demo user signs in with.</summary>
    public const string DemoPassword = "Demo-2024!";

    private const int Patience = 10_000;

    private readonly List<IBrowserContext> contexts = [];
    private readonly List<string> complaints = [];
    private Chromium? chromium;
    private AppProcess? process;

    protected BrowserApp()
    {
    }

    private BrowserApp(Chromium chromium, AppProcess process) => Use(chromium, process);

    public AppProcess Process => process ?? throw new InvalidOperationException("The application is not started.");

    public IBrowser Browser => Chromium.Browser;

    /// <summary>Console errors, script errors and failed requests of the pages since <see cref="CloseAsync"/>. A page's own 404 is not one.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    private Chromium Chromium => chromium ?? throw new InvalidOperationException("The browser is not started.");

    /// <summary>An application with a database of its own in the same browser, for tests that write. Dispose it with <c>await using</c>.</summary>
    public async Task<BrowserApp> OwnAppAsync(IReadOnlyDictionary<string, string>? settings = null) =>
        new(Chromium, await AppProcess.StartAsync(settings));

    /// <summary>A page in a context of its own, nothing opened yet.</summary>
    public async Task<IPage> EmptyPage(View? view = null)
    {
        var context = await Browser.NewContextAsync((view ?? View.Laptop).Options(Process.Address));
        contexts.Add(context);
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Location.StartsWith(page.Url, StringComparison.Ordinal))
            {
                complaints.Add($"{page.Url}: {message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.RequestFailed += (_, request) => complaints.Add($"{page.Url}: {request.Url} {request.Failure}");
        return page;
    }

    /// <summary>An anonymous reader's page, with its fonts loaded.</summary>
    public async Task<IPage> Page(string url, View? view = null) => await Open(await EmptyPage(view), url);

    /// <summary>A page signed in as a demo user, through the form as people do it.</summary>
    /// <param name="email">Such as controller.hsf@example.org.</param>
    /// <param name="url">Where to go after signing in.</param>
    /// <param name="view">A laptop unless said otherwise.</param>
    public async Task<IPage> SignedInPage(string email, string url = "/", View? view = null)
    {
        var page = await Page($"/logga-in?tillbaka={Uri.EscapeDataString(url)}", view);
        await page.GetByLabel("E-post").FillAsync(email);
        await page.GetByLabel("Lösenord").FillAsync(DemoPassword);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Logga in" }).ClickAsync();
        await page.WaitForLoadStateAsync();
        if (new Uri(page.Url).AbsolutePath == "/logga-in")
        {
            throw new InvalidOperationException($"{email} could not sign in: {await page.Locator("main").InnerTextAsync()}\n{Process.Log}");
        }

        return page;
    }

    /// <summary>Follows an address in a page. An answer of 500 or above fails with the application's log.</summary>
    public async Task<IPage> Open(IPage page, string url)
    {
        var response = await page.GotoAsync(url);
        if (response is { Status: >= 500 })
        {
            throw new InvalidOperationException($"{url} answered {response.Status}.\n{Process.Log}");
        }

        await page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        return page;
    }

    /// <summary>Closes every page and forgets the complaints; each test ends with it.</summary>
    public async Task CloseAsync()
    {
        foreach (var context in contexts)
        {
            await context.CloseAsync();
        }

        contexts.Clear();
        complaints.Clear();
    }

    /// <summary>Ends the application. The browser is the shared fixture's, and ends with it.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected void Use(Chromium chromium, AppProcess process) => (this.chromium, this.process) = (chromium, process);

    protected async Task EndBrowserAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }
    }
}
