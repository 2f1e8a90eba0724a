using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.FollowUps;

/// <summary>Where a handed-in row is on its way.</summary>
public enum RowStage
{
    /// <summary>Waits for an approval.</summary>
    Submitted,

    /// <summary>Sent back; the named cells are open.</summary>
    Returned,

    /// <summary>Has every approval that is needed, and is public.</summary>
    Approved,
}

/// <summary>How a row that was handed in stands.</summary>
/// <param name="Row">Its latest version.</param>
/// <param name="Chain">The approvals that are needed.</param>
/// <param name="Approvals">Those it has, in order.</param>
/// <param name="ReturnedBy">The step that sent it back; null where none has.</param>
public sealed record RowStanding(SubmittedRow Row, IReadOnlyList<ApprovalStep> Chain, IReadOnlyList<SubmissionStep> Approvals, SubmissionStep? ReturnedBy)
{
    public RowStage Stage =>
        ReturnedBy is not null ? RowStage.Returned
        : Approvals.Any(a => a.MakesPublic) ? RowStage.Approved
        : RowStage.Submitted;

    /// <summary>
    /// The level that it waits for: the next above the last that approved it, and where the follow-up has come to require less since, the last
    /// that is required. Null where it waits for none.
    /// </summary>
    public ApprovalLevel? WaitsFor => Stage != RowStage.Submitted || Chain.Count == 0
        ? null
        : (Chain.FirstOrDefault(s => !(s.Level <= Approvals.Max(a => a.Level))) ?? Chain[^1]).Level;

    /// <summary>The cells that are open after a return.</summary>
    public IReadOnlySet<Sex> ReturnedCells => (ReturnedBy?.Returned ?? []).Where(c => c.Row == Row.Key).Select(c => c.Sex).ToHashSet();

    /// <summary>Whether a level may send it back: while it waits there or above where it last was approved, and what is public only before the lock.</summary>
    public bool MayBeReturnedBy(ApprovalLevel level, bool isLocked) => Stage switch
    {
        RowStage.Submitted => Chain.Any(s => s.Level == level) && level >= WaitsFor,
        RowStage.Approved => !isLocked && Chain.Count > 0 && level == Chain[^1].Level,
        RowStage.Returned => false,
    };
}
