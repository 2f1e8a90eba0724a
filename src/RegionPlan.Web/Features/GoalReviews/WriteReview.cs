using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.GoalReviews;

/// <summary>Keeps a board's assessment of a goal as a new version, for its writers alone or handed over to all readers.</summary>
internal sealed partial class WriteReview(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, TimeProvider clock, ILogger<WriteReview> log)
{
    private const string WrittenByAnother =
        "Någon annan har sparat bedömningen sedan du öppnade sidan. Det du skrev står kvar nedan; läs den andras version och spara igen om din ska gälla.";

    /// <param name="principal">Who writes.</param>
    /// <param name="followUpId">The follow-up.</param>
    /// <param name="goalId">The goal.</param>
    /// <param name="unitId">The nämnd, or the region.</param>
    /// <param name="terms">What is said.</param>
    /// <param name="why">Why the status is another than the computed one, or why it is corrected after the lock.</param>
    /// <param name="handOver">Whether others may read it from now on.</param>
    /// <param name="seenVersion">The version that was last seen; 0 where there was none.</param>
    /// <exception cref="AccessRefused">The user does not write for the board.</exception>
    /// <exception cref="RuleViolation">Something is missing, or another wrote first.</exception>
    internal async Task WriteAsync(
        ClaimsPrincipal principal, Guid followUpId, Guid goalId, Guid unitId, ReviewTerms terms, string? why, bool handOver, int seenVersion)
    {
        var user = await permissions.ForWritingAsync(principal);
        await using var db = await databases.CreateDbContextAsync();
        var followUp = await db.FollowUps.AsNoTracking().Include(f => f.Versions).Include(f => f.Locks).SingleOrDefaultAsync(f => f.Id == followUpId)
            ?? throw new RuleViolation("Uppföljningen finns inte. Ladda om sidan.");
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync();
        var tree = FollowUpYear.TreeOf(followUp, units);
        var board = tree.Find(unitId) ?? throw new RuleViolation("Nämnden fanns inte under perioden. Ladda om sidan.");
        if (!WantedReviewReader.MayWrite(user, board.Unit, new(units, plans.Today)))
        {
            throw new AccessRefused($"Du skriver inte bedömningen för {board.Name}. Det gör nämndens sekreterare och regionstaben.");
        }

        var plan = (await plans.ReadAsync(new(Year: followUp.Year, Through: followUp.Terms.Through))).Plan;
        var goal = plan?.Goals.FirstOrDefault(g => g.Goal.Id == goalId) ?? throw new RuleViolation("Målet finns inte i årets plan. Ladda om sidan.");
        var earlier = await db.GoalReviews.AsNoTracking().Where(r => r.FollowUpId == followUpId && r.GoalId == goalId && r.UnitId == unitId).ToListAsync();
        if (earlier.NextVersion() - 1 != seenVersion)
        {
            throw new RuleViolation(WrittenByAnother);
        }

        // What has been handed over stays so: a later version is read by all at once.
        var isHandedOver = handOver || earlier.Latest() is { IsHandedOver: true };
        db.GoalReviews.Add(new(
            followUp,
            goalId,
            unitId,
            earlier,
            terms,
            WantedReviewReader.ComputedOf(goal, board, tree, plan!).Status,
            isHandedOver,
            user.Sign(clock.GetUtcNow(), why)));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception.IsTakenByAnother())
        {
            throw new RuleViolation(WrittenByAnother);
        }

        LogWritten(user.Name, goalId, unitId, followUp.Key, isHandedOver);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} wrote the assessment of goal {GoalId} by unit {UnitId} in {FollowUp}, handed over: {IsHandedOver}")]
    private partial void LogWritten(string by, Guid goalId, Guid unitId, string followUp, bool isHandedOver);
}
