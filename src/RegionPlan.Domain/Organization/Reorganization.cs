using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Organization;

/// <summary>
/// One decided change of the organisation from a date: which kind, why (<see cref="Recording.Why"/>) and who takes over after whom. Its
/// placements stand on the units. Numbered for the organisation as a whole, so that of two who rebuild it at once the second is told.
/// </summary>
public sealed class Reorganization : DatedFact
{
    private readonly List<Succession> successions = [];

    private Reorganization()
    {
    }

    internal Reorganization(Guid rootId, int version, ReorganizationKind kind, DateOnly holdsFrom, Recording recorded)
        : base(version, holdsFrom, recorded)
    {
        RootId = rootId;
        Kind = kind;
    }

    /// <summary>The unit at the top of the organisation that is changed: the region.</summary>
    public Guid RootId { get; private init; }

    public ReorganizationKind Kind { get; private init; }

    /// <summary>Who takes over after whom; empty unless units were merged or split.</summary>
    public IReadOnlyList<Succession> Successions => successions;

    internal void Succeed(Guid predecessorId, Guid successorId) => successions.Add(new(Id, predecessorId, successorId));
}

/// <summary>A unit that takes over after a closed one.</summary>
public sealed class Succession
{
    private Succession()
    {
    }

    internal Succession(Guid reorganizationId, Guid predecessorId, Guid successorId)
    {
        Id = Guid.CreateVersion7();
        ReorganizationId = reorganizationId;
        PredecessorId = predecessorId;
        SuccessorId = successorId;
    }

    public Guid Id { get; private init; }

    public Guid ReorganizationId { get; private init; }

    public Guid PredecessorId { get; private init; }

    public Guid SuccessorId { get; private init; }
}

/// <summary>What a change of the organisation does.</summary>
public enum ReorganizationKind
{
    /// <summary>A new unit is founded.</summary>
    Founded,

    /// <summary>A unit gets another name.</summary>
    Renamed,

    /// <summary>A unit, with everything below it, goes under another unit.</summary>
    Moved,

    /// <summary>Several units become one.</summary>
    Merged,

    /// <summary>One unit becomes several.</summary>
    Split,

    /// <summary>A unit is closed without anyone taking over.</summary>
    Closed,

    /// <summary>An earlier change is taken back from its own date.</summary>
    Reverted,
}
