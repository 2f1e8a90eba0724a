using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Plans;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>Prepares a plan from the one before it, step by step, and puts it in force.</summary>
internal sealed partial class RollOverPlan(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, TimeProvider clock, ILogger<RollOverPlan> log)
{
    private const string ChangedByAnother = "Någon annan har ändrat planen samtidigt. Läs den som den är nu och spara igen.";

    /// <summary>The transition to a plan; null where there is no such plan or none before it.</summary>
    /// <param name="planKey">The plan in preparation.</param>
    /// <param name="fromKey">The plan it takes over from; the newest before it that has measures where it is not given.</param>
    internal async Task<PlanTransition?> ReadAsync(string planKey, string? fromKey)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.TransitionAsync(planKey, fromKey);
    }

    /// <summary>All plans, oldest first, with their names.</summary>
    internal async Task<IReadOnlyList<Plan>> PlansAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Plans.AsNoTracking().Include(p => p.Wordings).OrderBy(p => p.FirstYear).ToListAsync();
    }

    /// <summary>The målområden that a goal can be within.</summary>
    internal async Task<IReadOnlyList<Perspective>> PerspectivesAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Perspectives.AsNoTracking().OrderBy(p => p.Order).ToListAsync();
    }

    /// <summary>Prepares a new plan that follows another.</summary>
    /// <param name="principal">Who prepares it.</param>
    /// <param name="fromKey">The plan that it follows.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="years">Its first and last year.</param>
    /// <param name="takesOverGoals">Whether it begins with the goals of the plan that it follows.</param>
    /// <param name="why">Why.</param>
    /// <returns>The transition to it.</returns>
    /// <exception cref="AccessRefused">The user may not administrate the plan.</exception>
    /// <exception cref="RuleViolation">A rule is broken, or there is a plan for those years.</exception>
    internal async Task<PlanTransition> PrepareAsync(
        ClaimsPrincipal principal, string fromKey, string name, (int First, int Last) years, bool takesOverGoals, string? why)
    {
        var user = await AllowedAsync(principal);
        await using var db = await databases.CreateDbContextAsync();
        var from = await db.Plans.Where(p => p.Key == fromKey).Include(p => p.Goals).ThenInclude(g => g.Wordings).SingleOrDefaultAsync()
            ?? throw new RuleViolation("Planen att följa på finns inte. Välj en annan.");
        var plan = PlanRollover.Prepare(from, name, years, takesOverGoals, await db.Perspectives.ToListAsync(), user.Sign(clock.GetUtcNow(), why));
        var taken = new RuleViolation($"Det finns redan en plan för {plan.Key}. Välj den under Plan, mått och målvärden, eller ändra åren.");
        if (await db.Plans.AnyAsync(p => p.Key == plan.Key))
        {
            throw taken;
        }

        db.Plans.Add(plan);
        await SaveAsync(db, user.Name, plan.Key, taken);
        var hasMeasures = await db.Measures.AnyAsync(m => m.PlanId == from.Id);
        return (await ReadAsync(plan.Key, hasMeasures ? fromKey : null) ?? await ReadAsync(plan.Key, fromKey))!;
    }

    /// <summary>Puts the plan in force, or takes it back to preparation.</summary>
    /// <inheritdoc cref="MapGoalsAsync"/>
    internal Task StandAsync(ClaimsPrincipal principal, string planKey, string fromKey, bool inForce, string? why) =>
        ChangeAsync(principal, planKey, fromKey, why, (_, transition, recording) =>
        {
            if (inForce && !transition.Own.Any())
            {
                throw new RuleViolation("Planen har inga mått än. För över eller lägg till mått först.");
            }

            transition.To.Stand(inForce, recording);
        });

    private Task ChangePreparedAsync(
        ClaimsPrincipal principal, string planKey, string fromKey, string? why, Action<RegionPlanDb, PlanTransition, Recording> change) =>
        ChangeAsync(principal, planKey, fromKey, why, (db, transition, recording) =>
        {
            if (!transition.IsPrepared)
            {
                throw new RuleViolation("Planen gäller. Ta tillbaka den till förberedelse innan övergången ändras.");
            }

            change(db, transition, recording);
        });

    private async Task<Permissions> AllowedAsync(ClaimsPrincipal principal)
    {
        var user = await permissions.ForWritingAsync(principal);
        return user.Has(Right.AdministratePlan) ? user : throw new AccessRefused("Din roll får inte ändra planen. Det gör regionstaben och regiondirektören.");
    }

    private async Task ChangeAsync(
        ClaimsPrincipal principal, string planKey, string fromKey, string? why, Action<RegionPlanDb, PlanTransition, Recording> change)
    {
        var user = await AllowedAsync(principal);
        await using var db = await databases.CreateDbContextAsync();
        var transition = await db.TransitionAsync(planKey, fromKey) ?? throw new RuleViolation("Planen finns inte. Gå tillbaka till administrationen.");
        change(db, transition, user.Sign(clock.GetUtcNow(), why));
        await SaveAsync(db, user.Name, planKey, new(ChangedByAnother));
    }

    private async Task SaveAsync(RegionPlanDb db, string by, string planKey, RuleViolation taken)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception.IsTakenByAnother())
        {
            throw taken;
        }

        LogChanged(by, planKey);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} changed the transition to plan {Plan}")]
    private partial void LogChanged(string by, string plan);
}
