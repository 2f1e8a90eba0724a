using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Plans;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Web.Data.Seeding;

/// <summary>Loads decided example styrkort with what has been told of their activities, each only for a unit and year that has none.</summary>
internal sealed class DemoScorecardSeeds(RegionPlanDb db, string folder, DateTimeOffset now)
{
    private readonly Dictionary<string, Guid> parts = [];
    private readonly Dictionary<(Guid Unit, int Year), List<Guid>> goals = [];

    private Dictionary<string, OrganizationUnit> units = [];
    private Dictionary<string, Perspective> perspectives = [];
    private List<Plan> plans = [];
    private List<Measure> measures = [];
    private HashSet<(Guid Unit, int Year)> known = [];

    internal async Task LoadAsync()
    {
        units = await db.Units.Include(u => u.Placements).ToDictionaryAsync(u => u.Key);
        perspectives = await db.Perspectives.ToDictionaryAsync(p => p.Name);
        plans = await db.Plans.Include(p => p.Goals).ToListAsync();
        measures = await db.Measures.Include(m => m.Definitions).Include(m => m.Series).ToListAsync();
        known = (await db.Scorecards.Select(s => new { s.UnitId, s.Year }).ToListAsync()).Select(s => (s.UnitId, s.Year)).ToHashSet();
        foreach (var path in Directory.GetFiles(folder, "styrkort-*.json").Order(StringComparer.Ordinal))
        {
            var file = SeedFiles.Read<DemoSeedFiles.ScorecardFile>(path);
            foreach (var seed in file.Scorecards)
            {
                Load(new(path, file, seed));
            }
        }

        await db.SaveChangesAsync();
    }

    /// <summary>One styrkort of a file, and how its parts are named.</summary>
    private sealed record At(string Path, DemoSeedFiles.ScorecardFile File, DemoSeedFiles.ScorecardSeed Seed)
    {
        public string Key => KeyIn(File.Year, Seed.Unit);

        public static string KeyIn(int year, string part) => $"styrkort/{year}/{part}";

        public T Found<T>(T? found, string wanted, string? at = null)
            where T : class => DemoSeedFiles.Found(found, Path, at ?? Key, wanted);
    }

    private void Load(At at)
    {
        var unit = at.Found(units.GetValueOrDefault(at.Seed.Unit), at.Seed.Unit);
        var terms = new Dictionary<Guid, MeasureTerms>();
        ScorecardContent content = new(
            [.. at.Seed.Texts.Select(t => new PerspectiveText(PerspectiveOf(at, t.Key), t.Value))],
            [.. at.Seed.Goals.Select(g => GoalOf(at, g, terms))]);
        goals[(unit.Id, at.File.Year)] = [.. content.Goals.Select(g => g.Id)];
        if (known.Add((unit.Id, at.File.Year)))
        {
            Check(at, content, unit, terms);
            Decide(at, content, unit);
        }
    }

    private void Decide(At at, ScorecardContent content, OrganizationUnit unit)
    {
        var recorded = DemoSeedFiles.From(at.File.Source, now);
        var scorecard = new Scorecard(unit, at.File.Year);
        scorecard.Decide(content, new(at.Seed.Decision.By, at.Seed.Decision.On, at.Seed.Decision.Paragraph), recorded, isExample: true);
        db.Scorecards.Add(scorecard);
        foreach (var (goal, activity) in at.Seed.Goals.SelectMany(g => (g.Activities ?? []).Select(a => (g, a))))
        {
            Tell(scorecard, parts[$"{at.Key}/{goal.Key}/{activity.Key}"], activity.Progress ?? [], recorded);
        }
    }

    private ScorecardGoal GoalOf(At at, DemoSeedFiles.ScorecardGoalSeed seed, Dictionary<Guid, MeasureTerms> terms)
    {
        var key = $"{at.Key}/{seed.Key}";
        return new(
            NewPart(at, key),
            PerspectiveOf(at, seed.Perspective),
            seed.Name,
            seed.Text,
            seed.BreaksDown is { } above ? AboveOf(at, key, above) : null,
            seed.StandsAlone,
            [.. (seed.Measures ?? []).Select(m => MeasureOf(at, key, m, terms))],
            [.. (seed.Activities ?? []).Select(a => ActivityOf(at, key, a))],
            Before(at, key, seed.Continues));
    }

