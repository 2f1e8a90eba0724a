using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Data;

/// <summary>How a public figure came to be: who handed it in and who approved it, level by level.</summary>
/// <param name="FollowUp">The follow-up's name.</param>
/// <param name="Entered">Who handed it in, and when.</param>
/// <param name="Approvals">The approvals, in order.</param>
/// <param name="Row">What was handed in: beside the figures what is told of them, and whether it corrects what had been approved.</param>
public sealed record FigureApproval(
    string FollowUp, (string By, DateTimeOffset At) Entered, IReadOnlyList<(ApprovalLevel Level, string By, DateTimeOffset At)> Approvals, SubmittedRow Row)
{
    /// <summary>Whether it corrects what had been approved or locked, and why; null where it does not.</summary>
    public string? Correction => Row.IsCorrection ? Row.Recorded.Why : null;

    /// <summary>Whether no figure was handed in, only words.</summary>
    public bool IsWordsOnly => Row.Report is { Total: null, Women: null, Men: null };

    /// <summary>Whether an analysis or an åtgärd is told, or another comment than the one that is shown already.</summary>
    public bool TellsMoreThan(string? shownComment) =>
        Row.Narrative is { Analysis: not null } or { Action: not null } || (Row.Narrative.Comment is { } comment && comment != shownComment);

    /// <summary>When it became public.</summary>
    public DateTimeOffset PublicAt => Approvals[^1].At;
}

/// <summary>What has been approved of a unit's rows: of each the version that was made public last.</summary>
/// <param name="Rows">The rows.</param>
public sealed record ApprovedRows(IReadOnlyList<FigureApproval> Rows)
{
    public static ApprovedRows None { get; } = new([]);

    /// <summary>What is told beside the figure of a period, approved last; null where nothing is told but perhaps a prognos.</summary>
    public FigureApproval? ToldOf(Guid seriesId, Period period) => Rows
        .Where(r => r.Row.SeriesId == seriesId && r.Row.Period == period && r.TellsMoreThan(null))
        .MaxBy(r => r.PublicAt);

    /// <summary>The year's helårsprognos as it was approved last: of the latest period that one is told of. Null where there is none.</summary>
    public FigureApproval? ForecastOf(Guid seriesId, int year) => Rows
        .Where(r => r.Row.SeriesId == seriesId && r.Row.Period.Year == year && r.Row.Narrative.Forecast is not null)
        .OrderBy(r => r.Row.Period.End).ThenBy(r => r.PublicAt)
        .LastOrDefault();
}

/// <summary>Reads who approved what was handed in, and what is told beside it; nothing that is not public is ever in an answer.</summary>
public sealed class ApprovalReader(IDbContextFactory<RegionPlanDb> databases)
{
    /// <summary>The approvals of handed-in rows, by row; rows that are not public are left out, and nothing is asked for where there are none.</summary>
    public async Task<IReadOnlyDictionary<Guid, FigureApproval>> ReadAsync(IEnumerable<Guid?> submittedRowIds, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await ReadAsync(db, submittedRowIds, cancellation);
    }

    /// <summary>What has been approved of a unit's rows for some series, in all years.</summary>
    /// <param name="seriesIds">The series that the figures are recorded on.</param>
    /// <param name="unitId">The unit that the figures are about.</param>
    /// <param name="asOf">Only what was public by then; null for everything.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<ApprovedRows> ToldAsync(
        IReadOnlyCollection<Guid> seriesIds, Guid unitId, DateTimeOffset? asOf = null, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var submissions = await db.Set<SubmittedRow>().Where(r => r.UnitId == unitId && seriesIds.Contains(r.SeriesId))
            .Select(r => r.SubmissionId).Distinct().ToListAsync(cancellation);
        var approved = await PublicAsync(db, submissions, r => r.UnitId == unitId && seriesIds.Contains(r.SeriesId), asOf, cancellation);
        return new([.. approved.GroupBy(a => (a.Row.SubmissionId, a.Row.Key)).Select(g => g.MaxBy(a => a.Row.Version)!)]);
    }

    /// <summary>The approvals of handed-in rows, with a context of the caller's.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, FigureApproval>> ReadAsync(RegionPlanDb db, IEnumerable<Guid?> submittedRowIds, CancellationToken cancellation)
    {
        var ids = submittedRowIds.OfType<Guid>().ToHashSet();
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, FigureApproval>();
        }

        var submissions = await db.Set<SubmittedRow>().Where(r => ids.Contains(r.Id)).Select(r => r.SubmissionId).Distinct().ToListAsync(cancellation);
        return (await PublicAsync(db, submissions, r => ids.Contains(r.Id), null, cancellation)).ToDictionary(a => a.Row.Id);
    }

    private static async Task<List<FigureApproval>> PublicAsync(
        RegionPlanDb db, IReadOnlyCollection<Guid> submissionIds, Func<SubmittedRow, bool> isWanted, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (submissionIds.Count == 0)
        {
            return [];
        }

        var submissions = await db.Submissions.AsNoTracking().AsSplitQuery().Where(s => submissionIds.Contains(s.Id))
            .Include(s => s.Steps).ThenInclude(s => s.Returned).Include(s => s.Rows).ToListAsync(cancellation);
        var followUpIds = submissions.ConvertAll(s => s.FollowUpId);
        var followUps = await db.FollowUps.AsNoTracking().Where(f => followUpIds.Contains(f.Id)).Include(f => f.Versions).ToDictionaryAsync(f => f.Id, cancellation);
        return
        [
            .. from submission in submissions
               from row in submission.Rows.Where(isWanted)
               let approvals = submission.HistoryOf(row, []).Approvals.Where(s => !(s.Recorded.At > asOf)).ToList()
               where approvals.Exists(s => s.MakesPublic)
               select Of(followUps[submission.FollowUpId], row, approvals),
        ];
    }

    private static FigureApproval Of(FollowUp followUp, SubmittedRow row, IEnumerable<SubmissionStep> approvals) => new(
        followUp.Terms.Name,
        (row.Recorded.By, row.Recorded.At),
        [.. approvals.OrderBy(s => s.Version).Select(s => (s.Level!.Value, s.Recorded.By, s.Recorded.At))],
        row);
}
