using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.Reports;
using RegionPlan.Tests.Features.UnitMeasures;
using RegionPlan.Tests.Reporting;
using RegionPlan.Tests.Shared;
using ReportKey = RegionPlan.Web.Features.Reports.ReportKey;

namespace RegionPlan.Tests.Features.Provenance;

/// <summary>An outcome that nobody has recorded leads from the report to what it is calculated from, as it was known then.</summary>
public sealed class CalculatedFigureTests : IAsyncLifetime
{
    private static readonly ReportKey Annual2025 = new("2025-arsredovisning-1", ReportDesk.Region);

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync(new() { ["Seed:Demo"] = "true", ["LibreOffice:Program"] = "/finns/inte" });

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_sum_of_units_shows_each_units_figure_and_keeps_what_was_known()
    {
        await app.RecordAt(UnitDesk.Kalmar, "3.23", "2024", "6/600");
        await app.RecordAt(UnitDesk.Vastervik, "3.23", "2024", "3/400");
        await app.Write("sammanfattning", "[[mått 3.23]]");
        var link = await LinkOf("Utfall 2024", ReportDesk.AnnualKey);
        link.Words().ShouldBe("0,9 %");

        var page = await app.Page(link.GetAttribute("href")!);

        page.QuerySelector(".rp-value").Words().ShouldBe("0,9 %");
        page.QuerySelector(".ds-alert").Words().ShouldContain("Siffran är densamma nu.");
        var panel = page.Section("Så räknas siffran");
        panel.Words().ShouldContain("Täljare 9");
        panel.Words().ShouldContain("Nämnare 1 000");
        panel.QuerySelectorAll(".rp-terms > li").SkipLast(1).Select(t => t.Words()).ShouldBe(["Länssjukhuset i Kalmar 1,0 % (6/600)", "Västerviks sjukhus 0,8 % (3/400)"]);
        page.Section("Regeln").Words().ShouldContain("summeras var för sig");
        var part = await app.Page(panel.QuerySelector(".rp-terms a")!.GetAttribute("href")!);
        part.Body.Words().ShouldContain("Länssjukhuset i Kalmar");
        part.Body.Words().ShouldContain("Täljare 6");

        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.RecordAt(UnitDesk.Kalmar, "3.23", "2024", "16/600", over: 1);

        var later = await app.Page(link.GetAttribute("href")!);
        later.QuerySelector(".rp-value").Words().ShouldBe("0,9 %");
        later.QuerySelector(".ds-alert").Words().ShouldContain("Nu är det 1,9 %.");
        (await LinkOf("Utfall 2024", ReportDesk.AnnualKey)).Words().ShouldBe("1,9 %");
    }

    [Fact]
    public async Task The_outcomes_of_the_finances_lead_to_the_economy_and_a_report_with_them_can_be_decided()
    {
        await WholeYear();
        await app.Write("sammanfattning", "[[mått 5.1]]\n\n[[mått 5.2]]", key: Annual2025);
        var share = await LinkOf("Utfall 2025", Annual2025);
        share.Words().ShouldBe("88,9 %");

        var page = await app.Page(share.GetAttribute("href")!);

        page.Section("Så räknas siffran").QuerySelectorAll(".rp-terms > li").SkipLast(1).Select(t => t.Words()).ShouldBe(
            ["Årets resultat 800,0 mnkr", "Skatteintäkter, utjämning och generella statsbidrag 900,0 mnkr"]);
        var result = await app.Page(page.QuerySelector(".rp-terms a")!.GetAttribute("href")!);
        result.QuerySelector("h1").Words().ShouldBe("Årets resultat");
        result.QuerySelector(".rp-value").Words().ShouldBe("800,0 mnkr");
        var loans = await app.Page((await LinkOf("Utfall 2025", Annual2025, 1)).GetAttribute("href")!);
        loans.QuerySelector(".rp-value").Words().ShouldBe("Ja");
        loans.QuerySelectorAll(".rp-terms > li")[0].Words().ShouldBe("Ny extern upplåning 0,0 mnkr");

        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        var opened = await staff.Open($"{Annual2025.Path}/beslut");
        (await staff.Submit(opened, "decide", new() { ["Form.DecidedOn"] = "2026-04-24", ["Form.Why"] = "Ändå" })).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.Recorded(Annual2025);
        using var visitor = new Browser(app);
        var decided = (await visitor.Open(Annual2025.Path)).Document.QuerySelectorAll(".rp-report a").Select(a => a.GetAttribute("href")).ToList();
        decided.ShouldContain(share.GetAttribute("href"));
        (await app.Page(share.GetAttribute("href")!)).Section("Visas i").Words().ShouldContain("Årsredovisning 2025, Region Kalmar län");
    }

