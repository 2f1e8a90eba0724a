using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Organization;

/// <summary>What a unit is called and which unit it stands under, from a date.</summary>
public sealed class Placement : DatedFact
{
    public const int MaxNameLength = 200;

    private Placement() => Name = "";

    internal Placement(int version, string name, Guid? parentId, int? aboutStaff, DateOnly holdsFrom, Recording recorded)
        : base(version, holdsFrom, recorded)
    {
        Name = name;
        ParentId = parentId;
        AboutStaff = aboutStaff;
    }

    public string Name { get; private init; }

    /// <summary>The unit above; null for the region alone.</summary>
    public Guid? ParentId { get; private init; }

    /// <summary>The number of staff, about, as the source tells it; null where it does not.</summary>
    public int? AboutStaff { get; private init; }
}
