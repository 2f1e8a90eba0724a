namespace RegionPlan.Domain.Plans;

/// <summary>A målområde of the balanced scorecard: invånare och kund, verksamhet, medarbetare, ekonomi.</summary>
public sealed class Perspective
{
    public const int MaxNameLength = 100;

    private Perspective() => Name = "";

    /// <exception cref="RuleViolation">The name is missing or too long.</exception>
    public Perspective(int order, string name)
    {
        Id = Guid.CreateVersion7();
        Order = order;
        Name = TextLimit.Needed(name, MaxNameLength, "Målområdets namn");
    }

    public Guid Id { get; private init; }

    public int Order { get; private init; }

    public string Name { get; private init; }
}
