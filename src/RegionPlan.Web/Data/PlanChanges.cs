using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Data;

/// <summary>Reads the plans' wordings, standings and goals, for the history.</summary>
internal static class PlanChanges
{
    internal static async Task<List<Change>> ReadAsync(RegionPlanDb db, CancellationToken cancellation)
    {
        var plans = await db.Plans.AsNoTracking()
            .Include(p => p.Wordings)
            .Include(p => p.FocusAreas).ThenInclude(f => f.Wordings)
            .Include(p => p.Goals).ThenInclude(g => g.Wordings)
            .Include(p => p.Goals).ThenInclude(g => g.Overrides)
            .Include(p => p.Goals).ThenInclude(g => g.Directions).ThenInclude(d => d.Wordings)
            .Include(p => p.Goals).ThenInclude(g => g.Successions)
            .Include(p => p.Standings)
            .ToListAsync(cancellation);
        var goals = plans.SelectMany(p => p.Goals, (p, g) => (g.Id, Name: $"mål {g.Order} {g.Wordings.Latest()?.Name}, {p.Key}")).ToDictionary(g => g.Id, g => g.Name);
        var transitions = plans.SelectMany(p =>
            p.Standings.Steps().Select(s => new Change(ChangeKind.PlanTransition, s.Fact, s.Earlier, $"Regionplan {p.Key}", null))
                .Concat(p.Goals.SelectMany(g => g.Successions.Steps().Select(s => new Change(
                    ChangeKind.PlanTransition,
                    s.Fact,
                    s.Earlier,
                    $"Mål {g.Order}, {p.Key}",
                    null,
                    ParentNames.Of(goals, s.Fact.PredecessorId, s.Earlier?.PredecessorId))))));
        return [.. transitions, .. plans.SelectMany(p =>
            Worded(p.Wordings, "Regionplan")
                .Concat(p.Goals.SelectMany(g => Worded(g.Wordings, $"Mål {g.Order}, {p.Key}")))
                .Concat(p.Goals.SelectMany(g => g.Directions).SelectMany(d => Worded(d.Wordings, $"Långsiktig inriktning, {p.Key}")))
                .Concat(p.FocusAreas.SelectMany(f => Worded(f.Wordings, $"Fokusområde {f.Year}")))
                .Concat(p.Goals.SelectMany(g => g.Overrides.GroupBy(o => o.Year).SelectMany(year => year.Steps()
                    .Select(s => new Change(ChangeKind.GoalStatus, s.Fact, s.Earlier, $"Mål {g.Order}, {p.Key}, bedömning {year.Key}", null))))))];

        static IEnumerable<Change> Worded(IReadOnlyList<Wording> wordings, string subject) =>
            wordings.Steps().Select(s => new Change(ChangeKind.PlanWording, s.Fact, s.Earlier, subject, null));
    }
}
