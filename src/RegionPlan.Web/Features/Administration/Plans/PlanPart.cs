using System.Globalization;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>A part of a plan that has a name and a text: the plan itself, a goal, a direction or a focus area.</summary>
/// <param name="Title">What it is, in Swedish.</param>
/// <param name="Wordings">Its name and text over time.</param>
/// <param name="Word">Appends a new version.</param>
internal sealed record PlanPart(string Title, IReadOnlyList<Wording> Wordings, Func<string, string?, DateOnly, Recording, Wording> Word)
{
    internal static string KeyOfPlan => "plan";

    internal static string KeyOf(Goal goal) => string.Create(CultureInfo.InvariantCulture, $"mal-{goal.Order}");

    internal static string KeyOf(Goal goal, Direction direction) => string.Create(CultureInfo.InvariantCulture, $"inriktning-{goal.Order}-{direction.Order}");

    internal static string KeyOf(FocusArea area) => string.Create(CultureInfo.InvariantCulture, $"fokus-{area.Year}-{area.Order}");

    /// <summary>The part with that key; null where the plan has none.</summary>
    internal static PlanPart? Find(Plan plan, string key) => All(plan).Where(p => p.Key == key).Select(p => p.Part).FirstOrDefault();

    private static IEnumerable<(string Key, PlanPart Part)> All(Plan plan)
    {
        yield return (KeyOfPlan, new("planens namn", plan.Wordings, plan.Word));
        foreach (var goal in plan.Goals)
        {
            yield return (KeyOf(goal), new($"mål {goal.Order}", goal.Wordings, goal.Word));
            foreach (var direction in goal.Directions)
            {
                yield return (KeyOf(goal, direction), new($"långsiktig inriktning {direction.Order} för mål {goal.Order}", direction.Wordings, direction.Word));
            }
        }

        foreach (var area in plan.FocusAreas)
        {
            yield return (KeyOf(area), new($"fokusområde {area.Year}", area.Wordings, area.Word));
        }
    }
}