    [Fact]
    public async Task Where_the_region_has_recorded_an_outcome_of_its_own_since_the_sum_stays_as_it_was()
    {
        await app.RecordAt(UnitDesk.Kalmar, "3.23", "2024", "6/600");
        await app.Write("sammanfattning", "[[mått 3.23]]");
        var address = (await LinkOf("Utfall 2024", ReportDesk.AnnualKey)).GetAttribute("href")!;
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.Recorded(await app.Row("3.23"), Desk.Typed("1,3"));

        var page = await app.Page(address);

        page.QuerySelector(".rp-value").Words().ShouldBe("1,0 %");
        page.QuerySelector(".ds-alert").Words().ShouldEndWith("Nu är det inte längre beräknat så här.");
        await app.Page(address.Split('?')[0], HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_counted_in_a_goal_and_not_shown_in_its_table_is_named_and_the_rule_of_the_goals_is_whole()
    {
        await app.Write("mal", "[[mått]]");
        using var staff = await Browser.SignedInAs(app, "regiondirektor");

        var page = (await staff.Open(ReportDesk.AnnualKey.Path)).Document;

        page.GetElementById("mal")!.Closest("section").Words().ShouldContain("Ej målsatta och utan utfall 2024: ");
        page.GetElementById("bedomningsregler")!.Closest("section").Words().ShouldContain("Uppnått ska hålla även när de som saknar utfall räknas som 0");
        (await staff.Open("/rapporter/2025-periodrapport-3/region-kalmar-lan")).Document.GetElementById("bedomningsregler").ShouldBeNull("it judges nothing");
    }

    [Fact]
    public async Task What_is_recorded_or_unknown_is_no_calculated_figure()
    {
        var recorded = await app.Row("3.13", "2024");
        await app.Page($"/underlag/beraknat/{recorded.SeriesId}/2024", HttpStatusCode.NotFound);
        await app.Page($"/underlag/beraknat/{recorded.SeriesId}/nu", HttpStatusCode.NotFound);
        await app.Page($"/underlag/beraknat/{Guid.NewGuid()}/2024", HttpStatusCode.NotFound);
    }

    private async Task<IElement> LinkOf(string column, ReportKey key, int row = 0)
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        var section = (await staff.Open(key.Path)).Document.GetElementById("sammanfattning")!.Closest("section")!;
        return section.QuerySelectorAll($"td[data-label='{column}']")[row].QuerySelector("a").ShouldNotBeNull();
    }

    /// <summary>A year whose result is 800 of 900 mnkr, without loans.</summary>
    private async Task WholeYear()
    {
        await using var db = app.Db();
        var unit = await db.Units.Where(u => u.Key == "regionstaben").Select(u => u.Id).SingleAsync();
        var told = await db.EconomyEntries.Where(e => e.Kind == AmountKind.Outcome).Select(e => e.PostId).Distinct().ToListAsync();
        foreach (var post in await db.Set<BudgetPost>().Where(p => told.Contains(p.Id)).ToListAsync())
        {
            var row = new AmountRow(new(post.Id, Period.OfMonth(2025, 12)), []);
            var amount = post.Key == "skatteintakter" ? 900m : post.Key == "kopt-vard" ? -100m : 0m;
            db.EconomyEntries.AddRange(row.Record(new(amount, null), unit, OutcomeOrigin.Manual, new(app.Clock.Now, "Controller, Regionstaben")));
        }

        await db.SaveChangesAsync();
    }
}
