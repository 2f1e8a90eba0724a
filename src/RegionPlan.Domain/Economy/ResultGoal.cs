using RegionPlan.Domain.History;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Domain.Economy;

/// <summary>A plan's resultatmål: how large a share of taxes, equalisation and general grants each year's result shall be.</summary>
public sealed class ResultGoal : Fact
{
    private ResultGoal() => Source = "";

    /// <exception cref="RuleViolation">The share is not a share, or the source is missing.</exception>
    public ResultGoal(Plan plan, decimal percent, string source, int version, Recording recorded)
        : base(version, recorded)
    {
        if (percent is <= 0 or > 100)
        {
            throw new RuleViolation("Resultatmålet är en andel. Ange det i procent, till exempel 2.");
        }

        PlanId = plan.Id;
        Percent = percent;
        Source = TextLimit.Needed(source, BudgetAmount.MaxSourceLength, "Källan");
    }

    public Guid PlanId { get; private init; }

    public decimal Percent { get; private init; }

    public string Source { get; private init; }
}
