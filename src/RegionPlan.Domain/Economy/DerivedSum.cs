namespace RegionPlan.Domain.Economy;

/// <summary>A sum with everything it was summed from.</summary>
/// <param name="Sum">Which sum.</param>
/// <param name="UnitId">The unit whose sum it is: a nämnd, or the region.</param>
/// <param name="Terms">What it is the sum of, in order.</param>
/// <param name="Printed">What the plan prints for it; null where it prints nothing.</param>
public sealed record DerivedSum(BudgetSum Sum, Guid UnitId, IReadOnlyList<SumTerm> Terms, PrintedSum? Printed = null)
{
    /// <summary>In mnkr.</summary>
    public decimal Amount { get; } = Terms.Sum(t => t.Amount);

    /// <summary>Whether the plan prints another figure than the derived one, at the decimals that it prints with.</summary>
    public bool DiffersFromPrinted => Printed is { } printed && Mnkr.Rounded(Amount, printed.Decimals) != printed.Amount;

    /// <summary>Posts that have an amount in another year of the plan but none in this one, in this sum or in one that it is summed from.</summary>
    public IReadOnlyList<BudgetRow> Missing => [.. Terms.SelectMany(t => t.Missing)];
}

/// <summary>One thing that a sum is made of: a post's row, or another sum.</summary>
public abstract record SumTerm
{
    private SumTerm()
    {
    }

    /// <summary>In mnkr; 0 where a row has no amount.</summary>
    public abstract decimal Amount { get; }

    internal abstract IEnumerable<BudgetRow> Missing { get; }

    /// <summary>A post's row.</summary>
    public sealed record Post(BudgetRow Row) : SumTerm
    {
        public override decimal Amount => Row.Amount ?? 0;

        internal override IEnumerable<BudgetRow> Missing => Row.IsMissing ? [Row] : [];
    }

    /// <summary>Another sum.</summary>
    public sealed record Part(DerivedSum Whole) : SumTerm
    {
        public override decimal Amount => Whole.Amount;

        internal override IEnumerable<BudgetRow> Missing => Whole.Missing;
    }
}

/// <summary>A post as it stands in one year of a plan.</summary>
/// <param name="Post">The post.</param>
/// <param name="Definition">What it is called and whose it is that year.</param>
/// <param name="Decided">Its amount; null where the plan has none for the year.</param>
/// <param name="Parts">The posts that tell a part of it ("varav"); they are in no sum.</param>
/// <param name="IsMissing">Whether the plan has an amount for another year but none for this one.</param>
public sealed record BudgetRow(BudgetPost Post, PostDefinition Definition, BudgetAmount? Decided, IReadOnlyList<BudgetRow> Parts, bool IsMissing)
{
    /// <summary>In mnkr; null where the plan has no amount for the year.</summary>
    public decimal? Amount => Decided?.Amount;
}
