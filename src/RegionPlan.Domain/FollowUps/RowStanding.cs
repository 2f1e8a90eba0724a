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
    : PartStanding(Chain, Approvals, ReturnedBy)
{
    public override SubmittedPart Part => Row;

    /// <summary>The cells that are open after a return.</summary>
    public IReadOnlySet<Sex> ReturnedCells => (ReturnedBy?.Returned ?? []).Where(c => c.Row == Row.Key).Select(c => c.Sex).ToHashSet();
}
