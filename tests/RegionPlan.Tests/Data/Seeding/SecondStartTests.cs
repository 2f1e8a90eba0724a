using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Domain;

namespace RegionPlan.Tests.Data.Seeding;

/// <summary>The application can be started any number of times on the same database.</summary>
public sealed class SecondStartTests
{
    [Fact]
    public async Task A_second_start_loads_nothing_twice()
    {
        await using var app = await TestApp.StartAsync();
        var first = await CountsAsync(app);

        await app.RestartAsync();

        (await CountsAsync(app)).ShouldBe(first);
        first["Measures"].ShouldBe(44);
        first["OutcomeEntries"].ShouldBe(92);
        first.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task A_start_on_a_copied_database_lets_readers_and_writers_work_at_once()
    {
        await using var app = await Demo.StartAsync();
        await using var db = app.Db();

        (await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync()).ShouldBe(["wal"]);
    }

    [Fact]
    public async Task A_second_start_with_the_demo_loads_nothing_twice()
    {
        await using var app = await Demo.StartAsync();
        var first = await CountsAsync(app);

        await app.RestartAsync();

        (await CountsAsync(app)).ShouldBe(first);
        (first["Scorecards"], first["Reorganizations"], first["Measures"]).ShouldBe((55, 2, 55));
    }

    [Fact]
    public async Task What_was_reorganised_or_decided_anew_between_two_starts_of_the_demo_stays_so()
    {
        await using var app = await Demo.StartAsync();
        await using (var db = app.Db())
        {
            var ledger = new OrganizationLedger(await db.Units.Include(u => u.Placements).ToListAsync(), await db.Reorganizations.Include(r => r.Successions).ToListAsync());
            var move = await db.Reorganizations.SingleAsync(r => r.Kind == ReorganizationKind.Moved);
            db.Reorganizations.Add(ledger.Change(new UnitChange.Revert(move.Id), move.HoldsFrom, Given.Recorded("2026-11-20", "Ångrat")));
            var clinic = await db.Units.SingleAsync(u => u.Key == "akutkliniken-kalmar");
            var hospital = await db.Units.SingleAsync(u => u.Key == "oskarshamns-sjukhus");
            db.Reorganizations.Add(ledger.Change(new UnitChange.Move(clinic.Id, hospital.Id), Given.Day("2024-01-01"), Given.Recorded("2026-11-20", "Rättat")));
            var styrkort = await db.Scorecards.Include(s => s.Versions).FirstAsync(s => s.Year == 2025);
            var content = styrkort.Versions[0].Content;
            styrkort.Decide(content.Without(content.Goals[^1].Id), new("Regionstyrelsen", Given.Day("2025-09-01"), null), Given.Recorded("2026-11-20", "Ändrat"));
            await db.SaveChangesAsync();
        }

        var first = await CountsAsync(app);
        await app.RestartAsync();

        (await CountsAsync(app)).ShouldBe(first);
        (first["Reorganizations"], first["ScorecardVersions"]).ShouldBe((4, 56));
    }

    [Fact]
    public async Task What_was_recorded_between_two_starts_survives()
    {
        await using var app = await TestApp.StartAsync();
        var first = await CountsAsync(app);
        await RecordAsync(app, "2024", 88.1m);
        await RecordAsync(app, "2026-T1", 91);
        await RecordAsync(app, "2018", 70);

        await app.RestartAsync();

        var second = await CountsAsync(app);
        second["OutcomeEntries"].ShouldBe(first["OutcomeEntries"] + 3);
        second.Where(t => t.Key != "OutcomeEntries").ShouldBe(first.Where(t => t.Key != "OutcomeEntries"));
        await using var db = app.Db();
        var series = await SeriesIdAsync(app);
        var entries = await db.Outcomes.Where(o => o.SeriesId == series).ToListAsync();
        entries.Where(o => o.Period == Period.OfYear(2024)).OrderBy(o => o.Version).Select(o => o.Amount).ShouldBe([89.5m, 88.1m]);
        entries.Single(o => o.Period == Period.OfTertial(2026, 1)).Amount.ShouldBe(91);
        entries.Single(o => o.Period == Period.OfYear(2018)).Source.ShouldBe("Registrerat i RegionPlan");
        (await app.Page("/matt/3.11")).Body!.TextContent.ShouldContain("88,1");
    }

    [Fact]
    public async Task A_target_changed_between_two_starts_survives()
    {
        await using var app = await TestApp.StartAsync();
        await using (var db = app.Db())
        {
            var measure = await db.Measures.Include(m => m.Series).ThenInclude(s => s.Targets).SingleAsync(m => m.Code == "3.11");
            measure.Series[0].SetShortTerm(2024, new Target.Value(92), Given.Day("2024-01-01"), Given.Recorded("2024-06-01", "Höjt"));
            await db.SaveChangesAsync();
        }

        await app.RestartAsync();

        (await app.Page("/matt/3.11")).Body!.TextContent.ShouldContain("2,5 procentenheter under");
    }

    private static async Task<Dictionary<string, int>> CountsAsync(TestApp app)
    {
        await using var db = app.Db();
        var sql = db.GetService<ISqlGenerationHelper>();
        var counts = new Dictionary<string, int>();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM {sql.DelimitIdentifier(table)}";
            counts.Add(table, Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture));
        }

        return counts;
    }

    private static async Task<Guid> SeriesIdAsync(TestApp app)
    {
        await using var db = app.Db();
        return await db.Measures.Where(m => m.Code == "3.11").SelectMany(m => m.Series).Select(s => s.Id).SingleAsync();
    }

    private static async Task RecordAsync(TestApp app, string period, decimal amount)
    {
        await using var db = app.Db();
        var (series, about) = (await SeriesIdAsync(app), Period.Parse(period));
        var region = await db.Units.SingleAsync(u => u.Key == OrganizationUnit.RegionKey);
        var recorded = await db.Outcomes.Where(o => o.SeriesId == series && o.Period == about).ToListAsync();
        db.Outcomes.AddRange(new OutcomeRow(series, region.Id, about, Given.Percent(), recorded).Record(
            new(OutcomeValue.Of(amount)), region.Id, OutcomeOrigin.Manual, Given.Recorded("2026-11-20", "Prov"), Given.Day("2026-11-20")));
        await db.SaveChangesAsync();
    }
}
