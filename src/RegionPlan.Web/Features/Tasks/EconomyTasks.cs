using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Tasks;

/// <summary>What a user is to hand in of the economy in one year: the posts of the units that they hold a role for.</summary>
internal sealed class EconomyTasks(Permissions user, FollowUpReading reading)
{
    private readonly FollowUpYear year = reading.FollowUps;

    internal IEnumerable<TaskItem> Returned() =>
        from submission in year.Submissions
        where IsOwn(submission.UnitId)
        let followUp = year.FollowUps.First(f => f.Id == submission.FollowUpId)
        let standings = submission.AmountStandings(year.ChainOf(followUp, submission.UnitId)).Where(s => s.Stage == RowStage.Returned).ToList()
        where standings.Count > 0
        let step = standings.Select(s => s.ReturnedBy!).MaxBy(s => s.Version)
        select Item(followUp, submission.UnitId, standings.Count) with { Step = step, Level = step.Level };

    internal IEnumerable<TaskItem> ToHandIn(DutyStage stage) =>
        from standing in year.Economy
        where standing.Stage == stage && IsOwn(standing.ReporterId)
        group standing by (standing.FollowUp, standing.ReporterId) into owed
        select Item(owed.Key.FollowUp, owed.Key.ReporterId, owed.Count());

    private bool IsOwn(Guid unitId) => user.Roles.Any(r => r.UnitId == unitId && Rights.Of(r.Role).Contains(Right.WriteEconomy));

    private TaskItem Item(FollowUp followUp, Guid unit, int posts) => new(
        followUp,
        year.TreeOf(followUp).NameOf(unit) ?? "",
        IsOwn: true,
        Rows: 0,
        year.DueOn(followUp, unit),
        PageLink.With("/ekonomi/lamna-in", ("uppfoljning", followUp.Key), ("enhet", reading.Units.First(u => u.Id == unit).Key)))
    {
        Posts = posts,
    };
}
