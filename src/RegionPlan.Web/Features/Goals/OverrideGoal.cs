using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Assessment;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Goals;

/// <summary>Sets another status on a goal than the computed one, with a motivation, or takes it back; the computed one stays visible.</summary>
public sealed partial class OverrideGoal(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, TimeProvider clock, ILogger<OverrideGoal> log)
{
    /// <param name="principal">Who judges.</param>
    /// <param name="goalId">The goal.</param>
    /// <param name="year">The year that is judged.</param>
    /// <param name="status">The status; null to go back to the computed one.</param>
    /// <param name="why">The motivation.</param>
    /// <param name="seenVersion">The version of the override that was last seen; 0 where there was none.</param>
    /// <exception cref="AccessRefused">The user may not override.</exception>
    /// <exception cref="RuleViolation">The motivation is missing, or another changed the status first.</exception>
    public async Task OverrideAsync(ClaimsPrincipal principal, Guid goalId, int year, GoalStatus? status, string? why, int seenVersion)
    {
        var user = await permissions.ForWritingAsync(principal);
        if (!user.Has(Right.OverrideGoalStatus))
        {
            throw new AccessRefused("Din roll får inte ändra bedömningen av ett mål. Det gör regiondirektören och regionstaben.");
        }

        await using var db = await databases.CreateDbContextAsync();
        var goal = await db.Plans.SelectMany(p => p.Goals).Include(g => g.Overrides).SingleOrDefaultAsync(g => g.Id == goalId)
            ?? throw new RuleViolation("Målet finns inte. Ladda om sidan.");
        if (goal.Overrides.Where(o => o.Year == year).Select(o => o.Version).DefaultIfEmpty().Max() != seenVersion)
        {
            throw new RuleViolation(ChangedByAnother);
        }

        goal.Override(year, status, user.Sign(clock.GetUtcNow(), why));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception.IsTakenByAnother())
        {
            throw new RuleViolation(ChangedByAnother);
        }

        LogOverridden(user.Name, goalId, year, status);
    }

    private const string ChangedByAnother = "Någon annan har ändrat bedömningen sedan du öppnade sidan. Läs den nya bedömningen och spara igen om du vill ändra den.";

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} set the status of goal {GoalId} for {Year} to {Status}")]
    private partial void LogOverridden(string by, Guid goalId, int year, GoalStatus? status);
}
