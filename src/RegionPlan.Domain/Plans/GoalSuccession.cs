using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Plans;

/// <summary>Which goal of an earlier plan a goal continues; one without a goal takes the mapping back.</summary>
public sealed class GoalSuccession : Fact
{
    private GoalSuccession()
    {
    }

    internal GoalSuccession(Guid goalId, Guid? predecessorId, int version, Recording recorded)
        : base(version, recorded)
    {
        GoalId = goalId;
        PredecessorId = predecessorId;
    }

    /// <summary>The goal that continues the other.</summary>
    public Guid GoalId { get; private init; }

    /// <summary>The earlier goal; null where the goal is new.</summary>
    public Guid? PredecessorId { get; private init; }
}
