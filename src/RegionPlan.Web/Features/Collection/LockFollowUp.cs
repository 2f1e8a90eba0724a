using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Collection;

/// <summary>Locks a follow-up: from now on what is reported to it is changed only by a rättelse.</summary>
public sealed partial class LockFollowUp(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, FollowUpReader reader, PlanReader plans, TimeProvider clock, ILogger<LockFollowUp> log)
{
    /// <param name="principal">Who locks.</param>
    /// <param name="key">The follow-up's key.</param>
    /// <param name="seenMissing">How many duties the page said were missing; null where it is not asked.</param>
    /// <param name="why">Why, although something is missing.</param>
    /// <exception cref="AccessRefused">Nobody is signed in.</exception>
    /// <exception cref="RuleViolation">It may not be locked, or not yet; nothing is written.</exception>
    public async Task LockAsync(ClaimsPrincipal? principal, string key, int? seenMissing, string? why)
    {
        var user = await permissions.ForWritingAsync(principal);
        var isComplete = await databases.WriteSeriallyAsync(async db =>
        {
            var year = CollectionQuery.YearOf(key);
            var followUps = await db.FollowUps.Where(f => f.Year == year).Include(f => f.Versions).Include(f => f.Locks).ToListAsync();
            var followUp = followUps.Find(f => f.Key == key) ?? throw new RuleViolation("Uppföljningen finns inte. Ladda om sidan.");
            var read = (await reader.ReadAsync(year)).FollowUps;
            var same = read.Find(key)!;
            if (seenMissing is { } seen && seen != CollectionQuery.MissingIn(read, same))
            {
                throw new RuleViolation("Något har lämnats in eller godkänts sedan du öppnade sidan. Se efter vad som saknas nu och lås igen.");
            }

            var complete = read.IsComplete(same);
            followUp.Lock(new(false, new HashSet<ApprovalLevel>(), user.Has(Right.LockFollowUps)), user.Sign(clock.GetUtcNow(), why), plans.Today, complete);
            return complete;
        });
        LogLocked(user.Name, key, isComplete);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} locked {FollowUp}, complete: {IsComplete}")]
    private partial void LogLocked(string by, string followUp, bool isComplete);
}
