using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Plans;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>What every change of the plan, its measures and targets begins and ends with.</summary>
public sealed partial class PlanWriting(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, TimeProvider clock, ILogger<PlanWriting> log)
{
    internal const string ChangedByAnother =
        "Någon annan har ändrat detta sedan du öppnade sidan. Det du skrev står kvar här. Läs det nya under Gäller nu, ändra ditt om det behövs och spara igen.";

    /// <summary>Changes a measure loaded with all its parts.</summary>
    /// <exception cref="AccessRefused">The user may not administrate the plan.</exception>
    /// <exception cref="RuleViolation">A rule is broken, or another changed the same thing first.</exception>
    public async Task ChangeMeasureAsync(ClaimsPrincipal principal, string planKey, string code, string why, Action<Measure, Domain.History.Recording> change)
    {
        await using var db = await databases.CreateDbContextAsync();
        var recording = await SignAsync(principal, why);
        var measure = await db.Measures
            .Where(m => m.Code == code && db.Plans.Any(p => p.Id == m.PlanId && p.Key == planKey))
            .Include(m => m.Definitions)
            .Include(m => m.Series).ThenInclude(s => s.Targets)
            .Include(m => m.Series).ThenInclude(s => s.Definitions)
            .SingleOrDefaultAsync() ?? throw new RuleViolation("Måttet finns inte. Gå tillbaka till planen.");
        change(measure, recording);
        await SaveAsync(db, $"measure {code}", recording.By);
    }

    /// <summary>Changes a plan loaded with its goals and their directions.</summary>
    /// <exception cref="AccessRefused">The user may not administrate the plan.</exception>
    /// <exception cref="RuleViolation">A rule is broken, or another changed the same thing first.</exception>
    public async Task ChangePlanAsync(ClaimsPrincipal principal, string planKey, string why, Action<Plan, Domain.History.Recording> change)
    {
        await using var db = await databases.CreateDbContextAsync();
        var recording = await SignAsync(principal, why);
        var plan = await db.Plans
            .Where(p => p.Key == planKey)
            .Include(p => p.Wordings)
            .Include(p => p.FocusAreas).ThenInclude(f => f.Wordings)
            .Include(p => p.Goals).ThenInclude(g => g.Wordings)
            .Include(p => p.Goals).ThenInclude(g => g.Directions).ThenInclude(d => d.Wordings)
            .SingleOrDefaultAsync() ?? throw new RuleViolation("Planen finns inte. Gå tillbaka till administrationen.");
        change(plan, recording);
        await SaveAsync(db, $"plan {planKey}", recording.By);
    }

    private async Task<Domain.History.Recording> SignAsync(ClaimsPrincipal principal, string why)
    {
        var user = await permissions.ForWritingAsync(principal);
        return user.Has(Right.AdministratePlan)
            ? user.Sign(clock.GetUtcNow(), why)
            : throw new AccessRefused("Din roll får inte ändra planen. Det gör regionstaben och regiondirektören.");
    }

    private async Task SaveAsync(RegionPlanDb db, string what, string by)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception.IsTakenByAnother())
        {
            throw new RuleViolation(ChangedByAnother);
        }

        LogChanged(by, what);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} changed {What}")]
    private partial void LogChanged(string by, string what);
}
