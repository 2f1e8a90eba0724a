using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Plans;

/// <summary>
/// A person's own judgement of a goal in one year, in place of the computed one; the motivation is <see cref="Recording.Why"/>. A change
/// of mind is a new version; one without a status takes the override back.
/// </summary>
public sealed class GoalOverride : Fact
{
    private GoalOverride()
    {
    }

    internal GoalOverride(Goal goal, int version, int year, GoalStatus? status, Recording recorded)
        : base(version, recorded)
    {
        GoalId = goal.Id;
        Year = year;
        Status = status;
    }

    public Guid GoalId { get; private init; }

    /// <summary>The year that is judged.</summary>
    public int Year { get; private init; }

    /// <summary>Achieved, partly or not; null where the override is taken back.</summary>
    public GoalStatus? Status { get; private init; }
}
