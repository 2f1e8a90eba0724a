using System.Data;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Imports;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>
/// Takes the rows of a file in as drafts, all of them or none. A row that somebody has typed in or handed in since the file was looked through
/// is left to them and counted.
/// </summary>
internal sealed partial class ApplyImport(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, TimeProvider clock, ILogger<ApplyImport> log)
{
    private const int RowsAtATime = 500;

    /// <param name="principal">Who takes it in.</param>
    /// <param name="importId">The import.</param>
    /// <param name="seen">The file as the user looked it through.</param>
    /// <param name="file">The file as it is checked now: a row that has come to something else since is left as it is.</param>
    /// <param name="rowsDone">Told how many rows are written.</param>
    /// <param name="cancellation">Stops it; nothing is then taken in.</param>
    /// <exception cref="AccessRefused">The user no longer hands in for one of the units.</exception>
    /// <exception cref="RuleViolation">It is already taken in.</exception>
    internal async Task<ImportTally> ApplyAsync(
        ClaimsPrincipal principal, Guid importId, CheckedFile seen, CheckedFile file, IProgress<int>? rowsDone, CancellationToken cancellation)
    {
        var user = await permissions.ForWritingAsync(principal);
        await using var any = await databases.CreateDbContextAsync(cancellation);
        (await any.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId, cancellation))?.CheckNotApplied();
        var looked = seen.Rows.Where(r => r.Planned is not null).ToDictionary(r => r.Line, r => r.Planned);
        var planned = file.Rows.Where(r => r.Planned is not null && looked.GetValueOrDefault(r.Line) == r.Planned).ToList();
        if (planned.Count == 0)
        {
            throw new RuleViolation("Raderna har ändrats sedan du såg igenom dem, så inget är inläst. Se igenom dem igen.");
        }

        await any.CheckAsync(user, planned.Select(r => r.Planned!.Scope.UnitId).Distinct(), plans.Today, "Inget är inläst.");
        var tally = await any.Database.CreateExecutionStrategy().ExecuteAsync(
            async () => await WriteAsync(user, importId, file, looked.Count, planned, rowsDone, cancellation));
        LogApplied(user.Name, importId, tally.Taken, tally.Overtaken);
        return tally;
    }

    private static async Task<Dictionary<SubmittedRowKey, OutcomeDraft>> DraftsAsync(RegionPlanDb db, IEnumerable<CheckedRow> rows, CancellationToken cancellation)
    {
        var series = rows.Select(r => r.Planned!.Key.SeriesId).Distinct().ToList();
        var units = rows.Select(r => r.Planned!.Key.AboutUnitId).Distinct().ToList();
        return (await db.Drafts.Where(d => series.Contains(d.SeriesId) && units.Contains(d.UnitId)).ToListAsync(cancellation))
            .ToDictionary(d => new SubmittedRowKey(d.SeriesId, d.UnitId, d.Period));
    }

    private async Task<ImportTally> WriteAsync(
        Permissions user, Guid importId, CheckedFile file, int wanted, List<CheckedRow> planned, IProgress<int>? rowsDone, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == importId, cancellation) ?? throw new RuleViolation("Filen finns inte längre. Ladda upp den igen.");
        var now = clock.GetUtcNow();
        var (taken, done) = (0, 0);
        foreach (var some in planned.Chunk(RowsAtATime))
        {
            taken += await WriteAsync(db, import, some, $"{user.Name}, ur {import.FileName}", now, cancellation);
            done += some.Length;
            rowsDone?.Report(done);
        }

        var tally = new ImportTally(taken, file.Count(RowVerdict.Unchanged), file.Count(RowVerdict.Refused), wanted - taken);
        db.Attach(import);
        import.Apply(tally, now);
        await SaveAsync(db, cancellation);
        await transaction.CommitAsync(cancellation);
        return tally;
    }

    /// <summary>Writes some rows, and tells how many of them nobody had changed since they were looked through.</summary>
    private static async Task<int> WriteAsync(
        RegionPlanDb db, OutcomeImport import, CheckedRow[] rows, string by, DateTimeOffset now, CancellationToken cancellation)
    {
        var drafts = await DraftsAsync(db, rows, cancellation);
        var taken = 0;
        foreach (var row in rows)
        {
            var planned = row.Planned!;
            var draft = drafts.GetValueOrDefault(planned.Key.Row);
            if (draft?.Token != planned.Seen)
            {
                continue;
            }

            var before = draft?.Keep();
            draft ??= db.Drafts.Add(new(planned.Key.SeriesId, planned.Key.AboutUnitId, planned.Key.Period)).Entity;
            draft.Save(planned.Texts, planned.Over, now, by);
            db.ImportedDrafts.Add(new(import.Id, row.Line, planned.Scope.FollowUpId, planned.Scope.UnitId, draft, before));
            taken++;
        }

        await SaveAsync(db, cancellation);
        db.ChangeTracker.Clear();
        return taken;
    }

    private static async Task SaveAsync(RegionPlanDb db, CancellationToken cancellation)
    {
        db.ChangeTracker.DetectChanges();
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.IsTakenByAnother())
        {
            throw new RuleViolation("Någon annan skrev i samma rader just då, så inget är inläst. Se igenom filen igen och läs in den.");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} took import {ImportId} in: {Rows} rows, {Overtaken} left to others")]
    private partial void LogApplied(string by, Guid importId, int rows, int overtaken);
}
