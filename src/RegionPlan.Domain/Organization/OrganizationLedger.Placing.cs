namespace RegionPlan.Domain.Organization;

/// <summary>Founding, renaming and moving units.</summary>
public sealed partial class OrganizationLedger
{
    /// <param name="wanted">The unit to found.</param>
    /// <param name="made">The change it is founded by.</param>
    /// <param name="leaving">Units that the same change closes: their names are free, and nothing can stand under them.</param>
    private OrganizationUnit Place(NewUnit wanted, Reorganization made, IReadOnlyList<Guid> leaving)
    {
        if (wanted.Kind == UnitKind.Region)
        {
            throw new RuleViolation("Det finns bara en region. Välj en annan sorts enhet.");
        }

        var parent = Standing(wanted.ParentId, made.HoldsFrom);
        if (leaving.Contains(wanted.ParentId))
        {
            throw new RuleViolation($"{parent.Now.Name} upphör genom ändringen. Lägg den nya enheten under en annan.");
        }

        CheckNameFree(wanted.Name, wanted.ParentId, made.HoldsFrom, leaving);
        var unit = new OrganizationUnit(UnitKeys.Free(wanted.Name, units.Values), wanted.Kind);
        unit.Append(wanted.Name, wanted.ParentId, null, isClosed: false, made.Id, made.HoldsFrom, made.Recorded);
        units.Add(unit.Id, unit);
        founded.Add(unit);
        return unit;
    }

    private void Rename((OrganizationUnit Unit, Placement Now) at, string name, Reorganization made)
    {
        if (name?.Trim() == at.Now.Name)
        {
            throw new RuleViolation("Enheten heter redan så. Skriv det nya namnet.");
        }

        if (at.Now.ParentId is { } parentId)
        {
            CheckNameFree(name, parentId, made.HoldsFrom, [at.Unit.Id]);
        }

        // What is decided for later keeps its own date, and is carried over where it only repeats the old name.
        foreach (var placement in FromOn(at.Unit, made.HoldsFrom).Where(p => p.Name == at.Now.Name))
        {
            Append(at.Unit, placement, made, name: name ?? "");
        }
    }

    private void Move((OrganizationUnit Unit, Placement Now) at, Guid parentId, Reorganization made)
    {
        if (at.Unit.Kind == UnitKind.Region)
        {
            throw new RuleViolation("Regionen står överst och kan inte flyttas.");
        }

        if (parentId == at.Now.ParentId)
        {
            throw new RuleViolation("Enheten ligger redan där. Välj en annan överordnad enhet.");
        }

        Standing(parentId, made.HoldsFrom);
        CheckNameFree(at.Now.Name, parentId, made.HoldsFrom, []);
        foreach (var placement in FromOn(at.Unit, made.HoldsFrom).Where(p => p.ParentId == at.Now.ParentId))
        {
            Append(at.Unit, placement, made, parentId: parentId);
        }
    }

    /// <summary>What holds on the day, and what is decided for later.</summary>
    private static List<Placement> FromOn(OrganizationUnit unit, DateOnly day) =>
        [.. unit.On(day) is { } now ? new[] { now } : [], .. unit.Course().Where(p => p.HoldsFrom > day)];

    /// <summary>Repeats a placement with something changed, from its own day or, where that is earlier, from the change's.</summary>
    private static void Append(OrganizationUnit unit, Placement from, Reorganization made, string? name = null, Guid? parentId = null, bool? isClosed = null) => unit.Append(
        name ?? from.Name,
        parentId ?? from.ParentId,
        from.AboutStaff,
        isClosed ?? from.IsClosed,
        made.Id,
        from.HoldsFrom > made.HoldsFrom ? from.HoldsFrom : made.HoldsFrom,
        made.Recorded);
}
