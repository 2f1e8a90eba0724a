using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Imports;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>What is being done with a file.</summary>
internal enum ImportStep
{
    Reading,
    Checking,
    Applying,
    Undoing,
    Submitting,
}

/// <summary>
/// Does the long work with files, a few at a time and apart from the page that asked for it, so that a closed tab stops nothing and anyone who
/// looks sees how far it has come. What is known only here is lost with a restart and made again: the file itself is in the database.
/// </summary>
internal sealed partial class ImportWork(
    IDbContextFactory<RegionPlanDb> databases, CheckFile check, ApplyImport apply, UndoImport undo, SubmitImport submit, IHostApplicationLifetime lifetime, ILogger<ImportWork> log)
    : IDisposable
{
    /// <summary>So many looked-through files are kept in memory.</summary>
    private const int MostKept = 8;

    /// <summary>So many files are worked with at once; the others wait.</summary>
    private const int AtOnce = 2;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, ImportProgress> work = [];
    private readonly SemaphoreSlim turn = new(AtOnce);

    public void Dispose() => turn.Dispose();

    /// <summary>What is being done or was done last with an import; null where nothing is known.</summary>
    internal ImportProgress? Of(Guid importId)
    {
        lock (gate)
        {
            var known = work.GetValueOrDefault(importId);
            known?.Touch();
            return known;
        }
    }

    /// <summary>Reads a file and checks its rows.</summary>
    internal Task CheckAsync(ClaimsPrincipal principal, Guid importId) =>
        RunAsync(importId, ImportStep.Reading, async progress => progress.File = await LookAsync(principal, importId, progress));

    /// <summary>Takes in what the user has looked through. What has come to something else meanwhile is left out, and shown as it is now.</summary>
    /// <returns>The work; null where what was looked through is forgotten, and must be looked through anew.</returns>
    internal Task? ApplyAsync(ClaimsPrincipal principal, Guid importId) => Of(importId)?.File is not { } seen ? null
        : RunAsync(importId, ImportStep.Reading, async progress =>
        {
            progress.File = await LookAsync(principal, importId, progress);
            progress.Begin(ImportStep.Applying, progress.File.Taken);
            await apply.ApplyAsync(principal, importId, seen, progress.File, progress, lifetime.ApplicationStopping);
        });

    /// <summary>Puts back what was taken in.</summary>
    internal Task UndoAsync(ClaimsPrincipal principal, OutcomeImport import) => RunAsync(import.Id, ImportStep.Undoing, async progress =>
    {
        progress.Begin(ImportStep.Undoing, import.Tally.Taken);
        await undo.UndoAsync(principal, import.Id, progress, lifetime.ApplicationStopping);
    });

    /// <summary>Hands in what was taken in and is ready.</summary>
    internal Task SubmitAsync(ClaimsPrincipal principal, OutcomeImport import) => RunAsync(import.Id, ImportStep.Submitting, async progress =>
    {
        progress.Begin(ImportStep.Submitting, import.Tally.Taken);
        progress.HandedIn = await submit.SubmitAsync(principal, import.Id, progress, lifetime.ApplicationStopping);
    });

    private async Task<CheckedFile> LookAsync(ClaimsPrincipal principal, Guid importId, ImportProgress progress)
    {
        await using var db = await databases.CreateDbContextAsync(lifetime.ApplicationStopping);
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId, lifetime.ApplicationStopping)
            ?? throw new RuleViolation("Filen finns inte längre. Ladda upp den igen.");
        var content = await db.ImportContents.AsNoTracking().SingleAsync(c => c.ImportId == importId, lifetime.ApplicationStopping);
        using var stream = new MemoryStream(content.Bytes, writable: false);
        var file = TableFileReader.Read(ImportColumn.Table, stream, import.FileName, progress, lifetime.ApplicationStopping);
        progress.Begin(ImportStep.Checking, file.Rows.Count);
        return await check.CheckAsync(principal, file, import.Defaults, progress, lifetime.ApplicationStopping);
    }

    /// <summary>Does the work on a thread of its own; what is already being done with the import is not begun again.</summary>
    private Task RunAsync(Guid importId, ImportStep step, Func<ImportProgress, Task> what)
    {
        lock (gate)
        {
            var earlier = work.GetValueOrDefault(importId);
            if (earlier is { IsRunning: true })
            {
                return earlier.Task;
            }

            Forget();
            var now = work[importId] = new(step) { File = earlier?.File };
            return now.Task = Task.Run(() => DoAsync(importId, now, what));
        }
    }

    private async Task DoAsync(Guid importId, ImportProgress progress, Func<ImportProgress, Task> what)
    {
        try
        {
            await turn.WaitAsync(lifetime.ApplicationStopping);
            progress.IsWaiting = false;
            try
            {
                await what(progress);
            }
            finally
            {
                turn.Release();
            }

            progress.End(null);
        }
        catch (Exception exception) when (exception is FileRefused or RuleViolation or AccessRefused)
        {
            LogRefused(exception, importId);
            progress.End(exception.Message);
        }
        catch (OperationCanceledException)
        {
            progress.End($"Servern stängdes av. {Left(progress.Step)}");
        }
        catch (Exception exception)
        {
            LogFailed(exception, importId, progress.Step);
            progress.End($"Något gick fel. {Left(progress.Step)} Felet är loggat; kontakta administratören om det upprepas.");
        }
    }

    /// <summary>What an interruption leaves behind.</summary>
    private static string Left(ImportStep step) => step switch
    {
        ImportStep.Reading or ImportStep.Checking or ImportStep.Applying or ImportStep.Undoing => "Inget är gjort till hälften; försök igen.",
        ImportStep.Submitting => "De enheter som hann skickas in är inskickade. Öppna sidan igen och fortsätt med resten.",
    };

    /// <summary>Forgets the results that were looked at longest ago.</summary>
    private void Forget()
    {
        foreach (var (id, _) in work.Where(w => !w.Value.IsRunning).OrderByDescending(w => w.Value.Touched).Skip(MostKept).ToList())
        {
            work.Remove(id);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Import {ImportId} was refused")]
    private partial void LogRefused(Exception exception, Guid importId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {ImportId} failed while {Step}")]
    private partial void LogFailed(Exception exception, Guid importId, ImportStep step);
}
