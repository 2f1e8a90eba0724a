using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Reporting;

/// <summary>What became of a saved draft.</summary>
internal abstract record DraftSaved
{
    private DraftSaved()
    {
    }

    /// <summary>Kept. The token is null when the row is as handed in again and has no draft.</summary>
    internal sealed record Kept(Guid? Token, DateTimeOffset At, int HandedIn) : DraftSaved;

    /// <summary>Somebody else saved other texts since; nothing was overwritten.</summary>
    internal sealed record TakenByAnother(OutcomeDraft Theirs) : DraftSaved;
}

/// <summary>
/// Keeps the raw texts of a row, invalid ones included, so that nothing typed is lost: also when the row was handed in by somebody else
/// meanwhile, which the answer tells.
/// </summary>
internal sealed class SaveDraft(IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, TimeProvider clock)
{
    /// <param name="principal">Who types.</param>
    /// <param name="scope">What is handed in to.</param>
    /// <param name="key">The row.</param>
    /// <param name="texts">The texts; null to throw the draft away.</param>
    /// <param name="over">The versions that the texts were typed over.</param>
    /// <param name="token">The token of the draft that was last seen; null where there was none.</param>
    /// <exception cref="AccessRefused">The user does not hand in for the unit.</exception>
    /// <exception cref="RuleViolation">There is no such row.</exception>
    internal async Task<DraftSaved> SaveAsync(
        ClaimsPrincipal principal, ReportScope scope, RowKey key, DraftTexts? texts, RecordedVersions over, Guid? token)
    {
        await using var db = await databases.CreateDbContextAsync();
        var user = await permissions.ForWritingAsync(principal);
        await CheckAsync(db, user, scope, key);
        var draft = await db.Drafts.FirstOrDefaultAsync(d => d.SeriesId == key.SeriesId && d.UnitId == key.AboutUnitId && d.Period == key.Period);
        if (draft is not null && draft.Token != token)
        {
            return new DraftSaved.TakenByAnother(draft);
        }

        var now = clock.GetUtcNow();
        if (texts is not null)
        {
            draft ??= db.Drafts.Add(new(key.SeriesId, key.AboutUnitId, key.Period)).Entity;
            draft.Save(texts, over, now, user.Name);
        }
        else if (draft is not null)
        {
            db.Drafts.Remove(draft);
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.IsTakenByAnother())
        {
            await using var fresh = await databases.CreateDbContextAsync();
            return await fresh.Drafts.AsNoTracking()
                .FirstOrDefaultAsync(d => d.SeriesId == key.SeriesId && d.UnitId == key.AboutUnitId && d.Period == key.Period) is { } saved
                ? new DraftSaved.TakenByAnother(saved)
                : await SaveAsync(principal, scope, key, texts, over, null);
        }

        return new DraftSaved.Kept(texts is null ? null : draft!.Token, now, await HandedInAsync(db, scope, key));
    }

    private static async Task<int> HandedInAsync(RegionPlanDb db, ReportScope scope, RowKey key) =>
        await db.Submissions.Where(s => s.FollowUpId == scope.FollowUpId && s.UnitId == scope.UnitId)
            .SelectMany(s => s.Rows)
            .Where(r => r.SeriesId == key.SeriesId && r.UnitId == key.AboutUnitId && r.Period == key.Period)
            .MaxAsync(r => (int?)r.Version) ?? 0;

    /// <summary>The row is the unit's own: its own figure, or of a measure that it answers for. Whether it is owed is asked when it is handed in.</summary>
    private async Task CheckAsync(RegionPlanDb db, Permissions user, ReportScope scope, RowKey key)
    {
        var tree = new OrganizationTree(await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(), plans.Today);
        if (!user.MayWriteOutcomesOf(scope.UnitId, tree))
        {
            throw new AccessRefused($"Du får inte lämna in för {tree.NameOf(scope.UnitId) ?? "enheten"}.");
        }

        var measure = await db.Measures.AsNoTracking().Include(m => m.Definitions).Include(m => m.Series).Include(m => m.Successions)
            .FirstOrDefaultAsync(m => m.Series.Any(s => s.Id == key.ShownSeriesId))
            ?? throw new RuleViolation("Måttet finns inte. Ladda om sidan.");
        var isOwn = key.AboutUnitId == scope.UnitId
            || (key.AboutUnitId == tree.Root?.Unit.Id && measure.Definitions.Any(d => d.Terms.ResponsibleUnitId == scope.UnitId));
        if (!isOwn)
        {
            throw new AccessRefused($"Du får inte lämna in {measure.Code} för {tree.NameOf(scope.UnitId)}: en annan enhet ansvarar för måttet.");
        }

        if (new SeriesLineage([measure, .. await db.EarlierOfAsync([measure])]).RecordedOn(key.ShownSeriesId) != key.SeriesId)
        {
            throw new RuleViolation("Måttet har fått en annan serie. Ladda om sidan.");
        }
    }
}
