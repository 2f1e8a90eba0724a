using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;
using RegionPlan.Domain.Rollup;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Web.Data;

/// <summary>What a reader asks for, as it stands in the address: everything is optional.</summary>
/// <param name="PlanKey">The plan's years, such as 2024-2026.</param>
/// <param name="Year">The year to judge.</param>
/// <param name="AsOf">Only what was recorded by then.</param>
/// <param name="ValidOn">The business date; the year's last day where it is not given.</param>
/// <param name="Through">Only outcomes of periods that had ended by then, as in a report.</param>
public sealed record PlanChoice(string? PlanKey = null, int? Year = null, DateTimeOffset? AsOf = null, DateOnly? ValidOn = null, DateOnly? Through = null);

/// <summary>A plan that can be chosen.</summary>
public sealed record PlanOption(string Key, string Name, int FirstYear, int LastYear, bool HasMeasures);

/// <summary>The answer to a choice, with what else could be chosen.</summary>
/// <param name="Plan">The assessed plan; null where no such plan was recorded by then.</param>
/// <param name="Plans">All plans, oldest first.</param>
/// <param name="Years">The years that have outcomes or belong to the plan, up to this year.</param>
/// <param name="DefaultYear">The newest year that has both short-term targets and outcomes.</param>
public sealed record PlanReading(AssessedPlan? Plan, IReadOnlyList<PlanOption> Plans, IReadOnlyList<int> Years, int DefaultYear);

/// <summary>Reads a plan with everything that judges it. Every page and API answer about goals and measures comes from here.</summary>
public sealed class PlanReader(IDbContextFactory<RegionPlanDb> databases, TimeProvider clock)
{
    /// <summary>The region's own day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), RegionTime.Zone).DateTime);

    public async Task<PlanReading> ReadAsync(PlanChoice choice, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var plans = await db.Plans.AsNoTracking()
            .Include(p => p.Wordings)
            .Include(p => p.FocusAreas).ThenInclude(f => f.Wordings)
            .Include(p => p.Goals).ThenInclude(g => g.Wordings)
            .Include(p => p.Standings)
            .Include(p => p.Goals).ThenInclude(g => g.Overrides)
            .Include(p => p.Goals).ThenInclude(g => g.Successions)
            .Include(p => p.Goals).ThenInclude(g => g.Directions).ThenInclude(d => d.Wordings)
            .OrderBy(p => p.FirstYear)
            .ToListAsync(cancellation);
        var withMeasures = await db.Measures.Select(m => m.PlanId).Distinct().ToHashSetAsync(cancellation);
        var today = Today;
        var defaultYear = await DefaultYearAsync(db, cancellation) ?? today.Year;
        var named = plans.Find(p => p.Key == choice.PlanKey);
        var year = choice.Year ?? (named is { FirstYear: var first, LastYear: var last } && (defaultYear < first || defaultYear > last) ? first : defaultYear);
        var options = plans.ConvertAll(p => new PlanOption(
            p.Key, p.Wordings.Current(choice.ValidOn ?? today, choice.AsOf)?.Name ?? p.Key, p.FirstYear, p.LastYear, withMeasures.Contains(p.Id)));
        var plan = choice.PlanKey is not null
            ? named
            : InForce(plans, withMeasures, year, choice.AsOf);
        if (plan is null)
        {
            return new(null, options, [], defaultYear);
        }

        var facts = await FactsAsync(db, plan, choice.AsOf, cancellation);
        var viewpoint = new Viewpoint(year, today, choice.ValidOn ?? new DateOnly(year, 12, 31), choice.AsOf, choice.Through);
        var years = facts.Outcomes.Select(o => o.Period.Year)
            .Concat(Enumerable.Range(plan.FirstYear, plan.LastYear - plan.FirstYear + 1))
            .Append(year).Where(y => y <= Math.Max(today.Year, year)).Distinct().Order();
        return new(AssessedPlan.Of(facts, viewpoint), options, [.. years], defaultYear);
    }

    /// <summary>The plan that a year is followed up by: the newest in force with measures that has begun, or the oldest where none has.</summary>
    /// <param name="plans">All plans, oldest first.</param>
    /// <param name="withMeasures">The plans that have measures.</param>
    /// <param name="year">The year.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    internal static Plan? InForce(IEnumerable<Plan> plans, IReadOnlySet<Guid?> withMeasures, int year, DateTimeOffset? asOf)
    {
        var followed = plans.Where(p => withMeasures.Contains(p.Id) && p.IsInForce(asOf)).ToList();
        return followed.FindLast(p => p.FirstYear <= year) ?? followed.FirstOrDefault();
    }

