using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Provenance;

/// <summary>Reads what a derived amount of the economy is derived from.</summary>
internal sealed class SumProvenanceQuery(IDbContextFactory<RegionPlanDb> databases)
{
    /// <param name="through">The last month that is told of.</param>
    /// <param name="isPost">Whether the key is a post's, whose differences are derived, and not a sum's.</param>
    /// <param name="key">The sum's or the post's key.</param>
    /// <param name="column">The column's key.</param>
    /// <param name="asOf">When it was known; null for now.</param>
    /// <returns>Null where there is no such amount.</returns>
    internal async Task<SumProvenance?> ReadAsync(Period through, bool isPost, string key, string column, DateTimeOffset? asOf)
    {
        await using var db = await databases.CreateDbContextAsync();
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToDictionaryAsync(u => u.Id);
        if (await db.BudgetOfAsync(through.Year, asOf) is not { } known || await db.BudgetOfAsync(through.Year) is not { } current)
        {
            return null;
        }

        var entries = await db.EntriesOfAsync(through.Year);
        var then = new Telling(EconomyPeriod.Of(known, entries, through, asOf), units, asOf);
        if (then.Find(isPost, key) is not { } line || then.AmountOf(line, column) is not { } shown || (isPost && !shown.IsChange))
        {
            return null;
        }

        var now = new Telling(EconomyPeriod.Of(current, entries, through), units, null);
        var address = FigureAddress.Of(then.Period, line, shown.Column, unit => units[unit].Key, asOf)!;
        return new(
            line.Name,
            through,
            shown,
            then.TermsOf(line, shown),
            then.MissingOf(line, shown),
            shown.Column == PeriodColumn.Budget ? line.Sum?.Printed : null,
            asOf,
            (now.Find(isPost, key) is { } same ? now.AmountOf(same, column) : null) ?? shown with { Amount = null },
            await db.ReportsShowingAsync($"\"{address}\"", units));
    }

    /// <summary>The year's economy as it was known, with the words and addresses of its parts.</summary>
    private sealed class Telling(EconomyPeriod period, IReadOnlyDictionary<Guid, OrganizationUnit> units, DateTimeOffset? asOf)
    {
        internal EconomyPeriod Period => period;

        internal PeriodLine? Find(bool isPost, string key) => isPost
            ? Enum.GetValues<BudgetSection>().SelectMany(period.Budget.RowsIn).Where(r => r.Post.Key == key).Select(LineOf).FirstOrDefault()
            : SumsOf(period.Budget.Bridge.BalanceResult).Concat(SumsOf(period.Budget.Investments)).Append(period.Budget.Bridge.Adjusted)
                .Where(s => FigureAddress.KeyOf(s, KeyOf) == key).Select(LineOf).FirstOrDefault();

        internal PeriodAmount? AmountOf(PeriodLine line, string column) => Amounts(line).FirstOrDefault(a => FigureAddress.KeyOf(a.Column) == column);

        internal IReadOnlyList<SumPart> TermsOf(PeriodLine line, PeriodAmount shown) => shown.Column switch
        {
            PeriodColumn.Change => Difference(line, PeriodColumn.Outcome, PeriodColumn.OutcomeBefore),
            PeriodColumn.Deviation => Difference(line, period.IsWholeYear ? PeriodColumn.Outcome : PeriodColumn.Forecast, PeriodColumn.Budget),
            PeriodColumn.Budget or PeriodColumn.Outcome or PeriodColumn.OutcomeBefore or PeriodColumn.Forecast =>
                [.. (line.Sum?.Terms ?? []).Select(LineOf).Select(l => Part(l, l.Name, shown.Column))],
        };

        /// <summary>Of a sum; a difference lacks what its parts do.</summary>
        internal IReadOnlyList<BudgetRow> MissingOf(PeriodLine line, PeriodAmount shown) => line.Sum is not { } sum ? [] : shown.Column switch
        {
            PeriodColumn.Budget => [],
            PeriodColumn.Outcome => period.SumOf(sum, EconomyColumn.Outcome).Missing,
            PeriodColumn.OutcomeBefore => period.SumOf(sum, EconomyColumn.OutcomeBefore).Missing,
            PeriodColumn.Forecast => period.SumOf(sum, EconomyColumn.Forecast).Missing,
            PeriodColumn.Change or PeriodColumn.Deviation => [],
        };

        private static IEnumerable<DerivedSum> SumsOf(DerivedSum sum) => sum.Terms.OfType<SumTerm.Part>().SelectMany(t => SumsOf(t.Whole)).Prepend(sum);

        private List<SumPart> Difference(PeriodLine line, PeriodColumn from, PeriodColumn taken) =>
            [.. new[] { from, taken }.Select(c => Part(line, Amounts(line).Single(a => a.Column == c).Head, c) with { Subtracted = c == taken, Terms = [] })];

        private SumPart Part(PeriodLine line, string name, PeriodColumn column)
        {
            var amount = Amounts(line).Single(a => a.Column == column);
            return new(name, amount, false, FigureAddress.Of(period, line, column, KeyOf, asOf), TermsOf(line, amount));
        }

        private IEnumerable<PeriodAmount> Amounts(PeriodLine line) => PeriodAmount.Of(period, line, IsOnlyYear(line));

        /// <summary>The balanskravsutredning is made of a year.</summary>
        private static bool IsOnlyYear(PeriodLine line) => line.Sum is { Sum: BudgetSum.BalanceResult or BudgetSum.AdjustedResult }
            || line.Row is { Post.Section: BudgetSection.BalanceAdjustment or BudgetSection.Reserve or BudgetSection.Restoration };

        private PeriodLine LineOf(SumTerm term) => term switch
        {
            SumTerm.Post { Row: var row } => LineOf(row),
            SumTerm.Part { Whole: var whole } => LineOf(whole),
            _ => throw new ArgumentOutOfRangeException(nameof(term), term, null),
        };

        private static PeriodLine LineOf(BudgetRow row) => new(row.Definition.Name, row, null);

        private PeriodLine LineOf(DerivedSum sum) => new(EconomyText.Name(sum, NameOf), null, sum);

        private string KeyOf(Guid unit) => units[unit].Key;

        private string NameOf(Guid unit) => units[unit].NameOn(period.Through.End);
    }
}
