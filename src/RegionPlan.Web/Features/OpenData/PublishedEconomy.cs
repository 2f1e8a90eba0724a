using RegionPlan.Domain.Economy;
using RegionPlan.Domain.History;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>A budget post with its amount of a year.</summary>
/// <param name="Plan">The id of the plan that the budget is of.</param>
/// <param name="Year">The year.</param>
/// <param name="AsOf">UTC; only what was recorded by then is known. Null: everything recorded.</param>
/// <param name="IsBudget">True for the plan's first year, which is decided as budget; the later ones are plan.</param>
/// <param name="Post">The post's key, which never changes.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Section">Where in the budget it stands, which decides what sums it is part of.</param>
/// <param name="PartOf">The key of the post that this one tells a part of, and then it is in no sum; null for a post of its own.</param>
/// <param name="Board">The key of the nämnd that answers for it; null where the region does.</param>
/// <param name="Unit">The key of the unit whose money it is; null where the organisation has none.</param>
/// <param name="Amount">In million kronor (mnkr), minus for a cost.</param>
/// <param name="Source">The table that the amount stands in.</param>
/// <param name="Version">1 as first decided, then one more for each change.</param>
/// <param name="Href">The page that shows it.</param>
public sealed record PublishedBudget(
    string Plan,
    int Year,
    DateTime? AsOf,
    bool IsBudget,
    string Post,
    string Name,
    BudgetSection Section,
    string? PartOf,
    string? Board,
    string? Unit,
    decimal Amount,
    string Source,
    int Version,
    string Href)
{
    internal static PublishedBudget Of(
        BudgetRow row, BudgetRow? whole, BudgetYear budget, Dictionary<Guid, string> plans, Dictionary<Guid, string> units, DateTimeOffset? asOf) => new(
        plans[row.Decided!.PlanId],
        budget.Year,
        asOf?.UtcDateTime,
        budget.IsBudget,
        row.Post.Key,
        row.Definition.Name,
        row.Post.Section,
        whole?.Post.Key,
        row.Definition.BoardId is { } board ? units[board] : null,
        row.Definition.UnitId is { } unit ? units[unit] : null,
        row.Decided.Amount,
        row.Decided.Source,
        row.Decided.Version,
        PageAddress.OfYear("/ekonomi", budget.Year, asOf));
}

/// <summary>A current amount of a budget post: its outcome through a month, or what the year was expected to come to then.</summary>
/// <param name="Year">The year.</param>
/// <param name="AsOf">UTC; only what was recorded by then is known. Null: everything recorded.</param>
/// <param name="Through">The last month that is known, such as 2025-08; the first is January.</param>
/// <param name="Post">The post's key, which never changes.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Section">Where in the budget it stands.</param>
/// <param name="Kind">What the amount tells.</param>
/// <param name="Amount">In million kronor (mnkr), minus for a cost.</param>
/// <param name="Unit">The key of the unit that answers for the amount; persons are not published.</param>
/// <param name="Source">Where the amount comes from.</param>
/// <param name="Comment">The unit's comment.</param>
/// <param name="IsExample">Invented for demonstration; never the region's own figure.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="Version">1 as first recorded, then one more for each correction.</param>
/// <param name="Href">The page that shows it.</param>
public sealed record PublishedAmount(
    int Year,
    DateTime? AsOf,
    string Through,
    string Post,
    string Name,
    BudgetSection Section,
    AmountKind Kind,
    decimal Amount,
    string Unit,
    string Source,
    string? Comment,
    bool IsExample,
    DateTime RecordedAt,
    int Version,
    string Href)
{
    internal static PublishedAmount Of(EconomyEntry entry, BudgetPost post, Dictionary<Guid, string> units, DateTimeOffset? asOf) => new(
        entry.Through.Year,
        asOf?.UtcDateTime,
        entry.Through.ToString(),
        post.Key,
        post.Definitions.Current(entry.Through.End, asOf)?.Name ?? post.Key,
        post.Section,
        entry.Kind,
        entry.Amount!.Value,
        units[entry.ReportedByUnitId],
        entry.Source,
        entry.Comment,
        entry.IsExample,
        entry.Recorded.At.UtcDateTime,
        entry.Version,
        PageAddress.OfYear($"/ekonomi/post/{post.Key}", entry.Through.Year, null));
}
