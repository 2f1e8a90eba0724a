using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>The resources about the economy: the decided budget, and what the budget posts have come to.</summary>
internal static class EconomyEndpoints
{
    internal static void MapEconomy(this RouteGroupBuilder api)
    {
        api.MapList<PublishedBudget>("/budget", BudgetAsync, new(
            "budget", "Årets budget", "Budgetposterna med belopp i miljoner kronor, minus är kostnad. Summor räknas ur posterna; varav-rader (partOf) ingår inte i dem."));
        api.MapList<PublishedAmount>("/economy", EconomyAsync, new(
            "economy", "Utfall och helårsprognoser", "Gällande utfall och prognoser per budgetpost och period, det som är godkänt hela vägen. Rättade belopp ingår inte; asOf ger det som gällde då."));
    }

    private static async Task<IResult> BudgetAsync(
        HttpRequest request, [AsParameters] EconomyQuery query, IDbContextFactory<RegionPlanDb> databases, PlanReader plans, CancellationToken cancellation)
    {
        var (year, asOf) = query.Read();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var posts = await db.BudgetPostsAsync(cancellation);
        var chosen = year ?? posts.SelectMany(p => p.Amounts).Where(a => a.Year <= plans.Today.Year).Select(a => (int?)a.Year).Max() ?? plans.Today.Year;
        var budget = await db.BudgetOfAsync(chosen, asOf, cancellation);
        var keys = await db.Plans.ToDictionaryAsync(p => p.Id, p => p.Key, cancellation);
        var units = await UnitKeysAsync(db, cancellation);
        List<PublishedBudget> answer = budget is null
            ? []
            : [.. Enum.GetValues<BudgetSection>().SelectMany(budget.RowsIn).SelectMany(r => r.Parts.Select(p => (Row: p, Whole: (BudgetRow?)r)).Prepend((Row: r, Whole: null)))
                .Where(x => x.Row.Decided is not null).Select(x => PublishedBudget.Of(x.Row, x.Whole, budget, keys, units, asOf))];
        return Answer.List(request, answer, CsvTables.Budget(answer), $"budget-{chosen}");
    }

    private static async Task<IResult> EconomyAsync(
        HttpRequest request, [AsParameters] EconomyQuery query, IDbContextFactory<RegionPlanDb> databases, PlanReader plans, CancellationToken cancellation)
    {
        var (year, asOf) = query.Read();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var told = year is null ? await db.EconomyEntries.Where(e => asOf == null || e.Recorded.At <= asOf).Select(e => e.Through).Distinct().ToListAsync(cancellation) : [];
        var chosen = year ?? told.Select(t => (int?)t.Year).Where(y => y <= plans.Today.Year).Max() ?? plans.Today.Year;
        List<Period> months = [.. Enumerable.Range(1, 12).Select(m => Period.OfMonth(chosen, m))];
        var all = await db.EconomyEntries.AsNoTracking().Where(e => months.Contains(e.Through) && (asOf == null || e.Recorded.At <= asOf)).ToListAsync(cancellation);
        var posts = (await db.BudgetPostsAsync(cancellation)).ToDictionary(p => p.Id);
        var units = await UnitKeysAsync(db, cancellation);
        List<PublishedAmount> answer =
        [
            .. from entry in all.GroupBy(e => (e.Key, e.Kind)).Select(g => g.Latest()!)
               where entry.Amount is not null
               let post = posts[entry.PostId]
               orderby entry.Through.End, post.Section, post.Order, entry.Kind
               select PublishedAmount.Of(entry, post, units, asOf),
        ];
        return Answer.List(request, answer, CsvTables.Economy(answer), $"ekonomi-{chosen}");
    }

    private static Task<Dictionary<Guid, string>> UnitKeysAsync(RegionPlanDb db, CancellationToken cancellation) =>
        db.Set<OrganizationUnit>().ToDictionaryAsync(u => u.Id, u => u.Key, cancellation);
}
