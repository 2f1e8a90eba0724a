using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;
using RegionPlan.Tests.Domain;

namespace RegionPlan.Tests.Data;

/// <summary>What is saved comes back the same, through the real database.</summary>
public sealed class StoredValuesTests(TestApp app) : IClassFixture<TestApp>
{
    private const decimal Millionth = 0.000001m;

    private int areas;

    [Fact]
    public void Every_decimal_with_up_to_six_decimals_comes_back_exactly() =>
        Prop.ForAll(Keepable().ArrayOf(20).ToArbitrary(), amounts => Comparisons(amounts).SequenceEqual(amounts))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0")]
    [InlineData("0.000001")]
    [InlineData("-0.000001")]
    [InlineData("89.5")]
    [InlineData("-0.3")]
    [InlineData("1000000000000")]
    [InlineData("-1000000000000")]
    [InlineData("999999999999.999999")]
    public void The_outermost_decimals_come_back_exactly(string text)
    {
        var amount = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Comparisons([amount]).ShouldBe([amount]);
    }

    [Fact]
    public async Task Decimals_sort_and_add_up_in_the_database()
    {
        decimal[] amounts = [0.1m, 0.2m, -3.5m, 1000000m, 7m];
        var area = Save(amounts);
        await using var db = app.Db();

        var stored = db.Comparisons.Where(c => c.AreaCode == area);

        (await stored.OrderBy(c => c.Amount).Select(c => c.Amount).ToListAsync()).ShouldBe(amounts.Order());
        (await stored.Where(c => c.Amount > 0.1m && c.Amount <= 7m).Select(c => c.Amount).ToListAsync()).ShouldBe([0.2m, 7m], ignoreOrder: true);
    }

    [Theory]
    [InlineData("1990")]
    [InlineData("2024")]
    [InlineData("2024-T1")]
    [InlineData("2024-T3")]
    [InlineData("2024-01")]
    [InlineData("2100-12")]
    public async Task Every_kind_of_period_comes_back(string text)
    {
        var period = Period.Parse(text);
        var (series, area) = (ASeries(), Area());
        await using (var db = app.Db())
        {
            db.Comparisons.Add(new(series, area, "Någon", period, 1, "Prov", null, 1, Given.Recorded()));
            await db.SaveChangesAsync();
        }

        await using var read = app.Db();
        (await read.Comparisons.SingleAsync(c => c.AreaCode == area && c.Period == period)).Period.ShouldBe(period);
    }

    [Theory]
    [InlineData("2024-07-01T00:30:00.1234567+02:00")]
    [InlineData("2024-12-31T23:59:59.9999999Z")]
    [InlineData("2026-11-22T09:00:00Z")]
    [InlineData("1999-01-01T00:00:00-05:00")]
    public async Task An_instant_comes_back_to_the_tick_as_UTC(string text)
    {
        var at = DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var unit = new OrganizationUnit("enhet-" + Guid.NewGuid().ToString("N"), UnitKind.Unit);
        unit.Place("Enhet å ä ö – ”prov”", null, 12, new DateOnly(2024, 2, 29), new Recording(at, "Åsa Öberg", Guid.Empty, "För att"));
        await SaveAsync(unit);

        await using var db = app.Db();
        var placement = (await db.Units.Include(u => u.Placements).SingleAsync(u => u.Key == unit.Key)).Placements.ShouldHaveSingleItem();
        placement.Recorded.ShouldBe(unit.Placements[0].Recorded);
        placement.Recorded.At.ShouldBe(at);
        placement.Recorded.At.Offset.ShouldBe(TimeSpan.Zero);
        placement.HoldsFrom.ShouldBe(new DateOnly(2024, 2, 29));
        placement.Name.ShouldBe("Enhet å ä ö – ”prov”");
        placement.AboutStaff.ShouldBe(12);
    }

    [Fact]
    public async Task Instants_sort_in_the_database_by_time_and_not_by_offset()
    {
        var keys = new List<string>();
        foreach (var at in new[] { "2024-07-01T01:00:00+02:00", "2024-07-01T00:30:00Z", "2024-06-30T23:30:00Z" })
        {
            var unit = new OrganizationUnit("tid-" + Guid.NewGuid().ToString("N"), UnitKind.Unit);
            unit.Place(at, null, null, new DateOnly(2024, 1, 1), new Recording(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), "Prov"));
            keys.Add(unit.Key);
            await SaveAsync(unit);
        }

