using RegionPlan.Domain.Economy;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.FollowUps;

/// <summary>What is handed in for one budget post.</summary>
/// <param name="Key">The post and the month.</param>
/// <param name="Report">The amounts.</param>
/// <param name="Reason">Why an amount that has been approved is changed; null where none has.</param>
public sealed record AmountToSubmit(AmountKey Key, AmountReport Report, string? Reason = null);

/// <summary>One version of the amounts that a unit has handed in for one budget post.</summary>
public sealed class SubmittedAmount : SubmittedPart
{
    private SubmittedAmount()
    {
    }

    internal SubmittedAmount(int version, int step, AmountToSubmit amount, bool isCorrection, Recording recorded)
        : base(version, step, isCorrection, recorded)
    {
        var report = amount.Report.Checked();
        PostId = amount.Key.PostId;
        Through = amount.Key.Through;
        Outcome = report.Outcome;
        Forecast = report.Forecast;
        Comment = report.Comment;
    }

    public Guid PostId { get; private init; }

    /// <summary>The last month that the outcome is of.</summary>
    public Period Through { get; private init; }

    /// <summary>The outcome from January on, in mnkr.</summary>
    public decimal? Outcome { get; private init; }

    /// <summary>The helårsprognos, in mnkr.</summary>
    public decimal? Forecast { get; private init; }

    public string? Comment { get; private init; }

    public AmountKey Key => new(PostId, Through);

    public AmountReport Report => new(Outcome, Forecast, Comment);
}

/// <summary>How the amounts of one post that were handed in stand.</summary>
/// <param name="Row">Their latest version.</param>
/// <param name="Chain">The approvals that are needed.</param>
/// <param name="Approvals">Those they have, in order.</param>
/// <param name="ReturnedBy">The step that sent them back; null where none has.</param>
public sealed record AmountStanding(SubmittedAmount Row, IReadOnlyList<ApprovalStep> Chain, IReadOnlyList<SubmissionStep> Approvals, SubmissionStep? ReturnedBy)
    : PartStanding(Chain, Approvals, ReturnedBy)
{
    public override SubmittedPart Part => Row;

    /// <summary>The amounts that are open after a return.</summary>
    public IReadOnlySet<AmountKind> ReturnedKinds => (ReturnedBy?.ReturnedAmounts ?? []).Where(a => a.Row == Row.Key).Select(a => a.Kind).ToHashSet();
}

/// <summary>An amount that was sent back: it alone is open again.</summary>
public sealed class ReturnedAmount
{
    private ReturnedAmount()
    {
    }

    public ReturnedAmount(AmountKey row, AmountKind kind)
    {
        Id = Guid.CreateVersion7();
        PostId = row.PostId;
        Through = row.Through;
        Kind = kind;
    }

    public Guid Id { get; private init; }

    public Guid PostId { get; private init; }

    public Period Through { get; private init; }

    public AmountKind Kind { get; private init; }

    public AmountKey Row => new(PostId, Through);
}
