using RegionPlan.Domain.Economy;

namespace RegionPlan.Web.Shared;

/// <summary>A line of the table of a year's economy through a month.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Row">The post; null for a sum.</param>
/// <param name="Sum">The sum; null for a post.</param>
public sealed record PeriodLine(string Name, BudgetRow? Row, DerivedSum? Sum);

/// <summary>A part of the table under a heading.</summary>
/// <param name="Heading">The heading; null where it goes on without one.</param>
/// <param name="Lines">Its lines, the sum last.</param>
/// <param name="OnlyYear">Whether only the whole year is told of it: the balanskravsutredning is made of a year.</param>
public sealed record PeriodPart(string? Heading, IReadOnlyList<PeriodLine> Lines, bool OnlyYear = false);

/// <summary>Lays out the budget's posts and sums as the lines of one table.</summary>
public static class PeriodLines
{
    /// <param name="budget">The year's budget.</param>
    /// <param name="unitName">What a unit is called.</param>
    public static IReadOnlyList<PeriodPart> Of(BudgetYear budget, Func<Guid, string> unitName)
    {
        return
        [
            .. budget.Boards.Select(b => new PeriodPart(unitName(b.UnitId), [.. Posts(BudgetSection.BoardFrame).Where(l => l.Row!.Definition.BoardId == b.UnitId), Sum(b)])),
            new("Alla ramar", [Sum(budget.BoardsTotal), .. Posts(BudgetSection.JointFrame), Sum(budget.Frames)]),
            new("Resultat", [.. Posts(BudgetSection.OperatingItem), Sum(budget.NetCost)]),
            new(null, [.. Posts(BudgetSection.TaxesAndGrants), .. Posts(BudgetSection.FinancialItem), Sum(budget.Financing)]),
            new(null, [Sum(budget.Result)]),
            new("Balanskrav", [.. Bridge(budget), Sum(budget.Bridge.BalanceResult)], OnlyYear: true),
            new("Investeringar", [.. Posts(BudgetSection.Investment), Sum(budget.Investments), .. Posts(BudgetSection.Borrowing)]),
        ];

        IEnumerable<PeriodLine> Posts(BudgetSection section) => budget.RowsIn(section).Select(Post);

        PeriodLine Sum(DerivedSum sum) => new(EconomyText.Name(sum, unitName), null, sum);
    }

    private static IEnumerable<PeriodLine> Bridge(BudgetYear budget) =>
        budget.Bridge.Adjustments.Concat(budget.Bridge.Reserves).Concat(budget.Bridge.Restorations).Where(EconomyPeriod.IsExpected).Select(Post);

    private static PeriodLine Post(BudgetRow row) => new(row.Definition.Name, row, null);
}
