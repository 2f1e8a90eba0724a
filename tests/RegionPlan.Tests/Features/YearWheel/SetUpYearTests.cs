using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Domain;
using RegionPlan.Tests.Features.OpenData;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Features.YearWheel;

namespace RegionPlan.Tests.Features.YearWheel;

public sealed class SetUpYearTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_year_is_shown_with_its_dates_before_it_is_set_up_from_the_template()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);

        var look = await browser.Open("/arshjul/lagg-upp?ar=2027");
        var rows = look.Document.Rows();
        rows.Count.ShouldBe(12);
        rows.Single(r => r[0].StartsWith("Delårsrapport T2", StringComparison.Ordinal)).ShouldBe(
        [
            "Delårsrapport T2 2027 till och med 2027-08-31", "2027-09-01", "2027-09-10", "2027-09-14", "2027-09-20", "2027-09-27 2027-09-25 är en lördag", "Regionfullmäktige 2027-10-27",
        ]);
        (await Count(2027)).ShouldBe(0, "looking makes nothing");

        (await browser.Submit(look, "set-up", [])).Location.ShouldBe("/arshjul?ar=2027");

        (await Count(2027)).ShouldBe(12);
        (await app.FollowUp("2027-delarsrapport-2")).Terms.RegionDue.ShouldBe(Given.Day("2027-09-27"));
        (await app.Page("/historik?slag=FollowUp")).Rows().Count(r => string.Join(' ', r).Contains("Upplagt från mallen", StringComparison.Ordinal)).ShouldBe(12);
    }

    [Fact]
    public async Task A_year_is_set_up_once_also_by_two_at_the_same_time()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);
        var look = await browser.Open("/arshjul/lagg-upp?ar=2027");
        await browser.Submit(look, "set-up", []);

        (await browser.Submit(look, "set-up", [])).Errors.ShouldBe(["2027 är redan upplagt. Ändra uppföljningarna i årshjulet."]);
        var writing = app.Services.GetRequiredService<PlanFollowUps>();
        var planner = await app.As(WheelDesk.Planner);
        var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            try
            {
                await Task.Run(() => writing.SetUpAsync(planner, 2028));
                return true;
            }
            catch (RuleViolation)
            {
                return false;
            }
        }));

        all.Count(made => made).ShouldBe(1);
        (await Count(2027), await Count(2028)).ShouldBe((12, 12));
    }

    [Fact]
    public async Task A_follow_up_beyond_the_template_gets_the_next_number_of_its_kind()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);
        var typed = new Dictionary<string, string?>
        {
            ["Form.Kind"] = "PeriodReport",
            ["Form.Name"] = "Bokslutsrapport 2026",
            ["Form.Through"] = "2026-12-31",
            ["Form.OpensOn"] = "2027-01-04",
            ["Form.UnitDue"] = "2027-01-11",
            ["Form.AdministrationDue"] = "2027-01-13",
            ["Form.BoardDue"] = "2027-01-15",
            ["Form.RegionDue"] = "2027-01-18",
            ["Form.CollectsOutcomes"] = "ja",
            ["Form.CollectsUnitFigures"] = null,
            ["Form.AsksForAnalysis"] = null,
            ["Form.AsksForForecast"] = null,
            ["Form.Step"] = FollowUpForm.Look,
        };

        var look = await browser.Submit(await browser.Open("/arshjul/ny?ar=2026"), "follow-up", typed);
        look.Document.Section("Det här blir följderna").QuerySelectorAll("summary").Select(s => s.Words())
            .ShouldContain(s => s.EndsWith("flyttas från Årsredovisning 2026 till Bokslutsrapport 2026", StringComparison.Ordinal));
        typed["Form.Step"] = FollowUpForm.Save;
        (await browser.Submit(look, "follow-up", typed)).Location.ShouldBe("/arshjul?ar=2026#2026-periodrapport-4");

        var made = await app.FollowUp("2026-periodrapport-4");
        (made.Terms.Name, made.Terms.CollectsOutcomes, made.Terms.AsksForForecast).ShouldBe(("Bokslutsrapport 2026", true, false));
    }

    [Fact]
    public async Task An_empty_form_for_a_new_follow_up_says_what_is_missing()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);

        var answer = await browser.Submit(await browser.Open("/arshjul/ny?ar=2026"), "follow-up", new() { ["Form.Step"] = FollowUpForm.Look });

        answer.ErrorAt("Form.Kind").ShouldBe("Välj vilken rapport det är.");
        answer.ErrorAt("Form.UnitDue").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_open_data_tells_the_year_as_it_is_and_as_it_was_planned()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Change("2026-delarsrapport-2", t => t with { DecidedOn = Given.Day("2026-10-28") });
        await app.Lock("2026-periodrapport-1");

        var now = (await app.Json("/follow-ups?year=2026")).EnumerateArray().ToList();
        now.Count.ShouldBe(12);
        var interim = now.Single(f => f.Text("key") == "2026-delarsrapport-2");
        (interim.Text("kind"), interim.Text("decidedOn"), interim.Text("decidedByText"), interim.Text("requires"), interim.Text("state"), interim.Number("version"))
            .ShouldBe(("interimReport", "2026-10-28", "Regionfullmäktige", "administration", "open", 2));
        interim.Text("href").ShouldBe("/arshjul?ar=2026#2026-delarsrapport-2");
        now.Single(f => f.Text("key") == "2026-periodrapport-1").Text("stateText").ShouldBe("Låst");

        var then = (await app.Json("/follow-ups?year=2026&asOf=2026-11-22T09:00:30Z")).EnumerateArray().ToList();
        then.Single(f => f.Text("key") == "2026-delarsrapport-2").Text("decidedOn").ShouldBe("2026-10-27");
        then.ShouldAllBe(f => f.Text("state") != "locked");
        (await app.Json("/follow-ups?asOf=2020-01-01")).GetArrayLength().ShouldBe(0);
        (await app.Csv("/follow-ups.csv?year=2024")).Select(r => r["key"]).ShouldBe(["2024-verksamhetsberattelse-3", "2024-arsredovisning-1"]);
    }

    private async Task<int> Count(int year)
    {
        await using var db = app.Db();
        return await db.FollowUps.CountAsync(f => f.Year == year);
    }
}
