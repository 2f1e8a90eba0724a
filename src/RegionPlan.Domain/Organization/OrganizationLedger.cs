using System.Globalization;
using System.Text;
using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Organization;

/// <summary>
/// Every unit with all it has been, and the one way to change them from a date. A change is carried out here as a whole and checked on
/// every date from its own on; whoever only wants to see what it would do throws the ledger away afterwards.
/// </summary>
public sealed class OrganizationLedger
{
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

    /// <summary>The units founded by the changes made here.</summary>
    public IReadOnlyList<OrganizationUnit> Founded => founded;

    /// <summary>The number of the latest change; 0 where there is none.</summary>
    public int Version => earlier.Select(r => r.Version).DefaultIfEmpty().Max();

    /// <summary>Carries out a change from a date.</summary>
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
        var day = reverted?.HoldsFrom ?? from;
        var root = units.Values.Single(u => u.Kind == UnitKind.Region);
        var made = new Reorganization(root.Id, Version + 1, change.Kind, day, recorded);
        switch (change)
        {
            case UnitChange.Found found:
                Place(found.Unit, made);
                break;
            case UnitChange.Rename rename:
                Rename(Standing(rename.UnitId, day), rename.Name, made);
                break;
            case UnitChange.Move move:
                Move(Standing(move.UnitId, day), move.ParentId, made);
                break;
            case UnitChange.Merge merge:
                CheckMerged(merge.UnitIds, least: 2);
                Close(merge.UnitIds, Place(merge.Into, made), made);
                break;
            case UnitChange.MergeInto merge:
                CheckMerged(merge.UnitIds, least: 1);
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

        Check(day);
        earlier.Add(made);
        return made;
    }

    /// <summary>Who took over after a unit that is closed on a day, as known at an instant; empty where it stands or nobody did.</summary>
    public IReadOnlyList<OrganizationUnit> SuccessorsOf(OrganizationUnit unit, DateOnly day, DateTimeOffset? asOf = null) =>
        unit.On(day, asOf) is { IsClosed: true, ReorganizationId: { } id }
            ? [.. earlier.Where(r => r.Id == id).SelectMany(r => r.Successions).Where(s => s.PredecessorId == unit.Id).Select(s => units[s.SuccessorId])]
            : [];

    private (OrganizationUnit Unit, Placement Now) Standing(Guid id, DateOnly day) =>
        units.TryGetValue(id, out var unit) && unit.On(day) is { IsClosed: false } now
            ? (unit, now)
            : throw new RuleViolation(unit is null
                ? "Enheten finns inte. Ladda om sidan."
                : $"{unit.Placements.Latest()?.Name} finns inte {Written(day)}. Välj en annan enhet eller ett annat datum.");

    private OrganizationUnit Place(NewUnit wanted, Reorganization made)
    {
        if (wanted.Kind == UnitKind.Region)
        {
            throw new RuleViolation("Det finns bara en region. Välj en annan sorts enhet.");
        }

        if (SameNameBeside(wanted.Name, wanted.ParentId, made.HoldsFrom) is { } same)
        {
            throw new RuleViolation($"{same} finns redan där. Välj ett annat namn.");
        }

        var unit = new OrganizationUnit(FreeKey(wanted.Name), wanted.Kind);
        unit.Append(wanted.Name, wanted.ParentId, null, isClosed: false, made.Id, made.HoldsFrom, made.Recorded);
        units.Add(unit.Id, unit);
        founded.Add(unit);
        return unit;
    }

