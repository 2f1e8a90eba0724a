using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Approval;

/// <summary>Reads the amounts of a submission beside the budget and what is public.</summary>
internal static class ReviewedAmounts
{
    internal static async Task<IReadOnlyList<ReviewedAmount>> ReadAsync(RegionPlanDb db, Submission? submission, IReadOnlyList<ApprovalStep> chain)
    {
        if (submission?.AmountStandings(chain) is not [var first, ..] standings)
        {
            return [];
        }

        var year = first.Row.Through.Year;
        var budget = await db.BudgetOfAsync(year);
        var entries = await db.EntriesOfAsync(year);
        var posts = (await db.BudgetPostsAsync()).ToDictionary(p => p.Id);
        return
        [
            .. from standing in standings
               let post = posts[standing.Row.PostId]
               orderby post.Section, post.Order
               select Of(standing, post, budget, entries),
        ];
    }

    private static ReviewedAmount Of(AmountStanding standing, BudgetPost post, BudgetYear? budget, List<EconomyEntry> entries)
    {
        var key = standing.Row.Key;
        var known = new AmountRow(key, entries);
        var before = entries.Where(e => e.PostId == post.Id && e.Kind == AmountKind.Outcome && e.Through == Period.OfMonth(key.Through.Year - 1, key.Through.Number)).Latest();
        return new(
            standing,
            post.Definitions.Current(key.Through.End)?.Name ?? post.Key,
            budget?.RowsIn(post.Section).FirstOrDefault(r => r.Post.Id == post.Id)?.Amount,
            new(Real(AmountKind.Outcome), Real(AmountKind.Forecast)),
            before?.Amount,
            before is { IsExample: true });

        decimal? Real(AmountKind kind) => known.Current(kind) is { IsExample: false } entry ? entry.Amount : null;
    }
}
