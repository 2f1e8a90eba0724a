using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Domain;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Data;

namespace RegionPlan.Tests.Data.Seeding;

/// <summary>The demo seeds show the whole chain of two years and a reorganisation, marked as examples, and leave the region's real figures alone.</summary>
public sealed class DemoSeedsTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private static readonly string[] Administrations =
    [
        "folktandvarden", "halso-och-sjukvardsforvaltningen", "it-forvaltningen", "kalmar-lanstrafik", "primarvardsforvaltningen", "psykiatriforvaltningen",
        "regionala-utvecklingsforvaltningen", "regionservice", "regionstaben",
    ];

    private readonly TestApp app = demo.App;

    [Theory]
    [InlineData(2024, 26)]
    [InlineData(2025, 29)]
    public async Task Every_level_of_the_organisation_has_a_decided_example_styrkort(int year, int count)
    {
        var decided = (await ReadAsync(year)).Cascade.Scorecards;

        decided.Count.ShouldBe(count);
        decided.ShouldAllBe(s => s.Version.IsExample && s.Version.Version == 1 && s.Version.Decision.On.Year == year);
        decided.Where(s => s.Unit.Unit.Kind == UnitKind.Board).Select(s => s.Unit.Unit.Key).Order(StringComparer.Ordinal)
            .ShouldBe(["kollektivtrafiknamnden", "regionala-utvecklingsnamnden", "regionstyrelsen"]);
        decided.Where(s => s.Unit.Unit.Kind == UnitKind.Administration).Select(s => s.Unit.Unit.Key).Order(StringComparer.Ordinal).ShouldBe(Administrations);
        decided.Select(s => s.Unit.Unit.Kind).Distinct().Count().ShouldBe(5, "board, administration, division, department and unit");
    }

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    public async Task Every_styrkort_fulfils_what_a_decision_asks_for(int year)
    {
        var reading = await ReadAsync(year);
        var terms = reading.Series.ToDictionary(s => s.Key, s => s.Value.Terms);
        var goals = reading.Plan!.Goals.Select(g => g.Id).Concat(reading.Cascade.Goals.Select(g => g.Goal.Id)).ToHashSet();

        reading.Cascade.Scorecards.SelectMany(s => ScorecardCheck.Of(s.Version.Content, goals, terms)).ShouldBeEmpty();
        reading.Cascade.Scorecards.ShouldAllBe(s => s.Version.Content.Goals.Count >= 3 && s.Version.Content.Texts.Count == 4);
        reading.Cascade.Goals.ShouldAllBe(g => g.Goal.Activities.Count >= 2 && g.Goal.Activities.Count <= 5);
    }

    [Theory]
    [InlineData(2024, 3)]
    [InlineData(2025, 3)]
    public async Task The_chain_holds_but_for_goals_that_stand_alone_by_choice(int year, int alone)
    {
        var chain = (await ReadAsync(year)).Cascade;

        chain.LooseGoals.Select(g => g.Loose).ShouldBe(Enumerable.Repeat(LooseGoal.ByChoice, alone));
        chain.Goals.Where(g => g.Loose == LooseGoal.Tied).ShouldAllBe(g => g.Top != null);
        chain.Goals.Where(g => g.Parent is not null).ShouldAllBe(g => g.Parent!.Scorecard.Unit.Unit.Kind < g.Scorecard.Unit.Unit.Kind);
        chain.WithoutScorecard.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task No_board_broke_down_the_fourth_goal_in_2024_and_the_executive_board_did_in_2025()
    {
        (await ReadAsync(2024)).Cascade.NotBrokenDown.Select(o => o.Goal.Order).ShouldBe([4]);
        (await ReadAsync(2025)).Cascade.NotBrokenDown.ShouldBeEmpty();
    }

    [Fact]
    public async Task Activities_stand_in_every_state_and_some_are_overdue()
    {
        var activities = (await ReadAsync(2024)).Cascade.Activities.Concat((await ReadAsync(2025)).Cascade.Activities).ToList();

        activities.Count.ShouldBeGreaterThan(350);
        var told = activities.Where(a => a.Told.Count > 0).Select(a => a.State).Distinct();
        told.ShouldBe([ActivityState.Done, ActivityState.Ongoing, ActivityState.Delayed, ActivityState.Cancelled], ignoreOrder: true);
        activities.Where(a => a.State == ActivityState.Cancelled).Select(a => a.Told[^1].Note).ShouldAllBe(note => note != null);
        activities.Count(a => a.IsOverdue).ShouldBeInRange(10, activities.Count / 5);
        activities.ShouldContain(a => a.Shown == ActivityState.Ongoing, "something still goes on");
    }

    [Fact]
    public async Task Styrkort_of_2025_continue_those_of_2024()
    {
        var (before, after) = ((await ReadAsync(2024)).Cascade, (await ReadAsync(2025)).Cascade);

        var goals = after.Goals.Where(g => g.Goal.ContinuesId is not null).ToList();
        goals.Count.ShouldBeGreaterThan(after.Goals.Count / 2);
        goals.ShouldAllBe(g => before.Goal(g.Goal.ContinuesId!.Value)!.Scorecard.Scorecard.UnitId == g.Scorecard.Scorecard.UnitId);
        var earlier = before.Activities.Select(a => a.Activity.Id).ToHashSet();
        after.Activities.Where(a => a.Activity.ContinuesId is not null).ShouldAllBe(a => earlier.Contains(a.Activity.ContinuesId!.Value));
        before.Goals.Select(g => g.Goal.Id).Intersect(after.Goals.Select(g => g.Goal.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_units_merge_and_one_moves_on_the_first_of_July_2025()
    {
        await using var db = app.Db();
        var units = await db.Units.Include(u => u.Placements).ToListAsync();
        var made = await db.Reorganizations.Include(r => r.Successions).OrderBy(r => r.Version).ToListAsync();
        OrganizationTree On(string day) => new(units, Given.Day(day));
        string[] Under(string day, string parent) => [.. On(day).ChildrenOf(units.Single(u => u.Key == parent).Id).Select(b => b.Unit.Key)];

        made.Select(r => (r.Kind, r.HoldsFrom)).ShouldBe([(ReorganizationKind.Merged, Given.Day("2025-07-01")), (ReorganizationKind.Moved, Given.Day("2025-07-01"))]);
        made.ShouldAllBe(r => r.Recorded.Why!.StartsWith("Exempel: ") && r.Recorded.By == "Grunddata: Demonstration, exempel");
        made[0].Successions.Select(s => s.SuccessorId).Distinct().ShouldBe([units.Single(u => u.Key == "halsocentral-exempel-mitt-och-kust").Id]);
        Under("2025-06-30", "halsocentraler").ShouldBe(["halsocentral-exempel-kust", "halsocentral-exempel-mitt", "halsocentral-exempel-norr", "halsocentral-exempel-soder"]);
        Under("2025-07-01", "halsocentraler").ShouldBe(["halsocentral-exempel-mitt-och-kust", "halsocentral-exempel-norr", "halsocentral-exempel-soder"]);
        Under("2025-06-30", "ortopedkliniken-kalmar").ShouldContain("ortopedmottagningen");
        Under("2025-07-01", "ortopedkliniken-oskarshamn").ShouldBe(["ortopedmottagningen"]);
    }

    [Fact]
    public async Task The_plans_text_on_hired_staff_stands_beside_the_measure_and_is_no_target()
    {
        foreach (var year in new[] { 2024, 2025 })
        {
            var reading = await ReadAsync(year);
            var health = reading.Cascade.Scorecards.Single(s => s.Unit.Unit.Key == "halso-och-sjukvardsforvaltningen");
            var followed = health.Version.Content.Measures.Single(m => reading.Series[m.SeriesId].Measure.Code == "4.5");

            followed.Target.ShouldBe("");
            followed.Note.ShouldContain("inte ska överstiga 4 procent");
            followed.Note.ShouldContain("inte ska vara mer än 2 procent av de totala personalkostnaderna vid utgången av 2024");
        }

        var plan = (await app.Services.GetRequiredService<PlanReader>().ReadAsync(new(null, 2024))).Plan!;
        plan.Measure("4.5")!.Series[0].ShortTerm!.Amount.ShouldBeNull();
    }

    [Theory]
    [InlineData("E1", "total", "8")]
    [InlineData("E2", "totalt", "408 404 400 383")]
    [InlineData("E2", "tandlakare", "62 59 68 76")]
    [InlineData("E2", "tandhygienister", "59 55 43 37")]
    [InlineData("E2", "tandskoterskor", "173 174 165 160")]
    public async Task Folktandvardens_own_figures_are_real_and_name_the_presentation(string code, string key, string values)
    {
        await using var db = app.Db();
        var unit = await db.Units.SingleAsync(u => u.Key == "folktandvarden");
        var series = await db.Measures.Where(m => m.UnitId == unit.Id && m.Code == code).SelectMany(m => m.Series).Include(s => s.Targets).SingleAsync(s => s.Key == key);

        var outcomes = (await db.Outcomes.Where(o => o.SeriesId == series.Id).ToListAsync()).OrderBy(o => o.Period.Year).ToList();
        string.Join(' ', outcomes.Select(o => o.Amount!.Value.ToString("0.#", CultureInfo.InvariantCulture))).ShouldBe(values);
        outcomes.ShouldAllBe(o => !o.IsExample && o.UnitId == unit.Id && o.Source == "Presentation mars 2025 (001)");
        outcomes[^1].Period.ShouldBe(Period.OfYear(2024));
        series.Targets.Select(t => (t.Slot, t.Amount, t.IsExample)).ShouldBe(code == "E1" ? [(2024, 5m, false)] : []);
    }

    [Fact]
    public async Task Invented_figures_of_units_are_examples_with_numerators()
    {
        await using var db = app.Db();
        var region = await db.Units.SingleAsync(u => u.Key == OrganizationUnit.RegionKey);
        var parents = await db.Units.SelectMany(u => u.Placements).Select(p => p.ParentId).ToHashSetAsync();
        var planned = await db.Measures.Where(m => m.PlanId != null).SelectMany(m => m.Series).Select(s => s.Id).ToHashSetAsync();

        var examples = await db.Outcomes.Where(o => o.IsExample && o.UnitId != region.Id).ToListAsync();
        examples.ShouldAllBe(o => o.Source == "Demonstration, exempel");
        var figures = examples.Where(o => planned.Contains(o.SeriesId)).ToList();
        figures.Count.ShouldBe(47);
        figures.ShouldAllBe(o => o.Numerator != null && o.Denominator != null && !parents.Contains(o.UnitId), "only where it is measured: on the lowest level");
        (await db.Outcomes.CountAsync(o => o.UnitId == region.Id && !o.IsExample)).ShouldBe(92);
    }

    [Theory]
    [InlineData("2025-T1", 2915, 3332)]
    [InlineData("2025-T2", 2480, 2866)]
    [InlineData("2025-T3", 3025, 3406)]
    [InlineData("2025", 8420, 9604)]
    public async Task The_health_centres_tertials_make_up_the_year_on_both_sides_of_the_merger(string period, int numerator, int denominator)
    {
        await using var db = app.Db();
        var series = await db.Measures.Where(m => m.Code == "3.11").SelectMany(m => m.Series).Select(s => s.Id).SingleAsync();
        var about = Period.Parse(period);
        var rows = await db.Outcomes.Where(o => o.SeriesId == series && o.Period == about && o.IsExample).ToListAsync();

        (rows.Sum(o => o.Numerator), rows.Sum(o => o.Denominator)).ShouldBe((numerator, denominator));
    }

    [Fact]
    public async Task The_regions_answers_about_a_year_without_examples_are_the_same_to_the_byte_with_and_without_the_demo()
    {
        await using var plain = await TestApp.StartAsync();
        foreach (var address in new[]
        {
            "/api/v1/plans", "/api/v1/goals", "/api/v1/goals?year=2023", "/api/v1/goals?year=2024", "/api/v1/measures.csv?year=2023", "/api/v1/measures.csv?year=2024",
        })
        {
            (await BytesAsync(app, address)).ShouldBe(await BytesAsync(plain, address), address);
        }
    }

    [Fact]
    public async Task The_default_year_is_still_2024()
    {
        (await app.Services.GetRequiredService<PlanReader>().ReadAsync(new())).DefaultYear.ShouldBe(2024);
    }

    [Theory]
    [InlineData("namndsekreterare.rs", "Nämndsekreterare, Regionstyrelsen")]
    [InlineData("namndsekreterare.run", "Nämndsekreterare, Regionala utvecklingsnämnden")]
    [InlineData("namndsekreterare.ktn", "Nämndsekreterare, Kollektivtrafiknämnden")]
    [InlineData("chef.ftv", "Chef, Folktandvården")]
    [InlineData("controller.ftv", "Controller, Folktandvården")]
    [InlineData("chef.lsk", "Chef, Länssjukhuset i Kalmar")]
    [InlineData("controller.lsk", "Controller, Länssjukhuset i Kalmar")]
    [InlineData("chef.akut", "Chef, Akutkliniken Kalmar")]
    [InlineData("controller.akut", "Controller, Akutkliniken Kalmar")]
    [InlineData("chef.akm", "Chef, Akutmottagningen")]
    [InlineData("controller.akm", "Controller, Akutmottagningen")]
    public async Task Someone_of_every_level_can_sign_in(string user, string name)
    {
        using var browser = await Browser.SignedInAs(app, user);

        (await browser.Open("/")).Document.QuerySelector(".rp-user-name").Words().ShouldBe(name);
    }

    [Fact]
    public async Task Every_demo_user_stands_for_a_unit_that_stands_today()
    {
        await using var db = app.Db();
        var tree = new OrganizationTree(await db.Units.Include(u => u.Placements).ToListAsync(), Given.Day("2026-11-22"));

        (await db.RoleAssignments.Select(r => r.UnitId).ToListAsync()).ShouldAllBe(id => tree.Find(id) != null);
    }

    private static async Task<byte[]> BytesAsync(TestApp app, string address)
    {
        using var response = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private Task<CascadeReading> ReadAsync(int year) => app.Services.GetRequiredService<CascadeReader>().ReadAsync(year);
}
