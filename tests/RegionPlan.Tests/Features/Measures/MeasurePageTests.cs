using System.Net;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.Measures;

public sealed class MeasurePageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_measure_tells_how_it_stands_on_one_line()
    {
        var page = await app.Page("/matt/3.11");

        page.QuerySelector("h1").Words().ShouldStartWith("3.11 Medicinsk bedömning");
        page.QuerySelector("h1 + p").Words().ShouldBe(
            "Uppnått 89,5 % helår 2024 2,5 procentenheter över målvärdet 87 % Ansvarig: Primärvårdsförvaltningen");
        page.Section("Läget 2024").Words().ShouldContain("förbättras +1,8 mot 2023");
    }

    [Fact]
    public async Task Why_this_colour_shows_the_rule_and_its_inputs()
    {
        var why = (await app.Page("/matt/3.11")).QuerySelectorAll("details").Single(d => d.QuerySelector("summary").Words() == "Varför denna färg?");

        why.HasAttribute("open").ShouldBeTrue();
        why.Words().ShouldContain("Högt värde är bra. Uppnått när utfallet är minst målvärdet, delvis uppnått när det är minst målvärdet minus toleransen, annars ej uppnått.");
        why.Said("Utfall").ShouldBe("89,5 %, helår 2024");
        why.Said("Målvärde").ShouldBe("87 %");
        why.Said("Tolerans").ShouldBe("4,35 (5 % av målvärdet)");
        why.Said("Delvis från").ShouldBe("82,65 %");
        why.Said("Källa").ShouldBe("Kolada, N79173");
        why.Said("Registrerat").ShouldBe("2026-11-22 10:00 av Grunddata: Kolada");
    }

    [Fact]
    public async Task Where_low_is_good_the_limit_is_above_the_target()
    {
        var page = await app.Page("/matt/3.7");

        page.QuerySelector("h1 + p").Words().ShouldStartWith("Ej uppnått 18,0 % helår 2024 2,0 procentenheter över målvärdet 16 %");
        page.Said("Delvis till och med").ShouldBe("16,8 %");
        page.Section("Läget 2024").Words().ShouldContain("oförändrat 0,0 mot 2023");
        page.Said("Önskad riktning").ShouldBe("lågt värde är bra");
    }

    [Theory]
    [InlineData("3.7", "Skiljer sig från planen", "Kolada räknar patienter som är 65 år och äldre. Planens ord nämner ingen ålder.")]
    [InlineData("3.7", "Källa enligt Kolada", "Kolada, nyckeltal U79092: Patienter med oplanerad återinskrivning inom 30 dagar")]
    [InlineData("3.22", "Publiceras till och med", "2023. Måttet mäts fortfarande; senare utfall registreras här.")]
    [InlineData("3.23", "Publiceras till och med", "2023. Måttet mäts fortfarande; senare utfall registreras här.")]
    [InlineData("2.1", "Anmärkning", "Värdet är minskningen i procent. Basåret står inte i planen.")]
    [InlineData("5.1", "Anmärkning", "Planen sätter målvärdet 0 % för 2024 och budgeterar −1,7 %. Båda står i planen.")]
    public async Task What_the_source_counts_is_told(string code, string term, string text)
    {
        var page = await app.Page($"/matt/{code}");

        (term == "Källa enligt Kolada" ? page.Section("Utveckling").Said("Källa") : page.Said(term)).ShouldBe(text);
    }

    [Fact]
    public async Task Three_ten_tells_of_the_break_in_2024_and_why_it_has_no_trend()
    {
        var page = await app.Page("/matt/3.10");

        page.Body.Words().ShouldContain("Brott i serien 2024: Från och med 2024 används en ny källa i Kolada. Jämförelser med tidigare år ska göras med försiktighet.");
        page.Section("Läget 2024").Words().ShouldContain("ingen jämförelse (utfall saknas för jämförelseperioden 2023)");
        page.Section("Läget 2024").Words().ShouldContain("Senaste tidigare utfall: 92,3 %, helår 2022.");
        page.QuerySelectorAll("svg[role=img]").ShouldAllBe(s => s.TextContent.Contains("2024: Från och med 2024"));
    }

    [Fact]
    public async Task A_missing_outcome_shows_the_latest_older_one_without_colour()
    {
        var page = await app.Page("/matt/3.22");

        page.QuerySelector("h1 + p").Words().ShouldBe(
            "Utfall saknas Målvärde 2024: 3 % Senast 7,4 % (helår 2023) Ansvarig: Hälso- och sjukvårdsförvaltningen");
        page.Said("Senaste utfall").ShouldBe("7,4 %, helår 2023");
    }

    [Fact]
    public async Task The_country_is_compared_with()
    {
        var page = await app.Page("/matt/3.11");

        page.Section("Läget 2024").Said("Riket 2024").ShouldBe("88,2 %");
        var table = page.Section("Utveckling").QuerySelector("table")!;
        table.QuerySelectorAll("thead th").Select(t => t.Words()).ShouldBe(["År", "Utfall", "Riket", "Målvärde"]);
        table.Rows().ShouldContain(r => r[0] == "2024" && r[1] == "89,5" && r[2] == "88,2" && r[3] == "87,0");
        table.Rows().ShouldContain(r => r[0] == "2019" && r[1] == "78,4" && r[2] == "79,4" && r[3] == "– saknas");
    }

    [Fact]
    public async Task The_chart_has_a_title_a_description_and_the_same_figures_as_a_table()
    {
        var page = await app.Page("/matt/3.11");
        var charts = page.QuerySelectorAll("svg[role=img]").ToList();

        charts.Count.ShouldBe(2, "one for wide and one for narrow screens");
        foreach (var chart in charts)
        {
            page.GetElementById(chart.GetAttribute("aria-labelledby")!)!.TextContent.ShouldEndWith("2019–2025");
            page.GetElementById(chart.GetAttribute("aria-describedby")!)!.TextContent.Replace('\u00a0', ' ').ShouldBe("Från 78,4 % 2019 till 87,4 % 2025. Målvärde 2024: 87 %.");
        }

        page.Section("Utveckling").Words().ShouldContain("Visa som tabell");
    }

    [Fact]
    public async Task Both_long_term_steps_of_two_one_are_shown_and_words_are_not_measured()
    {
        var steps = (await app.Page("/matt/2.1")).Section("Mot det långsiktiga målvärdet").Words();

        steps.ShouldContain("80 % år 2030 Inget utfall att mäta från.");
        steps.ShouldContain("Netto noll år 2040 Målvärdet är i ord och jämförs inte med utfallet.");
    }

    [Fact]
    public async Task A_long_term_target_without_a_year_tells_what_is_left_and_does_not_judge_the_pace() =>
        (await app.Page("/matt/3.11")).Section("Mot det långsiktiga målvärdet").Words().ShouldBe(
            "Mot det långsiktiga målvärdet 90 % 0,5 procentenheter kvar från 89,5 % helår 2024. Planen anger inget år, så takten kan inte bedömas mot målvärdet."
            + " Förändring per år sedan 2023: +1,80.");

    [Theory]
    [InlineData("4.1")]
    [InlineData("4.2")]
    [InlineData("4.3")]
    [InlineData("4.4")]
    [InlineData("4.5")]
    public async Task A_measure_of_goal_4_says_that_its_target_is_missing_in_the_source(string code)
    {
        var page = await app.Page($"/matt/{code}");

        page.QuerySelector("h1 + p").Words().ShouldBe("Ej målsatt målvärde saknas i underlaget Ansvarig: Regionstaben");
        page.Said("Målvärde 2024").ShouldBe("Ej målsatt: målvärde saknas i underlaget");
        page.Section("Mot det långsiktiga målvärdet").Words().ShouldContain("Långsiktigt målvärde saknas i underlaget.");
    }

    [Fact]
    public async Task The_footnote_of_the_result_target_is_shown() =>
        (await app.Page("/matt/5.1")).Section("Läget 2024").Words().ShouldContain(
            "På grund av den ekonomiska utvecklingen görs 2024 ett avsteg från överskottsmålet om två procent (gäller målvärdet 0 %).");

    [Fact]
    public async Task A_yes_no_target_is_yes()
    {
        var page = await app.Page("/matt/5.2");

        page.Said("Målvärde 2024").ShouldBe("Ja");
        page.Section("Mot det långsiktiga målvärdet").Words().ShouldContain("Ja eller nej mäts inte som väg kvar.");
    }

    [Fact]
    public async Task A_measure_with_delmatt_shows_each_of_them()
    {
        var page = await app.Page("/matt/1.7");

        page.Section("Delmått 2024").Rows().Count.ShouldBe(5);
        page.Section("Delmått 2024").Row("1.7", "Primärvård")[5].ShouldBe("försämras −1,2 mot 2023");
        page.QuerySelectorAll("h2").Select(h => h.Words()).ShouldContain("Somatisk slutenvård (Som SV)");
        page.Section("Somatisk öppenvård (Som ÖV)").Said("Målvärde 2024").ShouldBe("Ej målsatt: mäts vartannat år");
        page.Section("Somatisk öppenvård (Som ÖV)").Words().ShouldContain("För mått vars resultat presenteras vartannat år målsätts inte måttet");
        page.Said("Mäts").ShouldBe("varje år; Somatisk öppenvård vartannat år, Somatisk slutenvård vartannat år");
    }

    [Fact]
    public async Task Lines_of_a_biennial_series_are_drawn_over_the_years_between()
    {
        // Measured 2016, 2018, 2021, 2023 for the region and the country alike: 2016-2018 and 2021-2023 are two pieces each.
        var chart = (await app.Page("/matt/1.7")).Section("Somatisk öppenvård (Som ÖV)").QuerySelector("svg[data-size-of=wide]")!;

        chart.QuerySelectorAll("polyline[data-kind=outcome]").Length.ShouldBe(2, "the region");
        chart.QuerySelectorAll("polyline[data-kind=comparison]").Length.ShouldBe(2, "the country");
    }

    [Fact]
    public async Task Every_id_on_a_page_is_there_once()
    {
        foreach (var url in new[] { "/", "/mal/3", "/matt/1.7", "/matt/3.11" })
        {
            (await app.Page(url)).QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty(url);
        }
    }

    [Theory]
    [InlineData("9.9")]
    [InlineData("3")]
    [InlineData("3.011")]
    [InlineData("x")]
    public async Task A_measure_that_does_not_exist_is_a_page_that_says_so(string code)
    {
        var page = await app.Page($"/matt/{code}", HttpStatusCode.NotFound);

        page.QuerySelector("h1").Words().ShouldBe("Hittar inte måttet");
        page.Body.Words().ShouldContain($"Det finns inget mått ”{code}”");
        page.Title.ShouldBe("Måttet finns inte – RegionPlan");
    }

    [Fact]
    public async Task What_stands_in_the_address_is_shown_as_text_and_never_run()
    {
        var page = await app.Page("/matt/" + Uri.EscapeDataString("<script>alert(1)<b>"), HttpStatusCode.NotFound);

        page.Body.Words().ShouldContain("”<script>alert(1)<b>”");
        page.QuerySelectorAll("script, main b").ShouldBeEmpty();
    }
}
