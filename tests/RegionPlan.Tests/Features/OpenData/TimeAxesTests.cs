using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Features.OpenData;

/// <summary>A correction of 3.11 in 2024 from 89,5 to 80, two days after the figures were loaded.</summary>
public sealed class TimeAxesTests : IAsyncLifetime
{
    private const string Why = "Rättad av Testa Testsson";
    private const string Loaded = "2026-11-22T12:00Z";

    private readonly TestApp app = new();

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.Advance(TimeSpan.FromDays(2));
        await Report(new(OutcomeValue.Of(80), OutcomeValue.Of(81), OutcomeValue.OfRatio(79, 100, 100), "=Dubbelräknat"));
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_correction_changes_the_status_and_the_version()
    {
        (await Series("")).Text("status").ShouldBe("notAchieved");
        var total = await Outcome("total", "");

        total.Number("value").ShouldBe(80);
        total.Number("version").ShouldBe(2);
        total.Text("comment").ShouldBe("=Dubbelräknat");
        total.Text("recordedAt").ShouldBe("2026-11-24T09:00:00Z");
        total.Text("reportedBy").ShouldBe("Region Kalmar län");
    }

    [Fact]
    public async Task What_was_recorded_earlier_is_still_told_as_it_was()
    {
        (await Series("?asOf=" + Loaded)).Text("status").ShouldBe("achieved");
        var total = await Outcome("total", "?asOf=" + Loaded);

        total.Number("value").ShouldBe(89.5m);
        total.Number("version").ShouldBe(1);
        (await Outcomes("?asOf=" + Loaded)).ShouldAllBe(o => o.Text("sex") == "total");
    }

    [Fact]
    public async Task A_day_means_all_of_it_as_on_the_pages()
    {
        (await Series("?asOf=2026-11-23")).Text("status").ShouldBe("achieved");
        (await Series("?asOf=2026-11-24")).Text("status").ShouldBe("notAchieved");
    }

    [Theory]
    [InlineData("")]
    [InlineData("&asOf=" + Loaded)]
    public async Task The_page_linked_to_shows_the_same_answer(string asOf)
    {
        var measure = await app.Json("/measures/3.11?year=2024" + asOf);
        var page = await app.Page(measure.Text("href")!);

        page.QuerySelector(".rp-status")!.TextContent.Trim().ShouldBe(measure.GetProperty("series")[0].Text("statusText"));
    }

    [Fact]
    public async Task Women_and_men_stand_beside_the_total()
    {
        var outcome = (await Series("")).GetProperty("outcome");
        var men = await Outcome("men", "");

        outcome.Number("women").ShouldBe(81);
        outcome.Number("men").ShouldBe(79);
        men.Number("numerator").ShouldBe(79);
        men.Number("denominator").ShouldBe(100);
    }

    [Fact]
    public async Task Neither_who_nor_why_is_published()
    {
        foreach (var path in new[] { "/measures/3.11", "/measures/3.11/outcomes", "/measures/3.11/outcomes.csv", "/measures.csv" })
        {
            using var response = await app.Get(path);
            (await response.Content.ReadAsStringAsync()).ShouldNotContain("Testsson", Case.Insensitive, path);
        }
    }

    [Fact]
    public async Task A_comment_that_looks_like_a_formula_is_harmless_as_csv() =>
        (await app.Csv("/measures/3.11/outcomes.csv")).Last(r => r["period"] == "2024" && r["sex"] == "total")["comment"].ShouldBe("'=Dubbelräknat");

    [Fact]
    public async Task An_outcome_taken_back_is_no_longer_told()
    {
        app.Clock.Advance(TimeSpan.FromDays(1));
        await Report(new(null));

        (await Outcomes("")).ShouldAllBe(o => o.Text("period") != "2024");
        (await Series("")).GetProperty("reason").Text("kind").ShouldBe("withoutOutcome");
    }

    [Fact]
    public async Task Plans_that_were_not_recorded_yet_are_not_listed()
    {
        (await app.Json("/plans?asOf=2026-11-21")).GetArrayLength().ShouldBe(0);
        (await app.Json("/plans?asOf=2026-11-22")).GetArrayLength().ShouldBe(3);
    }

    private async Task<JsonElement> Series(string query)
    {
        var measure = await app.Json("/measures/3.11" + query);
        measure.GetProperty("year").GetInt32().ShouldBe(2024);
        return measure.GetProperty("series")[0];
    }

    private async Task<List<JsonElement>> Outcomes(string query) => [.. (await app.Json("/measures/3.11/outcomes" + query)).EnumerateArray()];

    private async Task<JsonElement> Outcome(string sex, string query) =>
        (await Outcomes(query)).Single(o => o.Text("period") == "2024" && o.Text("sex") == sex);

    private async Task Report(OutcomeReport report)
    {
        await using var db = app.Db();
        var measure = await db.Measures.Include(m => m.Definitions).Include(m => m.Series).SingleAsync(m => m.Code == "3.11");
        var region = await db.Units.SingleAsync(u => u.Key == OrganizationUnit.RegionKey);
        var period = Period.Parse("2024");
        var entries = await db.Outcomes.Where(o => o.SeriesId == measure.Series[0].Id).ToListAsync();
        var row = new OutcomeRow(measure.Series[0].Id, region.Id, period, measure.Definitions[0].Terms, entries);
        var today = DateOnly.FromDateTime(app.Clock.Now.UtcDateTime);
        db.Outcomes.AddRange(row.Record(report, region.Id, OutcomeOrigin.Manual, new Recording(app.Clock.Now, "Testa Testsson", why: Why), today));
        await db.SaveChangesAsync();
    }
}