    private ScorecardMeasure MeasureOf(At at, string goalKey, DemoSeedFiles.ScorecardMeasureSeed seed, Dictionary<Guid, MeasureTerms> terms)
    {
        var key = $"{goalKey}/matt/{seed.Measure}/{seed.Series}";
        var measure = at.Found(FollowedMeasure(at, seed.Measure), $"measure {seed.Measure}", key);
        var series = at.Found(measure.Series.FirstOrDefault(s => s.Key == seed.Series), $"series {seed.Series}", key);
        terms[series.Id] = measure.Definitions.Current(LastDay(at.File.Year))!.Terms;
        return new(NewPart(at, key), series.Id, seed.Target, seed.Note);
    }

    private Measure? FollowedMeasure(At at, string code) => code.Split('/') is [var unit, var own]
        ? measures.Find(m => m.UnitId is { } id && id == units.GetValueOrDefault(unit)?.Id && m.Code == own)
        : measures.Find(m => m.PlanId is not null && m.PlanId == PlanOf(at)?.Id && m.Code == code);

    private ScorecardActivity ActivityOf(At at, string goalKey, DemoSeedFiles.ScorecardActivitySeed seed)
    {
        var key = $"{goalKey}/{seed.Key}";
        return new(NewPart(at, key), seed.Name, seed.Owner, seed.Start, seed.Due, seed.Text, Before(at, key, seed.Continues));
    }

    private Guid AboveOf(At at, string key, string above) => above.Split('/') is ["plan", var order]
        ? at.Found(PlanOf(at)?.Goals.SingleOrDefault(g => $"{g.Order}" == order), above, key).Id
        : PartOf(at, key, at.File.Year, above);

    private Guid? Before(At at, string key, string? continues) => continues is null ? null : PartOf(at, key, at.File.Year - 1, continues);

    private Guid PartOf(At at, string key, int year, string part)
    {
        if (!parts.TryGetValue(At.KeyIn(year, part), out var id))
        {
            DemoSeedFiles.Refuse(at.Path, key, $"refers to {part} of {year}, which does not stand before it.");
        }

        return id;
    }

    private Guid NewPart(At at, string key)
    {
        if (!parts.TryAdd(key, DemoSeedFiles.KeyOf(key)))
        {
            DemoSeedFiles.Refuse(at.Path, key, "stands there twice.");
        }

        return parts[key];
    }

    private Plan? PlanOf(At at) => plans.Find(p => p.Key == at.File.Plan);

    private Guid PerspectiveOf(At at, string name) => at.Found(perspectives.GetValueOrDefault(name), $"the perspective {name}").Id;

    /// <summary>A goal may break down the plan's, or those of the units above on the day of the decision.</summary>
    private void Check(At at, ScorecardContent content, OrganizationUnit unit, Dictionary<Guid, MeasureTerms> terms)
    {
        var above = new OrganizationTree(units.Values, at.Seed.Decision.On).PathTo(unit.Id).Where(b => b.Unit.Id != unit.Id);
        HashSet<Guid> goalsAbove = [
            .. PlanOf(at)?.Goals.Select(g => g.Id) ?? [],
            .. above.SelectMany(b => goals.GetValueOrDefault((b.Unit.Id, at.File.Year)) ?? [])];
        if (ScorecardCheck.Of(content, goalsAbove, terms) is [var finding, ..])
        {
            var part = parts.FirstOrDefault(p => p.Value == finding.PartId).Key ?? at.Key;
            DemoSeedFiles.Refuse(at.Path, part, finding.Message);
        }
    }

    private void Tell(Scorecard scorecard, Guid activity, IReadOnlyList<DemoSeedFiles.ProgressSeed> progress, Recording recorded)
    {
        List<ActivityProgress> told = [];
        foreach (var seed in progress)
        {
            told.Add(new(scorecard.Id, activity, told, seed.State, seed.Note, recorded));
        }

        db.ActivityProgress.AddRange(told);
    }

    private static DateOnly LastDay(int year) => new(year, 12, 31);
}
