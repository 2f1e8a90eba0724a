using System.Net;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Reporting;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.Provenance;

/// <summary>From a figure one sees what it is made of, by whom, by which rule, and what has become of it.</summary>
public sealed class ProvenancePageTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_figure_that_was_handed_in_tells_its_parts_who_entered_and_who_approved()
    {
        var scope = await app.Scope("2025-arsredovisning-1");
        await app.HandedIn(scope, "3.20", Desk.Typed("120/150", comment: "Från Cosmic"));
        await app.ApproveAll(scope);

        var page = (await app.Page($"/underlag/{(await app.Outcome("3.20", 2025)).Id}")).Body.Words();

        page.ShouldContain("80");
        page.ShouldContain("Täljare 120");
        page.ShouldContain("Nämnare 150");
        page.ShouldContain("av Controller, Hälso- och sjukvårdsförvaltningen, till Årsredovisning 2025");
        page.ShouldContain("Godkänt av förvaltningen");
        page.ShouldContain("Kommentar Från Cosmic");
        page.ShouldContain("Siffran har inte rättats");
        page.ShouldContain("Önskad riktning");
    }

    [Fact]
    public async Task A_figure_from_elsewhere_tells_its_source_and_the_rule_by_which_it_is_judged()
    {
        var page = (await app.Page($"/underlag/{(await app.Outcome("3.11", 2024)).Id}")).Body.Words();

        page.ShouldContain("89,5 %");
        page.ShouldContain("Källa Kolada");
        page.ShouldContain("ingen har godkänt den här");
        page.ShouldContain("Målvärde 87 %");
    }

    [Fact]
    public async Task A_corrected_figure_says_so_and_leads_to_the_one_that_holds()
    {
        var old = (await app.Outcome("3.11", 2024)).Id;
        var held = (await app.Correct("3.11", 2024, 88.8m)).Id;

        var page = await app.Page($"/underlag/{old}");

        page.QuerySelector(".ds-alert").Words().ShouldStartWith("Siffran har rättats. Nu gäller 88,8 %");
        page.QuerySelector(".ds-alert a")!.GetAttribute("href").ShouldBe($"/underlag/{held}");
        page.QuerySelectorAll("tbody tr").Select(r => r.Words()).ShouldContain(r => r.Contains("Fel underlag", StringComparison.Ordinal));
        (await app.Page($"/underlag/{held}")).QuerySelector(".ds-alert").ShouldBeNull();
    }

    [Fact]
    public async Task There_is_no_such_figure() => await app.Page($"/underlag/{Guid.NewGuid()}", HttpStatusCode.NotFound);
}
