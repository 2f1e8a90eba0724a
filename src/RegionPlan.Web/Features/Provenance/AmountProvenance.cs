using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Provenance;

/// <summary>Everything that a recorded amount of a budget post comes from, and what has become of it.</summary>
/// <param name="Post">The post.</param>
/// <param name="Definition">What the post was called, and whose it was, when the amount was recorded.</param>
/// <param name="Year">The year that the amount is of.</param>
/// <param name="What">What it tells: Budget 2025; Utfall jan–aug 2025.</param>
/// <param name="IsBudget">Whether it is decided, and not told of what came of it.</param>
/// <param name="BoardName">The nämnd that answers for the post; null where the region as a whole does.</param>
/// <param name="ReportedBy">The unit that answers for the amount; null for a budget.</param>
/// <param name="Shown">The amount.</param>
/// <param name="Versions">Every version of the same amount, the latest first; the amount among them.</param>
/// <param name="HandedIn">Who handed it in and approved it; null where it was recorded otherwise.</param>
/// <param name="Budget">The year's budget as it was known when the amount was recorded; null where there was none, and for a budget.</param>
/// <param name="Reports">The decided reports that show the amount.</param>
public sealed record AmountProvenance(
    BudgetPost Post,
    PostDefinition Definition,
    int Year,
    string What,
    bool IsBudget,
    string? BoardName,
    string? ReportedBy,
    AmountVersion Shown,
    IReadOnlyList<AmountVersion> Versions,
    AmountApproval? HandedIn,
    BudgetAmount? Budget,
    IReadOnlyList<DecidedIn> Reports)
{
    /// <summary>The version that holds now.</summary>
    internal AmountVersion Latest => Versions[0];

    internal bool Holds => Latest.Id == Shown.Id;
}

/// <summary>A version of an amount of a budget post.</summary>
/// <param name="Id">What identifies it.</param>
/// <param name="Number">Its number among the versions.</param>
/// <param name="Amount">In mnkr; null where it takes the earlier one back.</param>
/// <param name="IsExample">Invented for demonstration.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Comment">A remark.</param>
/// <param name="Recorded">Who, when and why.</param>
public sealed record AmountVersion(Guid Id, int Number, decimal? Amount, bool IsExample, string Source, string? Comment, Recording Recorded)
{
    internal string Text => Amount is { } known ? Money.WithUnit(known) : "återtaget";

    internal static AmountVersion Of(EconomyEntry entry) => new(entry.Id, entry.Version, entry.Amount, entry.IsExample, entry.Source, entry.Comment, entry.Recorded);

    internal static AmountVersion Of(BudgetAmount amount) => new(amount.Id, amount.Version, amount.Amount, false, amount.Source, null, amount.Recorded);
}

/// <summary>How a recorded amount came to be.</summary>
/// <param name="FollowUp">The follow-up's name.</param>
/// <param name="Entered">Who handed it in, and when.</param>
/// <param name="Approvals">The approvals, in order.</param>
public sealed record AmountApproval(string FollowUp, Recording Entered, IReadOnlyList<(ApprovalLevel Level, string By, DateTimeOffset At)> Approvals);
