using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.OpenData;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.Economy;

/// <summary>Utfall and prognos of a year as anyone may read them: derived sums, what is missing told, invented figures marked.</summary>
public sealed class PeriodPanelTests : IAsyncLifetime
{
    private const string Heading = "Utfall och prognos 2025";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Every_sum_is_that_of_its_posts_and_the_invented_is_marked()
    {
        var panel = (await app.Page("/ekonomi?ar=2025&uppfoljning=2025-delarsrapport-2")).Section(Heading);

        panel.Words().ShouldContain("Delårsrapport T2 2025: utfall från januari till och med augusti 2025");
        panel.QuerySelectorAll(".rp-period thead th").Select(h => h.Words()).ShouldBe(["Mnkr", "Budget 2025", "Utfall jan–aug. 2025", "Utfall jan–aug. 2024", "Förändring", "Prognos 2025", "Avvikelse"]);
        var entries = await Entries();
        var result = Line(panel, "Årets resultat");
        result[0].ShouldBe("266,0");
        result[1].ShouldBe(Shown(Total(entries, "2025-08", AmountKind.Outcome)));
        result[2].ShouldBe(Shown(Total(entries, "2024-08", AmountKind.Outcome)));
        result[4].ShouldBe(Shown(Total(entries, "2025-08", AmountKind.Forecast)));
        result[5].ShouldBe("+" + Shown(Total(entries, "2025-08", AmountKind.Forecast) - 266.0m));
        panel.QuerySelectorAll(".rp-period tbody tr").Where(r => r.QuerySelectorAll("td").Skip(1).Any(c => c.Words() is not ("–" or "– inget belopp" or "–inget belopp"))).ShouldAllBe(r => r.QuerySelector(".rp-example") != null);
    }

    [Fact]
    public async Task The_forecasts_stand_period_by_period_against_the_budget_with_the_published_one_and_as_a_table()
    {
        var panel = (await app.Page("/ekonomi?ar=2025")).Section(Heading);

        panel.QuerySelectorAll("nav a").Select(a => a.Words()).ShouldBe(["jan–mars 2025", "jan–apr. 2025", "jan–juni 2025", "jan–aug. 2025"]);
        panel.QuerySelector("svg desc")!.TextContent.ShouldEndWith("efter oktober 2025 435. Budget 266,0.");
        var rows = panel.QuerySelectorAll("details table tbody tr").Select(r => r.Words()).ToList();
        rows.Count.ShouldBe(5);
        rows[3].ShouldContain("(exempel)");
        rows[4].ShouldBe("oktober 2025 – 435,0");
        panel.Words().ShouldContain("Källa: Informationspunkter, regionstyrelsen 10 december 2025");
    }

