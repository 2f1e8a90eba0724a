using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.Overview;

/// <summary>Läget with the reference seeds: what every reader sees first.</summary>
public sealed class OverviewPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_newest_year_with_targets_and_outcomes_is_shown()
    {
        var page = await app.Page("/");

        page.QuerySelector("h1").Words().ShouldBe("Läget 2024");
        page.Title.ShouldBe("Läget 2024 – RegionPlan");
        page.DocumentElement.GetAttribute("lang").ShouldBe("sv");
        page.QuerySelectorAll("a[aria-current=true]").Single().Words().ShouldBe("2024");
    }

    [Fact]
    public async Task Nine_of_forty_three_targeted_series_have_an_outcome() =>
        (await app.Page("/")).QuerySelector("h1 + p").Words().ShouldBe(
            "Regionplan 2024-2026: 5 övergripande mål och 44 mått. 9 av 43 målsatta serier har utfall: 1 uppnådd, 2 delvis och 6 ej uppnådda.");

    [Theory]
    [InlineData("3.11", "", "Uppnått", "89,5 %", "87 %")]
    [InlineData("1.2", "", "Delvis uppnått", "91,3 %", "94 %")]
    [InlineData("3.10", "", "Delvis uppnått", "94,2 %", "97 %")]
    [InlineData("1.3", "", "Ej uppnått", "77,0 %", "82 %")]
    [InlineData("1.7", ": Primärvård", "Ej uppnått", "82,4 %", "87 %")]
    [InlineData("3.7", "", "Ej uppnått", "18,0 %", "16 %")]
    [InlineData("3.13", "", "Ej uppnått", "76,3 %", "88 %")]
    [InlineData("3.14", "", "Ej uppnått", "74,0 %", "81 %")]
    [InlineData("5.1", "", "Ej uppnått", "−0,3 %", "0 %")]
    [InlineData("1.1", "", "Utfall saknas", "– saknas", "75 %")]
    [InlineData("1.7", ": Somatisk öppenvård", "Ej målsatt mäts vartannat år", "– saknas", "–")]
    [InlineData("3.22", "", "Utfall saknas", "7,4 % (2023)", "3 %")]
    [InlineData("3.6", "", "Utfall saknas", "– saknas", "50")]
    [InlineData("3.9", "", "Utfall saknas", "– saknas", "0,5")]
    [InlineData("5.2", "", "Utfall saknas", "– saknas", "Ja")]
    public async Task Every_series_has_status_outcome_and_target(string code, string series, string status, string outcome, string target)
    {
        var row = (await app.Page("/")).Section("Alla mått").Row(code, series);

        row[1].ShouldBe(status);
        row[2].ShouldBe(outcome);
        row[3].ShouldBe(target);
    }

    [Fact]
    public async Task All_fifty_series_are_listed_with_a_status_in_words()
    {
        var rows = (await app.Page("/")).Section("Alla mått").Rows();

        rows.Count.ShouldBe(50);
        rows.GroupBy(r => r[1]).ToDictionary(g => g.Key, g => g.Count()).ShouldBe(
            new Dictionary<string, int>
            {
                ["Uppnått"] = 1,
                ["Delvis uppnått"] = 2,
                ["Ej uppnått"] = 6,
                ["Utfall saknas"] = 34,
                ["Ej målsatt mäts vartannat år"] = 2,
                ["Ej målsatt målvärde saknas i underlaget"] = 5,
            },
            ignoreOrder: true);
    }

    [Theory]
    [InlineData(1, "Nöjda invånare och samarbetspartners", "Otillräckligt underlag", "3 av 13 målsatta serier har utfall", "Trend: 1 förbättras, 2 försämras")]
    [InlineData(2, "Hållbar utveckling i hela länet", "Otillräckligt underlag", "0 av 5 målsatta serier har utfall", "Trend: ingen jämförelse")]
    [InlineData(3, "Sveriges bästa kvalitet, tillgänglighet och säkerhet", "Otillräckligt underlag", "5 av 23 målsatta serier har utfall", "Trend: 2 förbättras, 1 oförändrad, 1 försämras")]
    [InlineData(4, "En av Sveriges bästa arbetsplatser", "Ingen bedömning", "Inga målsatta serier", "Trend: ingen jämförelse")]
    [InlineData(5, "God ekonomisk hushållning", "Otillräckligt underlag", "1 av 2 målsatta serier har utfall", "Trend: 1 förbättras")]
    public async Task A_goal_shows_its_status_coverage_and_trends(int order, string name, string status, string coverage, string trend)
    {
        var card = (await app.Page("/")).GoalCard(order);

        card.ShouldStartWith($"{order}. {name} {status} ");
        card.ShouldContain(coverage);
        card.ShouldEndWith(trend);
    }

    [Theory]
    [InlineData("3.11", "", "förbättras +1,8 mot 2023")]
    [InlineData("1.7", ": Primärvård", "försämras −1,2 mot 2023")]
    [InlineData("3.7", "", "oförändrat 0,0 mot 2023")]
    [InlineData("3.10", "", "ingen jämförelse (utfall saknas för jämförelseperioden 2023)")]
    [InlineData("5.1", "", "förbättras +0,3 mot 2023")]
    [InlineData("3.14", "", "försämras −0,2 mot 2023")]
    [InlineData("1.1", "", "ingen jämförelse")]
    public async Task The_trend_is_told_in_words(string code, string series, string trend) =>
        (await app.Page("/")).Section("Alla mått").Row(code, series)[5].ShouldBe(trend);

    [Fact]
    public async Task Both_steps_of_the_long_term_target_for_carbon_dioxide_are_shown() =>
        (await app.Page("/")).Section("Alla mått").Row("2.1")[4].ShouldBe("80 % (2030); Netto noll (2040)");

    [Fact]
    public async Task What_needs_attention_is_furthest_from_its_target_first()
    {
        // Distance as a share of the target: 0,3 of nothing, 11,7/88, 2/16, 7/81, 5/82, 4,6/87.
        var rows = (await app.Page("/")).Section("Kräver uppmärksamhet").Rows();

        rows.Select(r => r[0].Split(' ')[0]).ShouldBe(["5.1", "3.13", "3.7", "3.14", "1.3", "1.7"]);
        rows.ShouldAllBe(r => r[1] == "Ej uppnått");
        rows[1].Skip(2).ShouldBe(["76,3 %", "88 %", "11,7 procentenheter under", "förbättras +2,8 mot 2023", "Hälso- och sjukvårdsförvaltningen"]);
        rows[2].Skip(2).ShouldBe(["18,0 %", "16 %", "2,0 procentenheter över", "oförändrat 0,0 mot 2023", "Hälso- och sjukvårdsförvaltningen"]);
    }

    [Fact]
    public async Task A_year_without_targets_says_so_and_still_shows_outcomes()
    {
        var page = await app.Page("/?ar=2025");

        page.QuerySelector("h1").Words().ShouldBe("Läget 2025");
        page.Body.Words().ShouldContain("Inga målvärden för 2025 finns i underlaget, så inget bedöms. 7 serier har utfall.");
        page.Section("Alla mått").Row("3.11").Skip(1).ShouldBe(["Ej målsatt målvärde saknas i underlaget", "87,4 %", "–", "90 %", "försämras −2,1 mot 2024"]);
        page.Section("Kräver uppmärksamhet").Rows().ShouldBeEmpty();
        Enumerable.Range(1, 5).Select(page.GoalCard).ShouldAllBe(c => c.Contains("Ingen bedömning"));
    }

    [Fact]
    public async Task A_plan_without_measures_in_the_source_shows_its_goals_and_says_so()
    {
        var page = await app.Page("/?plan=2026-2028");

        page.QuerySelector("h1 + p").Words().ShouldBe("Regionplan 2026-2028: 5 övergripande mål och 0 mått. Planens mått och målvärden saknas i underlaget.");
        page.GoalCard(5).ShouldStartWith("5. En långsiktigt hållbar ekonomi Ingen bedömning");
        page.QuerySelector("option[selected]").Words().ShouldBe("Regionplan 2026-2028 (mått saknas)");
        page.Body.Words().ShouldNotContain("Kräver uppmärksamhet");
    }

    [Fact]
    public async Task The_focus_areas_of_the_year_are_shown()
    {
        var page = await app.Page("/?plan=2025-2027&ar=2025");

        page.Section("Fokusområden 2025").QuerySelectorAll("li").Select(l => l.Words()).ShouldBe(
            ["Tillsammans möter vi människor där de är", "Tillsammans driver vi utveckling och förbättring", "Tillsammans främjar vi människors egenkraft"]);
        (await app.Page("/?plan=2025-2027&ar=2026")).Body.Words().ShouldNotContain("Fokusområden");
    }

    [Fact]
    public async Task Every_link_on_the_page_leads_somewhere()
    {
        var links = (await app.Page("/?ar=2025")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Distinct().ToList();

        links.Count.ShouldBeGreaterThan(44);
        links.Where(l => l.StartsWith("/matt/", StringComparison.Ordinal)).ShouldAllBe(l => l.EndsWith("?ar=2025"));
        foreach (var link in links)
        {
            await app.Page(link);
        }
    }
}
