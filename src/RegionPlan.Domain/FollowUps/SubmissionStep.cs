using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.FollowUps;

/// <summary>What was done with a submission.</summary>
public enum SubmissionStepKind
{
    /// <summary>Rows were handed in.</summary>
    Submitted,

    /// <summary>What had come to a level was approved there.</summary>
    Approved,

    /// <summary>Named cells were sent back with a comment.</summary>
    Returned,

    /// <summary>Rows that had been approved or locked were corrected.</summary>
    Corrected,
}

/// <summary>One step of a submission: who did what and when; a return's comment and a correction's reason are <see cref="Recording.Why"/>.</summary>
public sealed class SubmissionStep : Fact
{
    private readonly List<ReturnedCell> returned = [];
    private readonly List<ReturnedAmount> returnedAmounts = [];
    private readonly List<int> approves = [];

    private SubmissionStep()
    {
    }

    private SubmissionStep(int version, SubmissionStepKind kind, ApprovalLevel? level, Recording recorded)
        : base(version, recorded)
    {
        Kind = kind;
        Level = level;
    }

    internal static SubmissionStep HandedIn(int version, bool isCorrection, Recording recorded) =>
        new(version, isCorrection ? SubmissionStepKind.Corrected : SubmissionStepKind.Submitted, null, recorded);

    internal static SubmissionStep Approval(int version, ApprovalLevel level, IEnumerable<int> approves, bool makesPublic, Recording recorded)
    {
        var step = new SubmissionStep(version, SubmissionStepKind.Approved, level, recorded) { MakesPublic = makesPublic };
        step.approves.AddRange(approves);
        return step;
    }

    internal static SubmissionStep Return(
        int version, ApprovalLevel level, IEnumerable<ReturnedCell> cells, IEnumerable<ReturnedAmount> amounts, Recording recorded)
    {
        var step = new SubmissionStep(version, SubmissionStepKind.Returned, level, recorded);
        step.returned.AddRange(cells);
        step.returnedAmounts.AddRange(amounts);
        return step;
    }

    public Guid SubmissionId { get; private init; }

    public SubmissionStepKind Kind { get; private init; }

    /// <summary>The level that approved or returned; null for what the reporting unit did.</summary>
    public ApprovalLevel? Level { get; private init; }

    /// <summary>The steps whose rows an approval is of: all they handed in, but for what had been sent back. Empty for every other step.</summary>
    public IReadOnlyList<int> Approves => approves;

    /// <summary>Whether it was the last approval that was needed then: what it is of is public since, whatever is required later.</summary>
    public bool MakesPublic { get; private init; }

    /// <summary>The cells that were sent back; empty for every other step.</summary>
    public IReadOnlyList<ReturnedCell> Returned => returned;

    /// <summary>The amounts that were sent back; empty for every other step.</summary>
    public IReadOnlyList<ReturnedAmount> ReturnedAmounts => returnedAmounts;
}

/// <summary>A cell that was sent back: it alone is open again.</summary>
public sealed class ReturnedCell
{
    private ReturnedCell()
    {
    }

    public ReturnedCell(SubmittedRowKey row, Sex sex)
    {
        Id = Guid.CreateVersion7();
        SeriesId = row.SeriesId;
        UnitId = row.UnitId;
        Period = row.Period;
        Sex = sex;
    }

    public Guid Id { get; private init; }

    public Guid SeriesId { get; private init; }

    public Guid UnitId { get; private init; }

    public Period Period { get; private init; }

    public Sex Sex { get; private init; }

    public SubmittedRowKey Row => new(SeriesId, UnitId, Period);
}

/// <summary>What somebody may do with a submission.</summary>
/// <param name="MayEnter">Whether they hand in for the unit.</param>
/// <param name="MayApprove">The levels that they approve at.</param>
/// <param name="MayLock">Whether they lock the follow-up, as regionstaben.</param>
public sealed record SubmissionActor(bool MayEnter, IReadOnlySet<ApprovalLevel> MayApprove, bool MayLock)
{
    /// <summary>Whether they hand in the unit's economy.</summary>
    public bool MayEnterAmounts { get; init; }
}
