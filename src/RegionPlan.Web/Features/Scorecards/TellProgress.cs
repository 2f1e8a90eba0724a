using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>Records how an activity of a decided styrkort goes; it is read by everyone at once.</summary>
internal sealed partial class TellProgress(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, TimeProvider clock, ILogger<TellProgress> log)
{
    internal const string ToldByAnother = "Någon annan har skrivit om aktiviteten sedan du öppnade sidan. Läs det nya och spara igen om ditt fortfarande stämmer.";

    /// <param name="principal">Who tells.</param>
    /// <param name="key">The styrkort.</param>
    /// <param name="activityId">The activity.</param>
    /// <param name="state">How it stands.</param>
    /// <param name="note">What has been done or is in the way.</param>
    /// <param name="seenVersion">The number of what was last told when the page was opened; 0 where nothing was.</param>
    /// <exception cref="AccessRefused">The user may not write the unit's styrkort.</exception>
    /// <exception cref="RuleViolation">The activity is not in the decided styrkort, nothing is new, or another told first.</exception>
    internal async Task TellAsync(ClaimsPrincipal principal, ScorecardKey key, Guid activityId, ActivityState state, string? note, int seenVersion)
    {
        await using var db = await databases.CreateDbContextAsync();
        var desk = await ScorecardDesk.OpenAsync(db, permissions, principal, key, Right.WriteScorecards, plans.Today);
        if (desk.Scorecard is not { } scorecard || scorecard.Versions.Latest()?.Content.Activities.Any(a => a.Id == activityId) != true)
        {
            throw new RuleViolation("Aktiviteten finns inte i det beslutade styrkortet. Gå tillbaka till styrkortet.");
        }

        var earlier = await db.ActivityProgress.AsNoTracking().Where(p => p.ScorecardId == scorecard.Id && p.ActivityId == activityId).ToListAsync();
        if (earlier.NextVersion() != seenVersion + 1)
        {
            throw new RuleViolation(ToldByAnother);
        }

        db.ActivityProgress.Add(new(scorecard.Id, activityId, earlier, state, note, desk.User.Sign(clock.GetUtcNow())));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception.IsTakenByAnother())
        {
            throw new RuleViolation(ToldByAnother);
        }

        LogTold(desk.User.Name, activityId, state);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} told that activity {ActivityId} is {State}")]
    private partial void LogTold(string by, Guid activityId, ActivityState state);
}
