using System.Net;
using System.Text.Json;
using RegionPlan.Tests.Features.Cascade;

namespace RegionPlan.Tests.Features.OpenData;

public sealed class CascadeResourcesTests(DecidedChain given) : IClassFixture<DecidedChain>
{
    private static readonly string[] Paths =
    [
        "/organization", "/organization/changes", "/scorecards?year=2025", "/scorecards/folktandvarden?year=2025", "/activities?year=2025",
        "/organization.csv", "/organization/changes.csv", "/scorecards.csv?year=2025", "/activities.csv?year=2025",
    ];

    private TestApp App => given.App;

    [Fact]
    public async Task The_organization_stands_with_every_unit_before_those_below_it()
    {
        var units = (await App.Json("/organization")).EnumerateArray().ToList();
        var clinic = units.Single(u => u.Text("key") == "folkhalsokliniken");

        units[0].Text("kind").ShouldBe("region");
        units[0].GetProperty("parent").ValueKind.ShouldBe(JsonValueKind.Null);
        clinic.Text("name").ShouldBe("Folkhälsokliniken");
        clinic.Text("kind").ShouldBe("division");
        clinic.Text("parent").ShouldBe("folktandvarden");
        units.Single(u => u.Text("key") == "folktandvarden").Number("aboutStaff").ShouldBe(400);
        units.Skip(1).ShouldAllBe(u => units.TakeWhile(above => above.Text("key") != u.Text("key")).Any(above => above.Text("key") == u.Text("parent")));
    }

    [Fact]
    public async Task A_styrkort_tells_its_decision_ties_measures_and_activities()
    {
        var scorecard = await App.Json("/scorecards/folktandvarden?year=2025");
        var goals = scorecard.GetProperty("goals").EnumerateArray().ToList();
        var measure = goals[0].GetProperty("measures")[0];

        scorecard.Text("unitKind").ShouldBe("administration");
        scorecard.Number("version").ShouldBe(1);
        scorecard.GetProperty("isExample").GetBoolean().ShouldBeFalse();
        scorecard.GetProperty("decision").Text("by").ShouldBe("Regionstyrelsen");
        scorecard.GetProperty("decision").Text("paragraph").ShouldBe("§ 12");
        goals.Select(g => g.GetProperty("tie").Text("kind")).ShouldBe(["scorecardGoal", "standsAlone", "gone"]);
        goals[0].GetProperty("tie").Text("unit").ShouldBe("regionstyrelsen");
        goals[0].GetProperty("tie").GetProperty("scorecardGoal").GetGuid().ShouldBe(given.Board.Id);
        goals[0].Text("perspective").ShouldBe("Verksamhet");
        measure.Text("code").ShouldBe("3.11");
        measure.Text("series").ShouldBe("total");
        measure.Number("target").ShouldBe(90.5m);
        measure.Text("note").ShouldBe("Gäller alla kliniker.");
        goals[0].GetProperty("activities")[0].Text("owner").ShouldBe("Verksamhetschef");
        (await App.Json("/scorecards/regionstyrelsen?year=2025")).GetProperty("goals")[0].GetProperty("tie").Number("planGoal").ShouldBe(1);
    }

    [Fact]
    public async Task An_activity_tells_its_chain_and_both_the_told_and_the_shown_state()
    {
        var activities = (await App.Json("/activities?year=2025")).EnumerateArray().ToList();
        var late = activities.Single(a => a.GetProperty("id").GetGuid() == given.Late.Id);
        var clinics = activities.Single(a => a.GetProperty("id").GetGuid() == given.Cancelled.Id);

        late.Text("state").ShouldBe("ongoing");
        late.Text("shownState").ShouldBe("delayed");
        late.Text("stateText").ShouldBe("Försenad");
        late.GetProperty("isOverdue").GetBoolean().ShouldBeTrue();
        late.Text("note").ShouldBe("Upphandlingen är överklagad.");
        late.Text("toldAt").ShouldBe("2026-11-22T09:00:00Z");
        clinics.GetProperty("chain").EnumerateArray().Select(s => s.Text("unit")).ShouldBe(["folkhalsokliniken", "folktandvarden", "regionstyrelsen"]);
        clinics.Number("planGoal").ShouldBe(1);
        (await App.Page(late.Text("href")!)).QuerySelector("h1")!.TextContent.ShouldBe(late.Text("name"));
    }

