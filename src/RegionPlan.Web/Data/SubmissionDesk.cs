using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Data;

/// <summary>What every write to a submission begins with: the submission as it is in the database now, and what the user may do with it.</summary>
/// <param name="User">Who writes.</param>
/// <param name="FollowUp">The follow-up, tracked.</param>
/// <param name="Unit">The unit that reports.</param>
/// <param name="UnitName">Its name in the follow-up's organisation.</param>
/// <param name="Submission">What it has handed in, tracked; new and not yet kept where it has handed in nothing.</param>
/// <param name="Chain">The approvals that are needed, by the organisation through the follow-up's period.</param>
/// <param name="Actor">What the user may do with it, by the organisation as it stands today.</param>
public sealed record SubmissionDesk(
    Permissions User,
    FollowUp FollowUp,
    OrganizationUnit Unit,
    string UnitName,
    Submission Submission,
    IReadOnlyList<ApprovalStep> Chain,
    SubmissionActor Actor)
{
    /// <exception cref="AccessRefused">Nobody is signed in.</exception>
    /// <exception cref="RuleViolation">There is no such follow-up or unit.</exception>
    public static async Task<SubmissionDesk> OpenAsync(
        RegionPlanDb db, PermissionReader permissions, ClaimsPrincipal? principal, Guid followUpId, Guid unitId, DateOnly today, CancellationToken cancellation = default)
    {
        var user = await permissions.ForWritingAsync(principal);
        var followUp = await db.FollowUps.Include(f => f.Versions).Include(f => f.Locks).SingleOrDefaultAsync(f => f.Id == followUpId, cancellation)
            ?? throw new RuleViolation("Uppföljningen finns inte. Ladda om sidan.");
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(cancellation);
        var unit = units.Find(u => u.Id == unitId) ?? throw new RuleViolation("Enheten finns inte. Ladda om sidan.");
        var submission = await db.Submissions
            .Include(s => s.Steps).ThenInclude(s => s.Returned).Include(s => s.Rows)
            .Include(s => s.Steps).ThenInclude(s => s.ReturnedAmounts).Include(s => s.Amounts)
            .SingleOrDefaultAsync(s => s.FollowUpId == followUpId && s.UnitId == unitId, cancellation);
        if (submission is null)
        {
            submission = new(followUpId, unitId);
            db.Submissions.Add(submission);
        }

        var then = FollowUpYear.TreeOf(followUp, units);
        var chain = ApprovalChain.Of(then, unitId, followUp.Terms.Requires);
        return new(user, followUp, unit, then.NameOf(unitId) ?? unit.Key, submission, chain, user.ActorFor(unitId, chain, new(units, today)));
    }
}
