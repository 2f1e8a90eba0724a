using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Tests.Domain.FollowUps;

/// <summary>Who approves what a unit hands in, level by level.</summary>
public sealed class ApprovalChainTests
{
    [Theory]
    [InlineData("Avdelningen", ApprovalLevel.Region, "Unit Avdelningen, Administration Förvaltningen, Board Nämnden, Region Regionen")]
    [InlineData("Avdelningen", ApprovalLevel.Board, "Unit Avdelningen, Administration Förvaltningen, Board Nämnden")]
    [InlineData("Avdelningen", ApprovalLevel.Administration, "Unit Avdelningen, Administration Förvaltningen")]
    [InlineData("Avdelningen", ApprovalLevel.Unit, "Unit Avdelningen")]
    [InlineData("Kliniken", ApprovalLevel.Administration, "Unit Kliniken, Administration Förvaltningen")]
    [InlineData("Området", ApprovalLevel.Board, "Unit Området, Administration Förvaltningen, Board Nämnden")]
    [InlineData("Förvaltningen", ApprovalLevel.Board, "Administration Förvaltningen, Board Nämnden")]
    [InlineData("Förvaltningen", ApprovalLevel.Administration, "Administration Förvaltningen")]
    [InlineData("Nämnden", ApprovalLevel.Region, "Board Nämnden, Region Regionen")]
    public void A_figure_goes_from_the_unit_by_way_of_its_forvaltning_and_namnd_to_the_level_that_is_required(string unit, ApprovalLevel requires, string steps) =>
        Steps(new GivenFollowUp(requires), unit).ShouldBe(steps);

    [Theory]
    [InlineData("Nämnden", ApprovalLevel.Administration, "Board Nämnden")]
    [InlineData("Nämnden", ApprovalLevel.Unit, "Board Nämnden")]
    [InlineData("Förvaltningen", ApprovalLevel.Unit, "Administration Förvaltningen")]
    [InlineData("region-kalmar-lan", ApprovalLevel.Unit, "Region Regionen")]
    public void Somebody_always_approves_also_where_the_unit_stands_above_the_level_that_is_required(string unit, ApprovalLevel requires, string steps) =>
        Steps(new GivenFollowUp(requires), unit).ShouldBe(steps);

    [Fact]
    public void A_level_that_the_unit_has_nobody_at_is_passed_over()
    {
        var given = new GivenFollowUp(ApprovalLevel.Region);
        given.Unit("Staben", UnitKind.Unit, given.Board);

        Steps(given, "Staben").ShouldBe("Unit Staben, Board Nämnden, Region Regionen");
    }

    [Fact]
    public void A_unit_that_does_not_stand_has_nobody_to_approve() =>
        ApprovalChain.Of(new GivenFollowUp().Tree, Guid.CreateVersion7(), ApprovalLevel.Region).ShouldBeEmpty();

    [Fact]
    public void Nobody_approves_at_the_region_where_the_organisation_begins_below_it()
    {
        var region = new OrganizationUnit(OrganizationUnit.RegionKey, UnitKind.Region);

        ApprovalChain.Of(new OrganizationTree([region], Given.Day("2026-01-01")), region.Id, ApprovalLevel.Region).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(UnitKind.Region, ApprovalLevel.Region)]
    [InlineData(UnitKind.Board, ApprovalLevel.Board)]
    [InlineData(UnitKind.Administration, ApprovalLevel.Administration)]
    [InlineData(UnitKind.Division, ApprovalLevel.Unit)]
    [InlineData(UnitKind.Department, ApprovalLevel.Unit)]
    [InlineData(UnitKind.Unit, ApprovalLevel.Unit)]
    public void Every_kind_of_unit_has_its_level(UnitKind kind, ApprovalLevel level) => ApprovalChain.LevelOf(kind).ShouldBe(level);

    private static string Steps(GivenFollowUp given, string unit) => string.Join(
        ", ", given.ChainOf(given.Units.Single(u => u.Key == unit)).Select(s => $"{s.Level} {given.Tree.NameOf(s.UnitId)}"));
}
