using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.Rollup;

public sealed class RestatementTests
{
    private readonly GivenFigures given = new GivenFigures()
        .Unit("norr", UnitKind.Division, "forvaltning")
        .Unit("soder", UnitKind.Division, "forvaltning")
        .Unit("kok", UnitKind.Department, "norr")
        .Unit("lager", UnitKind.Department, "soder");

    public RestatementTests() => given.Period = Period.OfYear(2024);

    [Fact]
    public void Units_that_were_merged_are_summed_into_the_one_that_took_over()
    {
        given.Records("kok", 9, 10).Records("lager", 10, 90)
            .Change(new UnitChange.Merge([given["kok"].Id, given["lager"].Id], new("service", UnitKind.Department, given["norr"].Id)), "2025-07-01");

        var restated = given.On("2026-01-01").Entries.ShouldHaveSingleItem();
        restated.UnitId.ShouldBe(given["service"].Id);
        restated.Value.ShouldBe(OutcomeValue.OfRatio(19, 100, 100));
        given.Of("kok").Value!.Amount.ShouldBe(90, "what was reported stays as it was");
    }

    [Fact]
    public void On_a_day_before_the_merger_nothing_is_restated()
    {
        given.Records("kok", 9, 10)
            .Change(new UnitChange.Merge([given["kok"].Id, given["lager"].Id], new("service", UnitKind.Department, given["norr"].Id)), "2025-07-01");

        given.On("2025-06-30").Entries.ShouldHaveSingleItem().UnitId.ShouldBe(given["kok"].Id);
    }

    [Fact]
    public void What_was_split_cannot_be_placed_and_is_told()
    {
        var kok = given["kok"].Id;
        given.Records("kok", 9, 10).Records("lager", 1, 10)
            .Change(new UnitChange.Split(kok, [new("bageri", UnitKind.Department, given["norr"].Id), new("disk", UnitKind.Department, given["norr"].Id)]), "2025-07-01");

        var restated = given.On("2026-01-01");
        restated.NotPlaced.ShouldBe([kok]);
        restated.Entries.ShouldHaveSingleItem().UnitId.ShouldBe(given["lager"].Id);
    }

    [Fact]
    public void What_nobody_took_over_cannot_be_placed()
    {
        given.Records("kok", 9, 10).Change(new UnitChange.Close(given["kok"].Id), "2025-07-01");

        given.On("2026-01-01").NotPlaced.ShouldBe([given["kok"].Id]);
    }

    [Fact]
    public void A_chain_of_mergers_is_followed_to_its_end()
    {
        given.Records("kok", 9, 10)
            .Change(new UnitChange.MergeInto([given["kok"].Id], given["lager"].Id), "2025-03-01")
            .Unit("hus", UnitKind.Department, "soder")
            .Change(new UnitChange.MergeInto([given["lager"].Id], given["hus"].Id), "2025-09-01");

        given.On("2026-01-01").Entries.ShouldHaveSingleItem().UnitId.ShouldBe(given["hus"].Id);
    }

    [Fact]
    public void Percentages_without_their_parts_are_not_put_together()
    {
        given.Records("kok", 90).Records("lager", 10, 90).Change(new UnitChange.MergeInto([given["kok"].Id], given["lager"].Id), "2025-03-01");

        given.On("2026-01-01").Entries.ShouldBeEmpty();
        given.On("2026-01-01").NotPlaced.ShouldBe([given["kok"].Id, given["lager"].Id], ignoreOrder: true);
    }

    [Fact]
    public void Nothing_is_lost_or_counted_twice_when_everything_can_be_placed()
    {
        given.Records("kok", 9, 10).Records("lager", 10, 90).Records("soder", 3, 7)
            .Change(new UnitChange.MergeInto([given["kok"].Id], given["lager"].Id), "2025-03-01");

        given.On("2026-01-01").Entries.Sum(e => e.Denominator).ShouldBe(107);
    }
}
