using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Data;

/// <summary>Loads what a year's economy is derived from.</summary>
internal static class EconomyLoading
{
    /// <summary>The unit that hands in what no unit of the organisation answers for.</summary>
    internal const string StaffKey = "regionstaben";

    /// <summary>Every budget post with its definitions and amounts.</summary>
    internal static Task<List<BudgetPost>> BudgetPostsAsync(this RegionPlanDb db, CancellationToken cancellation = default) =>
        db.Set<BudgetPost>().AsNoTracking().Include(p => p.Definitions).Include(p => p.Amounts).ToListAsync(cancellation);

    /// <summary>A plan's budget with what it is derived from.</summary>
    internal static async Task<BudgetFacts> BudgetFactsAsync(
        this RegionPlanDb db, Plan plan, IReadOnlyList<BudgetPost> posts, CancellationToken cancellation = default) => new(
        plan,
        await db.Units.Where(u => u.Key == OrganizationUnit.RegionKey).Select(u => u.Id).SingleAsync(cancellation),
        posts,
        await db.Set<PrintedSum>().AsNoTracking().Where(p => p.PlanId == plan.Id).ToListAsync(cancellation),
        await db.Set<ResultGoal>().AsNoTracking().Where(g => g.PlanId == plan.Id).ToListAsync(cancellation),
        await db.Set<ResultForecast>().AsNoTracking().ToListAsync(cancellation));

    /// <summary>The budget of a year, of the newest plan that has one; null where none has.</summary>
    internal static async Task<BudgetYear?> BudgetOfAsync(this RegionPlanDb db, int year, DateTimeOffset? asOf = null, CancellationToken cancellation = default) =>
        await db.BudgetsOfAsync([year], asOf, cancellation) is [var budget] ? budget : null;

    /// <summary>The budgets of some years, each of the newest plan that has one for it, in the order of the years; a year without is left out.</summary>
    internal static async Task<IReadOnlyList<BudgetYear>> BudgetsOfAsync(
        this RegionPlanDb db, IReadOnlyCollection<int> years, DateTimeOffset? asOf = null, CancellationToken cancellation = default)
    {
        if (years.Count == 0)
        {
            return [];
        }

        var posts = await db.BudgetPostsAsync(cancellation);
        var budgeted = posts.SelectMany(p => p.Amounts).Where(a => asOf is null || a.Recorded.At <= asOf).Select(a => (a.PlanId, a.Year)).ToHashSet();
        var plans = await db.Plans.AsNoTracking().OrderBy(p => p.FirstYear).ToListAsync(cancellation);
        Dictionary<Guid, BudgetFacts> facts = [];
        List<BudgetYear> budgets = [];
        foreach (var (year, plan) in years.Order().Select(y => (y, plans.FindLast(p => budgeted.Contains((p.Id, y))))).Where(b => b.Item2 is not null))
        {
            if (!facts.TryGetValue(plan!.Id, out var known))
            {
                facts[plan.Id] = known = await db.BudgetFactsAsync(plan, posts, cancellation);
            }

            budgets.Add(BudgetYear.Of(known, year, asOf));
        }

        return budgets;
    }

    /// <summary>Every version of every amount of a year and of the year before.</summary>
    internal static async Task<List<EconomyEntry>> EntriesOfAsync(this RegionPlanDb db, int year, CancellationToken cancellation = default)
    {
        List<Period> months = [.. Enumerable.Range(1, 12).SelectMany(m => new[] { Period.OfMonth(year - 1, m), Period.OfMonth(year, m) })];
        return await db.EconomyEntries.AsNoTracking().Where(e => months.Contains(e.Through)).ToListAsync(cancellation);
    }

    /// <summary>What there is to hand in of a year's economy, and what is recorded of it; null where the year has no budget.</summary>
    internal static async Task<YearEconomy?> YearEconomyAsync(
        this RegionPlanDb db, int year, IReadOnlyList<OrganizationUnit> units, CancellationToken cancellation = default)
    {
        if (await db.BudgetOfAsync(year, cancellation: cancellation) is not { } budget)
        {
            return null;
        }

        List<Period> months = [.. Enumerable.Range(1, 12).Select(m => Period.OfMonth(year, m))];
        var entries = await db.EconomyEntries.AsNoTracking().Where(e => months.Contains(e.Through)).ToListAsync(cancellation);
        return new(
            budget,
            StaffOf(units),
            entries.GroupBy(e => (e.Key, e.Kind)).Where(g => g.MaxBy(e => e.Version) is { Amount: not null, IsExample: false }).Select(g => g.Key).ToHashSet());
    }

    /// <summary>Who owes a follow-up which posts; none where it does not collect the economy, or the year has no budget.</summary>
    internal static IReadOnlyList<EconomyDuty> DutiesOf(FollowUpYear year, FollowUp followUp, BudgetYear? budget, IReadOnlyList<OrganizationUnit> units)
    {
        if (budget is null || EconomyDuties.Collecting(year.FollowUps).All(f => f.Id != followUp.Id))
        {
            return [];
        }

        return EconomyDuties.Of(followUp, budget, year.TreeOf(followUp), StaffOf(units));
    }

    private static Guid StaffOf(IReadOnlyList<OrganizationUnit> units) =>
        (units.FirstOrDefault(u => u.Key == StaffKey) ?? units.First(u => u.Key == OrganizationUnit.RegionKey)).Id;
}
