using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Economy;

/// <summary>Everything that is public of one budget post in a year: each amount with who entered and who approved it.</summary>
/// <param name="Post">The post.</param>
/// <param name="Definition">What it is called and whose it is that year.</param>
/// <param name="Budget">The year's budget; null where there is none.</param>
/// <param name="Steps">The recorded amounts, the latest first.</param>
public sealed record PostHistory(BudgetPost Post, PostDefinition Definition, BudgetAmount? Budget, IReadOnlyList<PostStep> Steps);

/// <summary>One recorded amount.</summary>
/// <param name="Entry">The amount.</param>
/// <param name="FollowUp">What it was handed in to; null where it was recorded otherwise.</param>
/// <param name="HandedInAt">When it was handed in, or else recorded; it became public with the last approval.</param>
/// <param name="Approvals">Who approved it, in order.</param>
public sealed record PostStep(EconomyEntry Entry, string? FollowUp, DateTimeOffset HandedInAt, IReadOnlyList<(ApprovalLevel Level, string By, DateTimeOffset At)> Approvals);

/// <summary>Reads the history of one budget post; nothing that is not public is ever in an answer.</summary>
internal sealed class PostHistoryQuery(IDbContextFactory<RegionPlanDb> databases)
{
    /// <returns>Null where there is no such post.</returns>
    internal async Task<PostHistory?> ReadAsync(string postKey, int year)
    {
        await using var db = await databases.CreateDbContextAsync();
        if ((await db.BudgetPostsAsync()).Find(p => p.Key == postKey) is not { } post || post.Definitions.Current(new(year, 12, 31)) is not { } definition)
        {
            return null;
        }

        var entries = (await db.EntriesOfAsync(year)).FindAll(e => e.PostId == post.Id && e.Through.Year == year);
        var handedIn = entries.Select(e => e.SubmittedAmountId).OfType<Guid>().ToList();
        var ids = await db.Set<SubmittedAmount>().Where(a => handedIn.Contains(a.Id)).Select(a => a.SubmissionId).Distinct().ToListAsync();
        var submissions = await db.Submissions.AsNoTracking().Where(s => ids.Contains(s.Id))
            .Include(s => s.Steps).ThenInclude(s => s.ReturnedAmounts).Include(s => s.Amounts).ToListAsync();
        var followUps = await db.FollowUps.AsNoTracking().Where(f => f.Year == year).Include(f => f.Versions).ToDictionaryAsync(f => f.Id);
        var budget = (await db.BudgetOfAsync(year))?.RowsIn(post.Section).FirstOrDefault(r => r.Post.Id == post.Id)?.Decided;
        return new(post, definition, budget, [.. entries.OrderByDescending(e => e.Recorded.At).ThenByDescending(e => e.Through.End).ThenBy(e => e.Kind).Select(Step)]);

        PostStep Step(EconomyEntry entry)
        {
            var from = submissions.SelectMany(s => s.Amounts, (s, a) => (Submission: s, Amount: a)).FirstOrDefault(x => x.Amount.Id == entry.SubmittedAmountId);
            return from.Submission is null
                ? new(entry, null, entry.Recorded.At, [])
                : new(
                    entry,
                    followUps.GetValueOrDefault(from.Submission.FollowUpId)?.Terms.Name,
                    from.Amount.Recorded.At,
                    [.. from.Submission.HistoryOf(from.Amount, []).Approvals.OrderBy(s => s.Version).Select(s => (s.Level!.Value, s.Recorded.By, s.Recorded.At))]);
        }
    }
}
