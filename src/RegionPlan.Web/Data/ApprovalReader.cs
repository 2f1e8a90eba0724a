using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;

namespace RegionPlan.Web.Data;

/// <summary>How a public figure came to be: who handed it in and who approved it, level by level.</summary>
/// <param name="FollowUp">The follow-up's name.</param>
/// <param name="Entered">Who handed it in, and when.</param>
/// <param name="Approvals">The approvals, in order.</param>
public sealed record FigureApproval(string FollowUp, (string By, DateTimeOffset At) Entered, IReadOnlyList<(ApprovalLevel Level, string By, DateTimeOffset At)> Approvals);

/// <summary>Reads who approved the figures that were handed in.</summary>
public sealed class ApprovalReader(IDbContextFactory<RegionPlanDb> databases)
{
    /// <summary>The approvals of handed-in rows, by row; rows that are not there are left out, and nothing is asked for where there are none.</summary>
    public async Task<IReadOnlyDictionary<Guid, FigureApproval>> ReadAsync(IEnumerable<Guid?> submittedRowIds, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await ReadAsync(db, submittedRowIds, cancellation);
    }

    /// <summary>The same with a context of the caller's.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, FigureApproval>> ReadAsync(RegionPlanDb db, IEnumerable<Guid?> submittedRowIds, CancellationToken cancellation)
    {
        var ids = submittedRowIds.OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, FigureApproval>();
        }

        var rows = await db.Set<SubmittedRow>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellation);
        var submissions = rows.ConvertAll(r => r.SubmissionId).Distinct().ToList();
        var approvals = (await db.Set<SubmissionStep>().AsNoTracking()
            .Where(s => submissions.Contains(s.SubmissionId) && s.Kind == SubmissionStepKind.Approved).ToListAsync(cancellation)).ToLookup(s => s.SubmissionId);
        var of = await db.Submissions.Where(s => submissions.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.FollowUpId, cancellation);
        var followUpIds = of.Values.Distinct().ToList();
        var followUps = await db.FollowUps.AsNoTracking().Where(f => followUpIds.Contains(f.Id)).Include(f => f.Versions).ToDictionaryAsync(f => f.Id, cancellation);
        return rows.ToDictionary(r => r.Id, r => new FigureApproval(
            followUps[of[r.SubmissionId]].Terms.Name,
            (r.Recorded.By, r.Recorded.At),
            [.. approvals[r.SubmissionId].Where(s => s.Approves.Contains(r.Step)).OrderBy(s => s.Version).Select(s => (s.Level!.Value, s.Recorded.By, s.Recorded.At))]));
    }
}
