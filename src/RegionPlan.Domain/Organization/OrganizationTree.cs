using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Organization;

/// <summary>The organisation as it stands on one date, for questions about who is below whom.</summary>
public sealed class OrganizationTree
{
    private readonly Dictionary<Guid, Branch> branches;

    public OrganizationTree(IEnumerable<OrganizationUnit> units, DateOnly validOn, DateTimeOffset? asOf = null) => branches = units
        .Select(u => (Unit: u, Placement: u.Placements.Current(validOn, asOf)))
        .Where(p => p.Placement is not null)
        .ToDictionary(p => p.Unit.Id, p => new Branch(p.Unit, p.Placement!));

    /// <summary>A unit with the name and parent that hold on the tree's date.</summary>
    public sealed record Branch(OrganizationUnit Unit, Placement Placement);

    public IReadOnlyCollection<Branch> All => branches.Values;

    /// <summary>The unit's name on the tree's date, or null where the unit is not known.</summary>
    public string? NameOf(Guid? unitId) => unitId is { } id && branches.TryGetValue(id, out var branch) ? branch.Placement.Name : null;

    /// <summary>Whether the unit is <paramref name="ancestorId"/> itself or stands anywhere below it.</summary>
    public bool IsSameOrBelow(Guid unitId, Guid ancestorId)
    {
        Guid? at = unitId;
        for (var steps = 0; at is { } id && steps <= branches.Count; steps++)
        {
            if (id == ancestorId)
            {
                return true;
            }

            at = branches.TryGetValue(id, out var branch) ? branch.Placement.ParentId : null;
        }

        return false;
    }
}
