using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>A decided change of the organisation.</summary>
/// <param name="AsOf">UTC; only what was recorded by then is known. Null: everything recorded.</param>
/// <param name="Number">1 for the first change recorded, then one more for each.</param>
/// <param name="Kind">What it does.</param>
/// <param name="HoldsFrom">The first day it holds.</param>
/// <param name="RecordedAt">UTC; when it was recorded.</param>
/// <param name="Units">The units it touches, each as it stood before and stands after.</param>
/// <param name="Successions">Which units took over after which; empty unless units were merged or split.</param>
public sealed record PublishedChange(
    DateTime? AsOf,
    int Number,
    ReorganizationKind Kind,
    DateOnly HoldsFrom,
    DateTime RecordedAt,
    IReadOnlyList<PublishedTouchedUnit> Units,
    IReadOnlyList<PublishedSuccession> Successions)
{
    internal static PublishedChange Of(Reorganization made, IReadOnlyDictionary<Guid, OrganizationUnit> units, DateTimeOffset? asOf) => new(
        asOf?.UtcDateTime,
        made.Version,
        made.Kind,
        made.HoldsFrom,
        made.Recorded.At.UtcDateTime,
        [.. units.Values.OrderBy(u => u.Key, StringComparer.Ordinal).SelectMany(u => PublishedTouchedUnit.Of(made, u, units))],
        [.. made.Successions
            .Select(s => new PublishedSuccession(units[s.PredecessorId].Key, units[s.SuccessorId].Key))
            .OrderBy(s => s.Predecessor, StringComparer.Ordinal).ThenBy(s => s.Successor, StringComparer.Ordinal)]);
}

/// <summary>A unit that a change touches.</summary>
/// <param name="Unit">The unit's key.</param>
/// <param name="HoldsFrom">The first day of what is told after.</param>
/// <param name="Before">How it stood until then; null where it was founded.</param>
/// <param name="After">How it stands from then.</param>
public sealed record PublishedTouchedUnit(string Unit, DateOnly HoldsFrom, PublishedPlace? Before, PublishedPlace After)
{
    internal static IEnumerable<PublishedTouchedUnit> Of(
        Reorganization made, OrganizationUnit unit, IReadOnlyDictionary<Guid, OrganizationUnit> units) =>
        from placement in unit.Placements
        where placement.ReorganizationId == made.Id
        orderby placement.HoldsFrom, placement.Version
        let before = unit.Placements
            .Where(p => p.ReorganizationId != made.Id && p.Version < placement.Version && p.HoldsFrom <= placement.HoldsFrom)
            .OrderBy(p => p.HoldsFrom).ThenBy(p => p.Version).LastOrDefault()
        select new PublishedTouchedUnit(
            unit.Key, placement.HoldsFrom, before is null ? null : PublishedPlace.Of(before, units), PublishedPlace.Of(placement, units));
}

/// <summary>What a unit is called and where it stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parent">The key of the unit it stands under, or last stood under where it is closed; null for the region.</param>
/// <param name="IsClosed">Whether it no longer stands.</param>
public sealed record PublishedPlace(string Name, string? Parent, bool IsClosed)
{
    internal static PublishedPlace Of(Placement placement, IReadOnlyDictionary<Guid, OrganizationUnit> units) =>
        new(placement.Name, placement.ParentId is { } parent ? units[parent].Key : null, placement.IsClosed);
}

/// <summary>A unit that takes over after a closed one.</summary>
/// <param name="Predecessor">The key of the closed unit.</param>
/// <param name="Successor">The key of the unit that takes over.</param>
public sealed record PublishedSuccession(string Predecessor, string Successor);
