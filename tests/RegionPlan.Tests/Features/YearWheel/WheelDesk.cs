using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Features.YearWheel;

namespace RegionPlan.Tests.Features.YearWheel;

/// <summary>Shortcuts past the pages.</summary>
internal static class WheelDesk
{
    internal const string Planner = "regiondirektor";

    internal static async Task<FollowUp> FollowUp(this TestApp app, string key)
    {
        await using var db = app.Db();
        return (await db.FollowUps.AsNoTracking().Include(f => f.Versions).Include(f => f.Locks).ToListAsync()).Single(f => f.Key == key);
    }

    /// <summary>Changes a follow-up as the regiondirektör.</summary>
    internal static async Task Change(this TestApp app, string key, Func<FollowUpTerms, FollowUpTerms> change, string why = "Ändrad plan")
    {
        var followUp = await app.FollowUp(key);
        await app.Services.GetRequiredService<PlanFollowUps>()
            .ChangeAsync(await app.As(Planner), followUp.Id, followUp.Versions.Latest()!.Version, change(followUp.Terms), why);
    }

    /// <summary>Locks a follow-up although something is missing.</summary>
    internal static async Task Lock(this TestApp app, string key)
    {
        await using var db = app.Db();
        var followUp = (await db.FollowUps.Include(f => f.Versions).Include(f => f.Locks).ToListAsync()).Single(f => f.Key == key);
        followUp.Lock(new(false, new HashSet<ApprovalLevel>(), MayLock: true), new(app.Clock.Now, "Regionstab", why: "Prov"), DateOnly.FromDateTime(app.Clock.Now.Date), isComplete: false);
        await db.SaveChangesAsync();
    }
}
