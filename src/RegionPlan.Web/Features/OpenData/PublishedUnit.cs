using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>A unit of the organisation as it stands on a day.</summary>
/// <param name="ValidOn">The day that the organisation is told for.</param>
/// <param name="AsOf">UTC; only what was recorded by then is known. Null: everything recorded.</param>
/// <param name="Key">The unit's key, which never changes.</param>
/// <param name="Name">Its name on the day.</param>
/// <param name="Kind">What it is in the hierarchy.</param>
/// <param name="Parent">The key of the unit it stands under; null for the region.</param>
/// <param name="AboutStaff">The number of staff, about, as the source tells it; null where it does not.</param>
/// <param name="HoldsFrom">The day from which it has this name and place.</param>
public sealed record PublishedUnit(
    DateOnly ValidOn, DateTime? AsOf, string Key, string Name, UnitKind Kind, string? Parent, int? AboutStaff, DateOnly HoldsFrom)
{
    internal static IEnumerable<PublishedUnit> AllOf(OrganizationTree tree, DateTimeOffset? asOf) => tree.Root is not { } root
        ? []
        : tree.Below(root.Unit.Id).Prepend(root).Select(b => new PublishedUnit(
            tree.Day,
            asOf?.UtcDateTime,
            b.Unit.Key,
            b.Name,
            b.Unit.Kind,
            tree.Find(b.Placement.ParentId)?.Unit.Key,
            b.Placement.AboutStaff,
            b.Placement.HoldsFrom));
}
