using RegionPlan.Domain.Organization;

namespace RegionPlan.Tests.Domain.Organization;

/// <summary>
/// A small region since 2024: Styrelsen with Service (Kost, Logistik with Transport, Fastigheter) and Staben (Ekonomi), and Trafiknämnden
/// with Trafiken. Every change is recorded on a day of its own, a day after the one before.
/// </summary>
internal sealed class GivenOrganization
{
    private DateTimeOffset now = Given.At("2025-01-10");

    public GivenOrganization()
    {
        var region = Add("Regionen", UnitKind.Region, null);
        var board = Add("Styrelsen", UnitKind.Board, region);
        var service = Add("Service", UnitKind.Administration, board);
        Add("Kost", UnitKind.Division, service);
        Add("Transport", UnitKind.Department, Add("Logistik", UnitKind.Division, service));
        Add("Fastigheter", UnitKind.Division, service);
        Add("Ekonomi", UnitKind.Division, Add("Staben", UnitKind.Administration, board));
        Add("Trafiken", UnitKind.Administration, Add("Trafiknämnden", UnitKind.Board, region));
        Ledger = new(Seeded, []);
    }

    public OrganizationLedger Ledger { get; }

    /// <summary>When the last change was recorded.</summary>
    public DateTimeOffset LastRecorded { get; private set; }

    private List<OrganizationUnit> Seeded { get; } = [];

    /// <summary>The unit that has, or had, the name.</summary>
    public OrganizationUnit this[string name] => Ledger.Units.LastOrDefault(u => u.Placements.Any(p => p.Name == name)).ShouldNotBeNull($"no unit {name}");

    public Reorganization Change(string from, UnitChange change, string? why = "Beslut § 1")
    {
        LastRecorded = now;
        now = now.AddDays(1);
        return Ledger.Change(change, Given.Day(from), new(LastRecorded, "Administratör", why: why));
    }

    public Reorganization Found(string from, string name, string parent, UnitKind kind = UnitKind.Division) =>
        Change(from, new UnitChange.Found(new(name, kind, this[parent].Id)));

    public Reorganization Rename(string from, string name, string to) => Change(from, new UnitChange.Rename(this[name].Id, to));

    public Reorganization Move(string from, string name, string to) => Change(from, new UnitChange.Move(this[name].Id, this[to].Id));

    public Reorganization Merge(string from, string[] names, string into, string parent = "Service") =>
        Change(from, new UnitChange.Merge([.. names.Select(n => this[n].Id)], new(into, UnitKind.Division, this[parent].Id)));

    public Reorganization MergeInto(string from, string[] names, string into) =>
        Change(from, new UnitChange.MergeInto([.. names.Select(n => this[n].Id)], this[into].Id));

    public Reorganization Split(string from, string name, params string[] parts) => Change(from, new UnitChange.Split(
        this[name].Id, [.. parts.Select(p => new NewUnit(p, this[name].Kind, this[name].Placements[^1].ParentId ?? this[name].Id))]));

    public Reorganization Close(string from, string name) => Change(from, new UnitChange.Close(this[name].Id));

    public Reorganization Revert(Reorganization change) => Change("2025-01-01", new UnitChange.Revert(change.Id));

    public OrganizationTree On(string day, DateTimeOffset? asOf = null) => new(Ledger.Units, Given.Day(day), asOf);

    /// <summary>Every unit on a day as "Unit &lt; Parent", in Swedish order.</summary>
    public IReadOnlyList<string> Lines(string day, DateTimeOffset? asOf = null) => LinesOf(On(day, asOf));

    /// <summary>The names of the units directly under one.</summary>
    public IReadOnlyList<string> Under(string parent, string day) => [.. On(day).ChildrenOf(this[parent].Id).Select(b => b.Name)];

    public static IReadOnlyList<string> LinesOf(OrganizationTree tree) =>
        [.. tree.All.Select(b => $"{b.Name} < {tree.NameOf(b.Placement.ParentId)}").Order(StringComparer.Ordinal)];

    private OrganizationUnit Add(string name, UnitKind kind, OrganizationUnit? parent)
    {
        var unit = new OrganizationUnit(name.ToLowerInvariant(), kind);
        unit.Place(name, parent, null, Given.Day("2024-01-01"), Given.Recorded());
        Seeded.Add(unit);
        return unit;
    }
}
