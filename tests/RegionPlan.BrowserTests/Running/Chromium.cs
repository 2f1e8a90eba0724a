using Microsoft.Playwright;

namespace RegionPlan.BrowserTests.Running;

/// <summary>The machine's own Chromium, driven by Playwright. No browser is ever downloaded.</summary>
public sealed class Chromium : IAsyncDisposable
{
    internal const string NoBrowser = "No chromium, chromium-browser or google-chrome on PATH: install one (Debian: apt-get install chromium) to run the browser tests.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, Browser) = (playwright, browser);

    /// <summary>The executable; null where the machine has none.</summary>
    public static string? Executable { get; } = Names.Select(OnPath).FirstOrDefault(path => path is not null);

    /// <summary>Whether a missing browser is a failure instead of a reason to skip.</summary>
    public static bool IsRequired => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    public IBrowser Browser { get; }

    public static async Task<Chromium> StartAsync()
    {
        var executable = Executable ?? throw new InvalidOperationException(NoBrowser);
        UseSystemNodeIfDriverHasNone();
        var playwright = await Playwright.CreateAsync();
        try
        {
            return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Headless = true, Args = Flags }));
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }

    /// <summary>Playwright's package brings a Node for the platform it was restored on; elsewhere the one on PATH does.</summary>
    private static void UseSystemNodeIfDriverHasNone()
    {
        const string Setting = "PLAYWRIGHT_NODEJS_PATH";
        var folder = Path.Combine(AppContext.BaseDirectory, ".playwright", "node");
        var driverHasNode = Directory.Exists(folder)
            && Directory.EnumerateFiles(folder, OperatingSystem.IsWindows() ? "node.exe" : "node", SearchOption.AllDirectories).Any();
        if (!driverHasNode && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Setting)) && OnPath("node") is { } node)
        {
            Environment.SetEnvironmentVariable(Setting, node);
        }
    }

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);
}
