using RegionPlan.Domain.Organization;

namespace RegionPlan.Tests.Domain.Organization;

public sealed class OrganizationTreeTests
{
    private readonly OrganizationUnit region = Unit("region", "Region Kalmar län", null);
    private readonly OrganizationUnit board;
    private readonly OrganizationUnit otherBoard;
    private readonly OrganizationUnit administration;
    private readonly OrganizationUnit clinic;

    public OrganizationTreeTests()
    {
        board = Unit("regionstyrelsen", "Regionstyrelsen", region);
        otherBoard = Unit("kollektivtrafiknamnden", "Kollektivtrafiknämnden", region);
        administration = Unit("folktandvarden", "Folktandvården", board);
        clinic = Unit("folkhalsokliniken", "Folkhälsokliniken", administration);
    }

    [Fact]
    public void A_unit_is_the_same_as_or_below_itself_and_everything_above_it()
    {
        var tree = On("2024-06-01");

        OrganizationUnit[] above = [clinic, administration, board, region];
        above.ShouldAllBe(a => tree.IsSameOrBelow(clinic.Id, a.Id));
    }

    [Fact]
    public void A_unit_is_not_below_those_beside_or_beneath_it()
    {
        var tree = On("2024-06-01");

        tree.IsSameOrBelow(clinic.Id, otherBoard.Id).ShouldBeFalse();
        tree.IsSameOrBelow(board.Id, clinic.Id).ShouldBeFalse();
        tree.IsSameOrBelow(region.Id, board.Id).ShouldBeFalse();
    }

    [Fact]
    public void A_unit_that_is_not_known_is_below_nobody_and_has_no_name()
    {
        var tree = On("2024-06-01");

        tree.IsSameOrBelow(Guid.NewGuid(), region.Id).ShouldBeFalse();
        tree.NameOf(Guid.NewGuid()).ShouldBeNull();
        tree.NameOf(null).ShouldBeNull();
    }

    [Fact]
    public void A_move_takes_the_unit_and_all_below_it_from_its_date_on()
    {
        administration.Place("Tandvårdsförvaltningen", otherBoard, null, Given.Day("2025-01-01"), Given.Recorded("2024-10-01"));

        On("2024-12-31").IsSameOrBelow(clinic.Id, board.Id).ShouldBeTrue();
        On("2024-12-31").NameOf(administration.Id).ShouldBe("Folktandvården");
        On("2025-01-01").IsSameOrBelow(clinic.Id, board.Id).ShouldBeFalse();
        On("2025-01-01").IsSameOrBelow(clinic.Id, otherBoard.Id).ShouldBeTrue();
        On("2025-01-01").NameOf(administration.Id).ShouldBe("Tandvårdsförvaltningen");
    }

    [Fact]
    public void A_move_is_not_known_before_it_was_recorded()
    {
        administration.Place("Folktandvården", otherBoard, null, Given.Day("2024-01-01"), Given.Recorded("2024-10-01"));

        On("2024-06-01", asOf: "2024-09-30").IsSameOrBelow(clinic.Id, board.Id).ShouldBeTrue();
        On("2024-06-01", asOf: "2024-10-01").IsSameOrBelow(clinic.Id, board.Id).ShouldBeFalse();
    }

    [Fact]
    public void A_unit_without_placement_is_not_in_the_tree() =>
        new OrganizationTree([region, new OrganizationUnit("ny", UnitKind.Unit)], Given.Day("2024-06-01")).All
            .ShouldHaveSingleItem().Unit.ShouldBe(region);

    [Fact]
    public async Task Units_that_stand_under_each_other_are_answered_for_and_not_followed_for_ever()
    {
        administration.Place("Folktandvården", clinic, null, Given.Day("2025-01-01"), Given.Recorded("2024-10-01"));
        var tree = On("2025-01-01");

        var answer = await Task.Run(() => tree.IsSameOrBelow(clinic.Id, region.Id)).WaitAsync(TimeSpan.FromSeconds(5));

        answer.ShouldBeFalse();
        tree.IsSameOrBelow(clinic.Id, administration.Id).ShouldBeTrue();
    }

    private static OrganizationUnit Unit(string key, string name, OrganizationUnit? parent)
    {
        var unit = new OrganizationUnit(key, UnitKind.Unit);
        unit.Place(name, parent, null, Given.Day("2019-01-01"), Given.Recorded());
        return unit;
    }

    private OrganizationTree On(string validOn, string? asOf = null) => new(
        [region, board, otherBoard, administration, clinic], Given.Day(validOn), asOf is null ? null : Given.At(asOf));
}
