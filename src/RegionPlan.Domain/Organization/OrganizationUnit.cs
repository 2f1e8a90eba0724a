using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Organization;

/// <summary>A part of the region that can own figures: its name and place in the tree change over time, its key never does.</summary>
public sealed class OrganizationUnit
{
    /// <summary>The key of Region Kalmar län as a whole.</summary>
    public const string RegionKey = "region-kalmar-lan";

    public const int MaxKeyLength = 80;

    private readonly List<Placement> placements = [];

    private OrganizationUnit() => Key = "";

    public OrganizationUnit(string key, UnitKind kind)
    {
        Id = Guid.CreateVersion7();
        Key = TextLimit.Needed(key, MaxKeyLength, "Enhetens nyckel");
        Kind = kind;
    }

    public Guid Id { get; private init; }

    /// <summary>A stable, readable key for seeds and URLs, such as <c>folktandvarden</c>.</summary>
    public string Key { get; private init; }

    public UnitKind Kind { get; private init; }

    public IReadOnlyList<Placement> Placements => placements;

    /// <summary>Names the unit and places it under a parent from a date; earlier placements stay for earlier dates.</summary>
    /// <exception cref="RuleViolation">The name is empty or too long, or the unit would stand under itself.</exception>
    public Placement Place(string name, OrganizationUnit? parent, int? aboutStaff, DateOnly holdsFrom, Recording recorded) =>
        Append(name, parent?.Id, aboutStaff, isClosed: false, null, holdsFrom, recorded);

    /// <summary>The placements that hold each from its own date, as known at an instant: of several with the same date the last recorded. Oldest first.</summary>
    public IReadOnlyList<Placement> Course(DateTimeOffset? asOf = null) => CourseOf(p => asOf is null || p.Recorded.At <= asOf);

    /// <summary>How the unit stands on a day as known at an instant; null before it was founded, closed from when it was.</summary>
    public Placement? On(DateOnly day, DateTimeOffset? asOf = null) => Course(asOf).LastOrDefault(p => p.HoldsFrom <= day);

    /// <summary>How the unit stood on the first day of a placement before that was recorded; null where the placement founded it.</summary>
    public Placement? Before(Placement placement) => CourseOf(p => p.Version < placement.Version).LastOrDefault(p => p.HoldsFrom <= placement.HoldsFrom);

    /// <summary>The course that some of the placements make.</summary>
    internal IReadOnlyList<Placement> CourseOf(Func<Placement, bool> counts) =>
        [.. placements.Where(counts).GroupBy(p => p.HoldsFrom).Select(g => g.Latest()!).OrderBy(p => p.HoldsFrom)];

    /// <summary>Takes out the placements of a change that was refused before anything was recorded.</summary>
    internal void Forget(Guid reorganizationId) => placements.RemoveAll(p => p.ReorganizationId == reorganizationId);

    internal Placement Append(
        string name, Guid? parentId, int? aboutStaff, bool isClosed, Guid? reorganizationId, DateOnly holdsFrom, Recording recorded)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > Placement.MaxNameLength)
        {
            throw new RuleViolation($"Ange ett namn på högst {Placement.MaxNameLength} tecken.");
        }

        if (parentId == Id)
        {
            throw new RuleViolation("En enhet kan inte ligga under sig själv. Välj en annan överordnad enhet.");
        }

        var placement = new Placement(placements.NextVersion(), name.Trim(), parentId, aboutStaff, isClosed, reorganizationId, holdsFrom, recorded);
        placements.Add(placement);
        return placement;
    }
}
