using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.UnitMeasures;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.Measures;

/// <summary>The units' figures on a measure's page, as a tree down from the region.</summary>
public sealed class UnitFiguresPanelTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Each_unit_stands_under_the_one_it_is_summed_into()
    {
        (await Rows("/matt/3.11?ar=2025")).ShouldBe(
        [
            "0 Region Kalmar län | 87,4 % | Eget värde.",
            "1 Regionstyrelsen | 87,7 % exempel | Beräknat ur 5 enheter (8 420/9 604).",
            "2 Primärvårdsförvaltningen | 87,7 % exempel | Beräknat ur 5 enheter (8 420/9 604).",
            "3 Hälsocentraler | 87,7 % exempel | Beräknat ur 5 enheter (8 420/9 604).",
            "4 Hälsocentral, exempel Kust | 82,1 % exempel | Eget värde, 660/804.",
            "4 Hälsocentral, exempel Mitt | 87,4 % exempel | Eget värde, 940/1 075.",
            "4 Hälsocentral, exempel Mitt och Kust | 87,2 % exempel | Eget värde, 1 560/1 789.",
            "4 Hälsocentral, exempel Norr | 90,8 % exempel | Eget värde, 2 190/2 411.",
            "4 Hälsocentral, exempel Söder | 87,1 % exempel | Eget värde, 3 070/3 525.",
        ]);
    }

    [Fact]
    public async Task The_organisation_is_that_of_the_period_that_is_shown()
    {
        await app.Seed("ortopedmottagningen", "3.23", "2025-T1", 1, 100, isExample: true);
        (await Rows("/matt/3.23?ar=2025")).Select(r => r.Split(" | ")[0]).ShouldBe(
            ["1 Regionstyrelsen", "2 Hälso- och sjukvårdsförvaltningen", "3 Länssjukhuset i Kalmar", "4 Ortopedkliniken Kalmar", "4 Ortopedmottagningen"]);

        await app.Seed("ortopedmottagningen", "3.23", "2025-T3", 1, 100, isExample: true);
        (await Rows("/matt/3.23?ar=2025")).Select(r => r.Split(" | ")[0]).ShouldBe(
            ["1 Regionstyrelsen", "2 Hälso- och sjukvårdsförvaltningen", "3 Oskarshamns sjukhus", "4 Ortopedkliniken Oskarshamn", "4 Ortopedmottagningen"]);
    }

    [Fact]
    public async Task Where_no_unit_has_reported_nothing_is_said_of_units()
    {
        (await Rows("/matt/3.11?ar=2023")).ShouldBeEmpty();
        (await Rows("/matt/1.2?ar=2025")).ShouldBeEmpty();
    }

    private async Task<List<string>> Rows(string address) =>
        [.. (await app.Page(address)).QuerySelectorAll("section[aria-label^='Enheternas värden'] tbody tr")
            .Select(r => $"{r.GetAttribute("data-depth")} {string.Join(" | ", r.Children.Select(c => c.Words()))}")];
}
