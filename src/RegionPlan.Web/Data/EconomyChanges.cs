using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.History;

namespace RegionPlan.Web.Data;

/// <summary>Reads what has been recorded of the economy, for the history: outcomes and forecasts, the budget, and the published figures beside it.</summary>
internal static class EconomyChanges
{
    internal static async Task<IEnumerable<Change>> ReadAsync(RegionPlanDb db, Guid? unitId, CancellationToken cancellation)
    {
        var posts = await db.BudgetPostsAsync(cancellation);
        var byId = posts.ToDictionary(p => p.Id);
        var entries = await db.EconomyEntries.AsNoTracking().Where(e => unitId == null || e.ReportedByUnitId == unitId).ToListAsync(cancellation);
        var told = from row in entries.GroupBy(e => (e.Key, e.Kind))
                   from step in row.Steps()
                   select new Change(ChangeKind.Economy, step.Fact, step.Earlier, NameOf(byId[step.Fact.PostId], step.Fact.Through.End), null, UnitId: step.Fact.ReportedByUnitId);
        return unitId is null ? told.Concat(OfBudget(posts)).Concat(await OfPublishedAsync(db, cancellation)) : told;
    }

    private static IEnumerable<Change> OfBudget(List<BudgetPost> posts) =>
    [
        .. from post in posts
           from amounts in post.Amounts.GroupBy(a => (a.PlanId, a.Year))
           from step in amounts.Steps()
           select new Change(ChangeKind.Economy, step.Fact, step.Earlier, NameOf(post, new(step.Fact.Year, 12, 31)), null),
        .. from post in posts
           from step in post.Definitions.Steps()
           select new Change(ChangeKind.Economy, step.Fact, step.Earlier, post.Key, null),
    ];

    private static async Task<IEnumerable<Change>> OfPublishedAsync(RegionPlanDb db, CancellationToken cancellation)
    {
        var plans = await db.Plans.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Key, cancellation);
        var goals = await db.Set<ResultGoal>().AsNoTracking().ToListAsync(cancellation);
        var sums = await db.Set<PrintedSum>().AsNoTracking().ToListAsync(cancellation);
        var forecasts = await db.Set<ResultForecast>().AsNoTracking().ToListAsync(cancellation);
        return
        [
            .. goals.GroupBy(g => g.PlanId).SelectMany(g => g.Steps()).Select(s => new Change(ChangeKind.Economy, s.Fact, s.Earlier, plans[s.Fact.PlanId], null)),
            .. sums.GroupBy(p => (p.PlanId, p.Year, p.Sum, p.UnitId)).SelectMany(g => g.Steps())
                .Select(s => new Change(ChangeKind.Economy, s.Fact, s.Earlier, plans[s.Fact.PlanId], null, UnitId: s.Fact.UnitId)),
            .. forecasts.GroupBy(f => (f.Year, f.Through)).SelectMany(g => g.Steps()).Select(s => new Change(ChangeKind.Economy, s.Fact, s.Earlier, null, null)),
        ];
    }

    private static string NameOf(BudgetPost post, DateOnly day) => post.Definitions.Current(day)?.Name ?? post.Key;
}
