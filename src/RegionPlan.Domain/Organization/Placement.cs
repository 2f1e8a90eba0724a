using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Organization;

/// <summary>What a unit is called and which unit it stands under, from a date; or that it is closed from then.</summary>
public sealed class Placement : DatedFact
{
    public const int MaxNameLength = 200;

    private Placement() => Name = "";

    internal Placement(
        int version, string name, Guid? parentId, int? aboutStaff, bool isClosed, Guid? reorganizationId, DateOnly holdsFrom, Recording recorded)
        : base(version, holdsFrom, recorded)
    {
        Name = name;
        ParentId = parentId;
        AboutStaff = aboutStaff;
        IsClosed = isClosed;
        ReorganizationId = reorganizationId;
    }

    public string Name { get; private init; }

    /// <summary>The unit above; null for the region alone. A closed unit keeps the last one, so that its figures are found again.</summary>
    public Guid? ParentId { get; private init; }

    /// <summary>The number of staff, about, as the source tells it; null where it does not.</summary>
    public int? AboutStaff { get; private init; }

    /// <summary>Whether the unit no longer stands from this date.</summary>
    public bool IsClosed { get; private init; }

    /// <summary>The change of the organisation that this is a part of; null for what was loaded from the sources.</summary>
    public Guid? ReorganizationId { get; private init; }
}