    [Fact]
    public async Task Neither_drafts_nor_who_recorded_are_published()
    {
        foreach (var path in Paths)
        {
            using var response = await App.Get(path);
            var text = await response.Content.ReadAsStringAsync();
            response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            text.ShouldNotContain("Hemlig", Case.Sensitive, path);
            text.ShouldNotContain(StoredScorecards.Recorder, Case.Insensitive, path);
            text.ShouldNotContain("Grunddata", Case.Insensitive, path);
        }
    }

    [Theory]
    [InlineData("/organization")]
    [InlineData("/activities?year=2025")]
    public async Task A_row_says_what_the_json_says(string path)
    {
        var items = (await App.Json(path)).EnumerateArray().ToList();
        var rows = await App.Csv(path.Contains('?') ? path.Replace("?", ".csv?", StringComparison.Ordinal) : path + ".csv");

        rows.Count.ShouldBe(items.Count);
        rows.ShouldNotBeEmpty();
        foreach (var (item, row) in items.Zip(rows))
        {
            var texts = item.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).ToList();
            texts.Count.ShouldBeGreaterThan(3);
            texts.ShouldAllBe(p => row[p.Name] == p.Value.GetString());
        }
    }

    [Fact]
    public async Task Styrkort_as_csv_have_a_row_for_each_goal()
    {
        var rows = await App.Csv("/scorecards.csv?year=2025");

        rows.Select(r => (r["unit"], r["tie"])).ShouldBe(
        [
            ("regionstyrelsen", "planGoal"), ("folktandvarden", "scorecardGoal"), ("folktandvarden", "standsAlone"), ("folktandvarden", "gone"),
            ("folkhalsokliniken", "scorecardGoal"),
        ]);
        rows[1]["measures"].ShouldEndWith("(90,5\u00a0%)");
        rows[1]["activities"].ShouldBe("2");
    }

    [Fact]
    public async Task Without_a_year_the_newest_with_styrkort_is_answered_and_another_year_is_empty()
    {
        (await App.Json("/activities")).GetArrayLength().ShouldBe(3);
        (await App.Json("/activities?year=2024")).GetArrayLength().ShouldBe(0);
        (await App.Json("/scorecards?year=2024")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("/scorecards/psykiatriforvaltningen?year=2025", HttpStatusCode.NotFound, "Psykiatriförvaltningen har inget beslutat styrkort för 2025.")]
    [InlineData("/scorecards/nej?year=2025", HttpStatusCode.NotFound, "Det finns ingen enhet ”nej” 2025.")]
    [InlineData("/scorecards?year=i%20år", HttpStatusCode.BadRequest, "Ange ett år med fyra siffror")]
    [InlineData("/scorecards?validOn=2025-01-01", HttpStatusCode.BadRequest, "Parametern ”validOn” finns inte här.")]
    [InlineData("/organization?validOn=x", HttpStatusCode.BadRequest, "Ange en dag")]
    [InlineData("/organization/changes?asOf=x", HttpStatusCode.BadRequest, "Ange en dag")]
    [InlineData("/activities?plan=2024-2026", HttpStatusCode.BadRequest, "Parametern ”plan” finns inte här.")]
    public async Task A_question_that_cannot_be_answered_says_how_to_mend_it(string path, HttpStatusCode status, string says)
    {
        using var response = await App.Get(path);

        response.StatusCode.ShouldBe(status);
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Text("detail").ShouldNotBeNull().ShouldContain(says);
    }
}
