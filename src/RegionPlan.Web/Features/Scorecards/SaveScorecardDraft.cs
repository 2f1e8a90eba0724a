using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>What became of a saved draft.</summary>
internal abstract record DraftSaved
{
    private DraftSaved()
    {
    }

    /// <summary>Kept. The token is null where the draft was thrown away.</summary>
    internal sealed record Kept(Guid? Token, DateTimeOffset At) : DraftSaved;

    /// <summary>Somebody else saved since; nothing was overwritten. No draft is there where it was decided or thrown away.</summary>
    internal sealed record TakenByAnother(ScorecardDraft? Theirs, int DecidedVersion) : DraftSaved;
}

/// <summary>Keeps the draft of a styrkort, unfinished or wrong as it may be, so that nothing written is lost.</summary>
internal sealed class SaveScorecardDraft(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, TimeProvider clock)
{
    /// <summary>Far more than a styrkort holds: what a mistaken paste or a program might send.</summary>
    private const int MostParts = 2000;

    /// <param name="principal">Who writes.</param>
    /// <param name="key">The styrkort.</param>
    /// <param name="content">What is written; null to throw the draft away.</param>
    /// <param name="overVersion">The decided version that it was begun from; 0 where there was none.</param>
    /// <param name="token">The token of the draft that was last seen; null where there was none.</param>
    /// <exception cref="AccessRefused">The user may not write the unit's styrkort.</exception>
    /// <exception cref="RuleViolation">The unit or year is not there, or the draft is impossibly large.</exception>
    internal async Task<DraftSaved> SaveAsync(ClaimsPrincipal principal, ScorecardKey key, ScorecardContent? content, int overVersion, Guid? token)
    {
        if (content is not null && content.Goals.Count + content.Measures.Count() + content.Activities.Count() > MostParts)
        {
            throw new RuleViolation($"Styrkortet har fler än {MostParts} mål, mått och aktiviteter. Ta bort några.");
        }

        await using var db = await databases.CreateDbContextAsync();
        var desk = await ScorecardDesk.OpenAsync(db, permissions, principal, key, Right.WriteScorecards, plans.Today);
        if (desk.Draft?.Token != token || desk.Version != overVersion)
        {
            return new DraftSaved.TakenByAnother(desk.Draft, desk.Version);
        }

        var now = clock.GetUtcNow();
        if (content is null)
        {
            if (desk.Draft is { } old)
            {
                db.ScorecardDrafts.Remove(old);
            }
        }
        else
        {
            var draft = desk.Draft ?? db.ScorecardDrafts.Add(new(desk.Unit.Id, key.Year)).Entity;
            draft.Save(content, overVersion, now, desk.User.Name);
            token = draft.Token;
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.IsTakenByAnother())
        {
            await using var fresh = await databases.CreateDbContextAsync();
            var after = await ScorecardDesk.OpenAsync(fresh, permissions, principal, key, Right.WriteScorecards, plans.Today);
            return new DraftSaved.TakenByAnother(after.Draft, after.Version);
        }

        return new DraftSaved.Kept(content is null ? null : token, now);
    }
}
