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
        return await LoadAsync(db, planKey, fromKey);
    }

    /// <summary>Maps the plan's goals to those they continue.</summary>
    /// <param name="principal">Who maps.</param>
    /// <param name="planKey">The plan.</param>
    /// <param name="fromKey">The plan it takes over from.</param>
    /// <param name="map">For each goal the earlier goal; null where it is new. Those that stand so already are left.</param>
    /// <param name="why">Why; needed where a mapping is changed.</param>
    /// <exception cref="AccessRefused">The user may not administrate the plan.</exception>
    /// <exception cref="RuleViolation">A rule is broken, or another changed the same thing first.</exception>
    internal Task MapGoalsAsync(ClaimsPrincipal principal, string planKey, string fromKey, IReadOnlyDictionary<Guid, Guid?> map, string? why) =>
        ChangeAsync(principal, planKey, fromKey, why, (_, transition, recording) =>
        {
            foreach (var goal in transition.To.Goals.Where(g => map.ContainsKey(g.Id)))
            {
                var earlier = transition.From.Goals.FirstOrDefault(g => g.Id == map[goal.Id]);
                if (transition.Continued(goal)?.Id != earlier?.Id)
                {
                    goal.Continue(earlier, recording);
                }
            }
        });

    /// <summary>Carries measures over; a plan without measures is in preparation from then.</summary>
    /// <inheritdoc cref="MapGoalsAsync"/>
    internal Task CarryAsync(ClaimsPrincipal principal, string planKey, string fromKey, IReadOnlyList<MeasureFate> fates, string? why) =>
        ChangeAsync(principal, planKey, fromKey, why, (db, transition, recording) =>
        {
            if (transition.To.Standings.Count == 0 && transition.Measures.All(m => m.PlanId != transition.To.Id))
            {
                transition.To.Stand(false, recording);
            }

            db.Measures.AddRange(PlanRollover.Carry(transition.From, transition.To, transition.Lineage, transition.Measures, fates, recording));
        });

    /// <summary>Puts the plan in force, or takes it back to preparation.</summary>
    /// <inheritdoc cref="MapGoalsAsync"/>
    internal Task StandAsync(ClaimsPrincipal principal, string planKey, string fromKey, bool inForce, string? why) =>
        ChangeAsync(principal, planKey, fromKey, why, (_, transition, recording) => transition.To.Stand(inForce, recording));

    private async Task ChangeAsync(
        ClaimsPrincipal principal, string planKey, string fromKey, string? why, Action<RegionPlanDb, PlanTransition, Recording> change)
    {
        var user = await permissions.ForWritingAsync(principal);
        if (!user.Has(Right.AdministratePlan))
        {
            throw new AccessRefused("Din roll får inte ändra planen. Det gör regionstaben och regiondirektören.");
        }

        await using var db = await databases.CreateDbContextAsync();
        var transition = await LoadAsync(db, planKey, fromKey) ?? throw new RuleViolation("Planen finns inte. Gå tillbaka till administrationen.");
        change(db, transition, user.Sign(clock.GetUtcNow(), why));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception.IsTakenByAnother())
        {
            throw new RuleViolation(ChangedByAnother);
        }

        LogChanged(user.Name, planKey);
    }

    private static async Task<PlanTransition?> LoadAsync(RegionPlanDb db, string planKey, string? fromKey)
    {
        var plans = await db.Plans
            .Include(p => p.Wordings)
            .Include(p => p.Standings)
            .Include(p => p.Goals).ThenInclude(g => g.Wordings)
            .Include(p => p.Goals).ThenInclude(g => g.Successions)
            .Include(p => p.Goals).ThenInclude(g => g.Directions).ThenInclude(d => d.Wordings)
            .OrderBy(p => p.FirstYear).ToListAsync();
        var withMeasures = await db.Measures.Select(m => m.PlanId).Distinct().ToListAsync();
        if (plans.Find(p => p.Key == planKey) is not { } to)
        {
            return null;
        }

        var earlier = plans.Where(p => p.FirstYear < to.FirstYear).ToList();
        var from = fromKey is null ? earlier.FindLast(p => withMeasures.Contains(p.Id)) : earlier.Find(p => p.Key == fromKey);
        if (from is null)
        {
            return null;
        }

        var measures = await db.Measures.Where(m => m.PlanId == from.Id || m.PlanId == to.Id)
            .Include(m => m.Definitions)
            .Include(m => m.Series).ThenInclude(s => s.Definitions)
            .Include(m => m.Successions)
            .ToListAsync();
        return new(from, to, plans, measures);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} changed the transition to plan {Plan}")]
    private partial void LogChanged(string by, string plan);
}
