using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;

namespace RegionPlan.Web.Data;

/// <summary>
/// Reads the steps of submissions for the history: those that made figures public. What is handed in and sent back before that is not for
/// everybody; it stands in the submission itself.
/// </summary>
internal static class SubmissionChanges
{
    internal static async Task<IEnumerable<Change>> ReadAsync(RegionPlanDb db, ChangeFilter filter, int enough, CancellationToken cancellation)
    {
        var query = from step in db.Set<SubmissionStep>().AsNoTracking()
                    join submission in db.Submissions on step.SubmissionId equals submission.Id
                    where step.MakesPublic && (filter.UnitId == null || submission.UnitId == filter.UnitId)
                    select new { Step = step, submission.UnitId, submission.FollowUpId };
        query = filter.From is { } from ? query.Where(x => x.Step.Recorded.At >= TimeAxes.StartOf(from)) : query;
        query = filter.To is { } to ? query.Where(x => x.Step.Recorded.At < TimeAxes.StartOf(to.AddDays(1))) : query;
        query = query.OrderByDescending(x => x.Step.Recorded.At);
        var steps = (await (filter.By is null ? query.Take(enough) : query).ToListAsync(cancellation))
            .Where(x => filter.By is null || x.Step.Recorded.By.Contains(filter.By, StringComparison.OrdinalIgnoreCase)).ToList();
        if (steps.Count == 0)
        {
            return [];
        }

        var followUps = await db.FollowUps.IgnoreQueryFilters().AsNoTracking().Include(f => f.Versions).ToDictionaryAsync(f => f.Id, f => f.Terms.Name, cancellation);
        return steps.Select(x => new Change(ChangeKind.Submission, x.Step, null, followUps[x.FollowUpId], null, UnitId: x.UnitId));
    }
}
