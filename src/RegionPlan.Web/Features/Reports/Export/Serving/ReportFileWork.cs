using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports.Export.Serving;

/// <summary>The files of a report that is being written, as they are made.</summary>
/// <param name="at">When it was asked for: the figures are as they were then.</param>
internal sealed class ReportFileMaking(DateTimeOffset at) : ReportMaking(at)
{
    private volatile MadeReportFiles? made;

    /// <summary>The files; null until they are made.</summary>
    internal MadeReportFiles? Made => made;

    internal override bool IsRunning => made is null && Problem is null;

    internal void End(MadeReportFiles files) => made = files;
}

/// <summary>
/// Makes the files of reports that are being written, apart from the page that asked for them and one report at a time. They are kept in memory:
/// the last few only, and anyone can make them anew.
/// </summary>
internal sealed partial class ReportFileWork(ReportFiles files, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<ReportFileWork> log) : IDisposable
{
    /// <summary>The files of so many reports are kept.</summary>
    private const int MostKept = 4;

    private readonly Lock gate = new();
    private readonly Dictionary<ReportKey, ReportFileMaking> work = [];
    private readonly SemaphoreSlim turn = new(1);

    public void Dispose() => turn.Dispose();

    /// <summary>What is being made or was made last of a report; null where nothing is known.</summary>
    internal ReportFileMaking? Of(ReportKey key)
    {
        lock (gate)
        {
            return work.GetValueOrDefault(key);
        }
    }

    /// <summary>Makes a report's files; what is being made is not begun again.</summary>
    /// <param name="key">The report.</param>
    /// <param name="document">The report put together.</param>
    /// <param name="imprintAt">What is said of it at the time it is made.</param>
    internal Task MakeAsync(ReportKey key, ReportDocument document, Func<DateTimeOffset, DocumentImprint> imprintAt)
    {
        lock (gate)
        {
            if (work.GetValueOrDefault(key) is { IsRunning: true } earlier)
            {
                return earlier.Task;
            }

            Forget(key);
            var now = work[key] = new(clock.GetUtcNow());
            return now.Task = Task.Run(() => DoAsync(key, document, imprintAt(now.At), now));
        }
    }

    private async Task DoAsync(ReportKey key, ReportDocument document, DocumentImprint imprint, ReportFileMaking making)
    {
        try
        {
            await turn.WaitAsync(lifetime.ApplicationStopping);
            try
            {
                making.End(await files.MakeAsync(document, imprint, $"{key.FollowUp}-{key.Unit}-arbetsmaterial", making, lifetime.ApplicationStopping));
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            making.Fail("Servern stängdes av innan filerna var klara. Gör dem igen.");
        }
        catch (Exception exception)
        {
            LogFailed(exception, key.FollowUp, key.Unit);
            making.Fail("Något gick fel. Felet är loggat; gör filerna igen, och kontakta administratören om det upprepas.");
        }
    }

    /// <summary>Forgets the oldest, so that there is room for one more.</summary>
    private void Forget(ReportKey next)
    {
        foreach (var (key, _) in work.Where(w => !w.Value.IsRunning && w.Key != next).OrderByDescending(w => w.Value.At).Skip(MostKept - 1).ToList())
        {
            work.Remove(key);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The files of {FollowUp} for {Unit} could not be made")]
    private partial void LogFailed(Exception exception, string followUp, string unit);
}