    private static void Rename((OrganizationUnit Unit, Placement Now) at, string name, Reorganization made)
    {
        if (name?.Trim() == at.Now.Name)
        {
            throw new RuleViolation("Enheten heter redan så. Skriv det nya namnet.");
        }

        // What is decided for later keeps its own date, and is carried over where it only repeats the old name.
        foreach (var placement in FromOn(at, made.HoldsFrom).Where(p => p.Name == at.Now.Name))
        {
            var day = placement.HoldsFrom > made.HoldsFrom ? placement.HoldsFrom : made.HoldsFrom;
            at.Unit.Append(name ?? "", placement.ParentId, placement.AboutStaff, placement.IsClosed, made.Id, day, made.Recorded);
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
        foreach (var placement in FromOn(at, made.HoldsFrom).Where(p => p.ParentId == at.Now.ParentId))
        {
            var day = placement.HoldsFrom > made.HoldsFrom ? placement.HoldsFrom : made.HoldsFrom;
            at.Unit.Append(placement.Name, parentId, placement.AboutStaff, placement.IsClosed, made.Id, day, made.Recorded);
        }
    }

    private void Split(UnitChange.Split split, Reorganization made)
    {
        if (split.Parts.Count < 2)
        {
            throw new RuleViolation("Ange minst två nya enheter som den gamla delas i.");
        }

        var old = Standing(split.UnitId, made.HoldsFrom);
        var parts = split.Parts.Select(p => Place(p, made)).ToList();
        foreach (var child in Below(split.UnitId, made.HoldsFrom))
        {
            Move(child, parts[0].Id, made);
        }

        EndFrom(old, made);
        parts.ForEach(p => made.Succeed(split.UnitId, p.Id));
    }

    private void Close(IReadOnlyList<Guid> ids, OrganizationUnit? successor, Reorganization made)
    {
        foreach (var id in ids.Where(id => id != successor?.Id))
        {
            var old = Standing(id, made.HoldsFrom);
            if (old.Unit.Kind == UnitKind.Region)
            {
                throw new RuleViolation("Regionen kan inte avvecklas.");
            }

            if (successor is not null)
            {
                foreach (var child in Below(id, made.HoldsFrom).Where(c => c.Unit.Id != successor.Id))
                {
                    Move(child, successor.Id, made);
                }

                made.Succeed(id, successor.Id);
            }

            EndFrom(old, made);
        }
    }

    private static void EndFrom((OrganizationUnit Unit, Placement Now) old, Reorganization made)
    {
        foreach (var placement in FromOn(old, made.HoldsFrom))
        {
            var day = placement.HoldsFrom > made.HoldsFrom ? placement.HoldsFrom : made.HoldsFrom;
            old.Unit.Append(placement.Name, placement.ParentId, placement.AboutStaff, isClosed: true, made.Id, day, made.Recorded);
        }
    }

    private void Revert(Reorganization reverted, Reorganization made)
    {
        if (reverted.Kind == ReorganizationKind.Reverted)
        {
            throw new RuleViolation("Ett återtagande kan inte tas tillbaka. Gör om ändringen i stället.");
        }

        var touched = units.Values.Where(u => u.Course().Any(p => p.ReorganizationId == reverted.Id)).ToList();
        if (touched.Count == 0)
        {
            throw new RuleViolation("Ändringen är redan återtagen eller ersatt av en senare.");
        }

        foreach (var unit in touched)
        {
            foreach (var placement in unit.Course().Where(p => p.ReorganizationId == reverted.Id).ToList())
            {
                var before = unit.Placements.Where(p => p.HoldsFrom == placement.HoldsFrom && p.Version < placement.Version && p.ReorganizationId != reverted.Id).Latest()
                    ?? unit.On(placement.HoldsFrom.AddDays(-1));
                unit.Append(
                    before?.Name ?? placement.Name,
                    before is null ? placement.ParentId : before.ParentId,
                    before?.AboutStaff,
                    before?.IsClosed ?? true,
                    made.Id,
                    placement.HoldsFrom,
                    made.Recorded);
            }
        }
    }

    /// <summary>The placement that holds on the day, and those decided for later.</summary>
    private static List<Placement> FromOn((OrganizationUnit Unit, Placement Now) at, DateOnly day) =>
        [at.Now, .. at.Unit.Course().Where(p => p.HoldsFrom > day)];

    private IEnumerable<(OrganizationUnit Unit, Placement Now)> Below(Guid id, DateOnly day) =>
        [.. units.Values.Select(u => (Unit: u, Now: u.On(day))).Where(p => p.Now is { IsClosed: false } now && now.ParentId == id).Select(p => (p.Unit, p.Now!))];

    private static void CheckMerged(IReadOnlyList<Guid> ids, int least)
    {
        if (ids.Distinct().Count() < least)
        {
            throw new RuleViolation(least > 1 ? "Välj minst två enheter att slå samman." : "Välj minst en enhet att slå samman med den andra.");
        }
    }

    private void CheckNothingBelow((OrganizationUnit Unit, Placement Now) at, DateOnly day)
    {
        var below = Below(at.Unit.Id, day).Select(c => c.Now.Name).ToList();
        if (below.Count > 0)
        {
            throw new RuleViolation($"Under {at.Now.Name} ligger {Listed(below)}. Flytta eller avveckla dem först.");
        }
    }

    private string? SameNameBeside(string name, Guid parentId, DateOnly day) => Below(parentId, day)
        .Select(c => c.Now.Name).FirstOrDefault(n => string.Equals(n, name?.Trim(), StringComparison.OrdinalIgnoreCase));

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

    private string FreeKey(string name)
    {
        var stem = KeyOf(name);
        var taken = units.Values.Select(u => u.Key).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue)
            .Select(n => n == 1 ? stem : $"{stem[..Math.Min(stem.Length, OrganizationUnit.MaxKeyLength - 8)]}-{n.ToString(CultureInfo.InvariantCulture)}")
            .First(key => !taken.Contains(key));
    }

    /// <summary>The name as it can stand in an address: small letters a to z and digits, with hyphens between words.</summary>
    private static string KeyOf(string name)
    {
        var plain = (name ?? "").Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        var words = string.Concat(plain).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var key = string.Join('-', words);
        return key.Length == 0 ? "enhet" : key[..Math.Min(key.Length, OrganizationUnit.MaxKeyLength)];
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Listed(List<string> names) => names.Count <= 3
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(3))} och {(names.Count - 3).ToString(CultureInfo.InvariantCulture)} till";
}
