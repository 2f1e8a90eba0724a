namespace RegionPlan.Tests.Features.Cascade;

public sealed class ManyUnitsTests
{
    [Fact]
    public async Task Four_hundred_units_with_four_thousand_activities_take_as_few_commands_as_four_units()
    {
        var few = await Commands(4);
        var many = await Commands(400);

        many.ShouldBe(few);
        many.ShouldBeInRange(1, 10);
    }

    private static async Task<int> Commands(int units)
    {
        var counted = new CountedCommands();
        await using var app = await TestApp.StartAsync(services: counted.AddTo);
        await app.Fill(units);
        counted.Reset();
        var page = await app.Page("/malkedja?ar=2025");
        var commands = counted.Count;

        page.QuerySelectorAll(".rp-chain-activities > li").Length.ShouldBe(units * 10);
        page.QuerySelectorAll(".rp-chain:not(.rp-chain-top) > li").Length.ShouldBe(units * 4);
        return commands;
    }
}
