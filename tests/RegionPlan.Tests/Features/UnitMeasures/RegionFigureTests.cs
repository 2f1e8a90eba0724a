using System.Text.Json;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.OpenData;
using RegionPlan.Tests.Reporting;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.UnitMeasures;

/// <summary>What the units record becomes the region's outcome where it has none; invented figures never do.</summary>
public sealed class RegionFigureTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Real_figures_of_units_are_the_regions_outcome_the_same_everywhere()
    {
        (await app.Page("/")).QuerySelector("h1 + p").Words().ShouldContain("9 av 43 målsatta serier har utfall: 1 uppnådd");

        await app.RecordAt(UnitDesk.Hsf, "3.23", "2024", "9/1000");

        (await app.Page("/")).QuerySelector("h1 + p").Words().ShouldContain("10 av 43 målsatta serier har utfall: 2 uppnådda");
        var page = await app.Page("/matt/3.23?ar=2024");
        page.QuerySelector("h1 + p").Words().ShouldStartWith("Uppnått 0,9 % helår 2024");
        page.QuerySelectorAll("details").Single(d => d.QuerySelector("summary").Words() == "Varför denna färg?").Said("Källa").ShouldBe("Beräknat ur 1 enhets värden");
        (await app.OnMeasure("3.23", "Region Kalmar län", 2024)).ShouldBe(["Region Kalmar län", "0,9 %", "Beräknat ur 1 enhet (9/1 000)."]);
        var series = (await app.Json("/measures/3.23?year=2024")).GetProperty("series")[0];
        series.Text("status").ShouldBe("achieved");
        series.GetProperty("outcome").Number("value").ShouldBe(0.9m);
        series.GetProperty("outcome").Text("source").ShouldBe("Beräknat ur 1 enhets värden");
        series.GetProperty("outcome").GetProperty("isExample").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task The_regions_own_outcome_stands_beside_its_units()
    {
        await app.RecordAt(UnitDesk.Hsf, "3.13", "2024", "900/1000");

        (await app.Page("/matt/3.13?ar=2024")).QuerySelector("h1 + p").Words().ShouldContain("76,3 % helår 2024");
        (await app.Json("/measures/3.13?year=2024")).GetProperty("series")[0].GetProperty("outcome").Text("source").ShouldBe("Kolada");
        var region = await app.OnMeasure("3.13", "Region Kalmar län", 2024);
        region[1].ShouldBe("76,3 %");
        region[2].ShouldStartWith("Eget värde. Två värden skiljer sig. Eget värde 76,3 %, beräknat ur enheterna under 90,0 % (900/1 000). Visa båda värdena");
    }

    [Fact]
    public async Task An_own_outcome_recorded_later_takes_the_place_of_the_sum()
    {
        await app.RecordAt(UnitDesk.Kalmar, "3.23", "2024", "9/1000");
        await app.Recorded(await app.Row("3.23"), Desk.Typed("1,3"));

        (await app.Json("/measures/3.23?year=2024")).GetProperty("series")[0].GetProperty("outcome").Number("value").ShouldBe(1.3m);
    }

    [Fact]
    public async Task Invented_figures_never_reach_the_region()
    {
        string[] paths = ["/measures?year=2024", "/measures?year=2025", "/goals?year=2024", "/goals?year=2025", "/measures.csv?year=2025", "/outcomes.csv"];
        var before = await Answers(app, paths);

        await app.Seed(UnitDesk.Kalmar, "3.23", "2024", 9, 1000, isExample: true);
        await app.Seed(UnitDesk.Kalmar, "3.23", "2025-T1", 9, 1000, isExample: true);
        await app.Seed(UnitDesk.Hsf, "3.23", "2025-T1", 30, 1000, isExample: true);

        (await Answers(app, paths)).ShouldBe(before);
        (await app.Shown(UnitDesk.Board, "3.23", "Tertial 1 2025")).Value.ShouldBe("3,0 % exempel");
        (await app.OnMeasure("3.23", "Region Kalmar län", 2025)).ShouldBeEmpty();
        await using var plain = await TestApp.StartAsync();
        (await Answers(plain, [paths[2]])).ShouldBe([before[2]], "the examples of the units of the demonstration do not reach it either");
    }

    [Fact]
    public async Task An_invented_figure_between_does_not_hide_a_real_one_from_the_region()
    {
        await app.Seed(UnitDesk.Hsf, "3.23", "2025-T1", 30, 1000, isExample: true);
        await app.Seed(UnitDesk.Vastervik, "3.23", "2025-T1", 1, 100, isExample: true);
        await app.RecordAt(UnitDesk.Kalmar, "3.23", "2025-T1", "9/1000", "controller.lsk");
        await app.RecordAt(UnitDesk.Vastervik, "3.23", "2025-T1", "11/1000", over: 1);

        (await app.Json("/measures/3.23?year=2025")).GetProperty("series")[0].GetProperty("outcome").Number("value").ShouldBe(1m);
        (await app.OnMeasure("3.23", "Region Kalmar län"))[1].ShouldBe("1,0 %", "the page and the open data cannot disagree");
    }

    [Fact]
    public async Task What_some_units_have_reported_is_told_but_not_judged_while_another_that_follows_the_measure_is_missing()
    {
        await app.RecordAt(UnitDesk.Kalmar, "3.23", "2025-T1", "9/1000", "controller.lsk");

        var series = (await app.Json("/measures/3.23?year=2025")).GetProperty("series")[0];
        series.GetProperty("outcome").ValueKind.ShouldBe(JsonValueKind.Null);
        var page = await app.Page("/matt/3.23?ar=2025");
        page.QuerySelectorAll("details").Single(d => d.QuerySelector("summary").Words() == "Varför denna färg?").Said("Enheternas värden")
            .ShouldBe("1 enhet har rapporterat tertial 1 2025, 1 saknas");
        var region = await app.OnMeasure("3.23", "Region Kalmar län");
        region[1].ShouldBe("0,9 %");
        region[2].ShouldContain("Har inte redovisat: Västerviks sjukhus.");
    }

    private static async Task<List<string>> Answers(TestApp of, string[] paths)
    {
        var answers = new List<string>();
        foreach (var path in paths)
        {
            using var response = await of.Get(path);
            answers.Add($"{path} {response.StatusCode}\n{await response.Content.ReadAsStringAsync()}");
        }

        return answers;
    }
}
