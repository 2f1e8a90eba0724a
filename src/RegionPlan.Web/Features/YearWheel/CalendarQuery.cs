using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.YearWheel;

/// <summary>A calendar to subscribe to.</summary>
internal sealed record Calendar(string Name, IReadOnlyList<CalendarEvent> Events);

/// <summary>Reads the last days of units, and the decisions, as calendars.</summary>
internal sealed class CalendarQuery(IDbContextFactory<RegionPlanDb> databases, PlanReader plans)
{
    /// <summary>The units that can be subscribed to, by name.</summary>
    internal static IReadOnlyList<OrganizationTree.Branch> UnitsOf(OrganizationTree tree) =>
        [.. tree.All.OrderBy(b => b.Name, StringComparer.Create(Sv.Culture, ignoreCase: true))];

    /// <param name="unitKey">The unit whose last days are wanted; all levels' where none is named.</param>
    /// <param name="site">The site's own address, without a slash at its end.</param>
    /// <returns>The calendar; null where there is no such unit.</returns>
    internal async Task<Calendar?> OfUnitAsync(string? unitKey, string site)
    {
        await using var db = await databases.CreateDbContextAsync();
        var tree = await TreeAsync(db);
        if (string.IsNullOrEmpty(unitKey))
        {
            return new("Årshjul", await EventsAsync(db, tree, [.. Enum.GetValues<ApprovalLevel>()], site));
        }

        return tree.Find(unitKey) is { } unit
            ? new($"Årshjul {unit.Name}", await EventsAsync(db, tree, [ApprovalChain.LevelOf(unit.Unit.Kind)], site))
            : null;
    }

    /// <summary>The last days of the levels of some units.</summary>
    internal async Task<Calendar> OfUnitsAsync(IReadOnlySet<Guid> unitIds, string name, string site)
    {
        await using var db = await databases.CreateDbContextAsync();
        var tree = await TreeAsync(db);
        var levels = unitIds.Select(id => tree.Find(id)).OfType<OrganizationTree.Branch>().Select(b => ApprovalChain.LevelOf(b.Unit.Kind)).ToHashSet();
        return new($"Årshjul {name}", await EventsAsync(db, tree, levels, site));
    }

    private async Task<OrganizationTree> TreeAsync(RegionPlanDb db) => new(await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(), plans.Today);

    private static async Task<IReadOnlyList<CalendarEvent>> EventsAsync(RegionPlanDb db, OrganizationTree tree, HashSet<ApprovalLevel> levels, string site)
    {
        var followUps = await db.FollowUps.AsNoTracking().Include(f => f.Versions).Include(f => f.Locks).ToListAsync();
        return [.. followUps.SelectMany(f => EventsOf(f, tree, levels, site)).OrderBy(e => e.Day).ThenBy(e => e.Uid, StringComparer.Ordinal)];
    }

    private static IEnumerable<CalendarEvent> EventsOf(FollowUp followUp, OrganizationTree tree, HashSet<ApprovalLevel> levels, string site)
    {
        var (terms, version) = (followUp.Terms, followUp.Versions.Latest()!);
        var decider = FollowUpText.DecidedBy(terms.DecidedByUnitId, tree);
        foreach (var level in levels.Order())
        {
            yield return Made($"sista-dag-{level.ToString().ToLowerInvariant()}", terms.DueFor(level), $"Sista dag för {FollowUpText.Level(level)}: {terms.Name}");
        }

        if (terms.DecidedOn is { } decided)
        {
            yield return Made("beslut", decided, $"Beslut: {terms.Name} ({decider})");
        }

        CalendarEvent Made(string what, DateOnly day, string summary) => new(
            $"{followUp.Id:N}-{what}@regionplan",
            day,
            summary,
            $"{FollowUpText.Kind(followUp.Kind)} till och med {Sv.Day(terms.Through)}. Öppnar {Sv.Day(terms.OpensOn)}. Beslutas av {(terms.DecidedByUnitId is null ? "varje nämnd" : decider)}{(terms.DecidedOn is { } on ? $" {Sv.Day(on)}" : "")}.",
            $"{site}/arshjul?ar={followUp.Year.ToString(Sv.Culture)}#{followUp.Key}",
            version.Version,
            version.Recorded.At);
    }
}
