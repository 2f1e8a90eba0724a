using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Plans;

/// <summary>Whether a plan that was prepared beside another has been put in force; the latest holds.</summary>
public sealed class PlanStanding : Fact
{
    private PlanStanding()
    {
    }

    internal PlanStanding(Guid planId, bool isInForce, int version, Recording recorded)
        : base(version, recorded)
    {
        PlanId = planId;
        IsInForce = isInForce;
    }

    public Guid PlanId { get; private init; }

    public bool IsInForce { get; private init; }
}