    private static async Task<int?> DefaultYearAsync(RegionPlanDb db, CancellationToken cancellation)
    {
        var planned = db.Measures.Where(m => m.PlanId != null).SelectMany(m => m.Series);
        var targeted = await planned.SelectMany(s => s.Targets)
            .Where(t => t.Term == TargetTerm.ShortTerm && t.Amount != null && !t.IsExample)
            .Select(t => t.Slot).Distinct().ToListAsync(cancellation);
        var periods = await db.Outcomes.Where(o => o.Amount != null && !o.IsExample && planned.Any(s => s.Id == o.SeriesId)).Select(o => o.Period).Distinct().ToListAsync(cancellation);
        return targeted.Intersect(periods.Select(p => p.Year)).Cast<int?>().Max();
    }

    private static async Task<PlanFacts> FactsAsync(RegionPlanDb db, Plan plan, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var measures = await db.Measures.AsNoTracking()
            .Where(m => m.PlanId == plan.Id)
            .Include(m => m.Definitions)
            .Include(m => m.Series).ThenInclude(s => s.Definitions)
            .Include(m => m.Series).ThenInclude(s => s.Targets)
            .Include(m => m.Series).ThenInclude(s => s.Breaks)
            .Include(m => m.Series).ThenInclude(s => s.Sources)
            .Include(m => m.Successions)
            .Include(m => m.Endings)
            .ToListAsync(cancellation);
        var earlier = await db.EarlierOfAsync(measures, cancellation);
        var series = measures.Concat(earlier).SelectMany(m => m.Series).Select(s => s.Id).ToList();
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(cancellation);
        var region = units.Single(u => u.Key == OrganizationUnit.RegionKey);
        var entries = await db.Outcomes.AsNoTracking()
            .Where(o => series.Contains(o.SeriesId) && (o.UnitId == region.Id || !o.IsExample)).ToListAsync(cancellation);
        List<ValueChoice> choices = entries.Exists(e => e.UnitId != region.Id)
            ? await db.ValueChoices.AsNoTracking().Where(c => series.Contains(c.SeriesId)).ToListAsync(cancellation)
            : [];
        var outcomes = RegionOutcomes.Of(region, units, [.. measures, .. earlier], entries, choices, await FollowersAsync(db, region.Id, entries, [.. measures, .. earlier], asOf, cancellation), asOf);
        return new(
            plan,
            await db.Perspectives.AsNoTracking().ToListAsync(cancellation),
            measures,
            await db.WithFinancialMeasuresAsync([.. measures, .. earlier], outcomes.Entries, region.Id, asOf, cancellation),
            await db.Comparisons.AsNoTracking().Where(c => series.Contains(c.SeriesId)).ToListAsync(cancellation),
            units,
            earlier,
            outcomes.Partial);
    }

    /// <summary>Who follows what, for the years in which units have reported figures that are summed into the region's; nothing is read where none have.</summary>
    private static async Task<ILookup<(Guid SeriesId, int Year), Guid>> FollowersAsync(
        RegionPlanDb db, Guid regionId, List<OutcomeEntry> entries, IReadOnlyList<Measure> measures, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var years = entries.Where(e => e.UnitId != regionId).Select(e => e.Period.Year).Distinct().ToList();
        var lineage = new SeriesLineage(measures, asOf);
        var known = measures.SelectMany(m => m.Series).Select(s => s.Id).ToHashSet();
        List<Scorecard> scorecards = years.Count == 0
            ? []
            : await db.Scorecards.AsNoTracking().AsSingleQuery().Where(s => years.Contains(s.Year)).Include(s => s.Versions).ToListAsync(cancellation);
        return scorecards
            .SelectMany(s => (s.Versions.Latest(asOf)?.Content.Measures ?? []).Where(m => known.Contains(m.SeriesId))
                .Select(m => (Key: (lineage.RecordedOn(m.SeriesId), s.Year), s.UnitId)))
            .ToLookup(f => f.Key, f => f.UnitId);
    }
}
