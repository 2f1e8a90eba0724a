namespace RegionPlan.Domain.FollowUps;

/// <summary>How something that was handed in stands, be it figures or amounts.</summary>
/// <param name="Chain">The approvals that are needed.</param>
/// <param name="Approvals">Those it has, in order.</param>
/// <param name="ReturnedBy">The step that sent it back; null where none has.</param>
public abstract record PartStanding(IReadOnlyList<ApprovalStep> Chain, IReadOnlyList<SubmissionStep> Approvals, SubmissionStep? ReturnedBy)
{
    /// <summary>The latest version of what was handed in.</summary>
    public abstract SubmittedPart Part { get; }

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

    /// <summary>Whether a level may send it back: while it waits there or above where it last was approved, and what is public only before the lock.</summary>
    public bool MayBeReturnedBy(ApprovalLevel level, bool isLocked) => Stage switch
    {
        RowStage.Submitted => Chain.Any(s => s.Level == level) && level >= WaitsFor,
        RowStage.Approved => !isLocked && Chain.Count > 0 && level == Chain[^1].Level,
        RowStage.Returned => false,
    };
}
