using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Reporting;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Data;

namespace RegionPlan.Tests.Features.History;

/// <summary>The reference facts of 22 November, and three recordings by two people on the 24th and 25th.</summary>
public sealed class RecordedHistory : IAsyncLifetime
{
    internal const string Markup = "<script>alert(1)</script><b>fet</b>";

    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await Demo.StartAsync();
        App.Clock.Now = new(2026, 11, 24, 22, 59, 0, TimeSpan.Zero);
        await Record("controller.hsf", "3.23", "0,9", "", Markup);
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        await Record("controller.hsf", "3.23", "1,2", $"Ändrat {Markup}", "");
        await Record("controller.klt", "1.6", "56,5", "", "");
    }

    public Task DisposeAsync() => App.DisposeAsync();

    private async Task Record(string user, string code, string text, string reason, string comment) =>
        await App.Recorded(await App.Row(code), Desk.Typed(text, comment: comment, reason: reason), user);
}

public sealed class HistoryPageTests(RecordedHistory history) : IClassFixture<RecordedHistory>
{
    private const string Hsf = "Controller, Hälso- och sjukvårdsförvaltningen";
    private const string Klt = "Controller, Kalmar länstrafik";
    private readonly TestApp app = history.App;

    [Fact]
    public async Task A_change_shows_when_what_now_before_by_whom_and_why()
    {
        var rows = (await app.Page("/historik?matt=3.23&slag=Outcome")).Rows();

        rows[0].ShouldBe(
        [
            "2026-11-25 00:01", "3.23 Andel trycksår - sjukhusförvärvade Utfall helår 2024, totalt", "1,2 %", "0,9 %", Hsf,
            $"Ändrat {RecordedHistory.Markup}. Registrerat i RegionPlan",
        ]);
        rows[1].Skip(2).ShouldBe(["0,9 %", "–", Hsf, $"Kommentar: {RecordedHistory.Markup}. Registrerat i RegionPlan"]);
    }

