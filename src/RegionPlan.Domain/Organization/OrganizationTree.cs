using System.Globalization;

namespace RegionPlan.Domain.Organization;

/// <summary>
/// The organisation as it stands on one date, or as it stood through a span of time, for questions about who is below whom. Dates before
/// the first that is known of any unit are answered as that first day.
/// </summary>
public sealed class OrganizationTree
{
    private static readonly StringComparer Swedish = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true);

    private readonly Dictionary<Guid, Branch> branches = [];
    private readonly Dictionary<Guid, Placement> known = [];
    private readonly ILookup<Guid, Branch> children;

    public OrganizationTree(IEnumerable<OrganizationUnit> units, DateOnly validOn, DateTimeOffset? asOf = null)
        : this(units, validOn, validOn, asOf)
    {
    }

    private OrganizationTree(IEnumerable<OrganizationUnit> units, DateOnly first, DateOnly last, DateTimeOffset? asOf)
    {
        var courses = units.Select(u => (Unit: u, Course: u.Course(asOf))).Where(c => c.Course.Count > 0).ToList();
        var beginning = courses.Select(c => c.Course[0].HoldsFrom).DefaultIfEmpty().Min();
        Day = last < beginning ? beginning : last;
        var from = first < beginning ? beginning : first;
        foreach (var (unit, course) in courses)
        {
            var stood = course.LastOrDefault(p => !p.IsClosed && p.HoldsFrom <= Day);
            known[unit.Id] = stood ?? course[0];
            if (stood is not null && (Next(course, stood) is not { } next || next.HoldsFrom > from))
            {
                branches[unit.Id] = new(unit, stood, Next(course, stood) is { IsClosed: true } closed && closed.HoldsFrom <= Day ? closed.HoldsFrom : null);
            }
        }

        children = branches.Values
            .Where(b => b.Placement.ParentId is not null)
            .OrderBy(b => b.Unit.Kind).ThenBy(b => b.Placement.Name, Swedish)
            .ToLookup(b => b.Placement.ParentId!.Value);
    }

    /// <summary>The units that stood on any day of a span, each where it stood last: the tree that the span's figures and plans belong to.</summary>
    public static OrganizationTree During(IEnumerable<OrganizationUnit> units, DateOnly first, DateOnly last, DateTimeOffset? asOf = null) =>
        new(units, first, last, asOf);

    /// <summary>A unit with the name and parent that hold on the tree's date.</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Placement">Its name and parent.</param>
    /// <param name="ClosedFrom">Where the tree is of a span: the day within it from which the unit no longer stands; else null.</param>
    public sealed record Branch(OrganizationUnit Unit, Placement Placement, DateOnly? ClosedFrom = null)
    {
        public string Name => Placement.Name;
    }

    /// <summary>The date the tree is of: its span's last.</summary>
    public DateOnly Day { get; }

    public IReadOnlyCollection<Branch> All => branches.Values;

    /// <summary>The region; null in an empty tree.</summary>
    public Branch? Root => branches.Values.FirstOrDefault(b => b.Placement.ParentId is null);

    /// <summary>The unit where it stands in the tree; else null.</summary>
    public Branch? Find(Guid? unitId) => unitId is { } id ? branches.GetValueOrDefault(id) : null;

    public Branch? Find(string key) => branches.Values.FirstOrDefault(b => b.Unit.Key == key);

    /// <summary>The unit's name on the tree's date, or the nearest known where it does not stand then; null where the unit is not known.</summary>
    public string? NameOf(Guid? unitId) => unitId is { } id && known.TryGetValue(id, out var placement) ? placement.Name : null;

    /// <summary>The units directly below, by kind and then by name in Swedish order.</summary>
    public IEnumerable<Branch> ChildrenOf(Guid unitId) => children[unitId];

    /// <summary>Every unit below, each before those below it, without the unit itself.</summary>
    public IEnumerable<Branch> Below(Guid unitId) => children[unitId].SelectMany(c => Below(c.Unit.Id).Prepend(c));

    /// <summary>The units from the top down to the unit itself; empty where it does not stand.</summary>
    public IReadOnlyList<Branch> PathTo(Guid unitId)
    {
        List<Branch> path = [];
        for (var at = Find(unitId); at is not null && path.Count <= branches.Count; at = Find(at.Placement.ParentId))
        {
            path.Insert(0, at);
        }

        return path;
    }

    /// <summary>Whether the unit is <paramref name="ancestorId"/> itself or stands, or last stood, anywhere below it.</summary>
    public bool IsSameOrBelow(Guid unitId, Guid ancestorId)
    {
        Guid? at = unitId;
        for (var steps = 0; at is { } id && steps <= known.Count; steps++)
        {
            if (id == ancestorId)
            {
                return true;
            }

            at = known.TryGetValue(id, out var placement) ? placement.ParentId : null;
        }

        return false;
    }

    private static Placement? Next(IReadOnlyList<Placement> course, Placement placement) => course.FirstOrDefault(p => p.HoldsFrom > placement.HoldsFrom);
}
