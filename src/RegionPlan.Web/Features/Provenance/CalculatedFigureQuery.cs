using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Rollup;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Provenance;

/// <summary>Reads what a calculated outcome of the region's comes from: the units' figures, or the economy.</summary>
internal sealed class CalculatedFigureQuery(IDbContextFactory<RegionPlanDb> databases, CascadeReader cascades, UnitFigureReader figures, TimeProvider clock)
{
    /// <param name="seriesId">The series that the figures are recorded on.</param>
    /// <param name="period">The period.</param>
    /// <param name="asOf">When it was known; null for now.</param>
    /// <returns>Null where there is no such outcome, and where it is recorded and not calculated.</returns>
    internal async Task<CalculatedFigure?> ReadAsync(Guid seriesId, Period period, DateTimeOffset? asOf)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await FigureMeasure.ReadAsync(db, seriesId, period.End, asOf ?? clock.GetUtcNow()) is not { } measure
            || await CalculateAsync(db, measure, seriesId, period, asOf) is not { } figure)
        {
            return null;
        }

        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToDictionaryAsync(u => u.Id);
        return figure with
        {
            AsOf = asOf,
            Now = asOf is null ? figure.Value : (await CalculateAsync(db, measure, seriesId, period, null))?.Value,
            Reports = asOf is { } known ? await db.ReportsShowingAsync($"\"{FigureAddress.Calculated(seriesId, period, known)}\"", units) : [],
        };
    }

    private Task<CalculatedFigure?> CalculateAsync(RegionPlanDb db, FigureMeasure measure, Guid seriesId, Period period, DateTimeOffset? asOf) =>
        measure.Measure.PlanId is not null && FinancialMeasures.IsCounted(measure.Measure.Code, period.Year)
            ? OfEconomyAsync(db, measure, seriesId, period, asOf)
            : OfUnitsAsync(measure, seriesId, period, asOf);

    private async Task<CalculatedFigure?> OfUnitsAsync(FigureMeasure measure, Guid seriesId, Period period, DateTimeOffset? asOf)
    {
        var reading = await cascades.ReadAsync(period.Year, asOf);
        var region = reading.Units.Single(u => u.Key == OrganizationUnit.RegionKey);
        var own = reading.Series.ContainsKey(measure.Series.Id) ? await figures.HistoryAsync(reading, measure.Series.Id, region.Id, asOf: asOf) : [];
        if (own.FirstOrDefault(p => p.Period == period) is not { Figure: { Origin: FigureOrigin.Derived, Derived: { } derived } figure, Tree: var tree } || reading.Lineage.RecordedOn(measure.Series.Id) != seriesId)
        {
            return null;
        }

        return new(
            measure,
            period,
            derived.Value,
            FigureText.HowSummed(measure.Terms.Summed),
            [
                .. derived.Sources
                    .Select(s => new CalculatedPart(tree.NameOf(s.UnitId) ?? "Okänd enhet", FigureText.WithParts(s.Value!, measure.Terms), FigureAddress.Recorded(s.Id), s.IsExample))
                    .OrderBy(p => p.Name, StringComparer.Create(Sv.Culture, ignoreCase: true)),
            ],
            FigureText.Missing(figure, tree));
    }

    private static async Task<CalculatedFigure?> OfEconomyAsync(RegionPlanDb db, FigureMeasure measure, Guid seriesId, Period period, DateTimeOffset? asOf)
    {
        var through = Period.OfMonth(period.Year, 12);
        if (await db.BudgetOfAsync(period.Year, asOf) is not { } budget)
        {
            return null;
        }

        var year = EconomyPeriod.Of(budget, await db.EntriesOfAsync(period.Year), through, asOf);
        if (FinancialMeasures.Of(measure.Measure.Code, seriesId, Guid.Empty, year) is not { Value: { } value } entry || entry.Period != period)
        {
            return null;
        }

        var unitKeys = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Key);
        var isShare = measure.Measure.Code == FinancialMeasures.ResultShare;
        List<PeriodLine> lines = isShare
            ? [.. new[] { budget.Result, budget.TaxesAndGrants }.Select(s => new PeriodLine(EconomyText.Name(s, u => unitKeys[u]), null, s))]
            : [.. budget.RowsIn(BudgetSection.Borrowing).Select(r => new PeriodLine(r.Definition.Name, r, null))];
        return new(
            measure,
            period,
            value,
            $"{Sv.Capital(EconomyText.CountedFrom(measure.Measure.Code))}.",
            [.. lines.Select(l => PartOf(year, l, unit => unitKeys[unit], asOf))],
            null);
    }

    private static CalculatedPart PartOf(EconomyPeriod year, PeriodLine line, Func<Guid, string> unitKey, DateTimeOffset? asOf)
    {
        var amount = PeriodAmount.Of(year, line, onlyYear: true).Single(a => a.Column == PeriodColumn.Outcome);
        return new(line.Name, amount.Amount is { } known ? Money.WithUnit(known) : "saknas", FigureAddress.Of(year, line, PeriodColumn.Outcome, unitKey, asOf), amount.IsExample);
    }
}
