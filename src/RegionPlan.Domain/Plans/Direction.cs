using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Plans;

/// <summary>A långsiktig inriktning of a goal, which its measures stand under.</summary>
public sealed class Direction
{
    private readonly List<Wording> wordings = [];

    private Direction()
    {
    }

    internal Direction(Goal goal, int order)
    {
        Id = Guid.CreateVersion7();
        GoalId = goal.Id;
        Order = order;
    }

    public Guid Id { get; private init; }

    public Guid GoalId { get; private init; }

    public int Order { get; private init; }

    public IReadOnlyList<Wording> Wordings => wordings;

    public Wording Word(string name, string? text, DateOnly holdsFrom, Recording recorded)
    {
        var wording = Wording.Next(wordings, name, text, holdsFrom, recorded);
        wordings.Add(wording);
        return wording;
    }
}
