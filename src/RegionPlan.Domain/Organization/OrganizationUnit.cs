using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Organization;

/// <summary>A part of the region that can own figures: its name and place in the tree change over time, its key never does.</summary>
public sealed class OrganizationUnit
{
    /// <summary>The key of Region Kalmar län as a whole.</summary>
    public const string RegionKey = "region-kalmar-lan";

    private readonly List<Placement> placements = [];

    private OrganizationUnit() => Key = "";

    public OrganizationUnit(string key, UnitKind kind)
    {
        Id = Guid.CreateVersion7();
        Key = key;
        Kind = kind;
    }

    public Guid Id { get; private init; }

    /// <summary>A stable, readable key for seeds and URLs, such as <c>folktandvarden</c>.</summary>
    public string Key { get; private init; }

    public UnitKind Kind { get; private init; }

    public IReadOnlyList<Placement> Placements => placements;

    /// <summary>Names the unit and places it under a parent from a date; earlier placements stay for earlier dates.</summary>
    /// <exception cref="RuleViolation">The name is empty or too long, or the unit would stand under itself.</exception>
    public Placement Place(string name, OrganizationUnit? parent, int? aboutStaff, DateOnly holdsFrom, Recording recorded)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > Placement.MaxNameLength)
        {
            throw new RuleViolation($"Ange ett namn på högst {Placement.MaxNameLength} tecken.");
        }

        if (parent?.Id == Id)
        {
            throw new RuleViolation("En enhet kan inte ligga under sig själv. Välj en annan överordnad enhet.");
        }

        var placement = new Placement(placements.NextVersion(), name.Trim(), parent?.Id, aboutStaff, holdsFrom, recorded);
        placements.Add(placement);
        return placement;
    }
}
