using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Data.Seeding;

/// <summary>Loads the organisation, the plans and the published figures, each thing only where it is not there yet.</summary>
internal sealed class ReferenceSeeds(RegionPlanDb db, string folder, DateTimeOffset now)
{
    private const string Kolada = "Kolada";
    private const string RegionCode = "0008";

    private readonly Dictionary<string, OrganizationUnit> units = [];

    internal async Task LoadAsync()
    {
        await LoadOrganizationAsync();
        var plans = Directory.GetFiles(folder, "regionplan-*.json").Order(StringComparer.Ordinal).Select(SeedFiles.Read<SeedFiles.PlanFile>).ToList();
        foreach (var plan in plans)
        {
            await LoadPlanAsync(plan);
        }

        await db.SaveChangesAsync();
        await MapGoalsAsync(plans);
        await db.SaveChangesAsync();
        foreach (var file in Directory.GetFiles(folder, "utfall-*.csv").Order(StringComparer.Ordinal))
        {
            await LoadPublishedValuesAsync(file);
        }

        await db.SaveChangesAsync();
    }

    private Recording From(string source) => new(now, $"Grunddata: {source}");

    private async Task LoadOrganizationAsync()
    {
        var file = SeedFiles.Read<SeedFiles.OrganizationFile>(Path.Combine(folder, "organisation.json"));
        foreach (var unit in await db.Units.Include(u => u.Placements).ToListAsync())
        {
            units[unit.Key] = unit;
        }

        foreach (var seed in file.Units.Where(s => !units.ContainsKey(s.Key)))
        {
            var unit = new OrganizationUnit(seed.Key, seed.Kind);
            unit.Place(seed.Name, seed.Parent is { } parent ? units[parent] : null, seed.AboutStaff, file.HoldsFrom, From(file.Source));
            units[seed.Key] = unit;
            db.Units.Add(unit);
        }
    }

    private async Task LoadPlanAsync(SeedFiles.PlanFile file)
    {
        if (await db.Plans.AnyAsync(p => p.Key == file.Key))
        {
            return;
        }

        var recorded = From(file.Source);
        var plan = new Plan(file.Key, file.FirstYear, file.LastYear);
        plan.Word(file.Name, file.DecidedBy, plan.FirstDay, recorded);
        db.Plans.Add(plan);
        foreach (var goalSeed in file.Goals)
        {
            var goal = plan.AddGoal(goalSeed.Order, await PerspectiveAsync(goalSeed.Perspective), goalSeed.Name, goalSeed.Text, recorded);
            foreach (var (index, directionSeed) in (goalSeed.Directions ?? []).Index())
            {
                var direction = goal.AddDirection(index + 1, directionSeed.Name, plan.FirstDay, recorded);
                db.Measures.AddRange(directionSeed.Measures.Select(m => MeasureOf(m, plan, goal, direction, recorded)));
            }
        }

        foreach (var (index, area) in (file.FocusAreas ?? []).Index())
        {
            plan.AddFocusArea(area.Year, index + 1, area.Name, recorded);
        }
    }

    /// <summary>Maps goals to those that they continue, where nothing has been said of it yet.</summary>
    private async Task MapGoalsAsync(List<SeedFiles.PlanFile> files)
    {
        var plans = await db.Plans.Include(p => p.Goals).ThenInclude(g => g.Successions).ToDictionaryAsync(p => p.Key);
        foreach (var (file, seed) in files.SelectMany(f => f.Goals, (f, g) => (f, g)).Where(x => x.g.Continues is not null))
        {
            var goal = plans[file.Key].Goals.Single(g => g.Order == seed.Order);
            if (goal.Successions.Count == 0)
            {
                goal.Continue(plans[seed.Continues!.Plan].Goals.Single(g => g.Order == seed.Continues.Goal), From(file.Source));
            }
        }
    }

    private async Task<Perspective> PerspectiveAsync(string name)
    {
        var found = db.Perspectives.Local.FirstOrDefault(p => p.Name == name) ?? await db.Perspectives.FirstOrDefaultAsync(p => p.Name == name);
        if (found is not null)
        {
            return found;
        }

        var perspective = new Perspective(db.Perspectives.Local.Count + 1, name);
        db.Perspectives.Add(perspective);
        return perspective;
    }

