using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Economy;

/// <summary>The posts of a plan as they stand in one year, and the sums that they make.</summary>
internal sealed class BudgetRows
{
    private readonly BudgetFacts facts;
    private readonly int year;
    private readonly DateTimeOffset? asOf;
    private readonly ILookup<BudgetSection, BudgetRow> rows;

    internal BudgetRows(BudgetFacts facts, int year, DateTimeOffset? asOf)
    {
        (this.facts, this.year, this.asOf) = (facts, year, asOf);
        var known = facts.Posts.Where(IsInPlan).ToList();
        var parts = known.Where(p => p.PartOfId is not null).ToLookup(p => p.PartOfId!.Value);
        rows = known.Where(p => p.PartOfId is null).OrderBy(p => p.Order)
            .Select(p => Row(p, [.. parts[p.Id].OrderBy(part => part.Order).Select(part => Row(part, []))]))
            .ToLookup(r => r.Post.Section);
    }

    internal IReadOnlyList<BudgetRow> In(BudgetSection section) => [.. rows[section]];

    internal IEnumerable<SumTerm> TermsOf(BudgetSection section) => rows[section].Select(r => new SumTerm.Post(r));

    internal DerivedSum Sum(BudgetSum sum, params IEnumerable<SumTerm> terms) => Sum(sum, facts.RegionId, terms);

    internal DerivedSum Sum(BudgetSum sum, Guid unitId, IEnumerable<SumTerm> terms) => new(
        sum,
        unitId,
        [.. terms],
        facts.Printed.Where(p => p.PlanId == facts.Plan.Id && p.Year == year && p.Sum == sum && p.UnitId == unitId).Latest(asOf));

    /// <summary>A blank in the balanskravsutredning says that there is nothing to tell; elsewhere it is a figure that lacks.</summary>
    private static bool MayBeBlank(BudgetSection section) => section switch
    {
        BudgetSection.BalanceAdjustment or BudgetSection.Reserve or BudgetSection.Restoration => true,
        BudgetSection.BoardFrame or BudgetSection.JointFrame or BudgetSection.OperatingItem or BudgetSection.TaxesAndGrants
            or BudgetSection.FinancialItem or BudgetSection.Investment or BudgetSection.Borrowing => false,
    };

    private bool IsInPlan(BudgetPost post) => post.Amounts.Any(a => a.PlanId == facts.Plan.Id && (asOf is null || a.Recorded.At <= asOf));

    private BudgetRow Row(BudgetPost post, IReadOnlyList<BudgetRow> parts)
    {
        var decided = post.AmountOf(facts.Plan.Id, year, asOf);
        return new(post, post.Definitions.Current(new(year, 12, 31), asOf)!, decided, parts, decided is null && !MayBeBlank(post.Section));
    }
}
