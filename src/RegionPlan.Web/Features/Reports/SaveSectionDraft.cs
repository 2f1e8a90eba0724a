using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Reports;

/// <summary>What became of a kept text.</summary>
internal abstract record SectionDraftKept
{
    private SectionDraftKept()
    {
    }

    /// <summary>Kept. The token is null where it says what is saved already, so that there is no draft.</summary>
    internal sealed record Kept(Guid? Token, DateTimeOffset At) : SectionDraftKept;

    /// <summary>Somebody else has written since; nothing was overwritten.</summary>
    internal sealed record TakenByAnother(SectionDraft? Theirs, ReportSection? Saved) : SectionDraftKept;
}

/// <summary>Keeps the text of a section as it is typed, so that nothing written is lost.</summary>
internal sealed class SaveSectionDraft(IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, TimeProvider clock)
{
    /// <param name="principal">Who writes.</param>
    /// <param name="key">The report.</param>
    /// <param name="section">The section's key.</param>
    /// <param name="text">The text; null to throw the draft away.</param>
    /// <param name="over">The saved version that it was begun from; 0 where there was none.</param>
    /// <param name="token">The token of the draft that was last seen; null where there was none.</param>
    /// <exception cref="AccessRefused">The user does not write the report.</exception>
    /// <exception cref="RuleViolation">There is no such section, or the text is impossibly long.</exception>
    internal async Task<SectionDraftKept> SaveAsync(ClaimsPrincipal principal, ReportKey key, string section, string? text, int over, Guid? token)
    {
        if (text?.Length > 2 * ReportSection.MaxTextLength)
        {
            throw new RuleViolation($"Avsnittet är för långt för att sparas. Det får vara högst {ReportSection.MaxTextLength} tecken.");
        }

        await using var db = await databases.CreateDbContextAsync();
        var desk = await ReportDesk.OpenAsync(db, permissions, principal, key, section, plans.Today);
        db.Entry(desk.Report).State = EntityState.Detached;
        if (desk.Draft?.Token != token || (desk.Report.Current(section)?.Version ?? 0) != over)
        {
            return new SectionDraftKept.TakenByAnother(desk.Draft, desk.Report.Current(section));
        }

        var now = clock.GetUtcNow();
        var draft = desk.Draft;
        if (text is not null)
        {
            draft ??= db.SectionDrafts.Add(new(desk.Report.FollowUpId, desk.Report.UnitId, section)).Entity;
            draft.Save(text, over, now, desk.User.Name);
        }
        else if (draft is not null)
        {
            db.SectionDrafts.Remove(draft);
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.IsTakenByAnother())
        {
            await using var fresh = await databases.CreateDbContextAsync();
            var after = await ReportDesk.OpenAsync(fresh, permissions, principal, key, section, plans.Today);
            return new SectionDraftKept.TakenByAnother(after.Draft, after.Report.Current(section));
        }

        return new SectionDraftKept.Kept(text is null ? null : draft!.Token, now);
    }
}
