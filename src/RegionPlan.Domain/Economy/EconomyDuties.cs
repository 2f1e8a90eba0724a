using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Economy;

/// <summary>That a unit owes a follow-up the economy of one budget post.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="Row">The post as it stands in the year.</param>
/// <param name="ReporterId">The unit that hands in.</param>
/// <param name="IsExpected">Whether it must be told; what the budget leaves blank may be left blank.</param>
public sealed record EconomyDuty(FollowUp FollowUp, BudgetRow Row, Guid ReporterId, bool IsExpected)
{
    private const int MonthsInYear = 12;

    private bool IsAtYearEnd => Through.Number == MonthsInYear;

    /// <summary>The last month that is told of.</summary>
    public Period Through => EconomyDuties.MonthOf(FollowUp);

    public AmountKey Key => new(Row.Post.Id, Through);

    /// <summary>Whether an amount is owed: a helårsprognos all year but at its end, and an utfall, which the balanskravsutredning has for whole years only.</summary>
    public bool Owes(AmountKind kind) => kind switch
    {
        AmountKind.Forecast => !IsAtYearEnd,
        AmountKind.Outcome => IsAtYearEnd || Row.Post.Section is not (BudgetSection.BalanceAdjustment or BudgetSection.Reserve or BudgetSection.Restoration),
    };
}

/// <summary>What there is to hand in of a year's economy, and what is recorded of it.</summary>
/// <param name="Budget">The year's budget.</param>
/// <param name="StaffId">The unit that hands in what no unit answers for: regionstaben.</param>
/// <param name="Recorded">The amounts that are recorded, invented ones left out.</param>
public sealed record YearEconomy(BudgetYear Budget, Guid StaffId, IReadOnlySet<(AmountKey Key, AmountKind Kind)> Recorded)
{
    /// <summary>Whether every amount that a duty asks for is recorded.</summary>
    public bool HasAll(EconomyDuty duty) => Enum.GetValues<AmountKind>().Where(duty.Owes).All(kind => Recorded.Contains((duty.Key, kind)));
}

/// <summary>Who owes the economy of what to which follow-up.</summary>
public static class EconomyDuties
{
    /// <summary>The month that a follow-up's period ends with.</summary>
    public static Period MonthOf(FollowUp followUp) => Period.OfMonth(followUp.Year, followUp.Terms.Through.Month);

    /// <summary>The follow-ups that the economy is handed in to: the first of those that tell of it for each month.</summary>
    public static IReadOnlyList<FollowUp> Collecting(IEnumerable<FollowUp> followUps) =>
        [.. followUps.Where(f => TellsOfEconomy(f.Kind)).GroupBy(MonthOf)
            .Select(g => g.OrderBy(f => f.Terms.UnitDue).ThenBy(f => f.Kind).ThenBy(f => f.Number).First()).OrderBy(f => f.Terms.Through)];

    /// <param name="followUp">A follow-up that the economy is handed in to.</param>
    /// <param name="budget">The year's budget.</param>
    /// <param name="tree">The organisation through the follow-up's period.</param>
    /// <param name="staffId">The unit that hands in what no unit answers for: regionstaben.</param>
    /// <returns>One duty for each post; the posts that tell a part of another are in no sum and not owed.</returns>
    public static IReadOnlyList<EconomyDuty> Of(FollowUp followUp, BudgetYear budget, OrganizationTree tree, Guid staffId) =>
    [
        .. from section in Enum.GetValues<BudgetSection>()
           from row in budget.RowsIn(section)
           select new EconomyDuty(
               followUp,
               row,
               row.Definition.UnitId is { } unit && tree.Find(unit) is not null ? unit : staffId,
               EconomyPeriod.IsExpected(row)),
    ];

    private static bool TellsOfEconomy(FollowUpKind kind) => kind switch
    {
        FollowUpKind.PeriodReport or FollowUpKind.InterimReport or FollowUpKind.AnnualReport => true,
        FollowUpKind.ProgressReport or FollowUpKind.ActivityReport => false,
    };
}
