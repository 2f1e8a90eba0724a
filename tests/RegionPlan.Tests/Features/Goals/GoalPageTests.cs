using System.Net;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.Goals;

public sealed class GoalPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(1, "Otillräckligt underlag 3 av 13 målsatta serier har utfall")]
    [InlineData(2, "Otillräckligt underlag 0 av 5 målsatta serier har utfall")]
    [InlineData(3, "Otillräckligt underlag 5 av 23 målsatta serier har utfall")]
    [InlineData(4, "Ingen bedömning Inga målsatta serier")]
    [InlineData(5, "Otillräckligt underlag 1 av 2 målsatta serier har utfall")]
    public async Task A_goal_tells_its_status_and_coverage(int order, string expected) =>
        (await app.Page($"/mal/{order}")).QuerySelector("h1 + p").Words().ShouldBe(expected);

    [Fact]
    public async Task A_goal_shows_perspective_text_and_directions()
    {
        var page = await app.Page("/mal/2");

        page.QuerySelector("h1").Words().ShouldBe("2 Hållbar utveckling i hela länet");
        page.Body.Words().ShouldContain("Målområde: Verksamhet");
        page.Section("Målet").Words().ShouldContain("Region Kalmar län ska vara en pådrivande och samlande kraft för länets utveckling.");
        page.Section("Region Kalmar län ska bidra till hållbar tillväxt i hela länet").Rows().Select(r => r[0].Split(' ')[0]).ShouldBe(["2.2", "2.3", "2.4"]);
        page.Section("Region Kalmar län ska bidra till en hållbar och hälsofrämjande miljö").Row("2.1")[4].ShouldBe("80 % (2030); Netto noll (2040)");
    }

    [Fact]
    public async Task The_reason_of_a_goals_status_is_told_with_its_figures()
    {
        var judged = (await app.Page("/mal/3")).Section("Bedömning 2024");

        judged.Words().ShouldContain("Minst hälften av de målsatta serierna saknar utfall. Bedömningen kräver utfall för mer än 50 % av dem.");
        judged.Said("Målsatta serier med utfall").ShouldBe("5 av 23");
        judged.Said("Uppnådda, delvis, ej uppnådda").ShouldBe("1, 1, 3");
        judged.Said("Medelvärde").ShouldBe("0,3");
        judged.QuerySelectorAll("li").Select(l => l.Words()).ShouldBe(["1 uppnådd", "1 delvis uppnådd", "3 ej uppnådda", "18 utan utfall"]);
    }

    [Fact]
    public async Task The_measures_of_goal_4_have_no_target_in_the_source()
    {
        var rows = (await app.Page("/mal/4")).Section("Region Kalmar län ska vara en attraktiv, utvecklande och hälsosam arbetsplats").Rows();

        rows.Select(r => r[0].Split(' ')[0]).ShouldBe(["4.1", "4.2", "4.3", "4.4", "4.5"]);
        rows.ShouldAllBe(r => r[1] == "Ej målsatt målvärde saknas i underlaget" && r[3] == "–" && r[4] == "–");
    }

    [Fact]
    public async Task A_goal_of_a_plan_without_measures_says_so()
    {
        var page = await app.Page("/mal/5?plan=2026-2028");

        page.QuerySelector("h1").Words().ShouldBe("5 En långsiktigt hållbar ekonomi");
        page.Section("Målet").Words().ShouldContain("Målets text står inte i underlaget.");
        page.Section("Mått").Words().ShouldContain("Planens mått för målet saknas i underlaget.");
    }

    [Theory]
    [InlineData("/mal/9")]
    [InlineData("/mal/0")]
    [InlineData("/mal/x")]
    [InlineData("/mal/01")]
    [InlineData("/mal/-1")]
    public async Task A_goal_that_does_not_exist_is_a_page_that_says_so(string url)
    {
        var page = await app.Page(url, HttpStatusCode.NotFound);

        page.QuerySelector("h1").Words().ShouldBe("Hittar inte målet");
        page.Body.Words().ShouldContain($"Det finns inget mål ”{url["/mal/".Length..]}”");
        page.QuerySelectorAll("main a").ShouldContain(a => a.GetAttribute("href") == "/");
    }
}
