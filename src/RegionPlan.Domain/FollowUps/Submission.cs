using RegionPlan.Domain.History;

namespace RegionPlan.Domain.FollowUps;

/// <summary>
/// What one unit hands in to one follow-up, and its way up: Utkast, Inskickad, Godkänd level by level, public with the last approval. Each
/// step is a fact with a number, so that of two who act on the same state the second is told.
/// </summary>
public sealed partial class Submission
{
    private readonly List<SubmissionStep> steps = [];
    private readonly List<SubmittedRow> rows = [];

    private Submission()
    {
    }

    public Submission(Guid followUpId, Guid unitId)
    {
        Id = Guid.CreateVersion7();
        FollowUpId = followUpId;
        UnitId = unitId;
    }

    public Guid Id { get; private init; }

    public Guid FollowUpId { get; private init; }

    /// <summary>The unit that reports.</summary>
    public Guid UnitId { get; private init; }

    public IReadOnlyList<SubmissionStep> Steps => steps;

    /// <summary>Every version of every row.</summary>
    public IReadOnlyList<SubmittedRow> Rows => rows;

    /// <summary>The version of the latest step; 0 where nothing was handed in.</summary>
    public int Version => steps.Count == 0 ? 0 : steps.Max(s => s.Version);

    /// <summary>How each row that was handed in stands.</summary>
    /// <param name="chain">The approvals that are needed, in order.</param>
    public IReadOnlyList<RowStanding> Standings(IReadOnlyList<ApprovalStep> chain) =>
        [.. rows.GroupBy(r => r.Key).Select(r => StandingOf(r.Latest()!, chain))];

    /// <summary>How one row stands; null where it was never handed in.</summary>
    public RowStanding? StandingOf(SubmittedRowKey key, IReadOnlyList<ApprovalStep> chain) =>
        rows.Where(r => r.Key == key).Latest() is { } row ? StandingOf(row, chain) : null;

    /// <summary>The version of a row that was made public last; null where none has been.</summary>
    public SubmittedRow? LastPublic(SubmittedRowKey key) =>
        rows.Where(r => r.Key == key && StandingOf(r, []).Approvals.Any(s => s.MakesPublic)).Latest();

    /// <summary>How one version of a row stood when the next was handed in, and now where it is the latest.</summary>
    public RowStanding HistoryOf(SubmittedRow row, IReadOnlyList<ApprovalStep> chain) => StandingOf(row, chain);

    private SubmissionStep Add(SubmissionStep step)
    {
        steps.Add(step);
        return step;
    }

    private RowStanding StandingOf(SubmittedRow row, IReadOnlyList<ApprovalStep> chain)
    {
        var next = rows.Where(r => r.Key == row.Key && r.Version > row.Version).Select(r => (int?)r.Step).Min();
        var (approvals, back) = WayOf(row, next, step => step.Returned.Any(c => c.Row == row.Key));
        return new(row, chain, approvals, back);
    }

    /// <summary>What was done with one version of something that was handed in, until the next version took over.</summary>
    private (IReadOnlyList<SubmissionStep> Approvals, SubmissionStep? ReturnedBy) WayOf(SubmittedPart part, int? next, Func<SubmissionStep, bool> returnsIt)
    {
        List<SubmissionStep> approvals = [];
        SubmissionStep? back = null;
        foreach (var step in steps.Where(s => s.Version > part.Step && !(s.Version >= next)).OrderBy(s => s.Version))
        {
            switch (step.Kind)
            {
                case SubmissionStepKind.Approved when back is null && step.Approves.Contains(part.Step):
                    approvals.Add(step);
                    break;
                case SubmissionStepKind.Returned when returnsIt(step):
                    back = step;
                    break;
                case SubmissionStepKind.Approved or SubmissionStepKind.Returned or SubmissionStepKind.Submitted or SubmissionStepKind.Corrected:
                    break;
            }
        }

        return (approvals, back);
    }
}
