using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Economy;

/// <summary>One decided version of what a budget post is given, or brings in, in a year of a plan.</summary>
public sealed class BudgetAmount : Fact
{
    public const int MaxSourceLength = 200;

    private BudgetAmount() => Source = "";

    internal BudgetAmount(Guid postId, Guid planId, int year, int version, decimal amount, string source, Recording recorded)
        : base(version, recorded)
    {
        PostId = postId;
        PlanId = planId;
        Year = year;
        Amount = Mnkr.Keepable(amount);
        Source = TextLimit.Needed(source, MaxSourceLength, "Källan");
    }

    public Guid PostId { get; private init; }

    public Guid PlanId { get; private init; }

    public int Year { get; private init; }

    /// <summary>In mnkr, minus for a cost.</summary>
    public decimal Amount { get; private init; }

    /// <summary>The document and table that the amount stands in.</summary>
    public string Source { get; private init; }
}
