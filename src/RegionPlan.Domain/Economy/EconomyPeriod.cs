using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Economy;

/// <summary>What a year's economy is told by, as columns of a table; all but the recorded ones are derived.</summary>
public enum EconomyColumn
{
    /// <summary>The year's budget.</summary>
    Budget,

    /// <summary>From January through the month.</summary>
    Outcome,

    /// <summary>The outcome through the same month a year before.</summary>
    OutcomeBefore,

    /// <summary>Helårsprognos.</summary>
    Forecast,
}

/// <summary>
/// A year's economy through a month: budget, outcome, outcome a year before and helårsprognos of every post, and every sum of the budget
/// derived from them. A sum that lacks a term has no amount.
/// </summary>
public sealed class EconomyPeriod
{
    private readonly Dictionary<(Guid PostId, AmountKind Kind), EconomyEntry> now;
    private readonly Dictionary<(Guid PostId, AmountKind Kind), EconomyEntry> before;

    private EconomyPeriod(BudgetYear budget, IEnumerable<EconomyEntry> entries, Period through, DateTimeOffset? asOf)
    {
        Budget = budget;
        Through = through;
        var known = entries.Where(e => asOf is null || e.Recorded.At <= asOf).ToList();
        now = Latest(known, through);
        before = Latest(known, Period.OfMonth(through.Year - 1, through.Number));
    }

    public BudgetYear Budget { get; }

    /// <summary>The last month that is told of.</summary>
    public Period Through { get; }

    /// <summary>Whether anything at all is recorded through the month.</summary>
    public bool HasAny => now.Values.Any(e => e.Amount is not null);

    /// <summary>When the latest of the amounts was recorded; the epoch where there are none.</summary>
    public DateTimeOffset LastRecordedAt => now.Values.Select(e => e.Recorded.At).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    /// <summary>Whether the year is over, so that its outcome takes the place of a forecast.</summary>
    public bool IsWholeYear => Through.Number == 12;

    /// <param name="budget">The year's budget.</param>
    /// <param name="entries">Every version of every recorded amount.</param>
    /// <param name="through">A month of the year.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    public static EconomyPeriod Of(BudgetYear budget, IEnumerable<EconomyEntry> entries, Period through, DateTimeOffset? asOf = null) =>
        new(budget, entries, through, asOf);

    /// <summary>The months of a year that something is recorded through, in order.</summary>
    public static IReadOnlyList<Period> Told(IEnumerable<EconomyEntry> entries, int year, DateTimeOffset? asOf = null) =>
        [.. entries.Where(e => e.Through.Year == year && (asOf is null || e.Recorded.At <= asOf)).GroupBy(e => (e.Key, e.Kind))
            .Select(g => g.Latest()!).Where(e => e.Amount is not null).Select(e => e.Through).Distinct().OrderBy(p => p.End)];

    /// <summary>The entry that holds for a post; null where there is none.</summary>
    public EconomyEntry? EntryOf(BudgetRow row, AmountKind kind) => now.GetValueOrDefault((row.Post.Id, kind));

    /// <summary>The entry that a column shows of a post; null where there is none, and for the budget, which is decided.</summary>
    public EconomyEntry? EntryOf(BudgetRow row, EconomyColumn column) => EntryIn(row, column);

    /// <summary>An amount of a post in mnkr; null where it is not known.</summary>
    public decimal? AmountOf(BudgetRow row, EconomyColumn column) => column == EconomyColumn.Budget ? row.Amount : EntryIn(row, column)?.Amount;

    /// <summary>Whether an amount of a post is invented for demonstration.</summary>
    public bool IsExample(BudgetRow row, EconomyColumn column) => EntryIn(row, column) is { IsExample: true, Amount: not null };

    /// <summary>A sum of the budget, summed by another column.</summary>
    public PeriodSum SumOf(DerivedSum sum, EconomyColumn column)
    {
        List<BudgetRow> rows = [.. RowsOf(sum)];
        return new(
            rows.Sum(r => AmountOf(r, column) ?? 0),
            [.. rows.Where(r => AmountOf(r, column) is null && IsExpected(r))],
            rows.Exists(r => IsExample(r, column)));
    }

    /// <summary>Whether a row should have an amount: all but those that the budget may leave blank, and does.</summary>
    public static bool IsExpected(BudgetRow row) => row.Post.Section switch
    {
        BudgetSection.BalanceAdjustment or BudgetSection.Reserve or BudgetSection.Restoration => row.Amount is not (null or 0),
        BudgetSection.BoardFrame or BudgetSection.JointFrame or BudgetSection.OperatingItem or BudgetSection.TaxesAndGrants
            or BudgetSection.FinancialItem or BudgetSection.Investment or BudgetSection.Borrowing => true,
    };

    private static Dictionary<(Guid PostId, AmountKind Kind), EconomyEntry> Latest(IEnumerable<EconomyEntry> entries, Period through) =>
        entries.Where(e => e.Through == through).GroupBy(e => (e.PostId, e.Kind)).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Version)!);

    private static IEnumerable<BudgetRow> RowsOf(DerivedSum sum) => sum.Terms.SelectMany(t => t switch
    {
        SumTerm.Post { Row: var row } => [row],
        SumTerm.Part { Whole: var whole } => RowsOf(whole),
        _ => throw new ArgumentOutOfRangeException(nameof(sum), t, null),
    });

    private EconomyEntry? EntryIn(BudgetRow row, EconomyColumn column) => column switch
    {
        EconomyColumn.Budget => null,
        EconomyColumn.Outcome => now.GetValueOrDefault((row.Post.Id, AmountKind.Outcome)),
        EconomyColumn.OutcomeBefore => before.GetValueOrDefault((row.Post.Id, AmountKind.Outcome)),
        EconomyColumn.Forecast => now.GetValueOrDefault((row.Post.Id, AmountKind.Forecast)),
    };
}

/// <summary>A sum through a month.</summary>
/// <param name="Known">What is known of it, in mnkr: not the sum where something is missing.</param>
/// <param name="Missing">The posts that lack an amount.</param>
/// <param name="IsExample">Whether any of it is invented for demonstration.</param>
public sealed record PeriodSum(decimal Known, IReadOnlyList<BudgetRow> Missing, bool IsExample)
{
    /// <summary>In mnkr; null where something is missing.</summary>
    public decimal? Amount => Missing.Count == 0 ? Known : null;
}
