using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Reporting;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.UnitMeasures;

/// <summary>A unit's own measures with their real figures, and addresses that lead nowhere.</summary>
public sealed class UnitMeasurePageTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string Nowhere = "00000000-0000-0000-0000-000000000001";
    private readonly TestApp app = demo.App;

    private static decimal Number(string text) => decimal.Parse(text.Split(' ')[0], CultureInfo.GetCultureInfo("sv-SE"));

    [Fact]
    public async Task A_units_own_real_figures_are_shown_with_their_source()
    {
        var page = await app.Page($"/styrkort/folktandvarden/matt/{await OwnSeries("Personalomsättning i Folktandvården", "total")}");

        page.QuerySelector("h1").Words().ShouldBe("Personalomsättning i Folktandvården");
        var row = page.Section("Utveckling").Rows().ShouldHaveSingleItem();
        row.Take(3).ShouldBe(["Helår 2024", "8 %", "Ej uppnått Målvärde 2024: 5 %"]);
        row[3].ShouldStartWith("Eget värde. Källa: Presentation mars 2025 (001). Kommentar: Presentationen anger inte vilket år siffran avser.");
        var card = await app.OnCard("folktandvarden", "Personalomsättning", 2024);
        card.Skip(1).Take(2).ShouldBe(["5 %", "8 %"]);
    }

    [Fact]
    public async Task The_staff_of_folktandvarden_is_shown_year_by_year()
    {
        var rows = (await app.Page($"/styrkort/folktandvarden/matt/{await OwnSeries("Medarbetare i Folktandvården", "totalt")}")).Section("Utveckling").QuerySelector(".rp-table")!.Rows();

        rows.Select(r => (r[0], r[1])).ShouldBe(
            [("Helår 2024", "383"), ("Helår 2023", "400"), ("Helår 2022", "404"), ("Helår 2021", "408")]);
    }

    [Fact]
    public async Task A_monthly_series_is_drawn_with_its_mean_over_twelve_months_and_both_stand_in_a_table()
    {
        var page = await app.Page($"/styrkort/halso-och-sjukvardsforvaltningen/matt/{await OwnSeries("Kostnad för inhyrd personal", "total")}");
        var figure = page.Section("Utveckling").QuerySelector("figure.rp-chart").ShouldNotBeNull();
        var months = page.Section("Utveckling").QuerySelector("details .rp-table")!.Rows().Select(r => (Month: r[0], Value: Number(r[1]), Mean: r[2])).ToList();

        figure.QuerySelectorAll(".rp-chart-key li").Select(l => l.Words()).ShouldBe(["Per månad", "Rullande 12 månader"]);
        figure.QuerySelectorAll("svg[role=img]").ShouldAllBe(svg => svg.QuerySelectorAll("polyline").Length == 2);
        (months[0].Month, months[^1].Month, months.Count).ShouldBe(("januari 2023", "oktober 2025", 34));
        months.Take(11).ShouldAllBe(m => m.Mean == "–", "there are not twelve months yet");
        foreach (var last in Enumerable.Range(11, months.Count - 11))
        {
            Number(months[last].Mean).ShouldBe(Math.Round(months.GetRange(last - 11, 12).Average(m => m.Value), 1, MidpointRounding.AwayFromZero));
        }
    }

    [Fact]
    public async Task What_cannot_be_summed_is_not()
    {
        var page = await app.Page($"/styrkort/regionstyrelsen/matt/{await OwnSeries("Medarbetare i Folktandvården", "totalt")}");

        page.MainWords().ShouldContain("Inga värden är registrerade för Regionstyrelsen eller enheterna under.");
    }

    [Theory]
    [InlineData("/styrkort/finns-inte/matt/{0}")]
    [InlineData("/styrkort/folktandvarden/matt/" + Nowhere)]
    [InlineData("/enhetsvarde/finns-inte/{0}/2025")]
    [InlineData("/enhetsvarde/halsocentraler/" + Nowhere + "/2025")]
    [InlineData("/enhetsvarde/halsocentraler/{0}/2025-T9")]
    [InlineData("/enhetsvarde/halsocentraler/{0}/2019")]
    [InlineData("/enhetsvarde/halsocentral-exempel-mitt-och-kust/{0}/2025-T1")]
    [InlineData("/enhetsvarde/folktandvarden/{0}/2025")]
    public async Task An_address_that_leads_nowhere_says_so(string address)
    {
        var page = await app.Page(string.Format(null, address, (await app.Row("3.11")).SeriesId), HttpStatusCode.NotFound);

        page.QuerySelector("h1").Words().ShouldBeOneOf("Hittar inte måttet", "Hittar inte värdet");
        page.QuerySelector("title").Words().ShouldContain("finns inte");
    }

    private async Task<Guid> OwnSeries(string measure, string series)
    {
        await using var db = app.Db();
        return await db.Measures.Where(m => m.PlanId == null && m.Definitions.Any(d => d.Terms.Name == measure))
            .SelectMany(m => m.Series).Where(s => s.Key == series).Select(s => s.Id).SingleAsync();
    }
}
