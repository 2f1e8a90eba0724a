using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Domain;
using RegionPlan.Tests.Features.UnitMeasures;
using RegionPlan.Tests.Reporting;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Features.Reports;

namespace RegionPlan.Tests.Features.Reports;

/// <summary>What has changed since the report before: what was corrected or decided anew, of the report's own figures and through its last day.</summary>
public sealed class ReportedChangesTests : IAsyncLifetime
{
    private const string Path = "/rapporter/2025-delarsrapport-2/region-kalmar-lan";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_was_loaded_and_told_for_the_first_time_is_no_change()
    {
        var section = await Changes();

        section.Words().ShouldStartWith("Inga rättelser och inga nya beslut är registrerade efter Delårsrapport T1 2025 (");
    }

    [Fact]
    public async Task A_correction_of_the_regions_figures_stands_there_with_what_was_before()
    {
        var held = await app.Outcome("3.11", 2024);
        await app.Correct("3.11", 2024, 12.3m);
        await RecordAmounts("2025-08", "lakemedel");

        var rows = (await Changes()).QuerySelectorAll("tbody tr").Select(r => r.Words()).ToList();

        rows.ShouldContain(r => r.Contains("3.11", StringComparison.Ordinal) && r.Contains("12,3", StringComparison.Ordinal)
            && r.Contains($"{held.Amount:0.0}".Replace('.', ','), StringComparison.Ordinal) && r.Contains("Fel underlag", StringComparison.Ordinal));
        rows.ShouldContain(r => r.Contains("Läkemedel", StringComparison.Ordinal) && r.Contains("Rättat", StringComparison.Ordinal));
        rows.Count.ShouldBeLessThan(6);
    }

    [Fact]
    public async Task What_tells_of_a_time_after_the_report_is_not_in_it()
    {
        await RecordAmounts("2025-10", "lakemedel", -7);
        await RecordAmounts("2025-10", "lakemedel");
        await app.Correct("3.11", 2025, 12.3m);
        await Decide(2026, 99);

        (await Changes()).Words().ShouldStartWith("Inga rättelser och inga nya beslut är registrerade efter Delårsrapport T1 2025 (");
    }

    [Fact]
    public async Task A_target_of_the_year_that_is_decided_anew_is_told()
    {
        await Decide(2025, 99);

        var row = (await Changes()).QuerySelectorAll("tbody tr").ShouldHaveSingleItem().Words();

        row.ShouldContain("Målvärde 2025");
        row.ShouldContain("99");
    }

