using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.Economy;

/// <summary>Ekonomi as anyone may read it, with the plan's real figures.</summary>
public sealed class EconomyPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_resultatbudget_stands_with_the_plans_other_years_beside_the_chosen_one()
    {
        var page = await app.Page("/ekonomi?ar=2024");
        var budget = page.Section("Resultatbudget");

        page.QuerySelector("h1").Words().ShouldBe("Ekonomi 2024");
        budget.QuerySelectorAll("thead th").Select(h => h.Words()).ShouldBe(["Mnkr", "2024 budget", "2025 plan", "2026 plan"]);
        Line(budget, "Ramar").ShouldBe(["−9 679,2", "−9 798,2", "−10 254,6"]);
        Line(budget, "Riktade statsbidrag").ShouldBe(["345,0", "305,0", "305,0"]);
        Line(budget, "Summa skatteintäkter och finansnetto").ShouldBe(["9 828,6", "10 452,6", "10 846,6"]);
        Line(budget, "Årets resultat").ShouldBe(["−177,1", "266,0", "139,7"]);
        Line(budget, "Resultatmål 2 %").ShouldBe(["204,6", "210,7", "217,3"]);
        Line(budget, "Resultatets andel av skatter och bidrag").ShouldBe(["−1,7 %", "2,5 %", "1,3 %"]);
    }

    [Fact]
    public async Task Where_the_plan_prints_another_sum_it_stands_as_a_note_beside_the_derived()
    {
        var budget = (await app.Page("/ekonomi?ar=2025")).Section("Resultatbudget");

        Line(budget, "Verksamhetens nettokostnader").ShouldBe(["−10 005,7", "−10 186,6 planen anger −10 186,5", "−10 706,9"]);
        budget.QuerySelectorAll(".rp-printed").Length.ShouldBe(1);
        budget.TextContent.ShouldContain("Här visas den som raderna ger.");
    }

    [Fact]
    public async Task Each_namnd_has_its_rows_and_its_derived_total()
    {
        var frames = (await app.Page("/ekonomi?ar=2026")).Section("Driftramar");

        frames.QuerySelectorAll(".rp-group").Select(g => g.Words()).ShouldBe(["Regionstyrelsen", "Regionala utvecklingsnämnden", "Kollektivtrafiknämnden", "Alla ramar"]);
        Line(frames, "Regionservice").ShouldBe(["−530,6", "−530,6", "−519,3"]);
        Line(frames, "Förtroendevalda").ShouldBe(["−43,1", "−43,1", "−43,1"]);
        Line(frames, "Summa Regionstyrelsen").ShouldBe(["−6 253,2", "−6 264,8", "−6 263,5"]);
        Line(frames, "varav kultur").ShouldBe(["−82,4", "−82,4", "−82,4"]);
        Line(frames, "Summa nämndernas driftramar").ShouldBe(["−7 121,2", "−7 132,8", "−7 131,5"]);
        Line(frames, "Summa ramar").ShouldBe(["−9 679,2", "−9 798,2", "−10 254,6"]);
    }

    [Fact]
    public async Task A_row_with_a_unit_leads_to_its_styrkort_and_one_without_stands_alone()
    {
        var frames = (await app.Page("/ekonomi?ar=2024")).Section("Driftramar");

        Head(frames, "Regiondirektörens stab").QuerySelector("a")!.GetAttribute("href").ShouldBe("/styrkort/regionstaben?ar=2024");
        Head(frames, "Beställd vård").QuerySelector("a").ShouldBeNull();
        (await app.Client.GetAsync(new Uri("/styrkort/regionstaben?ar=2024", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_sum_opens_to_the_rows_that_it_is_the_sum_of()
    {
        var page = await app.Page("/ekonomi?ar=2024");
        var why = page.Section("Driftramar").QuerySelectorAll("details").Single(d => d.QuerySelector("summary").Words() == "Så är summan räknad: Summa Regionstyrelsen 2024");

        var lines = why.QuerySelectorAll(".rp-terms > li").Select(l => l.Words()).ToList();
        lines.Count.ShouldBe(12);
        lines[0].ShouldBe("Hälso- och sjukvårdsförvaltningen −3 301,9");
        why.Words().ShouldContain("Källa: Regionplan 2024-2026, Driftramar per förvaltning och nämnder.");
        lines[^1].ShouldBe("Summa Regionstyrelsen 2024 −6 253,2");
        var sums = page.QuerySelectorAll("tr.rp-sum").Where(r => r.Closest(".rp-money") is not null).ToList();
        sums.Count.ShouldBe(9);
        sums.ShouldAllBe(r => r.NextElementSibling!.QuerySelector("details") != null);
    }

    [Fact]
    public async Task The_resultatmal_is_a_sentence_with_its_inputs_and_the_measures_own_target_beside()
    {
        var target = (await app.Page("/ekonomi?ar=2024")).Section("Resultatmålet 2024").Words();

        target.ShouldContain("minst 2 % av skatteintäkter");
        target.ShouldContain("De är 10 230,0 mnkr, så resultatmålet är 204,6 mnkr. Det budgeterade resultatet är −177,1 mnkr, −1,7 %: resultatmålet nås inte, 381,7 mnkr saknas.");
        target.ShouldContain("Måttet 5.1 har målvärdet 0 % för 2024.");
        (await app.Page("/ekonomi?ar=2025")).Section("Resultatmålet 2025").Words().ShouldContain("resultatmålet nås, med 55,3 mnkr över.");
    }

    [Fact]
    public async Task The_balanskravsutredning_is_a_bridge_with_its_table_and_what_is_left_to_restore()
    {
        var first = (await app.Page("/ekonomi?ar=2024")).Section("Balanskravsutredning 2024");
        first.QuerySelector(".rp-bridge-table")!.Rows().Select(r => r[1]).ShouldBe(["−177,1", "+177,1", "0,0", "0,0"]);
        first.Words().ShouldContain("senast 2026. Till och med 2024 återställer planen inget av det.");

        var second = (await app.Page("/ekonomi?ar=2025")).Section("Balanskravsutredning 2025");
        second.QuerySelector(".rp-bridge-table")!.Rows().Select(r => r[1]).ShouldBe(["266,0", "−229,0", "37,0"]);
        second.Words().ShouldContain("Prognosen för 2023 var ett balanskravsresultat på −228,9 mnkr (resultat −334,4 mnkr).");
        second.Words().ShouldContain("återställer planen 229,0 mnkr. Inget återstår.");
        second.QuerySelectorAll("svg").ShouldAllBe(s => s.QuerySelector("desc")!.TextContent ==
             "Årets resultat 266,0; Återställning av negativt balanskravsresultat −229,0; Balanskravsresultat 37,0.");
    }

    [Fact]
    public async Task Investments_are_totals_and_the_forecast_of_2025_names_its_source()
    {
        var page = await app.Page("/ekonomi?ar=2025");

        Line(page.Section("Investeringar"), "Summa investeringar").ShouldBe(["1 283,9", "1 160,3", "841,6"]);
        var forecast = page.Section("Helårsprognos 2025 efter oktober");
        forecast.QuerySelector(".rp-value").Words().ShouldBe("435 mnkr");
        (forecast.Said("Budget"), forecast.Said("Avvikelse mot budget"), forecast.Said("Resultat enligt balanskravet")).ShouldBe(("364 mnkr", "+71 mnkr", "351 mnkr"));
        forecast.Words().ShouldContain("Källa: Informationspunkter, regionstyrelsen 10 december 2025");
    }

    [Fact]
    public async Task A_forecast_leads_to_the_periodrapport_that_it_belongs_to_where_the_year_is_set_up()
    {
        await using var demo = await Demo.StartAsync();

        var link = (await demo.Page("/ekonomi?ar=2025")).Section("Helårsprognos 2025 efter oktober").QuerySelector("a")!;

        link.Words().ShouldBe("Periodrapport 3 2025");
        link.GetAttribute("href").ShouldBe("/arshjul?ar=2025#2025-periodrapport-3");
        (await demo.Page("/arshjul?ar=2025")).GetElementById("2025-periodrapport-3").ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_a_year_the_year_is_this_one_and_what_cannot_be_shown_is_told()
    {
        (await app.Page("/ekonomi")).QuerySelector("h1").Words().ShouldBe("Ekonomi 2026");
        (await app.Page("/ekonomi?ar=2031")).Notices().ShouldBe(["Regionplan 2024-2026 har ingen budget för 2031. Här visas 2026."]);
        (await app.Page("/ekonomi?ar=abc")).Notices().Single().ShouldContain("går inte att läsa");
        (await app.Page("/ekonomi?plan=2025-2027&ar=2025")).Notices().Single().ShouldStartWith("Regionplanen ”2025-2027” har ingen budget här.");
        (await app.Page("/ekonomi?asOf=2020-01-01")).Body.Words().ShouldContain("Ingen budget var registrerad då.");
    }

    [Fact]
    public async Task What_is_decided_anew_shows_and_as_of_before_it_does_not()
    {
        await using var own = await TestApp.StartAsync();
        own.Clock.Advance(TimeSpan.FromDays(1));
        await using (var db = own.Db())
        {
            var post = await db.Set<BudgetPost>().Include(p => p.Amounts).SingleAsync(p => p.Key == "folktandvarden");
            var plan = await db.Plans.SingleAsync(p => p.Key == "2024-2026");
            post.Decide(plan, 2026, -139.2m, "Tilläggsbudget", new(own.Clock.Now, "Regionstaben", why: "Beslut"));
            await db.SaveChangesAsync();
        }

        Line((await own.Page("/ekonomi?ar=2026")).Section("Resultatbudget"), "Årets resultat")[2].ShouldBe("129,7 planen anger 139,7");
        Line((await own.Page("/ekonomi?ar=2026&asOf=2026-11-22")).Section("Resultatbudget"), "Årets resultat")[2].ShouldBe("139,7");
    }

    [Fact]
    public async Task The_page_needs_no_script() =>
        (await app.Page("/ekonomi?ar=2024")).QuerySelectorAll("script").ShouldBeEmpty();

    private static IElement Head(IParentNode part, string name) =>
        part.QuerySelectorAll("tbody th[scope=row]").Single(h => Name(h) == name);

    private static List<string> Line(IParentNode part, string name) => [.. Head(part, name).ParentElement!.QuerySelectorAll("td").Select(c => c.Words())];

    /// <summary>A row's heading without the note below it.</summary>
    private static string Name(IElement head)
    {
        var copy = (IElement)head.Clone();
        copy.QuerySelector(".rp-note")?.Remove();
        return copy.Words();
    }
}
