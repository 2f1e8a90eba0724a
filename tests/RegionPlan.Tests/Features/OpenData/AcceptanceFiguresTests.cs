using System.Text.Json;

namespace RegionPlan.Tests.Features.OpenData;

/// <summary>Regionplan 2024-2026 in the year 2024, with the figures that Kolada publishes.</summary>
public sealed class AcceptanceFiguresTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Year2024 = "?plan=2024-2026&year=2024";

    [Fact]
    public async Task Forty_three_series_have_a_target_and_nine_of_them_an_outcome()
    {
        var series = ApiCalls.SeriesOf(await app.Json("/measures" + Year2024)).Select(s => s.Series).ToList();

        series.Count(s => s.Text("status") != "noTarget").ShouldBe(43);
        series.Count(s => s.GetProperty("reason").Text("kind") == "compared").ShouldBe(9);
    }

    [Theory]
    [InlineData("achieved", "Uppnått", "3.11")]
    [InlineData("partlyAchieved", "Delvis uppnått", "1.2, 3.10")]
    [InlineData("notAchieved", "Ej uppnått", "1.3, 1.7 pv, 3.7, 3.13, 3.14, 5.1")]
    public async Task The_judged_series_stand_as_the_plan_says(string status, string word, string series)
    {
        var found = ApiCalls.SeriesOf(await app.Json("/measures" + Year2024)).Where(s => s.Series.Text("status") == status).ToList();

        string.Join(", ", found.Select(s => s.Name)).ShouldBe(series);
        found.ShouldAllBe(s => s.Series.Text("statusText") == word);
    }

    [Fact]
    public async Task An_achieved_measure_shows_the_outcome_and_the_target_it_was_compared_with()
    {
        var measure = await app.Json("/measures/3.11" + Year2024);
        var series = measure.GetProperty("series")[0];
        var reason = series.GetProperty("reason");

        measure.Text("unit").ShouldBe("%");
        measure.Text("desired").ShouldBe("high");
        series.GetProperty("outcome").Number("value").ShouldBe(89.5m);
        series.GetProperty("shortTerm").Number("value").ShouldBe(87m);
        reason.Number("outcome").ShouldBe(89.5m);
        reason.Number("target").ShouldBe(87m);
        reason.Number("distance").ShouldBe(2.5m);
        reason.Number("tolerance").ShouldBe(4.35m);
        reason.Text("toleranceOrigin").ShouldBe("defaultShare");
        reason.Text("period").ShouldBe("2024");
        series.Text("reasonText").ShouldNotBeNull().ShouldStartWith("Högt värde är bra.");
        series.GetProperty("trend").Text("direction").ShouldBe("improving");
        series.GetProperty("trend").Number("change").ShouldBe(1.8m);
        series.GetProperty("trend").Text("expectedPeriod").ShouldBe("2023");
    }

    [Theory]
    [InlineData(1, "insufficientBasis", "Otillräckligt underlag", 3, 13)]
    [InlineData(2, "insufficientBasis", "Otillräckligt underlag", 0, 5)]
    [InlineData(3, "insufficientBasis", "Otillräckligt underlag", 5, 23)]
    [InlineData(4, "notAssessed", "Ingen bedömning", 0, 0)]
    [InlineData(5, "insufficientBasis", "Otillräckligt underlag", 1, 2)]
    public async Task A_goal_tells_its_status_and_how_much_it_rests_on(int order, string status, string word, int withOutcome, int targeted)
    {
        var goal = (await app.Json("/goals" + Year2024)).EnumerateArray().Single(g => g.GetProperty("order").GetInt32() == order);

        goal.Text("status").ShouldBe(status);
        goal.Text("statusText").ShouldBe(word);
        goal.GetProperty("coverage").Number("withOutcome").ShouldBe(withOutcome);
        goal.GetProperty("coverage").Number("targeted").ShouldBe(targeted);
        goal.GetProperty("thresholds").Number("achieved").ShouldBe(0.75m);
    }

    [Fact]
    public async Task A_target_in_words_is_a_step_without_progress()
    {
        var series = (await app.Json("/measures/2.1" + Year2024)).GetProperty("series")[0];
        var steps = series.GetProperty("longTerm").EnumerateArray().ToList();

        steps.Count.ShouldBe(2);
        var last = steps[1].GetProperty("target");
        last.Text("words").ShouldBe("Netto noll");
        last.Text("text").ShouldBe("Netto noll");
        last.Number("year").ShouldBe(2040);
        last.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        steps[1].GetProperty("progress").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_step_with_a_value_tells_how_far_is_left()
    {
        var step = (await app.Json("/measures/3.11" + Year2024)).GetProperty("series")[0].GetProperty("longTerm")[0];

        step.GetProperty("target").Number("value").ShouldBe(90m);
        step.GetProperty("progress").Number("distanceLeft").ShouldBe(0.5m);
        step.GetProperty("progress").Text("answer").ShouldBe("noYear");
    }

    [Fact]
    public async Task Without_plan_and_year_the_answer_is_the_one_the_pages_choose()
    {
        var chosen = await app.Json("/measures/3.11");
        var page = await app.Page("/matt/3.11");

        chosen.Text("plan").ShouldBe("2024-2026");
        page.Title.ShouldNotBeNull().ShouldContain(chosen.Text("name")!);
        page.QuerySelector(".rp-crumbs")!.TextContent.ShouldContain(chosen.GetProperty("year").GetRawText());
    }

    [Theory]
    [InlineData("3.11")]
    [InlineData("1.2")]
    [InlineData("5.1")]
    [InlineData("1.1")]
    public async Task A_page_shows_the_status_that_the_api_tells(string code)
    {
        var measure = await app.Json($"/measures/{code}{Year2024}");
        var page = await app.Page(measure.Text("href")!);

        page.QuerySelector(".rp-status")!.TextContent.Trim().ShouldBe(measure.GetProperty("series")[0].Text("statusText"));
    }

    [Fact]
    public async Task The_page_of_every_goal_shows_the_status_that_the_api_tells()
    {
        foreach (var goal in (await app.Json("/goals" + Year2024)).EnumerateArray())
        {
            var page = await app.Page(goal.Text("href")!);
            page.QuerySelector(".rp-status")!.TextContent.Trim().ShouldBe(goal.Text("statusText"));
        }
    }
}
