using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;

namespace RegionPlan.Tests.Data.Seeding;

/// <summary>The plan as the reference seeds load it, against figures typed here from the plan's own tables (regionplan 2024-2026).</summary>
public sealed class ReferenceSeedsTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>Code, delmått (its abbreviation or key), målvärde 2024, långsiktigt målvärde.</summary>
    private const string Targets = """
        1.1 total     | 75  | 80
        1.2 total     | 94  | 95
        1.3 total     | 82  | 85
        1.4 telefon   | 70  | 80
        1.4 webben    | 76  | 80
        1.4 e-tjanster| 85  | 90
        1.5 total     | 68  | 80
        1.6 total     | 55  | 60
        1.7 pv        | 87  | 95
        1.7 som-ov    | *   | 95
        1.7 som-sv    | *   | 95
        1.7 psyk-ov   | 85  | 95
        1.7 psyk-sv   | 76  | 95
        1.8 total     | 85  | 90
        1.9 total     | 95  | 95
        2.1 total     | 68  | 80 (2030); Netto noll (2040)
        2.2 total     | 96  | 100
        2.3 total     | 51  | 55
        2.4 total     | 65  | 75
        2.5 total     | 50  | 50
        3.1 total     | 90  | 100
        3.2 total     | 17  | 10
        3.3 total     | 69  | 80
        3.4 total     | 15  | 10
        3.5 total     | 46  | 50
        3.6 total     | 50  | 45
        3.7 total     | 16  | 15
        3.8 total     | 500 | 450
        3.9 total     | 0.5 | 0.6
        3.10 total    | 97  | 100
        3.11 total    | 87  | 90
        3.12 total    | 50  | 75
        3.13 total    | 88  | 100
        3.14 total    | 81  | 100
        3.15 total    | 90  | 100
        3.16 total    | 73  | 100
        3.17 total    | 73  | 100
        3.18 total    | 85  | 85
        3.19 total    | 5   | 15
        3.20 total    | 61  | 65
        3.21 total    | 75  | 80
        3.22 total    | 3   | 0
        3.23 total    | 1   | 0
        4.1 total     | ?   | ?
        4.2 total     | ?   | ?
        4.3 total     | ?   | ?
        4.4 total     | ?   | ?
        4.5 total     | ?   | ?
        5.1 total     | 0   | 2
        5.2 total     | 1   | 1
        """;

    [Fact]
    public async Task Three_plans_are_loaded_and_one_has_measures()
    {
        await using var db = app.Db();

        var plans = await db.Plans.Include(p => p.Goals).OrderBy(p => p.FirstYear).ToListAsync();
        plans.Select(p => (p.Key, p.FirstYear, p.LastYear, p.Goals.Count))
            .ShouldBe([("2024-2026", 2024, 2026, 5), ("2025-2027", 2025, 2027, 5), ("2026-2028", 2026, 2028, 5)]);
        (await db.Measures.Select(m => m.PlanId).Distinct().ToListAsync()).ShouldBe([plans[0].Id]);
        (await db.Measures.CountAsync()).ShouldBe(44);
        (await db.Set<MeasureSeries>().CountAsync()).ShouldBe(50);
        (await db.Perspectives.OrderBy(p => p.Order).Select(p => p.Name).ToListAsync()).ShouldBe(["Invånare och kund", "Verksamhet", "Medarbetare", "Ekonomi"]);
    }

    [Fact]
    public async Task The_goals_have_as_many_measures_as_the_plan_gives_them() =>
        (await PlanAsync(2024)).Goals.Select(g => (g.Goal.Order, g.Wording.Name, g.Perspective.Name, g.Measures.Count())).ShouldBe(
        [
            (1, "Nöjda invånare och samarbetspartners", "Invånare och kund", 9),
            (2, "Hållbar utveckling i hela länet", "Verksamhet", 5),
            (3, "Sveriges bästa kvalitet, tillgänglighet och säkerhet", "Verksamhet", 23),
            (4, "En av Sveriges bästa arbetsplatser", "Medarbetare", 5),
            (5, "God ekonomisk hushållning", "Ekonomi", 2),
        ]);

    [Fact]
    public async Task Every_target_is_the_one_in_the_plan()
    {
        var typed = Targets.Split('\n', StringSplitOptions.TrimEntries).Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            .Select(c => $"{c[0]} | {c[1]} | {c[2]}");

        (await PlanAsync(2024)).Series.Select(s => $"{s.Measure.Code} {s.Series.Key} | {ShortTerm(s)} | {LongTerm(s)}").ShouldBe(typed);
    }

    [Fact]
    public async Task Of_fifty_series_forty_three_have_a_target_for_2024()
    {
        var series = (await PlanAsync(2024)).Series.ToList();

        series.Count.ShouldBe(50);
        series.Count(s => s.ShortTerm?.Amount is not null).ShouldBe(43);
        series.ShouldAllBe(s => s.ShortTerms.All(t => t.Slot == 2024), "the plan gives targets for 2024 alone");
    }

    [Fact]
    public async Task A_biennial_series_has_no_target_and_the_plans_footnote_to_it()
    {
        var biennial = (await PlanAsync(2024)).Series.Where(s => s.ShortTerm?.Target == new Target.None(NoTargetReason.Biennial)).ToList();

        biennial.Select(s => s.Terms.Abbreviation).ShouldBe(["Som ÖV", "Som SV"]);
        biennial.ShouldAllBe(s => s.Frequency == Frequency.EverySecondYear && s.ShortTerm!.Note!.StartsWith("För mått vars resultat presenteras vartannat år"));
    }

    [Fact]
    public async Task The_targets_of_goal_4_are_missing_in_the_source()
    {
        var goal = (await PlanAsync(2024)).Goals.Single(g => g.Goal.Order == 4);

        goal.Series.Count().ShouldBe(5);
        goal.Series.ShouldAllBe(s => s.ShortTerm!.Target == new Target.None(NoTargetReason.MissingInSource));
    }

    [Fact]
    public async Task The_result_target_has_its_footnote_and_what_the_budget_says_beside_it()
    {
        var measure = (await PlanAsync(2024)).Measure("5.1").ShouldNotBeNull();

        measure.Series[0].ShortTerm!.Note.ShouldBe(
            "På grund av den ekonomiska utvecklingen görs 2024 ett avsteg från överskottsmålet om två procent (gäller målvärdet 0 %).");
        measure.Terms.Note.ShouldNotBeNull().ShouldContain("−1,7 %");
    }

    [Fact]
    public async Task Units_directions_and_limits_are_the_plans()
    {
        var plan = await PlanAsync(2024);

        Codes(plan, t => t.Desired == DesiredDirection.Low).ShouldBe(["3.2", "3.4", "3.6", "3.7", "3.8", "3.22", "3.23", "4.2", "4.5"]);
        Codes(plan, t => t.Desired == DesiredDirection.Yes).ShouldBe(["5.2"]);
        Codes(plan, t => t.UnitText != "%").ShouldBe(["3.6", "3.8", "3.9", "4.3", "4.4", "5.2"]);
        Codes(plan, t => t.Decimals != 1).ShouldBe(["3.8", "3.9", "5.2"]);
        plan.Measure("3.9")!.Terms.Decimals.ShouldBe(2);
        plan.Measure("5.1")!.Terms.LowestPossible.ShouldBeNull("a result can be negative");
        plan.Measure("3.11")!.Terms.IsShare.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Kalmar länstrafik", "1.6 1.8 2.5")]
    [InlineData("Regionala utvecklingsförvaltningen", "1.9 2.2 2.3 2.4")]
    [InlineData("Folktandvården", "3.5")]
    [InlineData("Primärvårdsförvaltningen", "3.9 3.10 3.11 3.12 3.18")]
    [InlineData("Psykiatriförvaltningen", "3.15 3.16 3.17")]
    [InlineData("Hälso- och sjukvårdsförvaltningen", "3.6 3.7 3.8 3.13 3.14 3.19 3.20 3.21 3.22 3.23")]
    [InlineData("Regionstaben", "1.1 1.2 1.3 1.4 1.5 1.7 2.1 3.1 3.2 3.3 3.4 4.1 4.2 4.3 4.4 4.5 5.1 5.2")]
    public async Task The_responsible_unit_is_the_one_agreed(string unit, string codes) =>
        (await PlanAsync(2024)).Measures.Where(m => m.ResponsibleUnit == unit).Select(m => m.Measure.Code).ShouldBe(codes.Split(' '));

    [Fact]
    public async Task The_focus_areas_are_those_of_2025()
    {
        (await PlanAsync(2025, "2025-2027")).FocusAreas.Select(f => f.Name).ShouldBe(
            ["Tillsammans möter vi människor där de är", "Tillsammans driver vi utveckling och förbättring", "Tillsammans främjar vi människors egenkraft"]);
        (await PlanAsync(2026, "2025-2027")).FocusAreas.ShouldBeEmpty();
        (await PlanAsync(2025)).FocusAreas.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ninety_two_outcomes_of_the_region_come_from_Kolada_with_their_id()
    {
        await using var db = app.Db();

        var outcomes = await db.Outcomes.ToListAsync();
        outcomes.Count.ShouldBe(92);
        outcomes.ShouldAllBe(o => o.Source == "Kolada" && o.Sex == Sex.Total && o.Version == 1 && o.Amount != null && !o.IsExample && o.Period.Kind == PeriodKind.Year);
        var reference = await db.Set<SeriesSource>().Select(s => new { SeriesId = EF.Property<Guid>(s, "SeriesId"), s.Reference }).ToDictionaryAsync(s => s.SeriesId, s => s.Reference);
        outcomes.ShouldAllBe(o => o.SourceReference == reference[o.SeriesId]);
        reference.Values.Order(StringComparer.Ordinal).ShouldBe(
            ["N63146", "N70642", "N79173", "N79174", "N79179", "N79180", "N79221", "N79223", "N79521", "U70447", "U70449", "U71451", "U79092"]);
    }

    [Theory]
    [InlineData("1.2", "total", 2024, "91.3")]
    [InlineData("1.3", "total", 2024, "77")]
    [InlineData("1.7", "pv", 2023, "83.6")]
    [InlineData("1.7", "som-sv", 2023, "92.3")]
    [InlineData("3.7", "total", 2022, "17")]
    [InlineData("3.10", "total", 2022, "92.3")]
    [InlineData("3.11", "total", 2025, "87.4")]
    [InlineData("3.13", "total", 2024, "76.3")]
    [InlineData("3.14", "total", 2024, "74")]
    [InlineData("3.22", "total", 2023, "7.4")]
    [InlineData("3.23", "total", 2023, "4.3")]
    [InlineData("5.1", "total", 2018, "-1.3")]
    [InlineData("5.1", "total", 2024, "-0.3")]
    public async Task An_outcome_is_what_Kolada_published(string code, string key, int year, string amount)
    {
        var series = (await PlanAsync(2024)).Series.Single(s => s.Measure.Code == code && s.Series.Key == key);

        series.History.Single(h => h.Period == Period.OfYear(year)).Total!.Amount.ShouldBe(decimal.Parse(amount, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Three_ten_has_no_outcome_for_2023_and_a_break_in_2024()
    {
        var series = (await PlanAsync(2024)).Measure("3.10")!.Series[0];

        series.History.ShouldNotContain(h => h.Period.Year == 2023);
        series.Breaks.ShouldHaveSingleItem().Year.ShouldBe(2024);
    }

    [Fact]
    public async Task Every_series_with_outcomes_is_compared_with_the_country()
    {
        var series = (await PlanAsync(2024)).Series.Where(s => s.History.Count > 0).ToList();

        series.Count.ShouldBe(13);
        series.ShouldAllBe(s => s.Comparisons.Any(c => c.AreaCode == ComparisonValue.NationCode && c.AreaName == "Riket" && c.Source == "Kolada"));
    }

    [Fact]
    public async Task Nothing_in_the_reference_seeds_is_an_example()
    {
        await using var db = app.Db();

        (await db.Outcomes.CountAsync(o => o.IsExample)).ShouldBe(0);
        (await db.Set<TargetDecision>().CountAsync(t => t.IsExample)).ShouldBe(0);
        (await db.Users.CountAsync()).ShouldBe(0, "no demo users in production");
    }

    [Fact]
    public async Task Every_unit_stands_under_another_up_to_the_region()
    {
        await using var db = app.Db();
        var units = await db.Units.Include(u => u.Placements).ToListAsync();
        var names = units.ToDictionary(u => u.Id, u => u.Placements.Single().Name);
        string? Above(string unit) => units.Single(u => names[u.Id] == unit).Placements[0].ParentId is { } id ? names[id] : null;

        units.Where(u => u.Placements[0].ParentId is null).Select(u => u.Key).ShouldBe(["region-kalmar-lan"]);
        names.Values.Distinct().Count().ShouldBe(units.Count);
        Above("Folktandvården").ShouldBe("Regionstyrelsen");
        Above("Kalmar länstrafik").ShouldBe("Kollektivtrafiknämnden");
        Above("Regionala utvecklingsförvaltningen").ShouldBe("Regionala utvecklingsnämnden");
        Above("Oskarshamns sjukhus").ShouldBe("Hälso- och sjukvårdsförvaltningen");
    }

    private static IEnumerable<string> Codes(AssessedPlan plan, Func<MeasureTerms, bool> have) => plan.Measures.Where(m => have(m.Terms)).Select(m => m.Measure.Code);

    private static string ShortTerm(AssessedSeries series) => series.ShortTerm?.Target switch
    {
        Target.Value value => Number(value.Amount),
        Target.None { Reason: NoTargetReason.Biennial } => "*",
        Target.None { Reason: NoTargetReason.MissingInSource } => "?",
        var other => $"{other}",
    };

    private static string LongTerm(AssessedSeries series) => series.LongTerm.Count == 0 ? "?" : string.Join("; ", series.LongTerm.Select(s =>
        (s.Decision.Target is Target.Words words ? words.Text : Number(s.Decision.Amount!.Value)) + (s.Decision.Year is { } year ? $" ({year})" : "")));

    private static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private async Task<AssessedPlan> PlanAsync(int year, string? key = null) =>
        (await app.Services.GetRequiredService<PlanReader>().ReadAsync(new(key, year))).Plan.ShouldNotBeNull();
}
