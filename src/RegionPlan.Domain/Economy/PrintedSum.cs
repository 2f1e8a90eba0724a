using RegionPlan.Domain.History;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Domain.Economy;

/// <summary>What a plan prints for a sum: told beside the derived one where the two differ, and never counted with.</summary>
public sealed class PrintedSum : Fact
{
    private PrintedSum() => Source = "";

    /// <param name="plan">The plan that prints it.</param>
    /// <param name="year">The year.</param>
    /// <param name="sum">Which sum.</param>
    /// <param name="unitId">The unit whose sum it is: a nämnd, or the region.</param>
    /// <param name="amount">In mnkr.</param>
    /// <param name="decimals">How many decimals it is printed with.</param>
    /// <param name="source">The table it stands in.</param>
    /// <param name="version">Its number among the versions of the same sum.</param>
    /// <param name="recorded">Who recorded it.</param>
    /// <exception cref="RuleViolation">The amount cannot be kept, or the source is missing.</exception>
    public PrintedSum(Plan plan, int year, BudgetSum sum, Guid unitId, decimal amount, int decimals, string source, int version, Recording recorded)
        : base(version, recorded)
    {
        PlanId = plan.Id;
        Year = year;
        Sum = sum;
        UnitId = unitId;
        Amount = Mnkr.Keepable(amount);
        Decimals = decimals;
        Source = TextLimit.Needed(source, BudgetAmount.MaxSourceLength, "Källan");
    }

    public Guid PlanId { get; private init; }

    public int Year { get; private init; }

    public BudgetSum Sum { get; private init; }

    public Guid UnitId { get; private init; }

    public decimal Amount { get; private init; }

    public int Decimals { get; private init; }

    public string Source { get; private init; }
}