    [Theory]
    [InlineData("/historik?matt=3.23")]
    [InlineData("/historik?matt=3.23&av=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/historik?matt=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/historik?fran=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/matt/3.23")]
    public async Task Markup_in_a_reason_a_comment_or_the_address_is_shown_as_text(string address)
    {
        var page = await app.Page(address);

        page.QuerySelectorAll("script").ShouldAllBe(s => !s.TextContent.Contains("alert(1)"));
        page.QuerySelectorAll("td b").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_latest_stand_first()
    {
        var times = (await Walk("/historik")).ConvertAll(r => r[0]);

        times.ShouldBe(times.OrderDescending(StringComparer.Ordinal));
        times.Take(3).ShouldBe(["2026-11-25 00:01", "2026-11-25 00:01", "2026-11-24 23:59"]);
    }

    [Fact]
    public async Task Filtering_by_measure_shows_all_of_it_and_nothing_else()
    {
        var rows = await Walk("/historik?matt=3.23");

        await using var db = app.Db();
        var measure = await db.Measures.Include(m => m.Definitions).Include(m => m.Series).ThenInclude(s => s.Definitions)
            .Include(m => m.Series).ThenInclude(s => s.Targets).SingleAsync(m => m.Code == "3.23");
        var series = measure.Series.Single();
        rows.Count.ShouldBe(
            await db.Outcomes.CountAsync(o => o.SeriesId == series.Id) + measure.Definitions.Count + series.Definitions.Count + series.Targets.Count);
        rows.ShouldAllBe(r => r[1].StartsWith("3.23 "));
    }

    [Fact]
    public async Task Filtering_by_kind_shows_each_fact_under_one_kind()
    {
        var counts = new Dictionary<ChangeKind, int>();
        foreach (var kind in Enum.GetValues<ChangeKind>())
        {
            counts[kind] = (await Walk($"/historik?slag={kind}")).Count;
        }

        counts.ShouldBe(await Facts(), ignoreOrder: true);
    }

    [Fact]
    public async Task Walking_all_pages_meets_every_fact_once()
    {
        (await Walk("/historik")).Count.ShouldBe((await Facts()).Values.Sum());

        var log = app.Services.GetRequiredService<ChangeLog>();
        var met = new List<Guid>();
        for (var skip = 0; ; skip += 31)
        {
            var page = await log.ReadAsync(new(), skip, 31);
            met.AddRange(page.Changes.Select(c => c.Fact.Id));
            if (!page.HasMore)
            {
                break;
            }
        }

        met.Distinct().Count().ShouldBe(met.Count, "none twice");
        met.Count.ShouldBe((await Facts()).Values.Sum(), "none lost");
    }

    [Fact]
    public async Task Pages_of_outcomes_recorded_at_once_for_years_tertials_and_months_neither_lose_nor_repeat()
    {
        await using var own = await TestApp.StartAsync();
        own.Clock.Advance(TimeSpan.FromDays(1));
        await using (var db = own.Db())
        {
            var series = await db.Measures.Where(m => m.Code == "3.23").SelectMany(m => m.Series).Select(s => s.Id).SingleAsync();
            var measure = await db.Measures.Include(m => m.Definitions).SingleAsync(m => m.Code == "3.23");
            var region = await db.Units.SingleAsync(u => u.Key == OrganizationUnit.RegionKey);
            for (var year = 2019; year < 2024; year++)
            {
                foreach (var period in Enumerable.Range(1, 3).Select(n => Period.OfTertial(year, n)).Concat(Enumerable.Range(1, 12).Select(n => Period.OfMonth(year, n))))
                {
                    db.Outcomes.AddRange(new OutcomeRow(series, region.Id, period, measure.Definitions[0].Terms, []).Record(
                        new(OutcomeValue.Of(1)), region.Id, OutcomeOrigin.Manual, new(own.Clock.Now, "Inläsning"), new(2026, 11, 23)));
                }
            }

            await db.SaveChangesAsync();
        }

        var log = own.Services.GetRequiredService<ChangeLog>();
        var filter = new ChangeFilter(By: "Inläsning");
        List<Guid> met = [];
        for (var skip = 0; skip < 75; skip += 10)
        {
            met.AddRange((await log.ReadAsync(filter, skip, 10)).Changes.Select(c => c.Fact.Id));
        }

        met.Count.ShouldBe(75);
        met.Distinct().Count().ShouldBe(75);
    }

    [Theory]
    [InlineData("kalmar-lanstrafik", Klt)]
    [InlineData("halso-och-sjukvardsforvaltningen", Hsf)]
    public async Task Filtering_by_unit_shows_what_it_answers_for(string unit, string by)
    {
        var rows = await Walk($"/historik?enhet={unit}&fran=2026-11-24");

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(r => r[4] == by);
        (await Walk($"/historik?enhet={unit}&slag=Target")).ShouldAllBe(r => unit == "kalmar-lanstrafik" == (r[1].StartsWith("1.6 ") || r[1].StartsWith("1.8 ") || r[1].StartsWith("2.5 ")));
    }

    [Theory]
    [InlineData("länstrafik", 1)]
    [InlineData("Hälso-", 2)]
    [InlineData("Controller", 3)]
    [InlineData("Ingen alls", 0)]
    [InlineData("%", 0)]
    [InlineData("_", 0)]
    [InlineData("'", 0)]
    public async Task Filtering_by_name_finds_part_of_it(string by, int count) =>
        (await Walk($"/historik?fran=2026-11-24&av={Uri.EscapeDataString(by)}")).Count.ShouldBe(count);

    [Theory]
    [InlineData("controller", 3)]
    [InlineData("LÄNSTRAFIK", 1)]
    public async Task A_name_is_found_whatever_its_case(string by, int count) =>
        (await Walk($"/historik?fran=2026-11-24&av={Uri.EscapeDataString(by)}")).Count.ShouldBe(count);

    [Theory]
    [InlineData("fran=2026-11-24", 3)]
    [InlineData("fran=2026-11-25", 2)]
    [InlineData("fran=2026-11-24&till=2026-11-24", 1)]
    [InlineData("fran=2026-11-23&till=2026-11-23", 0)]
    [InlineData("fran=2026-11-26", 0)]
    [InlineData("fran=2026-11-25&till=2026-11-24", 0)]
    public async Task Days_are_whole_days_by_the_regions_clock(string query, int count) => (await Walk($"/historik?{query}")).Count.ShouldBe(count);

    [Theory]
    [InlineData("fran=2024-13-45", "Från och med: datumet går inte att läsa. Ange det som 2024-12-31.")]
    [InlineData("fran=igår", "Från och med: datumet går inte att läsa. Ange det som 2024-12-31.")]
    [InlineData("till=24-1-1", "Till och med: datumet går inte att läsa. Ange det som 2024-12-31.")]
    [InlineData("till=2026-02-29", "Till och med: datumet går inte att läsa. Ange det som 2024-12-31.")]
    public async Task A_date_that_cannot_be_read_is_told_and_the_rest_is_shown(string query, string says)
    {
        var page = await app.Page($"/historik?{query}");

        page.Notices().ShouldBe([says]);
        page.Rows().Count.ShouldBe(50);
    }

    [Theory]
    [InlineData("fran=0001-01-01")]
    [InlineData("till=9999-12-31")]
    [InlineData("fran=9999-12-31")]
    [InlineData("till=0001-01-01")]
    [InlineData("fran=0001-01-01&till=9999-12-31&slag=Outcome")]
    public async Task The_outermost_days_do_not_break_the_page(string query) => await app.Page($"/historik?{query}");

    [Theory]
    [InlineData("matt=9.9")]
    [InlineData("matt=3.23%00")]
    [InlineData("enhet=finns-inte")]
    [InlineData("sida=5000")]
    [InlineData("matt=3.23&enhet=kalmar-lanstrafik&slag=Target")]
    public async Task Where_nothing_fits_the_page_says_so(string query)
    {
        var page = await app.Page($"/historik?{query}");

        page.Rows().ShouldBeEmpty();
        page.Body.Words().ShouldContain("Inga ändringar passar urvalet. Ta bort något i urvalet för att se fler.");
    }

    [Theory]
    [InlineData("sida=0")]
    [InlineData("sida=-1")]
    [InlineData("sida=abc")]
    [InlineData("sida=99999999999999999999")]
    [InlineData("slag=Finns")]
    [InlineData("matt=&enhet=&av=&fran=&till=&slag=")]
    public async Task What_means_nothing_is_passed_over(string query)
    {
        var page = await app.Page($"/historik?{query}");

        page.Rows().Count.ShouldBe(50);
        page.Notices().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_choice_is_kept_in_the_form_and_in_the_links_between_pages()
    {
        var page = await app.Page("/historik?matt=3.7&av=Grunddata&fran=2026-11-01&till=2026-12-31&slag=Outcome");

        Browser.Fields(page.QuerySelector("main form")!).ShouldBe(
            new Dictionary<string, string?>
            {
                ["matt"] = "3.7",
                ["enhet"] = "",
                ["slag"] = "Outcome",
                ["av"] = "Grunddata",
                ["fran"] = "2026-11-01",
                ["till"] = "2026-12-31",
            },
            ignoreOrder: true);
        var older = (await app.Page("/historik?av=Grunddata&slag=Outcome")).QuerySelectorAll("nav[aria-label=Sidor] a").Single();
        older.GetAttribute("href").ShouldBe("/historik?slag=Outcome&av=Grunddata&sida=2");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task The_history_cannot_be_written_to(string method)
    {
        using var request = new HttpRequestMessage(new(method), new Uri("/historik", UriKind.Relative));
        using var response = await app.Client.SendAsync(request);

        response.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.BadRequest, HttpStatusCode.MethodNotAllowed);
    }

    private async Task<Dictionary<ChangeKind, int>> Facts()
    {
        await using var db = app.Db();
        return new()
        {
            [ChangeKind.Outcome] = await db.Outcomes.CountAsync(),
            [ChangeKind.Target] = await db.Measures.SelectMany(m => m.Series).SelectMany(s => s.Targets).CountAsync(),
            [ChangeKind.MeasureDefinition] = await db.Measures.SelectMany(m => m.Definitions).CountAsync(),
            [ChangeKind.SeriesDefinition] = await db.Measures.SelectMany(m => m.Series).SelectMany(s => s.Definitions).CountAsync(),
            [ChangeKind.PlanWording] = await db.Plans.SelectMany(p => p.Wordings).CountAsync() + await db.Plans.SelectMany(p => p.Goals).SelectMany(g => g.Wordings).CountAsync()
                + await db.Plans.SelectMany(p => p.Goals).SelectMany(g => g.Directions).SelectMany(d => d.Wordings).CountAsync()
                + await db.Plans.SelectMany(p => p.FocusAreas).SelectMany(f => f.Wordings).CountAsync(),
            [ChangeKind.GoalStatus] = await db.Plans.SelectMany(p => p.Goals).SelectMany(g => g.Overrides).CountAsync() + await db.GoalReviews.CountAsync(r => r.IsHandedOver),
            [ChangeKind.Organization] = await db.Units.SelectMany(u => u.Placements).CountAsync(),
            [ChangeKind.Scorecard] = await db.Scorecards.SelectMany(s => s.Versions).CountAsync(),
            [ChangeKind.Activity] = await db.ActivityProgress.CountAsync(),
            [ChangeKind.PlanTransition] = await db.Plans.SelectMany(p => p.Standings).CountAsync()
                + await db.Plans.SelectMany(p => p.Goals).SelectMany(g => g.Successions).CountAsync()
                + await db.Measures.SelectMany(m => m.Successions).CountAsync(),
            [ChangeKind.FigureChoice] = await db.ValueChoices.CountAsync(),
            [ChangeKind.Submission] = await db.Submissions.SelectMany(s => s.Steps).CountAsync(s => s.MakesPublic),
            [ChangeKind.Report] = await db.ReportDecisions.CountAsync(),
            [ChangeKind.Economy] = await db.EconomyEntries.CountAsync() + await db.Set<BudgetAmount>().CountAsync() + await db.Set<PostDefinition>().CountAsync()
                + await db.Set<PrintedSum>().CountAsync() + await db.Set<ResultGoal>().CountAsync() + await db.Set<ResultForecast>().CountAsync(),
            [ChangeKind.FollowUp] = await db.FollowUps.SelectMany(f => f.Versions).CountAsync() + await db.FollowUps.SelectMany(f => f.Locks).CountAsync(),
        };
    }

    /// <summary>The rows of a choice and of every older page that it links to.</summary>
    private async Task<List<IReadOnlyList<string>>> Walk(string address)
    {
        List<IReadOnlyList<string>> rows = [];
        for (string? at = address; at is not null;)
        {
            var page = await app.Page(at);
            rows.AddRange(page.Rows());
            at = page.QuerySelectorAll("nav[aria-label=Sidor] a").SingleOrDefault(a => a.TextContent == "Äldre")?.GetAttribute("href");
        }

        return rows;
    }
}
