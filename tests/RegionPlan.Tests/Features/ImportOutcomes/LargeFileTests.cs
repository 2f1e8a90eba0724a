using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Imports;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Domain;
using RegionPlan.Tests.Features.Cascade;
using RegionPlan.Tests.Reporting;
using RegionPlan.Web.Features.ImportOutcomes;
using RegionPlan.Web.Reporting;
using Xunit.Abstractions;

namespace RegionPlan.Tests.Features.ImportOutcomes;

/// <summary>
/// A förvaltning with many units that follow many measures month by month, in one file. REGIONPLAN_FULL=1 takes 100 units, 84 measures and
/// 12 months: 100 800 rows; the times are told in the output.
/// </summary>
public sealed class LargeFileTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("REGIONPLAN_FULL") == "1";
    private static readonly (int Units, int Measures) Size = IsFull ? (100, 84) : (10, 8);
    private static readonly int Rows = Size.Units * Size.Measures * 12;
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Every_row_of_a_large_file_is_taken_in_is_recognised_the_second_time_and_is_put_back()
    {
        await Fill();
        var template = await Timed("templates", Template);
        template.Count.ShouldBe(Rows);
        var file = Excel(template.Select((row, n) => row with { Total = (10 + (n % 80)).ToString(CultureInfo.InvariantCulture), Comment = "Ny metod" }));
        output.WriteLine($"{Rows} rows, {file.Length / 1024.0 / 1024.0:F1} MB");

        var id = await Upload(file);
        var looked = await Timed("look", () => app.Look(id));
        (looked.Rows.Count, looked.Taken, looked.Count(RowVerdict.Refused)).ShouldBe((Rows, Rows, 0), looked.Rows.SelectMany(r => r.Messages).FirstOrDefault());
        (await Timed("take in", () => app.Apply(id))).ShouldBeNull();
        (await Drafts()).ShouldBe(Rows);

        var again = await Upload(file);
        (await Timed("look again", () => app.Look(again))).Count(RowVerdict.Unchanged).ShouldBe(Rows);

        (await Timed("undo", () => app.Undo(id))).ShouldBeNull();
        (await Drafts()).ShouldBe(0);
        (await app.Import(id)).PutBack.ShouldBe(Rows);
        output.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MB");
    }

    private static byte[] Excel(IEnumerable<TemplateRow> rows)
    {
        using var stream = new MemoryStream();
        OutcomeTemplate.Of("Alla enheter", [.. rows]).WriteExcel(stream);
        return stream.ToArray();
    }

    private async Task<Guid> Upload(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return await app.Services.GetRequiredService<ReceiveFile>().ReceiveAsync(
            await app.As(ImportDesk.Controller), content, bytes.Length, "alla.xlsx", new ImportDefaults(null, null));
    }

    private async Task<List<TemplateRow>> Template()
    {
        var query = app.Services.GetRequiredService<TemplateQuery>();
        List<TemplateRow> rows = [];
        for (var number = 1; number <= 3; number++)
        {
            var all = (await query.ReadAsync(await app.As(ImportDesk.Controller), $"2025-verksamhetsberattelse-{number}", ReportChoiceForm.All)).ShouldNotBeNull();
            rows.AddRange(all.Rows.Where(r => r.Unit.StartsWith("provenhet", StringComparison.Ordinal)));
        }

        return rows;
    }

    private async Task<T> Timed<T>(string what, Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var result = await work();
        output.WriteLine($"{what}: {watch.Elapsed.TotalSeconds:F1} s");
        return result;
    }

    private async Task<int> Drafts()
    {
        await using var db = app.Db();
        return await db.Drafts.CountAsync();
    }

    /// <summary>Units below the förvaltning, whose styrkort all follow the same measures of its own.</summary>
    private async Task Fill()
    {
        await using var db = app.Db();
        var hsf = await db.Units.Include(u => u.Placements).SingleAsync(u => u.Key == Desk.Hsf);
        var terms = (await db.Measures.Include(m => m.Definitions).SingleAsync(m => m.Code == "3.11")).Definitions[0].Terms with
        {
            Frequency = Frequency.Month,
            SexSplit = SexSplit.None,
            ResponsibleUnitId = hsf.Id,
        };
        var first = await db.Measures.Where(m => m.UnitId == hsf.Id).MaxAsync(m => (int?)m.Order) ?? 0;
        var measures = Enumerable.Range(1, Size.Measures).Select(n => new Measure(hsf, first + n)).ToList();
        var followed = measures.ConvertAll(m =>
        {
            m.Define(terms with { Name = $"Mått {m.Order}" }, new(2025, 1, 1), By("Egna mått"));
            return ScorecardMeasure.New(m.AddSeries("total", new(), new(2025, 1, 1), By("Egna mått")).Id);
        });
        db.Measures.AddRange(measures);
        var goal = await app.Goal("Mål för alla enheter", null);
        for (var n = 0; n < Size.Units; n++)
        {
            var unit = new OrganizationUnit($"provenhet-{n}", UnitKind.Unit);
            unit.Place($"Provenhet {n}", hsf, null, new(2024, 1, 1), By("Ny enhet"));
            var scorecard = new Scorecard(unit, 2025);
            scorecard.Decide(GivenScorecard.Content(goal with { Id = Guid.CreateVersion7(), Measures = followed }), GivenScorecard.Decision(on: "2025-01-20"), By("Beslut"));
            db.Units.Add(unit);
            db.Scorecards.Add(scorecard);
        }

        await db.SaveChangesAsync();
    }

    private RegionPlan.Domain.History.Recording By(string why) => new(app.Clock.Now, "Provet", why: why);
}
