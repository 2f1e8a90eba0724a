using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.YearWheel;

/// <summary>Takes a follow-up that was set up by mistake out of its year.</summary>
internal sealed partial class WithdrawFollowUp(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, TimeProvider clock, ILogger<WithdrawFollowUp> log)
{
    /// <summary>What has come of a follow-up: nothing of it may be lost.</summary>
    internal async Task<FollowUpUse> UseOfAsync(Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await UseOfAsync(db, id);
    }

    /// <param name="principal">Who takes it out.</param>
    /// <param name="id">The follow-up.</param>
    /// <param name="seen">The version of its terms that was looked at.</param>
    /// <param name="why">Why.</param>
    /// <exception cref="AccessRefused">The user may not plan follow-ups.</exception>
    /// <exception cref="RuleViolation">It is locked, used or changed by another, or the motivation is missing; nothing is written.</exception>
    internal async Task WithdrawAsync(ClaimsPrincipal principal, Guid id, int seen, string? why)
    {
        var user = await permissions.ForWritingAsync(principal);
        if (!user.Has(Right.PlanFollowUps))
        {
            throw new AccessRefused(PlanFollowUps.NotAllowed);
        }

        var key = await databases.WriteSeriallyAsync(async db =>
        {
            var followUp = await db.FollowUps.Include(f => f.Versions).Include(f => f.Locks).Include(f => f.Withdrawals).SingleOrDefaultAsync(f => f.Id == id)
                ?? throw new RuleViolation("Uppföljningen finns inte. Gå tillbaka till årshjulet.");
            if (followUp.Versions.Latest()!.Version != seen)
            {
                throw new RuleViolation(PlanFollowUps.ChangedByAnother);
            }

            followUp.Withdraw(await UseOfAsync(db, id), user.Sign(clock.GetUtcNow(), why));
            return followUp.Key;
        });
        LogWithdrawn(user.Name, key);
    }

    private static async Task<FollowUpUse> UseOfAsync(RegionPlanDb db, Guid id) => new(
        await db.Submissions.CountAsync(s => s.FollowUpId == id && s.Steps.Any()),
        await db.GoalReviews.CountAsync(r => r.FollowUpId == id),
        await db.Reminders.CountAsync(r => r.FollowUpId == id),
        await db.ImportedDrafts.Where(d => d.FollowUpId == id).Select(d => d.ImportId).Distinct().CountAsync(),
        await db.Reports.CountAsync(r => r.FollowUpId == id) + await db.SectionDrafts.CountAsync(d => d.FollowUpId == id));

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} took {FollowUp} out of its year")]
    private partial void LogWithdrawn(string by, string followUp);
}
