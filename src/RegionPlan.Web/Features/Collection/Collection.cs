using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Features.Collection;

/// <summary>How far a follow-up has come, nämnd by nämnd.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="FollowUps">All of its year, to choose among.</param>
/// <param name="Years">The years that are set up.</param>
/// <param name="Total">All duties together.</param>
/// <param name="Boards">The nämnder that have duties at or below them, and the region itself.</param>
/// <param name="Corrections">The rättelser since it was locked, latest first, with the unit's name and key.</param>
/// <param name="MayLock">Whether the reader locks and reminds.</param>
/// <param name="Today">The day.</param>
public sealed record Collection(
    FollowUp FollowUp,
    IReadOnlyList<FollowUp> FollowUps,
    IReadOnlyList<int> Years,
    StageCounts Total,
    IReadOnlyList<BoardCollection> Boards,
    IReadOnlyList<(SubmissionStep Step, string Unit, string UnitKey)> Corrections,
    bool MayLock,
    DateOnly Today)
{
    public IEnumerable<UnitCollection> Units => Boards.SelectMany(b => b.Units.SelectMany(u => u.Below.Prepend(u)));

    /// <summary>The units with something left to hand in or to approve.</summary>
    public IEnumerable<UnitCollection> Lacking => Units.Where(u => !u.Own.IsComplete);
}

/// <summary>A nämnd with what reports to it.</summary>
public sealed record BoardCollection(string Name, StageCounts Total, IReadOnlyList<UnitCollection> Units);

/// <summary>A unit that reports, or a förvaltning with units below it that do.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Own">Its own duties.</param>
/// <param name="DueOn">Its last day.</param>
/// <param name="WaitsFor">The levels that what it handed in waits for.</param>
/// <param name="Reminded">The latest reminder to it or to those who approve for it.</param>
/// <param name="HasSubmission">Whether it has handed in anything.</param>
/// <param name="Below">The units below that report.</param>
public sealed record UnitCollection(
    OrganizationUnit Unit,
    string Name,
    StageCounts Own,
    DateOnly DueOn,
    IReadOnlyList<ApprovalStep> WaitsFor,
    Reminder? Reminded,
    bool HasSubmission,
    IReadOnlyList<UnitCollection> Below)
{
    public StageCounts Total => Below.Aggregate(Own, (sum, unit) => sum + unit.Own);
}

/// <summary>How many duties are at each stage.</summary>
public sealed record StageCounts(int Done, int Submitted, int Returned, int Late, int Due, int NotOpen, int Missed)
{
    public static StageCounts Of(IEnumerable<OwedStanding> standings)
    {
        var counts = standings.GroupBy(s => s.Stage).ToDictionary(g => g.Key, g => g.Count());
        return new(
            counts.GetValueOrDefault(DutyStage.Done),
            counts.GetValueOrDefault(DutyStage.Submitted),
            counts.GetValueOrDefault(DutyStage.Returned),
            counts.GetValueOrDefault(DutyStage.Late),
            counts.GetValueOrDefault(DutyStage.Due),
            counts.GetValueOrDefault(DutyStage.NotOpen),
            counts.GetValueOrDefault(DutyStage.Missed));
    }

    public int All => Done + Missing;

    /// <summary>All that is not approved.</summary>
    public int Missing => Submitted + Returned + Late + Due + NotOpen + Missed;

    /// <summary>What the unit itself is to hand in.</summary>
    public int ToHandIn => Returned + Late + Due;

    public bool IsComplete => Missing == 0;

    /// <summary>The approved share in whole per cent: 100 only when all are.</summary>
    public int Percent => All == 0 ? 100 : Done * 100 / All;

    public static StageCounts operator +(StageCounts a, StageCounts b) => new(
        a.Done + b.Done, a.Submitted + b.Submitted, a.Returned + b.Returned, a.Late + b.Late, a.Due + b.Due, a.NotOpen + b.NotOpen, a.Missed + b.Missed);
}