        await using var db = app.Db();
        var names = await db.Units.Where(u => keys.Contains(u.Key)).SelectMany(u => u.Placements).OrderBy(p => p.Recorded.At).Select(p => p.Name).ToListAsync();
        names.ShouldBe(["2024-07-01T01:00:00+02:00", "2024-06-30T23:30:00Z", "2024-07-01T00:30:00Z"]);
    }

    [Fact]
    public async Task Every_enum_value_in_the_model_fits_its_column_and_comes_back()
    {
        await using var db = app.Db();
        var enums = db.Model.GetEntityTypes()
            .SelectMany(e => e.GetProperties().Concat(e.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties())))
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).IsEnum).ToList();

        enums.Count.ShouldBeGreaterThan(8);
        foreach (var property in enums)
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            var converter = property.GetTypeMapping().Converter.ShouldNotBeNull($"{property} is stored as text");
            foreach (var value in Enum.GetValues(type))
            {
                var text = converter.ConvertToProvider(value).ShouldBeOfType<string>();
                text.Length.ShouldBeLessThanOrEqualTo(property.GetMaxLength()!.Value, $"{property} {value}");
                converter.ConvertFromProvider(text).ShouldBe(value);
            }
        }
    }

    [Fact]
    public async Task A_measure_comes_back_with_all_its_terms_targets_breaks_and_sources()
    {
        var (plan, perspective) = (new Plan("prov-" + Guid.NewGuid().ToString("N")[..8], 2030, 2032), new Perspective(9, Guid.NewGuid().ToString()));
        plan.Word("Provplan", "Fullmäktige", plan.FirstDay, Given.Recorded());
        var goal = plan.AddGoal(1, perspective, "Mål", "Text", Given.Recorded());
        var measure = new Measure(plan, goal, goal.AddDirection(1, "Inriktning", plan.FirstDay, Given.Recorded()), 7);
        var terms = new MeasureTerms
        {
            Name = "Namn",
            Definition = "Definition",
            UnitText = "per 1 000",
            Decimals = 3,
            Desired = DesiredDirection.Low,
            Frequency = Frequency.Tertial,
            SexSplit = SexSplit.Expected,
            Source = "Källa",
            ResponsibleUnitId = Guid.NewGuid(),
            LowestPossible = -1.5m,
            HighestPossible = 1000.25m,
            RatioScale = 1000,
            Tolerance = 0.125m,
            TrendThreshold = 0.000001m,
            Note = "Anmärkning",
        };
        measure.Define(terms, plan.FirstDay, Given.Recorded());
        var series = measure.AddSeries("pv", new() { Name = "Primärvård", Abbreviation = "PV", Frequency = Frequency.EverySecondYear, MeasuredThrough = 2031 }, plan.FirstDay, Given.Recorded());
        series.SetShortTerm(2030, new Target.Value(-0.3m), plan.FirstDay, Given.Recorded(), "Fotnot", isExample: true);
        series.SetShortTerm(2031, new Target.None(NoTargetReason.Biennial), plan.FirstDay, Given.Recorded());
        series.SetLongTerm(1, 2040, new Target.Words("Netto noll"), plan.FirstDay, Given.Recorded());
        series.MarkBreak(2031, "Ny metod", Given.Recorded());
        series.AddSource("Kolada", "N1", "Titel", "Definition", "Skillnad", 2031, Given.Recorded());
        await using (var db = app.Db())
        {
            db.AddRange(perspective, plan, measure);
            await db.SaveChangesAsync();
        }

        await using var read = app.Db();
        var stored = await read.Measures.Include(m => m.Definitions).Include(m => m.Series).ThenInclude(s => s.Definitions)
            .Include(m => m.Series).ThenInclude(s => s.Targets).Include(m => m.Series).ThenInclude(s => s.Breaks)
            .Include(m => m.Series).ThenInclude(s => s.Sources).SingleAsync(m => m.Id == measure.Id);
        stored.Code.ShouldBe("1.7");
        stored.Definitions.ShouldHaveSingleItem().Terms.ShouldBe(terms);
        var storedSeries = stored.Series.ShouldHaveSingleItem();
        storedSeries.Definitions.ShouldHaveSingleItem().Terms.ShouldBe(series.Definitions[0].Terms);
        storedSeries.Targets.OrderBy(t => t.Term).ThenBy(t => t.Slot).Select(t => (t.Term, t.Slot, t.Year, t.Target, t.Note, t.IsExample)).ShouldBe(
            series.Targets.OrderBy(t => t.Term).ThenBy(t => t.Slot).Select(t => (t.Term, t.Slot, t.Year, t.Target, t.Note, t.IsExample)));
        storedSeries.Breaks.ShouldHaveSingleItem().Text.ShouldBe("Ny metod");
        var source = storedSeries.Sources.ShouldHaveSingleItem();
        (source.System, source.Reference, source.Title, source.Definition, source.Difference, source.LastYear)
            .ShouldBe(("Kolada", "N1", "Titel", "Definition", "Skillnad", 2031));
        (await read.Plans.SingleAsync(p => p.Id == plan.Id)).Thresholds.ShouldBe(plan.Thresholds);
    }

    [Fact]
    public async Task An_outcome_comes_back_with_its_parts()
    {
        var terms = Given.Percent() with { SexSplit = SexSplit.Expected };
        var (series, unit) = (ASeries(), ARegion());
        var row = new OutcomeRow(series, unit, Period.OfMonth(1991, 3), terms, []);
        var entries = row.Record(
            new(OutcomeValue.OfRatio(1, 3, 100), OutcomeValue.OfRatio(0.5m, 1.5m, 100), OutcomeValue.Of(33.3m), "Kommentar"),
            unit, new("Källa", "X1", IsExample: true), Given.Recorded(), Given.Day("2024-01-01"));
        await using (var db = app.Db())
        {
            db.Outcomes.AddRange(entries);
            await db.SaveChangesAsync();
        }

        await using var read = app.Db();
        var stored = (await read.Outcomes.Where(o => o.SeriesId == series && o.Period == Period.OfMonth(1991, 3)).ToListAsync()).OrderBy(o => o.Sex).ToList();
        stored.Select(o => o.Sex).ShouldBe([Sex.Total, Sex.Women, Sex.Men]);
        stored.Select(o => o.Value).ShouldBe(entries.OrderBy(o => o.Sex).Select(o => o.Value));
        stored[0].Value.ShouldBe(OutcomeValue.OfRatio(1, 3, 100));
        stored[0].Amount.ShouldBe(33.333333m);
        stored[2].Numerator.ShouldBeNull();
        stored.ShouldAllBe(o => o.Comment == "Kommentar" && o.Source == "Källa" && o.SourceReference == "X1" && o.IsExample && o.UnitId == unit);
    }

    /// <summary>Whole millionths on both sides of zero, small and large.</summary>
    private static Gen<decimal> Keepable() => Gen.OneOf(
        Gen.Choose(-2_000_000, 2_000_000).Select(n => n * Millionth),
        Gen.Choose(-1_000_000, 1_000_000).Zip(Gen.Choose(0, 999_999)).Select(n => (n.Item1 * 1_000_000m) + (n.Item2 * Millionth)));

    private Guid ASeries()
    {
        using var db = app.Db();
        return db.Measures.Where(m => m.Code == "1.1").SelectMany(m => m.Series).Select(s => s.Id).First();
    }

    private Guid ARegion()
    {
        using var db = app.Db();
        return db.Units.Single(u => u.Key == OrganizationUnit.RegionKey).Id;
    }

    private string Area() => $"p{Interlocked.Increment(ref areas)}-{Guid.NewGuid().ToString("N")[..4]}";

    private string Save(IReadOnlyList<decimal> amounts)
    {
        var (series, area) = (ASeries(), Area());
        using var db = app.Db();
        db.Comparisons.AddRange(amounts.Select((a, i) => new ComparisonValue(series, area, "Prov", Period.OfYear(2024), a, "Prov", null, i + 1, Given.Recorded())));
        db.SaveChanges();
        return area;
    }

    private List<decimal> Comparisons(IReadOnlyList<decimal> amounts)
    {
        var area = Save(amounts);
        using var db = app.Db();
        return [.. db.Comparisons.Where(c => c.AreaCode == area).OrderBy(c => c.Version).Select(c => c.Amount)];
    }

    private async Task SaveAsync(OrganizationUnit unit)
    {
        await using var db = app.Db();
        db.Units.Add(unit);
        await db.SaveChangesAsync();
    }
}
