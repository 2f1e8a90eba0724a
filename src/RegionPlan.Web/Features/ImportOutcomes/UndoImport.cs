using System.Data;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Imports;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>Puts back what an import took in, all at once. What has been changed or handed in since is left as it is.</summary>
internal sealed partial class UndoImport(IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, TimeProvider clock, ILogger<UndoImport> log)
{
    private const int RowsAtATime = 500;

    /// <param name="principal">Who undoes it.</param>
    /// <param name="importId">The import.</param>
    /// <param name="rowsDone">Told how many rows are gone through.</param>
    /// <param name="cancellation">Stops it; nothing is then put back.</param>
    /// <returns>How many rows were put back.</returns>
    /// <exception cref="AccessRefused">It is another user's import.</exception>
    /// <exception cref="RuleViolation">It is not taken in, or already undone.</exception>
    internal async Task<int> UndoAsync(ClaimsPrincipal principal, Guid importId, IProgress<int>? rowsDone, CancellationToken cancellation)
    {
        var user = await permissions.ForWritingAsync(principal);
        await using var any = await databases.CreateDbContextAsync(cancellation);
        var putBack = await any.Database.CreateExecutionStrategy().ExecuteAsync(async () => await WriteAsync(user, importId, rowsDone, cancellation));
        LogUndone(user.Name, importId, putBack);
        return putBack;
    }

    private async Task<int> WriteAsync(Permissions user, Guid importId, IProgress<int>? rowsDone, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == importId, cancellation) ?? throw new RuleViolation("Filen finns inte längre.");
        if (import.UserId != user.UserId && !user.Has(Right.WriteAllOutcomes))
        {
            throw new AccessRefused("Bara den som läste in filen, eller regionstaben, ångrar inläsningen.");
        }

        var (putBack, done) = (0, 0);
        var all = await db.ImportedDrafts.AsNoTracking().Where(d => d.ImportId == importId).OrderBy(d => d.Line).ToListAsync(cancellation);
        await db.CheckAsync(user, all.Select(d => d.ReporterId).Distinct(), plans.Today, "Inget är ångrat.");
        foreach (var some in all.Chunk(RowsAtATime))
        {
            putBack += await PutBackAsync(db, some, cancellation);
            done += some.Length;
            rowsDone?.Report(done);
        }

        db.Attach(import);
        import.Undo(putBack, user.Name, clock.GetUtcNow());
        await SaveAsync(db, cancellation);
        await transaction.CommitAsync(cancellation);
        return putBack;
    }

    private static async Task<int> PutBackAsync(RegionPlanDb db, ImportedDraft[] some, CancellationToken cancellation)
    {
        var tokens = some.Select(d => d.Token).ToHashSet();
        var series = some.Select(d => d.SeriesId).Distinct().ToList();
        var units = some.Select(d => d.UnitId).Distinct().ToList();
        var untouched = (await db.Drafts.Where(d => series.Contains(d.SeriesId) && units.Contains(d.UnitId)).ToListAsync(cancellation))
            .FindAll(d => tokens.Contains(d.Token));
        var before = some.ToDictionary(d => d.Token, d => d.Before);
        foreach (var draft in untouched)
        {
            if (before[draft.Token] is { } kept)
            {
                draft.PutBack(kept);
            }
            else
            {
                db.Drafts.Remove(draft);
            }
        }

        await SaveAsync(db, cancellation);
        db.ChangeTracker.Clear();
        return untouched.Count;
    }

    private static async Task SaveAsync(RegionPlanDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("Någon annan skrev i samma rader just då, så inget är ångrat. Försök igen.");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} undid import {ImportId}: {Rows} rows put back")]
    private partial void LogUndone(string by, Guid importId, int rows);
}
