using System.Globalization;
using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Organization;

/// <summary>What must hold of the organisation on every date.</summary>
public sealed partial class OrganizationLedger
{
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
