using System.Globalization;
using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Organization;

/// <summary>
/// Every unit with all it has been, and the one way to change them from a date. A change is carried out here as a whole and checked on
/// every date from its own on; whoever only wants to see what it would do throws the ledger away afterwards.
/// </summary>
public sealed class OrganizationLedger
{
    private const int YearsAhead = 10;
    private static readonly StringComparer Swedish = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true);

    private readonly Dictionary<Guid, OrganizationUnit> units;
    private readonly List<Reorganization> earlier;
    private readonly List<OrganizationUnit> founded = [];

    /// <param name="units">All units with all their placements.</param>
    /// <param name="earlier">All changes made before.</param>
    public OrganizationLedger(IEnumerable<OrganizationUnit> units, IEnumerable<Reorganization> earlier)
    {
        this.units = units.ToDictionary(u => u.Id);
        this.earlier = [.. earlier];
    }

    public IReadOnlyCollection<OrganizationUnit> Units => units.Values;

    /// <summary>All changes, those made here among them, the first decided first.</summary>
    public IReadOnlyList<Reorganization> Changes => [.. earlier.OrderBy(r => r.Version)];

    /// <summary>The units founded by the changes made here.</summary>
    public IReadOnlyList<OrganizationUnit> Founded => founded;

    /// <summary>The number of the latest change; 0 where there is none.</summary>
    public int Version => earlier.Select(r => r.Version).DefaultIfEmpty().Max();

    /// <summary>Carries out a change from a date. One that is refused leaves everything as it was.</summary>
    /// <param name="change">What is to change.</param>
    /// <param name="from">The first day it holds; a revert holds from the day of what it takes back.</param>
    /// <param name="recorded">Who, when and, which is needed, why.</param>
    /// <returns>The change, to be kept together with the units it touched.</returns>
    /// <exception cref="RuleViolation">The motivation is missing, a unit does not stand then, or the organisation would not hang together.</exception>
    public Reorganization Change(UnitChange change, DateOnly from, Recording recorded)
    {
        if (recorded.Why is null)
        {
            throw new RuleViolation("Skriv varför organisationen ändras, till exempel vilket beslut som ligger bakom.");
        }

        var reverted = (change as UnitChange.Revert)?.ReorganizationId is { } id
            ? earlier.Find(r => r.Id == id) ?? throw new RuleViolation("Ändringen finns inte. Ladda om sidan.")
            : null;
        if (reverted is null && from > DateOnly.FromDateTime(recorded.At.UtcDateTime).AddYears(YearsAhead))
        {
            throw new RuleViolation($"Ange ett datum högst {YearsAhead} år framåt.");
        }

        var root = units.Values.Single(u => u.Kind == UnitKind.Region);
        var made = new Reorganization(root.Id, Version + 1, change.Kind, reverted?.HoldsFrom ?? from, recorded);
        try
        {
            CarryOut(change, reverted, made);
            Check(made.HoldsFrom);
        }
        catch (RuleViolation)
        {
            Forget(made);
            throw;
        }

        earlier.Add(made);
        return made;
    }

    /// <summary>Who took over after a unit that is closed on a day, as known at an instant; empty where it stands or nobody did.</summary>
    public IReadOnlyList<OrganizationUnit> SuccessorsOf(OrganizationUnit unit, DateOnly day, DateTimeOffset? asOf = null) =>
        unit.On(day, asOf) is { IsClosed: true } && Standing(asOf).LastClosing(unit) is { } closing
            ? [.. closing.Successions.Where(s => s.PredecessorId == unit.Id).Select(s => units[s.SuccessorId])]
            : [];

    /// <summary>The change that a revert took back; null where the change is no revert.</summary>
    public Reorganization? TakenBackBy(Reorganization revert) => Standing(null).TakenBackBy(revert);

    /// <summary>Whether a change has been taken back.</summary>
    public bool IsTakenBack(Reorganization change) => Standing(null).IsTakenBack(change);

    private void CarryOut(UnitChange change, Reorganization? reverted, Reorganization made)
    {
        var day = made.HoldsFrom;
        switch (change)
        {
            case UnitChange.Found found:
                Place(found.Unit, made, []);
                break;
            case UnitChange.Rename rename:
                Rename(Standing(rename.UnitId, day), rename.Name, made);
                break;
            case UnitChange.Move move:
                Move(Standing(move.UnitId, day), move.ParentId, made);
                break;
            case UnitChange.Merge merge:
                CheckMerged(merge.UnitIds, least: 2);
                Close(merge.UnitIds, Place(merge.Into, made, merge.UnitIds), made);
                break;
            case UnitChange.MergeInto merge:
                CheckMerged(merge.UnitIds.Where(u => u != merge.SuccessorId), least: 1);
                Close(merge.UnitIds, Standing(merge.SuccessorId, day).Unit, made);
                break;
            case UnitChange.Split split:
                Split(split, made);
                break;
            case UnitChange.Close close:
                CheckNothingBelow(Standing(close.UnitId, day), day);
                Close([close.UnitId], null, made);
                break;
            case UnitChange.Revert:
                Revert(reverted!, made);
                break;
        }
    }

    private void Forget(Reorganization refused)
    {
        founded.Where(u => u.Placements.All(p => p.ReorganizationId == refused.Id)).ToList().ForEach(u => units.Remove(u.Id));
        founded.RemoveAll(u => !units.ContainsKey(u.Id));
        foreach (var unit in units.Values)
        {
            unit.Forget(refused.Id);
        }
    }

    private StandingChanges Standing(DateTimeOffset? asOf) => new(units.Values, earlier.Where(r => asOf is null || r.Recorded.At <= asOf));

    private (OrganizationUnit Unit, Placement Now) Standing(Guid id, DateOnly day) =>
        units.TryGetValue(id, out var unit) && unit.On(day) is { IsClosed: false } now
            ? (unit, now)
            : throw new RuleViolation(unit is null
                ? "Enheten finns inte. Ladda om sidan."
                : $"{unit.Placements.Latest()?.Name} finns inte {Written(day)}. Välj en annan enhet eller ett annat datum.");

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

    /// <summary>Gives every unit that a change touched the course it would have had without it, on every day that something changes.</summary>
    private void Revert(Reorganization reverted, Reorganization made)
    {
        if (reverted.Kind == ReorganizationKind.Reverted)
        {
            throw new RuleViolation("Ett återtagande kan inte tas tillbaka. Gör om ändringen i stället.");
        }

        var standing = Standing(null);
        if (standing.IsTakenBack(reverted))
        {
            throw new RuleViolation("Ändringen är redan återtagen.");
        }

        var touched = standing.TouchedBy(reverted);
        if (touched.Select(standing.LastOf).FirstOrDefault(last => last.Id != reverted.Id) is { } later)
        {
            throw new RuleViolation($"En senare ändring, som gäller från {Written(later.HoldsFrom)}, bygger på den här. Ta tillbaka den först.");
        }

        foreach (var unit in touched)
        {
            var without = unit.CourseOf(p => p.ReorganizationId is not { } id || (id != reverted.Id && standing.Holds(id)));
            foreach (var now in unit.Course())
            {
                var wanted = without.LastOrDefault(p => p.HoldsFrom <= now.HoldsFrom);
                if (wanted is null ? !now.IsClosed : !SaysTheSame(wanted, now))
                {
                    var from = wanted ?? now;
                    unit.Append(from.Name, from.ParentId, from.AboutStaff, wanted?.IsClosed ?? true, made.Id, now.HoldsFrom, made.Recorded);
                }
            }
        }
    }

    private static bool SaysTheSame(Placement one, Placement other) =>
        (one.Name, one.ParentId, one.AboutStaff, one.IsClosed) == (other.Name, other.ParentId, other.AboutStaff, other.IsClosed);

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

    private IEnumerable<(OrganizationUnit Unit, Placement Now)> Below(Guid id, DateOnly day) =>
        [.. units.Values.Select(u => (Unit: u, Now: u.On(day))).Where(p => p.Now is { IsClosed: false } now && now.ParentId == id).Select(p => (p.Unit, p.Now!))];

    private static void CheckMerged(IEnumerable<Guid> ids, int least)
    {
        if (ids.Distinct().Count() < least)
        {
            throw new RuleViolation(least > 1 ? "Välj minst två enheter att slå samman." : "Välj minst en enhet att slå samman med den andra.");
        }
    }

    private void CheckNothingBelow((OrganizationUnit Unit, Placement Now) at, DateOnly day)
    {
        var below = Below(at.Unit.Id, day).Select(c => c.Now.Name).Order(Swedish).ToList();
        if (below.Count > 0)
        {
            throw new RuleViolation($"Under {at.Now.Name} ligger {Listed(below)}. Flytta eller avveckla dem först.");
        }
    }

    private void CheckNameFree(string? name, Guid parentId, DateOnly day, IReadOnlyList<Guid> leaving)
    {
        if (Below(parentId, day).FirstOrDefault(c => !leaving.Contains(c.Unit.Id) && string.Equals(c.Now.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase))
            is { Now: { } same })
        {
            throw new RuleViolation($"{same.Name} finns redan under {units[parentId].On(day)?.Name}. Välj ett annat namn.");
        }
    }

    /// <summary>Looks the whole organisation over on every day from a date on which anything changes.</summary>
    private void Check(DateOnly from)
    {
        foreach (var day in units.Values.SelectMany(u => u.Course()).Select(p => p.HoldsFrom).Where(d => d > from).Prepend(from).Distinct().Order())
        {
            var standing = units.Values.Select(u => (Unit: u, Now: u.On(day))).Where(s => s.Now is { IsClosed: false }).ToDictionary(s => s.Unit.Id);
            foreach (var (unit, now) in standing.Values)
            {
                if (now!.ParentId is not { } parentId)
                {
                    continue;
                }

                if (!standing.TryGetValue(parentId, out var parent))
                {
                    var gone = units.TryGetValue(parentId, out var known) ? known.Placements.Latest()?.Name : null;
                    throw new RuleViolation($"{now.Name} skulle {Written(day)} ligga under {gone ?? "en enhet som saknas"}, som då inte finns. Flytta {now.Name} först.");
                }

                if (parent.Unit.Kind >= unit.Kind)
                {
                    throw new RuleViolation(
                        $"{now.Name} kan inte ligga under {parent.Now!.Name} ({Written(day)}): en enhet ska ligga under en på högre nivå. Välj en annan överordnad enhet.");
                }
            }
        }
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Listed(List<string> names) => names.Count <= 3
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(3))} och {(names.Count - 3).ToString(CultureInfo.InvariantCulture)} till";
}
