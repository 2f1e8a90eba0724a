using RegionPlan.Domain.History;

namespace RegionPlan.Domain.FollowUps;

/// <summary>One version of something that a unit has handed in: appended, never changed. It is public once its last approval is there.</summary>
public abstract class SubmittedPart : Fact
{
    protected SubmittedPart()
    {
    }

    protected SubmittedPart(int version, int step, bool isCorrection, Recording recorded)
        : base(version, recorded)
    {
        Step = step;
        IsCorrection = isCorrection;
    }

    public Guid SubmissionId { get; private init; }

    /// <summary>The version of the step that handed it in.</summary>
    public int Step { get; private init; }

    /// <summary>Whether it corrects what had been approved or locked; the reason is <see cref="Recording.Why"/>.</summary>
    public bool IsCorrection { get; private init; }
}
