using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports;

/// <summary>The economy that a report shows.</summary>
/// <param name="Period">The year's economy through the follow-up's last month.</param>
/// <param name="AsOf">When the last of all that it is made of was recorded: as known then the figures are these, whatever is recorded later.</param>
/// <param name="Forecasts">The year's forecasts of the result, month after month.</param>
/// <param name="Published">The published forecasts of the year's result, through the same month.</param>
/// <param name="UnitKeys">The units' keys.</param>
public sealed record ReportedEconomy(EconomyPeriod Period, DateTimeOffset AsOf, ForecastDrawing Forecasts, IReadOnlyList<ResultForecast> Published, IReadOnlyDictionary<Guid, string> UnitKeys)
{
    /// <summary>Null where the year has no budget.</summary>
    internal static async Task<ReportedEconomy?> ReadAsync(RegionPlanDb db, FollowUp followUp, IEnumerable<OrganizationUnit> units)
    {
        if (await db.BudgetOfAsync(followUp.Year) is not { } budget)
        {
            return null;
        }

        var through = Domain.Outcomes.Period.OfMonth(followUp.Year, followUp.Terms.Through.Month);
        var entries = (await db.EntriesOfAsync(followUp.Year)).FindAll(e => e.Through.End <= through.End);
        var published = (await db.Set<ResultForecast>().AsNoTracking().Where(f => f.Year == followUp.Year).ToListAsync()).FindAll(f => f.Through.End <= through.End);
        return new(
            EconomyPeriod.Of(budget, entries, through),
            LastOf(budget, entries, published),
            ForecastDrawing.Of(budget, entries, published),
            [.. published.GroupBy(f => f.Through).Select(g => g.MaxBy(f => f.Version)!)],
            units.ToDictionary(u => u.Id, u => u.Key));
    }

    private static DateTimeOffset LastOf(BudgetYear budget, IEnumerable<EconomyEntry> entries, IEnumerable<ResultForecast> published)
    {
        var rows = Enum.GetValues<BudgetSection>().SelectMany(budget.RowsIn).ToList();
        return entries.Select(e => e.Recorded.At)
            .Concat(published.Select(f => f.Recorded.At))
            .Concat(rows.Select(r => r.Definition.Recorded.At))
            .Concat(rows.Where(r => r.Decided is not null).Select(r => r.Decided!.Recorded.At))
            .Max();
    }
}
