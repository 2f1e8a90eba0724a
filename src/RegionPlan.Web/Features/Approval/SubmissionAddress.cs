using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Approval;

/// <summary>Which submission: the follow-up and the unit as they stand in an address.</summary>
public readonly record struct SubmissionAddress(string FollowUpKey, string UnitKey)
{
    /// <summary>The ids behind the keys.</summary>
    /// <exception cref="RuleViolation">There is no such follow-up or unit.</exception>
    internal async Task<(Guid FollowUpId, Guid UnitId)> ResolveAsync(RegionPlanDb db)
    {
        var (followUpKey, unitKey) = this;
        var year = followUpKey.Split('-')[0];
        var followUps = int.TryParse(year, out var number)
            ? await db.FollowUps.AsNoTracking().Where(f => f.Year == number).ToListAsync()
            : [];
        var followUp = followUps.Find(f => f.Key == followUpKey) ?? throw new RuleViolation("Uppföljningen finns inte. Ladda om sidan.");
        var unitId = await db.Units.Where(u => u.Key == unitKey).Select(u => (Guid?)u.Id).SingleOrDefaultAsync()
            ?? throw new RuleViolation("Enheten finns inte. Ladda om sidan.");
        return (followUp.Id, unitId);
    }
}
