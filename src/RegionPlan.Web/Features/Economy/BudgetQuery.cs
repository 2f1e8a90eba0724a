using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Economy;

/// <summary>Reads a plan's budget with everything that it is derived from.</summary>
internal sealed class BudgetQuery(IDbContextFactory<RegionPlanDb> databases, PlanReader plans)
{
    /// <summary>The measure that follows the result as a share of taxes and grants.</summary>
    private const string ResultMeasure = "5.1";

    /// <param name="planKey">The plan; where it is not given or has no budget, the newest that has the year, or the newest of all.</param>
    /// <param name="year">The year; where it is not given or not the plan's, the plan's year that is nearest to this one.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    /// <param name="through">The month, such as 2025-08, or the key of a follow-up, that the outcome is looked at through; the latest where it is not given.</param>
    /// <returns>Null where no budget was recorded by then.</returns>
    internal async Task<PlanBudget?> ReadAsync(string? planKey, int? year, DateTimeOffset? asOf, string? through = null)
    {
        await using var db = await databases.CreateDbContextAsync();
        var posts = await db.BudgetPostsAsync();
        var budgeted = posts.SelectMany(p => p.Amounts).Where(a => asOf is null || a.Recorded.At <= asOf).Select(a => a.PlanId).ToHashSet();
        var known = (await db.Plans.AsNoTracking().Include(p => p.Wordings).OrderBy(p => p.FirstYear).ToListAsync()).FindAll(p => budgeted.Contains(p.Id));
        if (Choose(known, planKey, year ?? plans.Today.Year) is not { } plan)
        {
            return null;
        }

        var chosen = Math.Clamp(year ?? plans.Today.Year, plan.FirstYear, plan.LastYear);
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToDictionaryAsync(u => u.Id);
        var facts = await db.BudgetFactsAsync(plan, posts);
        List<BudgetYear> years = [.. Enumerable.Range(plan.FirstYear, plan.LastYear - plan.FirstYear + 1).Select(y => BudgetYear.Of(facts, y, asOf))];
        return new(
            plan,
            plan.Wordings.Current(plan.FirstDay, asOf)?.Name ?? plan.Key,
            known,
            years,
            years.Single(y => y.Year == chosen),
            await ForecastsAsync(db, facts, asOf),
            units,
            await TargetAsync(db, plan, chosen, asOf))
        {
            Told = await ToldAsync(db, years.Single(y => y.Year == chosen), through, asOf),
        };
    }

    private static async Task<PeriodTelling> ToldAsync(RegionPlanDb db, BudgetYear budget, string? through, DateTimeOffset? asOf)
    {
        var entries = await db.EntriesOfAsync(budget.Year);
        var followUps = EconomyDuties.Collecting(await db.FollowUps.AsNoTracking().Include(f => f.Versions).Where(f => f.Year == budget.Year).ToListAsync());
        List<ToldMonth> months = [];
        foreach (var month in EconomyPeriod.Told(entries, budget.Year, asOf))
        {
            var period = EconomyPeriod.Of(budget, entries, month, asOf);
            months.Add(new(
                month,
                followUps.FirstOrDefault(f => EconomyDuties.MonthOf(f) == month),
                period.SumOf(budget.Result, period.IsWholeYear ? EconomyColumn.Outcome : EconomyColumn.Forecast)));
        }

        var asked = followUps.FirstOrDefault(f => f.Key == through) is { } followUp ? EconomyDuties.MonthOf(followUp)
            : Period.TryParse(through, out var written) && written.Kind == PeriodKind.Month ? written : (Period?)null;
        var chosen = asked is { } wanted && wanted.Year == budget.Year ? wanted : months.LastOrDefault()?.Through;
        return new(
            months,
            chosen is { } seen ? EconomyPeriod.Of(budget, entries, seen, asOf) : null,
            followUps.FirstOrDefault(f => EconomyDuties.MonthOf(f) == chosen));
    }

    private static Plan? Choose(List<Plan> known, string? key, int year) =>
        known.Find(p => p.Key == key) ?? known.FindLast(p => p.FirstYear <= year && year <= p.LastYear) ?? known.LastOrDefault();

    /// <summary>The forecasts of the plan's years, the latest first, with the periodrapport that each belongs to.</summary>
    private static async Task<List<ToldForecast>> ForecastsAsync(RegionPlanDb db, BudgetFacts facts, DateTimeOffset? asOf)
    {
        var (first, last) = (facts.Plan.FirstYear, facts.Plan.LastYear);
        var reports = await db.FollowUps.AsNoTracking().Include(f => f.Versions)
            .Where(f => f.Kind == FollowUpKind.PeriodReport && f.Year >= first && f.Year <= last).ToListAsync();
        return
        [
            .. facts.Forecasts.Where(f => f.Year >= first && f.Year <= last)
                .GroupBy(f => (f.Year, f.Through)).Select(g => g.Latest(asOf)).OfType<ResultForecast>()
                .OrderByDescending(f => f.Through.End)
                .Select(f => new ToldForecast(f, reports.Find(r => r.Terms.Through == f.Through.End))),
        ];
    }

    private static async Task<MeasureTarget?> TargetAsync(RegionPlanDb db, Plan plan, int year, DateTimeOffset? asOf)
    {
        var measure = await db.Measures.AsNoTracking().Where(m => m.PlanId == plan.Id && m.Code == ResultMeasure)
            .Include(m => m.Definitions).Include(m => m.Series).ThenInclude(s => s.Targets).SingleOrDefaultAsync();
        if (measure is not { Series: [var series, ..] })
        {
            return null;
        }

        var day = new DateOnly(year, 12, 31);
        var target = series.Targets.Where(t => t.Term == Domain.Measures.TargetTerm.ShortTerm && t.Slot == year && !t.IsExample).Current(day, asOf)?.Target;
        return target is null ? null : new(measure.Code, measure.Definitions.Current(day, asOf)!.Terms, target);
    }
}
