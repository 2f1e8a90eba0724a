namespace RegionPlan.Domain.Plans;

/// <summary>How goals continue from plan to plan.</summary>
public sealed class GoalLineage
{
    private readonly Dictionary<Guid, Guid> predecessors;

    /// <param name="goals">The goals of all plans with their successions.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    public GoalLineage(IEnumerable<Goal> goals, DateTimeOffset? asOf = null) => predecessors = goals
        .Select(g => (g.Id, Predecessor: g.PredecessorId(asOf)))
        .Where(g => g.Predecessor is not null)
        .ToDictionary(g => g.Id, g => g.Predecessor!.Value);

    /// <summary>The first goal of the chain that a goal is in: itself where it continues none.</summary>
    public Guid FirstOf(Guid goalId)
    {
        var seen = new HashSet<Guid>();
        while (seen.Add(goalId) && predecessors.TryGetValue(goalId, out var earlier))
        {
            goalId = earlier;
        }

        return goalId;
    }
}
