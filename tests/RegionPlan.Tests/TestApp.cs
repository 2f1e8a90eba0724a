using System.Data.Common;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RegionPlan.Web.Data;

namespace RegionPlan.Tests;

/// <summary>
/// The real application with a database of its own: a SQLite file in a temporary folder, or a database on the SQL Server that the
/// environment variable REGIONPLAN_TEST_SQLSERVER holds a connection string without a database for. Runs as Production unless told otherwise.
/// </summary>
/// <remarks>Use it as a class fixture, or <see cref="StartAsync"/> with <c>await using</c> where a test needs an app of its own.</remarks>
public sealed class TestApp : IAsyncLifetime
{
    private const string Demo = "Seed:Demo";

    /// <summary>What settings that decide nothing of what is seeded begin with.</summary>
    private static readonly string[] SeedsNothing = ["Access:", "LibreOffice:", "Mail:"];

    private readonly string environment;
    private readonly Dictionary<string, string?> settings;
    private readonly Dictionary<string, string?> given;
    private readonly Action<IServiceCollection>? services;
    private readonly bool isFresh;
    private WebApplicationFactory<RegionPlanDb> factory = null!;

    public TestApp()
        : this("Production", [], null, false)
    {
    }

    private TestApp(string environment, Dictionary<string, string?> settings, Action<IServiceCollection>? services, bool isFresh)
    {
        this.environment = environment;
        this.services = services;
        this.isFresh = isFresh;
        given = settings;
        Folder = Path.Combine(Path.GetTempPath(), "regionplan-test-" + Guid.NewGuid().ToString("N"));
        this.settings = DatabaseSettings(Folder);
        this.settings["Logs:Folder"] = Path.Combine(Folder, "logs");
        this.settings["DataProtection:KeyFolder"] = Path.Combine(Folder, "keys");
        foreach (var (name, value) in settings)
        {
            this.settings[name] = value;
        }
    }

    /// <summary>The connection string of the SQL Server to test on; null where the tests use SQLite.</summary>
    public static string? SqlServer => Environment.GetEnvironmentVariable("REGIONPLAN_TEST_SQLSERVER") is { Length: > 0 } text ? text : null;

    /// <summary>This app's own temporary folder, deleted with it.</summary>
    public string Folder { get; }

    /// <summary>The time the app believes it is.</summary>
    public FakeClock Clock { get; } = new();

    /// <summary>Follows no redirects; keeps cookies.</summary>
    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => factory.Services;

    /// <summary>The SQLite file.</summary>
    internal string DatabaseFile => Path.Combine(Folder, "regionplan.db");

    /// <summary>What differs from start to start, as far as it decides what is seeded.</summary>
    private string Kind => string.Join('|', [environment, .. given.Where(s => s.Key == Demo).Select(s => s.Value)]);

    /// <summary>An app that differs in anything but the ordinary settings, or that is watched while it seeds, seeds by itself.</summary>
    private bool StartsSeeded => !isFresh && SqlServer is null && services is null && Clock.Now == FakeClock.Usual && given.Keys.All(k => k == Demo || Array.Exists(SeedsNothing, k.StartsWith));

    /// <summary>Starts an app that differs from the usual one. Dispose it with <c>await using</c>.</summary>
    /// <param name="settings">Settings over the usual ones.</param>
    /// <param name="environment">The environment's name.</param>
    /// <param name="services">Takes the place of the app's own.</param>
    /// <param name="now">The time it believes it is.</param>
    /// <param name="isFresh">Whether it begins with no database at all, as on a new machine; otherwise it may begin with one that is seeded already.</param>
    public static async Task<TestApp> StartAsync(
        Dictionary<string, string?>? settings = null,
        string environment = "Production",
        Action<IServiceCollection>? services = null,
        DateTimeOffset? now = null,
        bool isFresh = false)
    {
        var app = new TestApp(environment, settings ?? [], services, isFresh);
        if (now is { } time)
        {
            app.Clock.Now = time;
        }

        await app.InitializeAsync();
        return app;
    }

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        if (StartsSeeded)
        {
            await SeededDatabases.CopyAsync(Kind, StartFreshAsync, DatabaseFile);
        }

        Start();
    }

    public async Task DisposeAsync()
    {
        if (SqlServer is not null)
        {
            await using var db = Db();
            await db.Database.EnsureDeletedAsync();
        }

        await factory.DisposeAsync();
        if (SqlServer is null)
        {
            using var connection = new SqliteConnection(settings["ConnectionStrings:RegionPlan"]);
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Stops the app and starts it again on the same database.</summary>
    public async Task RestartAsync()
    {
        await factory.DisposeAsync();
        Start();
    }

    /// <summary>A client with cookies of its own: another browser.</summary>
    public HttpClient NewClient() => factory.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>A context on the app's database; the caller disposes it.</summary>
    public RegionPlanDb Db() => Services.GetRequiredService<IDbContextFactory<RegionPlanDb>>().CreateDbContext();

    /// <summary>The page at an address, which must answer 200.</summary>
    public async Task<IDocument> Page(string url) => await Page(url, HttpStatusCode.OK);

    /// <summary>The page at an address, which must answer with the given status.</summary>
    public async Task<IDocument> Page(string url, HttpStatusCode expected)
    {
        using var response = await Client.GetAsync(new Uri(url, UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, $"{url}\n{html[..Math.Min(html.Length, 2000)]}");
        return new HtmlParser().ParseDocument(html);
    }

    private static Dictionary<string, string?> DatabaseSettings(string folder) => SqlServer is { } server
        ? new()
        {
            ["Database:Provider"] = "SqlServer",
            ["ConnectionStrings:RegionPlan"] =
                new DbConnectionStringBuilder { ConnectionString = server, ["Database"] = Path.GetFileName(folder) }.ConnectionString,
        }
        : new()
        {
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:RegionPlan"] = $"Data Source={Path.Combine(folder, "regionplan.db")}",
        };

    private Task<TestApp> StartFreshAsync() => StartAsync(given.Where(s => s.Key == Demo).ToDictionary(), environment, isFresh: true);

    private void Start()
    {
        factory = new WebApplicationFactory<RegionPlanDb>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment(environment);
            foreach (var (name, value) in settings)
            {
                host.UseSetting(name, value);
            }

            host.ConfigureTestServices(all =>
            {
                all.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(Clock);
                services?.Invoke(all);
            });
        });
        Client = NewClient();
    }
}

/// <summary>A clock that stands at 2026-11-22 09:00 UTC until it is set.</summary>
public sealed class FakeClock : TimeProvider
{
    internal static readonly DateTimeOffset Usual = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Usual;

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Now += by;
}
