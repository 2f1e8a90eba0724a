using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;

namespace RegionPlan.BrowserTests.Running;

/// <summary>
/// The real application as a process of its own, as the README starts it: Kestrel on a free port of 127.0.0.1, content root in
/// <c>src/RegionPlan.Web</c>, a SQLite file and sign-in keys in a temporary folder. Disposing ends this process and deletes that folder.
/// </summary>
public sealed class AppProcess : IAsyncDisposable
{
    private const int LogLines = 400;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);
    private static readonly string[] OwnSettings = ["ASPNETCORE_", "DOTNET_ENVIRONMENT", "ConnectionStrings__", "Database__", "Seed__", "Access__"];

    private static readonly string SeededFolder = Directory.CreateTempSubdirectory("regionplan-seeded-").FullName;
    private static string? seeded;

    private readonly Lock logLock = new();
    private readonly Queue<string> log = new();
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly int port = FreePort();
    private Process? process;

    private AppProcess(IReadOnlyDictionary<string, string> settings)
    {
        this.settings = settings;
        Folder = Path.Combine(Path.GetTempPath(), "regionplan-browser-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Folder);
        AppDomain.CurrentDomain.ProcessExit += EndWithTests;
    }

    /// <summary>Where it answers, without a closing slash. The same after a restart, so that an open page finds it again.</summary>
    public string Address => $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>This app's own temporary folder.</summary>
    public string Folder { get; }

    /// <summary>The SQLite file; it is kept through <see cref="StopAsync"/>, <see cref="Kill9Async"/> and <see cref="RestartAsync"/>.</summary>
    public string DatabaseFile => Path.Combine(Folder, "regionplan.db");

    /// <summary>The last lines the application wrote, for messages of failed tests.</summary>
    public string Log
    {
        get
        {
            lock (logLock)
            {
                return string.Join('\n', log);
            }
        }
    }

    static AppProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(SeededFolder, recursive: true);

    /// <summary>
    /// Starts an app and waits until it answers. The first of all starts on no database, as on a new machine; each after it on a copy of what
    /// that one seeded, where nothing is asked for that would seed anything else.
    /// </summary>
    /// <param name="settings">Environment variables over the usual ones, such as <c>Access__PublicReading=false</c>.</param>
    public static async Task<AppProcess> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var app = new AppProcess(settings ?? new Dictionary<string, string>());
        try
        {
            var isUsual = app.settings.Count == 0;
            if (isUsual && seeded is not null)
            {
                File.Copy(seeded, app.DatabaseFile);
            }

            await app.StartProcessAsync();
            if (isUsual && seeded is null)
            {
                seeded = await app.CopyDatabaseAsync();
            }

            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks the app to end, as a service manager does (SIGTERM), and waits until it has.</summary>
    public async Task StopAsync()
    {
        if (process is not { HasExited: false } running)
        {
            return;
        }

        if (!OperatingSystem.IsWindows())
        {
            using var kill = Process.Start("kill", ["-TERM", running.Id.ToString(CultureInfo.InvariantCulture)]);
            using var limit = new CancellationTokenSource(StopLimit);
            try
            {
                await running.WaitForExitAsync(limit.Token);
                return;
            }
            catch (OperationCanceledException)
            {
                Write($"(did not end within {StopLimit.TotalSeconds} s of SIGTERM)");
            }
        }

        await Kill9Async();
    }

    /// <summary>Ends the app without warning, as a power cut does.</summary>
    public async Task Kill9Async()
    {
        if (process is { HasExited: false } running)
        {
            running.Kill();
            await running.WaitForExitAsync();
        }
    }

    /// <summary>Stops the app if it runs, and starts it again on the same database, keys and address.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartProcessAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process?.Dispose();
        process = null;
        AppDomain.CurrentDomain.ProcessExit -= EndWithTests;
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Copies the database as it is, while the app runs.</summary>
    private async Task<string> CopyDatabaseAsync()
    {
        var file = Path.Combine(SeededFolder, "regionplan.db");
        await using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var copy = connection.CreateCommand();
        copy.CommandText = "VACUUM INTO $file";
        copy.Parameters.AddWithValue("$file", file);
        await copy.ExecuteNonQueryAsync();
        return file;
    }

    private async Task StartProcessAsync()
    {
        process?.Dispose();
        process = new Process { StartInfo = StartInfo() };
        process.OutputDataReceived += (_, e) => Write(e.Data);
        process.ErrorDataReceived += (_, e) => Write(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitUntilItAnswersAsync(process);
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet")
        {
            WorkingDirectory = Repository.Web,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // The copy beside the tests is the application they were built with, whatever is being built meanwhile.
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "RegionPlan.Web.dll"));
        foreach (var name in start.Environment.Keys.Where(k => OwnSettings.Any(o => k.StartsWith(o, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address;
        start.Environment["ConnectionStrings__RegionPlan"] = $"Data Source={DatabaseFile}";
        start.Environment["DataProtection__KeyFolder"] = Path.Combine(Folder, "keys");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private async Task WaitUntilItAnswersAsync(Process started)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(20) };
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < StartLimit)
        {
            if (started.HasExited)
            {
                throw new InvalidOperationException($"The application ended with code {started.ExitCode} instead of answering.\n{Log}");
            }

            try
            {
                using var answer = await client.GetAsync(new Uri(Address + "/"));
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                await Task.Delay(100);
            }
        }

        throw new TimeoutException($"The application did not answer at {Address} within {StartLimit.TotalSeconds} s.\n{Log}");
    }

    private void Write(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (logLock)
        {
            log.Enqueue(line);
            while (log.Count > LogLines)
            {
                log.Dequeue();
            }
        }
    }

    private void EndWithTests(object? sender, EventArgs e)
    {
        if (process is { HasExited: false } running)
        {
            running.Kill();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