    [Fact]
    public async Task A_units_correction_is_in_its_namnds_report_and_not_in_the_regions()
    {
        var own = new ReportKey("2025-verksamhetsberattelse-2", "regionstyrelsen");
        await app.Write("mal", "[[ändringar]]", "namndsekreterare.rs", key: own);
        await CorrectUnit("ortopedmottagningen");
        await RecordAmounts("2025-08", "lakemedel");
        using var secretary = await Browser.SignedInAs(app, "namndsekreterare.rs");

        (await Changes()).QuerySelectorAll("tbody tr").Select(r => r.Words()).ShouldAllBe(r => r.Contains("Läkemedel", StringComparison.Ordinal));
        var rows = (await secretary.Open(own.Path)).Document.QuerySelectorAll("section[aria-labelledby='mal'] tbody tr").Select(r => r.Words()).ToList();
        rows.ShouldContain(r => r.Contains("Ortopedmottagningen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_units_correction_that_changes_an_outcome_of_the_region_is_in_the_regions_report()
    {
        await app.RecordAt(UnitDesk.Kalmar, "3.23", "2025-T1", "6/600", "controller.lsk");
        await app.RecordAt(UnitDesk.Vastervik, "3.23", "2025-T1", "8/400");
        (await Changes()).QuerySelectorAll("tbody tr").ShouldBeEmpty("what is told for the first time is no change");
        await app.RecordAt(UnitDesk.Kalmar, "3.23", "2025-T1", "12/600", "controller.lsk", over: 1);

        var row = (await Changes()).QuerySelectorAll("tbody tr").ShouldHaveSingleItem().Words();

        row.ShouldContain("3.23");
        row.ShouldContain("Länssjukhuset i Kalmar");
        row.ShouldContain("2,0");
        row.ShouldContain("1,0");
    }

    [Fact]
    public async Task A_long_list_is_cut_with_the_way_to_the_rest()
    {
        await RecordAmounts("2025-08", null);

        var section = await Changes();

        section.QuerySelectorAll("tbody tr").Length.ShouldBe(25);
        var more = section.QuerySelectorAll("p").Single(p => p.Words().StartsWith("… och", StringComparison.Ordinal));
        more.Words().ShouldMatch("^… och [0-9]+ till. Alla ändringar står i historiken.$");
        var href = more.QuerySelector("a")!.GetAttribute("href")!;
        href.ShouldStartWith("/historik?fran=2025-");
        (await app.Page(href)).QuerySelectorAll("tbody tr").ShouldNotBeEmpty();
    }

    private async Task<IElement> Changes()
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        return (await staff.Open(Path)).Document.QuerySelector("section[aria-labelledby='andringar'] .rp-prose").ShouldNotBeNull();
    }

    /// <summary>Corrects the amounts of a post, or of all that have one.</summary>
    private async Task RecordAmounts(string through, string? post, decimal amount = -1.5m)
    {
        await using var db = app.Db();
        var period = Period.Parse(through);
        var unit = await db.Units.Where(u => u.Key == "regionstaben").Select(u => u.Id).SingleAsync();
        var entries = await db.EconomyEntries.Where(e => e.Through == period).ToListAsync();
        var posts = await db.Set<BudgetPost>().Where(p => post == null || p.Key == post).Select(p => p.Id).ToListAsync();
        foreach (var id in posts.Where(p => post is not null || entries.Exists(e => e.PostId == p)))
        {
            var row = new AmountRow(new(id, period), entries.Where(e => e.PostId == id));
            db.EconomyEntries.AddRange(row.Record(new(amount, amount), unit, OutcomeOrigin.Manual, new(app.Clock.Now, "Controller, Regionstaben", why: "Rättat")));
        }

        (await db.SaveChangesAsync()).ShouldBeGreaterThan(0);
    }

    private async Task Decide(int year, decimal amount)
    {
        await using var db = app.Db();
        var measure = await db.Measures.Include(m => m.Definitions).Include(m => m.Series).ThenInclude(s => s.Targets).SingleAsync(m => m.Code == "3.13" && m.PlanId != null);
        db.Add(measure.Series[0].SetShortTerm(year, new Target.Value(amount), new(year, 1, 1), new(app.Clock.Now, "Planerare", why: "Nytt beslut")));
        await db.SaveChangesAsync();
    }

    /// <summary>Corrects one of a unit's own figures of the second tertial.</summary>
    private async Task CorrectUnit(string key)
    {
        await using var db = app.Db();
        var unit = await db.Units.Where(u => u.Key == key).Select(u => u.Id).SingleAsync();
        var second = Period.OfTertial(2025, 2);
        var held = await db.Outcomes.Where(o => o.UnitId == unit && o.Period == second && o.Sex == Sex.Total).FirstAsync();
        var earlier = await db.Outcomes.Where(o => o.SeriesId == held.SeriesId && o.UnitId == unit && o.Period == second).ToListAsync();
        db.Outcomes.AddRange(new OutcomeRow(held.SeriesId, unit, second, Given.Percent(), earlier).Record(
            new(OutcomeValue.Of(12.3m), null, null), unit, OutcomeOrigin.Manual, new(app.Clock.Now, "Controller", why: "Fel underlag"), DateOnly.FromDateTime(app.Clock.Now.UtcDateTime)));
        await db.SaveChangesAsync();
    }
}
