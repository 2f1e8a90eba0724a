using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Plans;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Web.Data;

/// <summary>A series that a styrkort may follow: a plan's, or a unit's own.</summary>
public sealed record FollowedSeries(Measure Measure, MeasureTerms Terms, MeasureSeries Series, SeriesTerms SeriesTerms)
{
    /// <summary>The measure's name, with the delmått's where it has one.</summary>
    public string Name => SeriesTerms.Name is { } name ? $"{Terms.Name}: {name}" : Terms.Name;
}

/// <summary>The styrkort of a year in their chain, with what is needed to show them.</summary>
/// <param name="Cascade">The chain.</param>
/// <param name="Plan">The regionplan that the year is followed up by; null where there is none.</param>
/// <param name="PlanName">Its name.</param>
/// <param name="Perspectives">The målområden in their order.</param>
/// <param name="Series">Every series that is or could be followed, by key.</param>
/// <param name="Units">All units with all they have been.</param>
/// <param name="Years">The years that have decided styrkort, and this year, oldest first.</param>
/// <param name="Lineage">How series continue from plan to plan: on which one a series' figures are recorded.</param>
public sealed record CascadeReading(
    Cascade Cascade,
    Plan? Plan,
    string? PlanName,
    IReadOnlyList<Perspective> Perspectives,
    IReadOnlyDictionary<Guid, FollowedSeries> Series,
    IReadOnlyList<OrganizationUnit> Units,
    IReadOnlyList<int> Years,
    SeriesLineage Lineage);

/// <summary>Reads the chain of a year in a handful of queries, however many units and activities there are.</summary>
public sealed class CascadeReader(IDbContextFactory<RegionPlanDb> databases, PlanReader plans)
{
    /// <param name="year">The year of the styrkort; the newest up to this year that has any where it is not given.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<CascadeReading> ReadAsync(int? year = null, DateTimeOffset? asOf = null, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var today = asOf is { } then && DateOnly.FromDateTime(RegionTime.Local(then)) is var day && day < plans.Today ? day : plans.Today;
        var years = await db.Scorecards
            .Where(s => asOf == null || s.Versions.Any(v => v.Recorded.At <= asOf))
            .Select(s => s.Year).Distinct().ToListAsync(cancellation);
        var chosen = year ?? years.Where(y => y <= today.Year).DefaultIfEmpty(today.Year).Max();
        var (plan, overarching, perspectives, series, lineage) = await PlannedAsync(db, chosen, asOf, cancellation);
        var units = await db.Units.AsNoTracking().AsSingleQuery().Include(u => u.Placements).ToListAsync(cancellation);
        var scorecards = await db.Scorecards.AsNoTracking().AsSingleQuery()
            .Where(s => s.Year == chosen)
            .Include(s => s.Versions)
            .ToListAsync(cancellation);
        var progress = await db.ActivityProgress.AsNoTracking()
            .Where(p => db.Scorecards.Any(s => s.Year == chosen && s.Id == p.ScorecardId))
            .ToListAsync(cancellation);
        var cascade = new Cascade(
            chosen,
            today,
            TreeOf(units, chosen, today, asOf),
            overarching,
            scorecards.Select(s => (s, s.Versions.Latest(asOf))).Where(s => s.Item2 is not null).Select(s => (s.s, s.Item2!)),
            progress.Where(p => asOf is null || p.Recorded.At <= asOf),
            lineage);
        return new(
            cascade,
            plan,
            plan?.Wordings.Current(LastDay(chosen), asOf)?.Name,
            perspectives,
            series,
            units,
            [.. years.Append(today.Year).Append(chosen).Distinct().Order()],
            new(series.Values.Select(s => s.Measure).Distinct(), asOf));
    }

    /// <summary>The organisation through a year, up to today where the year goes on.</summary>
    internal static OrganizationTree TreeOf(IEnumerable<OrganizationUnit> units, int year, DateOnly today, DateTimeOffset? asOf = null)
    {
        var last = LastDay(year) < today ? LastDay(year) : today;
        var first = new DateOnly(year, 1, 1);
        return OrganizationTree.During(units, first, last < first ? first : last, asOf);
    }

    private static DateOnly LastDay(int year) => new(year, 12, 31);

    private static async Task<(Plan? Plan, List<OverarchingGoal> Goals, List<Perspective> Perspectives, Dictionary<Guid, FollowedSeries> Series, GoalLineage Lineage)> PlannedAsync(
        RegionPlanDb db, int year, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var lastDay = LastDay(year);
        var perspectives = await db.Perspectives.AsNoTracking().OrderBy(p => p.Order).ToListAsync(cancellation);
        var measures = await db.Measures.AsNoTracking().AsSingleQuery()
            .Include(m => m.Definitions)
            .Include(m => m.Series).ThenInclude(s => s.Definitions)
            .Include(m => m.Successions)
            .ToListAsync(cancellation);
        var all = await db.Plans.AsNoTracking().AsSingleQuery()
            .Include(p => p.Wordings)
            .Include(p => p.Standings)
            .Include(p => p.Goals).ThenInclude(g => g.Wordings)
            .Include(p => p.Goals).ThenInclude(g => g.Successions)
            .OrderBy(p => p.FirstYear)
            .ToListAsync(cancellation);
        var known = measures.Where(m => m.Definitions.Latest(asOf) is not null).Select(m => m.PlanId).ToHashSet();
        var plan = PlanReader.InForce(all, known, year, asOf);
        var goals = (plan?.Goals ?? [])
            .OrderBy(g => g.Order)
            .Select(g => (Goal: g, Wording: g.Wordings.Current(lastDay, asOf)))
            .Where(g => g.Wording is not null)
            .Select(g => new OverarchingGoal(g.Goal, g.Wording!, perspectives.Single(p => p.Id == g.Goal.PerspectiveId)));
        var series =
            from measure in measures
            let terms = measure.Definitions.Current(lastDay, asOf)?.Terms
            where terms is not null
            from one in measure.Series
            let own = one.Definitions.Current(lastDay, asOf)?.Terms
            where own is not null
            select new FollowedSeries(measure, terms, one, own);
        return (plan, [.. goals], perspectives, series.ToDictionary(s => s.Series.Id), new(all.SelectMany(p => p.Goals), asOf));
    }
}
