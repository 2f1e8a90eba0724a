using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Provenance;

/// <summary>What an amount of the economy is derived from, as it was known at an instant.</summary>
/// <param name="Name">The sum, or the post whose difference it is.</param>
/// <param name="Through">The last month that is told of.</param>
/// <param name="Shown">The amount, in its column.</param>
/// <param name="Terms">What it is derived from.</param>
/// <param name="Missing">The posts that lack the amount that it is made of.</param>
/// <param name="Printed">What the plan prints for it, where it is a sum of the budget; null where it prints nothing.</param>
/// <param name="AsOf">When it was known; null for now.</param>
/// <param name="Now">What it is now.</param>
/// <param name="Reports">The decided reports that lead here.</param>
public sealed record SumProvenance(
    string Name,
    Period Through,
    PeriodAmount Shown,
    IReadOnlyList<SumPart> Terms,
    IReadOnlyList<BudgetRow> Missing,
    PrintedSum? Printed,
    DateTimeOffset? AsOf,
    PeriodAmount Now,
    IReadOnlyList<DecidedIn> Reports)
{
    internal bool IsDifference => Shown.Column is PeriodColumn.Change or PeriodColumn.Deviation;

    internal bool Holds => Shown.Amount == Now.Amount;

    internal string Text => TextOf(Shown);

    internal string TextNow => TextOf(Now);

    private static string TextOf(PeriodAmount amount) => amount.Amount is { } known ? (amount.IsChange ? Money.Change(known) : Money.Amount(known)) + "\u00a0mnkr" : "saknas";
}

/// <summary>One thing that an amount is derived from.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Subtracted">Whether it is taken away.</param>
/// <param name="Href">Where it is told what it comes from; null where there is nothing.</param>
/// <param name="Terms">What it is summed from in its turn.</param>
public sealed record SumPart(string Name, PeriodAmount Amount, bool Subtracted, string? Href, IReadOnlyList<SumPart> Terms);
