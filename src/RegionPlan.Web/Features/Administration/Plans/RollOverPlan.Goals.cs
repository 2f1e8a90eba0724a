using System.Security.Claims;
using RegionPlan.Domain;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>The goals of a plan in preparation.</summary>
internal sealed partial class RollOverPlan
{
    /// <summary>Maps the plan's goals to those they continue.</summary>
    /// <param name="principal">Who maps.</param>
    /// <param name="planKey">The plan.</param>
    /// <param name="fromKey">The plan it takes over from.</param>
    /// <param name="map">For each goal the earlier goal; null where it is new. Those that stand so already are left.</param>
    /// <param name="why">Why; needed where a mapping is changed.</param>
    /// <exception cref="AccessRefused">The user may not administrate the plan.</exception>
    /// <exception cref="RuleViolation">A rule is broken, or another changed the same thing first.</exception>
    internal Task MapGoalsAsync(ClaimsPrincipal principal, string planKey, string fromKey, IReadOnlyDictionary<Guid, Guid?> map, string? why) =>
        ChangePreparedAsync(principal, planKey, fromKey, why, (_, transition, recording) =>
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

    /// <summary>Adds a goal that continues none.</summary>
    /// <inheritdoc cref="MapGoalsAsync"/>
    internal Task AddGoalAsync(ClaimsPrincipal principal, string planKey, string fromKey, Guid perspectiveId, string name, string? text, string? why) =>
        ChangePreparedAsync(principal, planKey, fromKey, why, (db, transition, recording) =>
        {
            var perspective = db.Perspectives.Find(perspectiveId) ?? throw new RuleViolation("Målområdet finns inte. Välj ett annat.");
            var order = transition.To.Goals.Select(g => g.Order).DefaultIfEmpty().Max() + 1;
            transition.To.AddGoal(order, perspective, name, text, recording).Continue(null, recording);
        });
}
