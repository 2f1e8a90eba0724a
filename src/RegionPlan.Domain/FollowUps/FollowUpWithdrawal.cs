using RegionPlan.Domain.History;

namespace RegionPlan.Domain.FollowUps;

/// <summary>That a follow-up that was set up by mistake was taken out of its year; the motivation tells why.</summary>
public sealed class FollowUpWithdrawal : Fact
{
    private FollowUpWithdrawal()
    {
    }

    internal FollowUpWithdrawal(int version, Recording recorded)
        : base(version, recorded)
    {
    }

    public Guid FollowUpId { get; private init; }
}

/// <summary>What has come of a follow-up.</summary>
/// <param name="Submissions">How many units have handed in to it.</param>
/// <param name="Reviews">How many assessments of goals are written in it, drafts among them.</param>
/// <param name="Reminders">How many reminders have been sent of it.</param>
/// <param name="Imports">How many files have been read in to it.</param>
/// <param name="Reports">How many reports have been begun in it.</param>
public sealed record FollowUpUse(int Submissions, int Reviews, int Reminders, int Imports, int Reports)
{
    public bool IsUsed => Submissions + Reviews + Reminders + Imports + Reports > 0;
}
