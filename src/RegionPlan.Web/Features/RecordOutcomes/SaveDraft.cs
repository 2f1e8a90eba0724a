using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.RecordOutcomes;

/// <summary>What became of a saved draft.</summary>
internal abstract record DraftSaved
{
    private DraftSaved()
    {
    }

    /// <summary>Kept. The token is null when the row is as recorded again and has no draft.</summary>
    internal sealed record Kept(Guid? Token, DateTimeOffset At) : DraftSaved;

    /// <summary>Somebody else saved other texts since; nothing was overwritten.</summary>
    internal sealed record TakenByAnother(OutcomeDraft Theirs) : DraftSaved;
}

/// <summary>Keeps the raw texts of a row, invalid ones included, so that nothing typed is lost.</summary>
internal sealed class SaveDraft(IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, TimeProvider clock)
{
    /// <param name="principal">Who types.</param>
    /// <param name="key">The row.</param>
    /// <param name="texts">The texts; null to throw the draft away.</param>
    /// <param name="over">The recorded versions that the texts were typed over.</param>
    /// <param name="token">The token of the draft that was last seen; null where there was none.</param>
    internal async Task<DraftSaved> SaveAsync(ClaimsPrincipal principal, RowKey key, DraftTexts? texts, RecordedVersions over, Guid? token)
    {
        await using var db = await databases.CreateDbContextAsync();
        var row = await WritableRow.OpenAsync(db, permissions, principal, key, plans.Today);
        var now = clock.GetUtcNow();
        if (row.Draft is { } theirs && theirs.Token != token)
        {
            return new DraftSaved.TakenByAnother(theirs);
        }

        if (texts is null)
        {
            if (row.Draft is { } old)
            {
                db.Drafts.Remove(old);
            }
        }
        else
        {
            var draft = row.Draft ?? db.Drafts.Add(new(row.RecordedOn, row.UnitId, key.Period)).Entity;
            draft.Save(texts, over, now, row.User.Name);
            token = draft.Token;
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.IsTakenByAnother())
        {
            await using var fresh = await databases.CreateDbContextAsync();
            return await fresh.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.SeriesId == row.RecordedOn && d.UnitId == row.UnitId && d.Period == key.Period) is { } saved
                ? new DraftSaved.TakenByAnother(saved)
                : await SaveAsync(principal, key, texts, over, null);
        }

        return new DraftSaved.Kept(texts is null ? null : token, now);
    }
}
