using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Plans;

/// <summary>An övergripande mål of a plan, within one perspective.</summary>
public sealed class Goal
{
    private readonly List<Wording> wordings = [];
    private readonly List<Direction> directions = [];
    private readonly List<GoalOverride> overrides = [];
    private readonly List<GoalSuccession> successions = [];

    private Goal()
    {
    }

    internal Goal(Plan plan, int order, Perspective perspective)
    {
        Id = Guid.CreateVersion7();
        PlanId = plan.Id;
        Order = order;
        PerspectiveId = perspective.Id;
    }

    public Guid Id { get; private init; }

    public Guid PlanId { get; private init; }

    public Guid PerspectiveId { get; private init; }

    /// <summary>1-based, the plan's own order; the first part of a measure's code.</summary>
    public int Order { get; private init; }

    public IReadOnlyList<Wording> Wordings => wordings;

    public IReadOnlyList<Direction> Directions => directions;

    /// <summary>What persons have judged in place of the computed status, all years.</summary>
    public IReadOnlyList<GoalOverride> Overrides => overrides;

    /// <summary>What has been said of which earlier goal this one continues.</summary>
    public IReadOnlyList<GoalSuccession> Successions => successions;

    public Wording Word(string name, string? text, DateOnly holdsFrom, Recording recorded)
    {
        var wording = Wording.Next(wordings, name, text, holdsFrom, recorded);
        wordings.Add(wording);
        return wording;
    }

    /// <summary>Continues a goal of an earlier plan; null says that the goal is new.</summary>
    /// <exception cref="RuleViolation">The goals are of the same plan, or an earlier mapping is changed without a motivation.</exception>
    public GoalSuccession Continue(Goal? predecessor, Recording recorded)
    {
        if (predecessor?.PlanId == PlanId)
        {
            throw new RuleViolation("Ett mål fortsätter ett mål i en annan plan. Välj ett i den tidigare planen.");
        }

        if (successions.Count > 0 && recorded.Why is null)
        {
            throw new RuleViolation("Skriv varför kopplingen till det tidigare målet ändras.");
        }

        var succession = new GoalSuccession(Id, predecessor?.Id, successions.NextVersion(), recorded);
        successions.Add(succession);
        return succession;
    }

    /// <summary>The goal of an earlier plan that this one continues, as known at an instant; null where there is none.</summary>
    public Guid? PredecessorId(DateTimeOffset? asOf = null) => successions.Latest(asOf)?.PredecessorId;

    /// <exception cref="RuleViolation">The goal already has a direction with that order.</exception>
    public Direction AddDirection(int order, string name, DateOnly holdsFrom, Recording recorded)
    {
        if (directions.Any(d => d.Order == order))
        {
            throw new RuleViolation($"Målet har redan en inriktning {order}.");
        }

        var direction = new Direction(this, order);
        direction.Word(name, null, holdsFrom, recorded);
        directions.Add(direction);
        return direction;
    }

    /// <summary>Puts a person's own judgement of a year in place of the computed one, or takes it back.</summary>
    /// <param name="year">The year that is judged.</param>
    /// <param name="status">Achieved, partly or not; null to take back what was judged.</param>
    /// <param name="recorded">Who, when and, which is needed, why.</param>
    /// <exception cref="RuleViolation">The motivation is missing, the status judges nothing, or there is nothing to take back.</exception>
    public GoalOverride Override(int year, GoalStatus? status, Recording recorded)
    {
        if (recorded.Why is null)
        {
            throw new RuleViolation("Skriv varför målets bedömning ändras.");
        }

        if (status is GoalStatus.InsufficientBasis or GoalStatus.NotAssessed)
        {
            throw new RuleViolation("Välj uppnått, delvis uppnått eller ej uppnått.");
        }

        if (status is null && OverrideOf(year) is null)
        {
            throw new RuleViolation($"Målets bedömning för {year} är inte ändrad, så det finns inget att ta tillbaka.");
        }

        var overriding = new GoalOverride(this, overrides.Where(o => o.Year == year).NextVersion(), year, status, recorded);
        overrides.Add(overriding);
        return overriding;
    }

    /// <summary>The override of a year as known at an instant; null where there is none or it was taken back.</summary>
    public GoalOverride? OverrideOf(int year, DateTimeOffset? asOf = null) =>
        overrides.Where(o => o.Year == year).Latest(asOf) is { Status: not null } current ? current : null;
}
