using System.Net;
using static RegionPlan.Tests.Features.Cascade.CascadePageTests;

namespace RegionPlan.Tests.Features.Cascade;

public sealed class ChainUpwardsTests(DecidedChain given) : IClassFixture<DecidedChain>
{
    [Fact]
    public async Task From_an_activity_the_steps_lead_up_to_the_regions_goal()
    {
        var page = await given.App.Page($"/malkedja/aktivitet/{given.Cancelled.Id}?ar=2025");
        var steps = page.QuerySelectorAll(".rp-chain-steps > li");

        steps.Select(s => s.QuerySelector("b")!.TextContent)
            .ShouldBe(["Tid inom en vecka", "Kortare väntan till tandvården", "God tillgänglighet", $"1 {given.Overarching.Wordings[0].Name}"]);
        Text(steps[1].QuerySelector(".rp-note")).ShouldBe("som bryter ned ett mål hos Folktandvården · Förvaltning");
        steps[1].QuerySelector("a[href='/styrkort/folktandvarden?ar=2025']").ShouldNotBeNull();
        steps[3].QuerySelector("a[href='/mal/1?ar=2025']").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_activity_tells_what_has_been_noted_by_whom_and_when()
    {
        var page = await given.App.Page($"/malkedja/aktivitet/{given.Late.Id}");

        Text(page.QuerySelector("main table tbody")).ShouldBe("2026-11-22 10:00 Pågår Upphandlingen är överklagad. Testa Testsson");
        Text(page.QuerySelector(".rp-head")).ShouldContain("Slutdatumet har passerat. Senast angavs läget pågår.");
    }

    [Fact]
    public async Task A_goal_tells_what_it_breaks_down_and_what_breaks_it_down()
    {
        var page = await given.App.Page($"/malkedja/mal/{given.Administration.Id}?ar=2025");

        page.QuerySelectorAll(".rp-chain-steps b").Select(b => b.TextContent)
            .ShouldBe(["Kortare väntan till tandvården", "God tillgänglighet", $"1 {given.Overarching.Wordings[0].Name}"]);
        page.GetElementById($"mal-{given.Clinic.Id}").ShouldNotBeNull();
        Text(page.QuerySelector(".rp-chain-measures")).ShouldContain("eget målvärde 90,5 %");
    }

    [Fact]
    public async Task A_chain_that_hangs_in_nothing_says_so_where_it_ends()
    {
        var page = await given.App.Page($"/malkedja/mal/{given.Alone.Id}");

        Text(page.QuerySelector(".rp-chain-steps > li:last-child")).ShouldBe(
            "Kedjan slutar här Folktandvården har valt att målet inte bryter ned något mål ovanför.");
    }

    [Fact]
    public async Task A_goal_is_found_in_its_own_year_where_the_address_gives_none()
    {
        await using var app = await TestApp.StartAsync();
        var old = await app.Goal("Förra årets mål", (await app.PlanGoal(1)).Id);
        await app.Decide("regionstyrelsen", 2024, old);
        await app.Decide("regionstyrelsen", 2025, await app.Goal("Årets mål", (await app.PlanGoal(1)).Id));

        (await app.Page($"/malkedja/mal/{old.Id}")).Title.ShouldBe("Mål Regionstyrelsen 2024 – RegionPlan");
        await app.Page($"/malkedja/mal/{old.Id}?ar=2025", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/malkedja/mal/01890000-0000-7000-8000-000000000000", "Hittar inte målet")]
    [InlineData("/malkedja/mal/x?ar=2025", "Hittar inte målet")]
    [InlineData("/malkedja/aktivitet/01890000-0000-7000-8000-000000000000?ar=2025", "Hittar inte aktiviteten")]
    [InlineData("/malkedja/aktivitet/x", "Hittar inte aktiviteten")]
    public async Task What_is_not_there_is_not_found_and_says_so(string url, string heading) =>
        (await given.App.Page(url, HttpStatusCode.NotFound)).QuerySelector("h1")!.TextContent.ShouldBe(heading);
}