    [Fact]
    public async Task Where_one_posts_amount_is_missing_the_sums_over_it_are_not_shown_and_the_post_is_named()
    {
        foreach (var post in (await Entries()).Select(e => e.Post.Key).Distinct().Where(k => k != "lakemedel"))
        {
            await RecordAsync(post, "2025-05", new(-1, -2));
        }

        var panel = (await app.Page("/ekonomi?ar=2025&uppfoljning=2025-05")).Section(Heading);

        Line(panel, "Läkemedel")[1].ShouldBe("saknas");
        Line(panel, "Årets resultat")[1].ShouldBe("1 post saknas");
        Line(panel, "Summa ramar")[4].ShouldBe("1 post saknas");
        Line(panel, "Summa nämndernas driftramar")[1].ShouldStartWith("−");
        panel.Words().ShouldContain("Utfall jan–maj 2025 saknas för Läkemedel. Summorna som de ingår i visas därför inte.");
        panel.QuerySelectorAll("details table tbody tr").Select(r => r.Words()).ShouldNotContain(r => r.StartsWith("maj", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_year_without_outcomes_and_an_unknown_follow_up_are_told()
    {
        (await app.Page("/ekonomi?ar=2026")).Section("Utfall och prognos 2026").Words().ShouldContain("Inget utfall och ingen prognos är godkänd för 2026.");
        (await app.Page("/ekonomi?ar=2025&uppfoljning=2025-periodrapport-3")).Section(Heading).Words().ShouldContain("Inget utfall är godkänt för jan–okt. 2025.");
        (await app.Page("/ekonomi?ar=2025&uppfoljning=fel")).Notices().Single().ShouldStartWith("Uppföljningen ”fel” har ingen ekonomi 2025.");
        (await app.Page("/ekonomi?ar=2025&asOf=2026-11-21")).Body!.Words().ShouldContain("Ingen budget var registrerad då.");
    }

    [Fact]
    public async Task The_measure_of_the_result_takes_its_outcome_from_the_whole_years_economy_and_is_missing_until_it_is_there()
    {
        (await app.Page("/matt/5.1?ar=2025")).Body!.Words().ShouldContain("Helårsutfallet för 2025 är inte komplett, så utfallet saknas.");
        (await app.Page("/matt/5.1?ar=2024")).Body!.Words().ShouldNotContain("räknas utfallet ur");
        foreach (var post in (await Entries()).Select(e => e.Post.Key).Distinct())
        {
            await RecordAsync(post, "2025-12", new(post == "skatteintakter" ? 900m : post == "kopt-vard" ? -100m : 0m, null));
        }

        (await app.Json("/measures/5.1/outcomes?plan=2024-2026")).EnumerateArray().Where(o => o.Text("period") == "2025")
            .Select(o => (o.GetProperty("value").GetDecimal(), o.Text("source"))).ShouldBe([(88.888889m, "Beräknat ur ekonomin")]);
        (await app.Json("/measures/5.2/outcomes?plan=2024-2026")).EnumerateArray().Where(o => o.Text("period") == "2025")
            .Select(o => (o.GetProperty("value").GetDecimal(), o.Text("source"))).ShouldBe([(1m, "Beräknat ur ekonomin")]);
        (await app.Page("/matt/5.2?ar=2025")).Body!.Words().ShouldContain("ja om ingen ny extern upplåning är tagen under året, annars nej.");
        var page = await app.Page("/matt/5.1?ar=2025");
        page.Body!.Words().ShouldContain("88,9 %");
        page.Body!.Words().ShouldNotContain("inte komplett");
        (await app.Page("/ekonomi?ar=2025")).Section(Heading).QuerySelectorAll("thead th").Select(h => h.Words()).ShouldNotContain("Prognos 2025");
    }

    [Fact]
    public async Task No_value_of_the_forecast_chart_is_crossed_by_the_line_of_the_budget()
    {
        foreach (var chart in (await app.Page("/ekonomi?ar=2025")).Section(Heading).QuerySelectorAll("svg.rp-chart-svg"))
        {
            var level = Number(chart.QuerySelector(".rp-chart-longterm")!.GetAttribute("y1")!);
            var texts = chart.QuerySelectorAll(".rp-chart-label").Select(t => (Text: t.Words(), Foot: Number(t.GetAttribute("y")!))).ToList();

            texts.ShouldContain(t => t.Text == "251,3");
            texts.ShouldAllBe(t => level > t.Foot + 1 || level < t.Foot - 11);
        }

        static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task The_history_tells_of_amounts_and_the_budget()
    {
        await RecordAsync("lakemedel", "2025-08", new(-812.4m, -1250m, "Nya läkemedel"));

        var page = await app.Page("/historik?slag=Economy");
        page.Body!.Words().ShouldContain("Läkemedel: utfall jan–aug. 2025, Regionstaben");
        page.Body!.Words().ShouldContain("−812,4 mnkr. Nya läkemedel");
        (await app.Page("/ekonomi/post/lakemedel?ar=2025")).Section("Utfall och prognoser").Words().ShouldContain("Ersätter ett exempelvärde");
    }

    [Fact]
    public async Task The_open_data_tell_the_budget_and_the_economy_with_what_is_invented_marked()
    {
        var budget = (await app.Json("/budget?year=2025")).EnumerateArray().ToList();
        budget.Where(b => b.Text("section") == "boardFrame" && b.GetProperty("partOf").ValueKind == System.Text.Json.JsonValueKind.Null).Sum(b => b.GetProperty("amount").GetDecimal()).ShouldBe(-7132.8m);
        budget.Single(b => b.Text("post") == "kultur").Text("partOf").ShouldBe("regionala-utvecklingsforvaltningen");
        var economy = (await app.Json("/economy?year=2025")).EnumerateArray().ToList();
        economy.ShouldAllBe(e => e.GetProperty("isExample").GetBoolean());
        var tax = economy.Single(e => e.Text("post") == "skatteintakter" && e.Text("through") == "2025-08" && e.Text("kind") == "forecast");
        (tax.GetProperty("amount").GetDecimal(), tax.Text("unit")).ShouldBe((7376m, "regionstaben"));
        using var csv = await app.Get("/economy.csv?year=2025");
        (await csv.Content.ReadAsStringAsync()).ShouldContain("2025-08;skatteintakter;Skatteintäkter;taxesAndGrants;forecast;7376;regionstaben");
    }

    private static List<string> Line(IParentNode panel, string name) =>
        [.. panel.QuerySelectorAll(".rp-period tbody tr").Single(r => r.QuerySelector("th[scope=row]") is { } head && (head.QuerySelector("a") ?? head).Words().Replace(" exempel", "", StringComparison.Ordinal) == name)
            .QuerySelectorAll("td").Select(c => c.Words())];

    private static string Shown(decimal amount) => RegionPlan.Web.Shared.Money.Amount(amount).Replace('\u00a0', ' ');

    private static decimal Total(IEnumerable<(BudgetPost Post, EconomyEntry Entry)> entries, string month, AmountKind kind) => entries
        .Where(e => e.Entry.Kind == kind && e.Entry.Through.ToString() == month && e.Post.Section is not (BudgetSection.Investment or BudgetSection.Reserve or BudgetSection.Restoration))
        .Sum(e => e.Entry.Amount!.Value);

    private async Task<List<(BudgetPost Post, EconomyEntry Entry)>> Entries()
    {
        await using var db = app.Db();
        var posts = await db.Set<BudgetPost>().ToDictionaryAsync(p => p.Id);
        return [.. (await db.EconomyEntries.ToListAsync()).Select(e => (posts[e.PostId], e))];
    }

    private async Task RecordAsync(string post, string month, AmountReport report)
    {
        await using var db = app.Db();
        var key = new AmountKey(await db.Set<BudgetPost>().Where(p => p.Key == post).Select(p => p.Id).SingleAsync(), Period.Parse(month));
        var unit = await db.Units.Where(u => u.Key == "regionstaben").Select(u => u.Id).SingleAsync();
        var recorded = await db.EconomyEntries.Where(e => e.PostId == key.PostId).ToListAsync();
        var row = new AmountRow(key, recorded);
        var by = new RegionPlan.Domain.History.Recording(app.Clock.Now.AddMinutes(1), "Controller, Regionstaben");
        db.EconomyEntries.AddRange(row.Record(report, unit, OutcomeOrigin.Manual, by));
        await db.SaveChangesAsync();
    }
}
