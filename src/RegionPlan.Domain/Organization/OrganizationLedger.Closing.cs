namespace RegionPlan.Domain.Organization;

/// <summary>Closing units, and what becomes of what lies under them.</summary>
public sealed partial class OrganizationLedger
{
    private void Split(UnitChange.Split split, Reorganization made)
    {
        if (split.Parts.Count < 2)
        {
            throw new RuleViolation("Ange minst två nya enheter som den gamla delas i.");
        }

        var old = Standing(split.UnitId, made.HoldsFrom);
        if (old.Unit.Kind == UnitKind.Region)
        {
            throw new RuleViolation("Regionen kan inte delas.");
        }

        var parts = split.Parts.Select(p => Place(p, made, [split.UnitId])).ToList();
        TakeOver(split.UnitId, parts[0].Id, made);
        EndFrom(old.Unit, made);
        parts.ForEach(p => made.Succeed(split.UnitId, p.Id));
    }

    private void Close(IReadOnlyList<Guid> ids, OrganizationUnit? successor, Reorganization made)
    {
        foreach (var id in ids.Distinct().Where(id => id != successor?.Id))
        {
            var old = Standing(id, made.HoldsFrom);
            if (old.Unit.Kind == UnitKind.Region)
            {
                throw new RuleViolation("Regionen kan inte avvecklas.");
            }

            if (successor is not null)
            {
                TakeOver(id, successor.Id, made);
                made.Succeed(id, successor.Id);
            }

            EndFrom(old.Unit, made);
        }
    }

    /// <summary>Puts everything that stands, or is decided to stand later, under a closed unit under the one that takes over.</summary>
    private void TakeOver(Guid fromId, Guid toId, Reorganization made)
    {
        foreach (var unit in units.Values.Where(u => u.Id != fromId && u.Id != toId).ToList())
        {
            var below = FromOn(unit, made.HoldsFrom).Where(p => p.ParentId == fromId).ToList();
            foreach (var placement in below.Any(p => !p.IsClosed) ? below : [])
            {
                Append(unit, placement, made, parentId: toId);
            }
        }
    }

    private static void EndFrom(OrganizationUnit old, Reorganization made)
    {
        foreach (var placement in FromOn(old, made.HoldsFrom))
        {
            Append(old, placement, made, isClosed: true);
        }
    }
}
