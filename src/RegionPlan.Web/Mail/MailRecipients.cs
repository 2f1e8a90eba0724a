using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Mail;

/// <summary>Who gets a letter. Nobody whose account an administrator has locked; the short lock after failed sign-ins does not count.</summary>
internal static class MailRecipients
{
    /// <summary>Longer than the lock after failed sign-ins, shorter than an administrator's.</summary>
    private static readonly TimeSpan PassingLock = TimeSpan.FromDays(1);

    /// <summary>Those who hand in or approve for exactly this unit: roles for a unit above do not count.</summary>
    internal static Task<List<Recipient>> WhoHandInAsync(RegionPlanDb db, Guid unitId, DateTimeOffset now, CancellationToken cancellation) =>
        WithAsync(db, unitId, [Right.WriteOutcomes, Right.ApproveOutcomes], now, cancellation);

    /// <summary>Those who approve at a level for exactly this unit.</summary>
    internal static Task<List<Recipient>> WhoApproveAsync(
        RegionPlanDb db, Guid unitId, ApprovalLevel level, DateTimeOffset now, CancellationToken cancellation) => WithAsync(
            db,
            unitId,
            level switch
            {
                ApprovalLevel.Unit or ApprovalLevel.Administration => [Right.ApproveOutcomes],
                ApprovalLevel.Board => [Right.ApproveForBoard],
                ApprovalLevel.Region => [Right.LockFollowUps],
            },
            now,
            cancellation);

    /// <summary>Those of the named users who can be written to.</summary>
    internal static Task<List<Recipient>> OfAsync(
        RegionPlanDb db, IReadOnlyCollection<Guid> userIds, DateTimeOffset now, CancellationToken cancellation) =>
        Reachable(db, now).Where(u => userIds.Contains(u.Id)).OrderBy(u => u.Email).Select(u => new Recipient(u.Id, u.Email!, u.DisplayName)).ToListAsync(cancellation);

    private static Task<List<Recipient>> WithAsync(
        RegionPlanDb db, Guid unitId, Right[] rights, DateTimeOffset now, CancellationToken cancellation)
    {
        var roles = Enum.GetValues<Role>().Where(role => Rights.Of(role).Intersect(rights).Any()).ToList();
        return Reachable(db, now)
            .Where(u => db.RoleAssignments.Any(a => a.UserId == u.Id && a.UnitId == unitId && a.EndedAt == null && roles.Contains(a.Role)))
            .OrderBy(u => u.Email).Select(u => new Recipient(u.Id, u.Email!, u.DisplayName)).ToListAsync(cancellation);
    }

    private static IQueryable<AppUser> Reachable(RegionPlanDb db, DateTimeOffset now)
    {
        var latest = now + PassingLock;
        return db.Users.AsNoTracking().Where(u => u.Email != null && (u.LockoutEnd == null || u.LockoutEnd < latest));
    }
}
