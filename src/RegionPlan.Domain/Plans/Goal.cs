using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Plans;

/// <summary>An övergripande mål of a plan, within one perspective.</summary>
public sealed class Goal
{
    private readonly List<Wording> wordings = [];
    private readonly List<Direction> directions = [];

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

    public Wording Word(string name, string? text, DateOnly holdsFrom, Recording recorded)
    {
        var wording = Wording.Next(wordings, name, text, holdsFrom, recorded);
        wordings.Add(wording);
        return wording;
    }

    public Direction AddDirection(int order, string name, DateOnly holdsFrom, Recording recorded)
    {
        var direction = new Direction(this, order);
        direction.Word(name, null, holdsFrom, recorded);
        directions.Add(direction);
        return direction;
    }
}
