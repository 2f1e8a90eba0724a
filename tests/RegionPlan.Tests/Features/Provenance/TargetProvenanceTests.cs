using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Measures;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.Reports;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.Provenance;

/// <summary>A målvärde in a report leads to who recorded it, by which plan, and what has become of it.</summary>
public sealed class TargetProvenanceTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_years_target_and_the_long_term_one_lead_from_the_report_to_the_plan()
    {
        await app.Write("sammanfattning", "[[mått 3.11]]");

        var year = await app.Page((await LinkIn("Målvärde 2024")).GetAttribute("href")!);
        var longTerm = await app.Page((await LinkIn("Långsiktigt")).GetAttribute("href")!);

        year.QuerySelector(".rp-lead").Words().ShouldStartWith("Målvärde 2024");
        year.Section("Målvärdet").Words().ShouldContain("87 %");
        year.Section("Målvärdet").Words().ShouldContain("Plan Regionplan 2024-2026");
        year.Section("Ändringar").Words().ShouldContain("har inte ändrats");
        year.Section("Regeln").Words().ShouldContain("ger måttets färg");
        longTerm.QuerySelector(".rp-lead").Words().ShouldStartWith("Långsiktigt målvärde");
        longTerm.Section("Regeln").Words().ShouldContain("ger ingen färg");
    }

    [Fact]
    public async Task A_target_that_is_decided_anew_says_so_and_leads_to_the_one_that_holds()
    {
        await app.Write("sammanfattning", "[[mått 3.11]]");
        var old = (await LinkIn("Målvärde 2024")).GetAttribute("href")!;
        await Decide(91m);

        var page = await app.Page(old);

        page.QuerySelector(".ds-alert").Words().ShouldStartWith("Målvärdet är beslutat på nytt. Nu gäller 91 %");
        page.Section("Ändringar").QuerySelectorAll("tbody tr").Select(r => r.Words()).ShouldContain(r => r.Contains("Nytt beslut", StringComparison.Ordinal));
        var held = page.QuerySelector(".ds-alert a")!.GetAttribute("href")!;
        (await app.Page(held)).QuerySelector(".ds-alert").ShouldBeNull();
        (await LinkIn("Målvärde 2024")).GetAttribute("href").ShouldBe(held);
    }

    private async Task<IElement> LinkIn(string column)
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        var section = (await staff.Open(ReportDesk.AnnualKey.Path)).Document.GetElementById("sammanfattning")!.Closest("section")!;
        return section.QuerySelector($"td[data-label='{column}'] a").ShouldNotBeNull();
    }

    private async Task Decide(decimal amount)
    {
        await using var db = app.Db();
        var measure = await db.Measures.Include(m => m.Definitions).Include(m => m.Series).ThenInclude(s => s.Targets).SingleAsync(m => m.Code == "3.11" && m.PlanId != null);
        db.Add(measure.Series[0].SetShortTerm(2024, new Target.Value(amount), new(2024, 1, 1), new(app.Clock.Now, "Planerare", why: "Nytt beslut")));
        await db.SaveChangesAsync();
    }
}