    private Measure MeasureOf(SeedFiles.MeasureSeed seed, Plan plan, Goal goal, Direction direction, Recording recorded)
    {
        var measure = new Measure(plan, goal, direction, seed.Order);
        measure.Define(
            new()
            {
                Name = seed.Name,
                UnitText = seed.Unit,
                Decimals = seed.Decimals,
                Desired = seed.Desired,
                Frequency = seed.Frequency,
                ResponsibleUnitId = units[seed.Responsible].Id,
                LowestPossible = seed.Lowest,
                HighestPossible = seed.Highest,
                RatioScale = seed.RatioScale,
                Note = seed.Note,
            },
            plan.FirstDay,
            recorded);
        foreach (var seriesSeed in seed.Series)
        {
            var terms = new SeriesTerms { Name = seriesSeed.Name, Abbreviation = seriesSeed.Abbreviation, Frequency = seriesSeed.Frequency };
            var series = measure.AddSeries(seriesSeed.Key, terms, plan.FirstDay, recorded);
            SetTargets(series, seriesSeed, plan, recorded);
            if (seriesSeed.Kolada is { } kolada)
            {
                series.AddSource(Kolada, kolada.Id, kolada.Title, kolada.Definition, kolada.Difference, kolada.LastYear, From(Kolada));
            }

            if (seriesSeed.Break is { } change)
            {
                series.MarkBreak(change.Year, change.Text, From(Kolada));
            }
        }

        return measure;
    }

    private static void SetTargets(MeasureSeries series, SeedFiles.SeriesSeed seed, Plan plan, Recording recorded)
    {
        if (seed.ShortTerm is { } shortTerm)
        {
            Target target = shortTerm.Value is { } value
                ? new Target.Value(value)
                : new Target.None(shortTerm.None ?? NoTargetReason.MissingInSource);
            series.SetShortTerm(shortTerm.Year, target, plan.FirstDay, recorded, shortTerm.Note);
        }

        foreach (var (index, step) in seed.LongTerm.Index())
        {
            Target target = step.Value is { } value ? new Target.Value(value) : new Target.Words(step.Text ?? "");
            series.SetLongTerm(index + 1, step.Year, target, plan.FirstDay, recorded);
        }
    }

    private async Task LoadPublishedValuesAsync(string path)
    {
        using var reader = new StreamReader(path);
        using var csv = new CsvReader(
            reader,
            new CsvConfiguration(CultureInfo.GetCultureInfo("sv-SE")) { Delimiter = ";", AllowComments = true, PrepareHeaderForMatch = h => h.Header.ToUpperInvariant() });
        var values = csv.GetRecords<SeedFiles.PublishedValue>().ToList();

        // The files name measures by their code in the oldest plan; what later plans keep of it is recorded there too.
        var oldest = await db.Plans.OrderBy(p => p.FirstYear).Where(p => db.Measures.Any(m => m.PlanId == p.Id)).Select(p => p.Id).FirstOrDefaultAsync();
        var measures = await db.Measures.Where(m => m.PlanId == oldest).Include(m => m.Definitions).Include(m => m.Series).ToListAsync();
        var bySeries = measures.SelectMany(m => m.Series.Select(s => (Measure: m, Series: s))).ToLookup(x => (x.Measure.Code, x.Series.Key));
        var region = units[OrganizationUnit.RegionKey];
        var knownOutcomes = (await db.Outcomes.Where(o => o.UnitId == region.Id).Select(o => new { o.SeriesId, o.Period }).ToListAsync())
            .Select(o => (o.SeriesId, o.Period)).ToHashSet();
        var knownComparisons = (await db.Comparisons.Select(c => new { c.SeriesId, c.AreaCode, c.Period }).ToListAsync())
            .Select(c => (c.SeriesId, c.AreaCode, c.Period)).ToHashSet();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var value in values)
        {
            if (bySeries[(value.Code, value.Series)].FirstOrDefault() is not { Measure: { } measure, Series: { } series })
            {
                throw new InvalidDataException($"{path}: measure {value.Code} has no series {value.Series}.");
            }

            var period = Period.OfYear(value.Year);
            var terms = measure.Definitions.Current(period.End)!.Terms;
            if (value.AreaCode != RegionCode)
            {
                if (knownComparisons.Add((series.Id, value.AreaCode, period)))
                {
                    db.Comparisons.Add(new(series.Id, value.AreaCode, value.Area, period, value.Value, Kolada, value.KoladaId, 1, From(Kolada)));
                }
            }
            else if (knownOutcomes.Add((series.Id, period)))
            {
                var row = new OutcomeRow(series.Id, region.Id, period, terms, []);
                db.Outcomes.AddRange(row.Record(
                    new(OutcomeValue.Of(value.Value)), terms.ResponsibleUnitId, new(Kolada, value.KoladaId), From(Kolada), today));
            }
        }
    }
}
