using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Tasks;

/// <summary>What a user is to hand in of the economy in one year: the posts of the units that they hold a role for.</summary>
internal sealed class EconomyTasks(Permissions user, FollowUpReading reading, BudgetYear? budget)
{
    private readonly FollowUpYear year = reading.FollowUps;

    internal IEnumerable<TaskItem> Returned() =>
        from owed in Owed()
        let standings = Standings(owed.FollowUp, owed.UnitId).Where(s => s.Stage == RowStage.Returned).ToList()
        where standings.Count > 0
        let step = standings.Select(s => s.ReturnedBy!).MaxBy(s => s.Version)
        select Item(owed.FollowUp, owed.UnitId, standings.Count) with { Step = step, Level = step.Level };

    /// <summary>What nothing has been handed in of, while the follow-up is open.</summary>
    internal IEnumerable<TaskItem> ToHandIn(bool isLate) =>
        from owed in Owed()
        where owed.FollowUp.On(year.Today) == FollowUpState.Open && year.Today > year.DueOn(owed.FollowUp, owed.UnitId) == isLate
        let handedIn = Standings(owed.FollowUp, owed.UnitId).Select(s => s.Row.Key).ToHashSet()
        let left = owed.Duties.Count(d => d.IsExpected && !handedIn.Contains(d.Key))
        where left > 0
        select Item(owed.FollowUp, owed.UnitId, left);

    private IEnumerable<(FollowUp FollowUp, Guid UnitId, List<EconomyDuty> Duties)> Owed() =>
        from followUp in EconomyDuties.Collecting(year.FollowUps)
        from unit in EconomyLoading.DutiesOf(year, followUp, budget, reading.Units).GroupBy(d => d.ReporterId)
        where user.Roles.Any(r => r.UnitId == unit.Key && Rights.Of(r.Role).Contains(Right.WriteEconomy))
        select (followUp, unit.Key, unit.ToList());

    private IReadOnlyList<AmountStanding> Standings(FollowUp followUp, Guid unit) =>
        year.SubmissionOf(followUp, unit)?.AmountStandings(year.ChainOf(followUp, unit)) ?? [];

    private TaskItem Item(FollowUp followUp, Guid unit, int posts) => new(
        followUp,
        year.TreeOf(followUp).NameOf(unit) ?? "",
        IsOwn: true,
        posts,
        year.DueOn(followUp, unit),
        PageLink.With("/ekonomi/lamna-in", ("uppfoljning", followUp.Key), ("enhet", reading.Units.First(u => u.Id == unit).Key)))
    {
        IsEconomy = true,
    };
}
