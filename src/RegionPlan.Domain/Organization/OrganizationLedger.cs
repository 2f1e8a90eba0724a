using System.Globalization;
using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Organization;

/// <summary>
/// Every unit with all it has been, and the one way to change them from a date. A change is carried out here as a whole and checked on
/// every date from its own on; whoever only wants to see what it would do throws the ledger away afterwards.
/// </summary>
public sealed partial class OrganizationLedger
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
}
