using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.UnitMeasures;

namespace RegionPlan.Tests.Reporting;

/// <summary>A unit's approved figures are summed for the units above it; 3.23 is followed in 2025 by the förvaltning and two hospitals.</summary>
public sealed class UnitSumTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_units_above_show_the_sum_with_from_where_who_is_missing_and_what_is_covered()
    {
        await app.RecordAt(UnitDesk.Kalmar, "3.23", "2025-T1", "6/600", "controller.lsk");
        await app.RecordAt(UnitDesk.Vastervik, "3.23", "2025-T1", "8/400");
        await app.RecordAt(UnitDesk.Kalmar, "3.23", "2025-T2", "3/600", "controller.lsk");

        foreach (var unit in new[] { UnitDesk.Hsf, UnitDesk.Board })
        {
            (await app.Shown(unit, "3.23", "Tertial 1 2025")).ShouldBe(
                ("1,4 %", "Beräknat ur 2 enheter: Länssjukhuset i Kalmar, Västerviks sjukhus (14/1 000)."), "14 of 1 000; the mean of 1 % and 2 % would have been 1,5 %");
            (await app.Shown(unit, "3.23", "Tertial 2 2025")).ShouldBe(
                ("0,5 %", "Beräknat ur 1 enhet: Länssjukhuset i Kalmar (3/600). Har inte redovisat: Västerviks sjukhus. "
                    + "Summan täcker 60 % av nämnaren, om de som saknas är lika stora som när de senast redovisade."));
        }

        (await app.Shown(UnitDesk.Kalmar, "3.23", "Tertial 1 2025")).ShouldBe(("1,0 %", "Eget värde, 6/600."));
        var card = await app.OnCard(UnitDesk.Hsf, "3.23");
        card[0].ShouldContain("Tertial 2 2025. Beräknat ur 1 enhet: Länssjukhuset i Kalmar (3/600). Har inte redovisat: Västerviks sjukhus.");
        card.Skip(1).ShouldBe(["1 %", "0,5 %", "Uppnått"]);
    }
}
