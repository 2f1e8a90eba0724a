using RegionPlan.Domain.Economy;

namespace RegionPlan.Domain.FollowUps;

/// <summary>Where a duty stands.</summary>
public enum DutyStage
{
    /// <summary>Nothing has been handed in, and the follow-up has not opened.</summary>
    NotOpen,

    /// <summary>Nothing has been handed in yet.</summary>
    Due,

    /// <summary>Nothing has been handed in, and the unit's last day has passed.</summary>
    Late,

    /// <summary>Sent back.</summary>
    Returned,

    /// <summary>Handed in, and waiting for an approval.</summary>
    Submitted,

    /// <summary>Approved and public, or recorded from elsewhere.</summary>
    Done,

    /// <summary>Nothing was handed in before the follow-up was locked.</summary>
    Missed,
}

/// <summary>Something that a unit owes a follow-up, with where it stands.</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="DueOn">The unit's last day.</param>
public abstract record OwedStanding(DutyStage Stage, DateOnly DueOn)
{
    public abstract FollowUp FollowUp { get; }

    /// <summary>The unit that hands in.</summary>
    public abstract Guid ReporterId { get; }

    /// <summary>Whether something is left to do for the reporting unit.</summary>
    public bool IsOpen => Stage is DutyStage.Due or DutyStage.Late or DutyStage.Returned;
}

/// <summary>A duty with where it stands.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Chain">The approvals that are needed.</param>
/// <param name="Row">How what was handed in stands; null where nothing was.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="DueOn">The unit's last day.</param>
public sealed record DutyStanding(Duty Duty, IReadOnlyList<ApprovalStep> Chain, RowStanding? Row, DutyStage Stage, DateOnly DueOn)
    : OwedStanding(Stage, DueOn)
{
    public override FollowUp FollowUp => Duty.FollowUp;

    public override Guid ReporterId => Duty.Series.ReporterId;
}

/// <summary>The economy of a budget post that is owed, with where it stands.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Amount">How what was handed in stands; null where nothing was.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="DueOn">The unit's last day.</param>
public sealed record EconomyStanding(EconomyDuty Duty, AmountStanding? Amount, DutyStage Stage, DateOnly DueOn)
    : OwedStanding(Stage, DueOn)
{
    public override FollowUp FollowUp => Duty.FollowUp;

    public override Guid ReporterId => Duty.ReporterId;
}
