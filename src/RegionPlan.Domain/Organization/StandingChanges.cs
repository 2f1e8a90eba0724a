namespace RegionPlan.Domain.Organization;

/// <summary>
/// Which changes still hold. A change can be taken back only while it is the last that holds of every unit it touched, so a revert always
/// takes back the last change that holds of the units that it touches itself.
/// </summary>
internal sealed class StandingChanges
{
    private readonly Dictionary<Guid, List<Reorganization>> byUnit = [];
    private readonly Dictionary<Guid, Reorganization> takenBack = [];
    private readonly HashSet<Guid> holding = [];
    private readonly ILookup<Guid, OrganizationUnit> touched;

    internal StandingChanges(IEnumerable<OrganizationUnit> units, IEnumerable<Reorganization> changes)
    {
        touched = units.SelectMany(u => u.Placements.Select(p => p.ReorganizationId).OfType<Guid>().Distinct(), (u, id) => (Unit: u, Id: id)).ToLookup(t => t.Id, t => t.Unit);
        foreach (var change in changes.OrderBy(r => r.Version))
        {
            if (change.Kind == ReorganizationKind.Reverted)
            {
                TakeBack(change);
            }
            else
            {
                Add(change);
            }
        }
    }

    /// <summary>The units that a change gave a placement.</summary>
    internal IReadOnlyList<OrganizationUnit> TouchedBy(Reorganization change) => [.. touched[change.Id]];

    /// <summary>The last change of a unit that holds.</summary>
    internal Reorganization LastOf(OrganizationUnit unit) => byUnit[unit.Id][^1];

    internal bool Holds(Guid reorganizationId) => holding.Contains(reorganizationId);

    internal bool IsTakenBack(Reorganization change) => takenBack.ContainsValue(change);

    internal Reorganization? TakenBackBy(Reorganization revert) => takenBack.GetValueOrDefault(revert.Id);

    /// <summary>The change that closed a unit: with its successors, or without any.</summary>
    internal Reorganization? LastClosing(OrganizationUnit unit) => byUnit.GetValueOrDefault(unit.Id)?
        .FindLast(r => r.Kind == ReorganizationKind.Closed || r.Successions.Any(s => s.PredecessorId == unit.Id));

    private void Add(Reorganization change)
    {
        holding.Add(change.Id);
        foreach (var unit in touched[change.Id])
        {
            (byUnit.TryGetValue(unit.Id, out var changes) ? changes : byUnit[unit.Id] = []).Add(change);
        }
    }

    private void TakeBack(Reorganization revert)
    {
        if (touched[revert.Id].Select(u => byUnit.GetValueOrDefault(u.Id)?.LastOrDefault()).FirstOrDefault() is { } target)
        {
            takenBack[revert.Id] = target;
            holding.Remove(target.Id);
            foreach (var changes in byUnit.Values)
            {
                changes.Remove(target);
            }
        }
    }
}
