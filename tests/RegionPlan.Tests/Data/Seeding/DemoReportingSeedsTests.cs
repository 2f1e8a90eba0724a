using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Domain;
using RegionPlan.Tests.Features.OpenData;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Data;

namespace RegionPlan.Tests.Data.Seeding;

/// <summary>The demo seeds let a delårsrapport per 31 August 2025 be written, from figures that are marked as examples and leave the real ones alone.</summary>
public sealed class DemoReportingSeedsTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string Key = "2025-delarsrapport-2";
    private static readonly DateOnly August = Given.Day("2025-08-31");
    private readonly TestApp app = demo.App;

    [Fact]
    public async Task By_the_end_of_August_some_are_achieved_some_not_and_some_have_no_outcome()
    {
        var plan = (await PlanAsync()).Plan!;

        plan.Counts.ShouldBe(new(Achieved: 12, PartlyAchieved: 9, NotAchieved: 10, OutcomeMissing: 15, NoTarget: 4));
        plan.Goals.Select(g => g.Assessment.Status).ShouldBe(
            [GoalStatus.PartlyAchieved, GoalStatus.PartlyAchieved, GoalStatus.PartlyAchieved, GoalStatus.PartlyAchieved, GoalStatus.InsufficientBasis]);
        plan.NeedingAttention.Select(s => s.Measure.Code).Order(StringComparer.Ordinal)
            .ShouldBe(["1.7", "1.8", "2.4", "3.12", "3.13", "3.14", "3.16", "3.22", "3.7", "4.5"]);
        plan.Series.Where(s => s.Outcome is not null).ShouldAllBe(s => s.Outcome!.IsExample && s.Outcome.Period == Period.OfTertial(2025, 2));
    }

    [Fact]
    public async Task Most_deviations_are_explained_and_some_are_left_for_the_checklist()
    {
        var plan = (await PlanAsync()).Plan!;
        var told = (await SubmissionsAsync()).SelectMany(s => s.Rows).ToDictionary(r => r.SeriesId, r => r.Narrative);
        var deviations = plan.NeedingAttention.ToDictionary(s => $"{s.Measure.Code} {s.Series.Key}", s => told[s.Series.Id]);

        deviations.Where(d => d.Value.Analysis is null).Select(d => d.Key).Order(StringComparer.Ordinal).ShouldBe(["1.8 total", "3.14 total"]);
        deviations.Where(d => d.Value is { Analysis: not null, Action: null }).Select(d => d.Key).ShouldBe(["3.22 total"]);
        deviations.Values.Where(n => n.Action is not null).ShouldAllBe(n => n.ActionOwner != null && n.ActionDue > August);
        told.Values.SelectMany(n => new[] { n.Comment, n.Analysis, n.Action, n.ForecastReason }).OfType<string>().ShouldAllBe(t => t.StartsWith("Exempel: "));
    }

    [Fact]
    public async Task What_is_handed_in_is_approved_and_the_follow_up_is_locked_with_what_is_missing_told()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var year = (await scope.ServiceProvider.GetRequiredService<FollowUpReader>().ReadAsync(2025)).FollowUps;
        var followUp = year.Find(Key)!;

        (followUp.Terms.Through, followUp.Terms.DecidedOn, followUp.Terms.LatestByLaw(followUp.Kind)).ShouldBe((August, Given.Day("2025-10-27"), Given.Day("2025-10-31")));
        (followUp.On(year.Today), followUp.Locked!.IsComplete, year.IsComplete(followUp)).ShouldBe((FollowUpState.Locked, false, false));
        var stages = year.Of(followUp).GroupBy(s => s.Stage).ToDictionary(g => g.Key, g => g.Count());
        stages.ShouldBe(new Dictionary<DutyStage, int> { [DutyStage.Done] = 41, [DutyStage.Missed] = 5 }, ignoreOrder: true);
        var submissions = await SubmissionsAsync();
        submissions.Count(s => s.Rows.Count > 0).ShouldBe(7);
        year.Economy.Where(s => s.FollowUp.Id == followUp.Id).Select(s => s.Stage).ShouldAllBe(s => s == DutyStage.Done);
        await using var db = app.Db();
        (await db.Submissions.Where(s => s.FollowUpId == followUp.Id).SelectMany(s => s.Amounts).CountAsync()).ShouldBe(year.Economy.Count(s => s.FollowUp.Id == followUp.Id));
        submissions.SelectMany(s => s.Steps).ShouldAllBe(
            s => s.Recorded.By.StartsWith(s.Kind == SubmissionStepKind.Approved ? "Chef, " : "Controller, ", StringComparison.Ordinal));
        year.Find("2025-verksamhetsberattelse-2")!.On(year.Today).ShouldBe(FollowUpState.Open);
    }

    [Fact]
    public async Task The_boards_assess_goals_and_one_says_why_it_differs_from_the_computed()
    {
        await using var db = app.Db();
        var followUp = (await FollowUpAsync(db)).Id;
        var reviews = await db.GoalReviews.Where(r => r.FollowUpId == followUp).ToListAsync();

        reviews.Count.ShouldBe(7);
        reviews.ShouldAllBe(r => r.IsHandedOver && r.Terms.Analysis!.StartsWith("Exempel: "));
        reviews.Where(r => r.Status != r.Computed).ShouldAllBe(r => r.Recorded.Why!.StartsWith("Exempel: "));
        reviews.Where(r => r.Status != r.Computed).Select(r => (r.Computed, r.Status)).Order().ShouldBe(
            [(GoalStatus.PartlyAchieved, GoalStatus.NotAchieved), (GoalStatus.NotAchieved, GoalStatus.PartlyAchieved)]);
        reviews.Select(r => r.Recorded.By).Distinct().Order(StringComparer.Ordinal).ShouldBe(
            ["Nämndsekreterare, Kollektivtrafiknämnden", "Nämndsekreterare, Regionala utvecklingsnämnden", "Nämndsekreterare, Regionstyrelsen", "Regiondirektör"]);
    }

    [Fact]
    public async Task Every_real_figure_and_target_is_what_it_is_without_the_demo()
    {
        await using var real = await TestApp.StartAsync();
        await using var with = app.Db();
        await using var without = real.Db();

        (await FiguresAsync(with, isExample: false)).ShouldBe(await FiguresAsync(without, isExample: false));
        (await TargetsAsync(with, isExample: false)).ShouldBe(await TargetsAsync(without, isExample: false));
        (await FiguresAsync(without, isExample: true)).ShouldBeEmpty();
        (await TargetsAsync(without, isExample: true)).ShouldBeEmpty();
        (await TargetsAsync(with, isExample: true)).Count.ShouldBe(46);
        (await without.FollowUps.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_year_that_pages_open_with_is_chosen_by_real_figures_alone()
    {
        (await PlanAsync()).DefaultYear.ShouldBe(2024);
    }

    [Theory]
    [InlineData("/?ar=2025")]
    [InlineData("/mal/3?ar=2025")]
    [InlineData("/matt/3.12?ar=2025")]
    [InlineData("/matt/3.13?ar=2025")]
    [InlineData("/matt/4.5?ar=2026")]
    public async Task Every_example_is_marked_where_it_is_read(string url)
    {
        var page = await app.Page(url);
        var examples = new[] { "43,2", "72,9", "5,2", "Målvärde 2025: 90" };

        // Each of these stands for an example alone: no real figure of the page is written so. The picture is marked by its description.
        foreach (var text in page.QuerySelector("main")!.Descendants<IText>().Where(t => examples.Any(t.Data.Contains) && t.ParentElement!.Closest("svg text, title") is null))
        {
            (text.ParentElement!.Closest("td, dd, p, desc, .rp-figure") ?? text.ParentElement)!.TextContent.ShouldContain("exempel", Case.Sensitive, url);
        }

        page.QuerySelector("main").Words().ShouldContain("exempel", Case.Sensitive, url);
    }

    [Fact]
    public async Task Targets_are_marked_beside_real_outcomes_and_real_outcomes_are_not()
    {
        var page = await app.Page("/matt/3.13?ar=2025");

        page.Section("Läget 2025").Said("Målvärde 2025").ShouldBe("90 % exempel");
        page.QuerySelector(".rp-figure .rp-example").ShouldBeNull("82,4 is Kolada's own");
        page.QuerySelectorAll("path.rp-chart-marker[data-kind=outcome][data-example=True], path.rp-chart-marker[data-kind=outcome][data-example]")
            .Select(p => p.GetAttribute("data-example")).ShouldAllBe(v => v == null || v == "False");
        page.QuerySelectorAll("table tr").Single(r => r.Words().StartsWith("2025 82,4", StringComparison.Ordinal)).Words().ShouldContain("90,0 (exempel)");
    }

    [Fact]
    public async Task Open_data_marks_every_example_in_json_and_csv()
    {
        foreach (var row in await app.Csv("/measures.csv?year=2025"))
        {
            (row["target"].Length == 0 || row["targetIsExample"] == "true").ShouldBeTrue(row["code"]);
            (row["outcome"].Length == 0 || row["outcomeIsExample"] == (row["outcomePeriod"] == "2025-T2" ? "true" : "false")).ShouldBeTrue(row["code"]);
        }

        foreach (var row in (await app.Csv("/measures.csv?year=2026")).Where(r => r["latestOlderPeriod"].Length > 0))
        {
            row["latestOlderIsExample"].ShouldBe(row["latestOlderPeriod"] == "2025-T2" ? "true" : "false", row["code"]);
        }
    }

    private async Task<PlanReading> PlanAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlanReader>().ReadAsync(new(Year: 2025, Through: August));
    }

    private async Task<List<Submission>> SubmissionsAsync()
    {
        await using var db = app.Db();
        var followUp = (await FollowUpAsync(db)).Id;
        return await db.Submissions.Where(s => s.FollowUpId == followUp).Include(s => s.Steps).Include(s => s.Rows).ToListAsync();
    }

    private static async Task<FollowUp> FollowUpAsync(RegionPlanDb db) =>
        (await db.FollowUps.Where(f => f.Year == 2025).Include(f => f.Versions).ToListAsync()).Single(f => f.Key == Key);

    /// <summary>The figures of the plan's measures that stand on the region.</summary>
    private static async Task<List<string>> FiguresAsync(RegionPlanDb db, bool isExample) =>
        [.. (from outcome in await db.Outcomes.Where(o => o.IsExample == isExample && db.Units.Any(u => u.Id == o.UnitId && u.Key == "region-kalmar-lan")).ToListAsync()
             join series in await db.Measures.Where(m => m.PlanId != null).SelectMany(m => m.Series, (m, s) => new { s.Id, m.Code, s.Key }).ToListAsync() on outcome.SeriesId equals series.Id
             select $"{series.Code} {series.Key} {outcome.Period} {outcome.Sex} {outcome.Version} {outcome.Amount} {outcome.Source}").Order(StringComparer.Ordinal)];

    private static async Task<List<string>> TargetsAsync(RegionPlanDb db, bool isExample) =>
        [.. (await db.Measures.Where(m => m.PlanId != null).Include(m => m.Series).ThenInclude(s => s.Targets).ToListAsync())
            .SelectMany(m => m.Series.SelectMany(s => s.Targets.Where(t => t.IsExample == isExample).Select(t => $"{m.Code} {s.Key} {t.Term} {t.Slot} {t.Version} {t.Amount}")))
            .Order(StringComparer.Ordinal)];
}
