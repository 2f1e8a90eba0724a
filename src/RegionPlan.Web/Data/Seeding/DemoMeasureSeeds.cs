using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Data.Seeding;

/// <summary>
/// Loads measures of the units' own, with the published figures that are known of them, and invented numerators and denominators of the
/// plan's measures on single units; never anything for the region as a whole.
/// </summary>
internal sealed class DemoMeasureSeeds(RegionPlanDb db, string folder, DateTimeOffset now)
{
    private readonly string measurePath = Path.Combine(folder, "matt.json");
    private readonly string figurePath = Path.Combine(folder, "utfall.json");
    private readonly DateOnly today = DateOnly.FromDateTime(RegionTime.Local(now));

    private Dictionary<string, OrganizationUnit> units = [];
    private HashSet<(Guid Series, Guid Unit, Period Period)> known = [];

    internal async Task LoadAsync()
    {
        units = await db.Units.ToDictionaryAsync(u => u.Key);
        known = (await db.Outcomes.Select(o => new { o.SeriesId, o.UnitId, o.Period }).ToListAsync()).Select(o => (o.SeriesId, o.UnitId, o.Period)).ToHashSet();
        await LoadOwnMeasuresAsync(SeedFiles.Read<DemoSeedFiles.MeasureFile>(measurePath));
        await LoadFiguresAsync(SeedFiles.Read<DemoSeedFiles.FigureFile>(figurePath));
        await db.SaveChangesAsync();
    }

    private async Task LoadOwnMeasuresAsync(DemoSeedFiles.MeasureFile file)
    {
        var there = (await db.Measures.Where(m => m.UnitId != null).Select(m => new { m.UnitId, m.Order }).ToListAsync()).Select(m => (m.UnitId, m.Order)).ToHashSet();
        foreach (var seed in file.Measures)
        {
            var owner = UnitOf(measurePath, $"{seed.Unit}/E{seed.Order}", seed.Unit);
            if (there.Add((owner.Id, seed.Order)))
            {
                db.Measures.Add(MeasureOf(seed, owner, file));
            }
        }
    }

    private Measure MeasureOf(DemoSeedFiles.OwnMeasureSeed seed, OrganizationUnit owner, DemoSeedFiles.MeasureFile file)
    {
        var recorded = DemoSeedFiles.From(seed.Origin?.Source ?? file.Source, now);
        var measure = new Measure(owner, seed.Order);
        var terms = TermsOf(seed, owner);
        measure.Define(terms, file.HoldsFrom, recorded);
        foreach (var seriesSeed in seed.Series)
        {
            var series = measure.AddSeries(seriesSeed.Key, new() { Name = seriesSeed.Name }, file.HoldsFrom, recorded);
            foreach (var target in seriesSeed.ShortTerm ?? [])
            {
                series.SetShortTerm(target.Year, new Target.Value(target.Value), file.HoldsFrom, recorded, target.Note, isExample: seed.Origin is null);
            }

            var origin = seed.Origin is { } from ? new OutcomeOrigin(from.Source, from.Reference) : new OutcomeOrigin(file.Source, IsExample: true);
            foreach (var outcome in seriesSeed.Outcomes ?? [])
            {
                Record(series.Id, owner, Period.Parse(outcome.Period), terms, new(OutcomeValue.Of(outcome.Value), Comment: outcome.Comment), origin, recorded);
            }
        }

        return measure;
    }

    private static MeasureTerms TermsOf(DemoSeedFiles.OwnMeasureSeed seed, OrganizationUnit owner) => new()
    {
        Name = seed.Name,
        Definition = seed.Definition,
        UnitText = seed.UnitText,
        Decimals = seed.Decimals,
        Desired = seed.Desired,
        Frequency = seed.Frequency,
        Source = seed.Source,
        ResponsibleUnitId = owner.Id,
        LowestPossible = seed.Lowest,
        HighestPossible = seed.Highest,
        RatioScale = seed.RatioScale,
        Note = seed.Note,
    };

    private async Task LoadFiguresAsync(DemoSeedFiles.FigureFile file)
    {
        var measures = await db.Measures.Where(m => db.Plans.Any(p => p.Key == file.Plan && p.Id == m.PlanId))
            .Include(m => m.Definitions).Include(m => m.Series).ToListAsync();
        foreach (var seed in file.Figures)
        {
            var at = $"{seed.Measure} {seed.Series}";
            var measure = DemoSeedFiles.Found(measures.Find(m => m.Code == seed.Measure), figurePath, at, $"measure {seed.Measure}");
            var series = DemoSeedFiles.Found(measure.Series.FirstOrDefault(s => s.Key == seed.Series), figurePath, at, $"series {seed.Series}");
            foreach (var row in seed.Rows)
            {
                var period = Period.Parse(row.Period);
                var terms = measure.Definitions.Current(period.End)!.Terms;
                var value = OutcomeValue.OfRatio(row.Numerator, row.Denominator, terms.RatioScale);
                Record(
                    series.Id, UnitOf(figurePath, at, row.Unit), period, terms, new(value, Comment: row.Comment), new(file.Source, IsExample: true), DemoSeedFiles.From(file.Source, now));
            }
        }
    }

    /// <summary>Records a figure that is not there yet, once its period is over.</summary>
    private void Record(Guid series, OrganizationUnit unit, Period period, MeasureTerms terms, OutcomeReport report, OutcomeOrigin origin, Recording recorded)
    {
        if (period.End < today && known.Add((series, unit.Id, period)))
        {
            db.Outcomes.AddRange(new OutcomeRow(series, unit.Id, period, terms, []).Record(report, unit.Id, origin, recorded, today));
        }
    }

    private OrganizationUnit UnitOf(string path, string at, string key)
    {
        var unit = DemoSeedFiles.Found(units.GetValueOrDefault(key), path, at, key);
        if (unit.Kind == UnitKind.Region)
        {
            DemoSeedFiles.Refuse(path, at, "is about the region as a whole, whose figures are real.");
        }

        return unit;
    }
}
