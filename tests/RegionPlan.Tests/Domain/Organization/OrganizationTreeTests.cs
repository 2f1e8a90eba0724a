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

    [Fact]
    public void A_day_before_the_first_that_is_known_is_answered_as_that_first_day()
    {
        On("1990-01-01").All.Count.ShouldBe(5);
        On("1990-01-01").Day.ShouldBe(Given.Day("2019-01-01"));
    }

    [Fact]
    public void A_unit_founded_later_does_not_stand_before_and_is_named_by_its_first_name()
    {
        var given = new GivenOrganization();
        given.Found("2025-07-01", "Inköp", "Service");

        given.On("2025-06-30").Find(given["Inköp"].Id).ShouldBeNull();
        given.On("2020-01-01").Find(given["Inköp"].Id).ShouldBeNull();
        given.On("2025-06-30").NameOf(given["Inköp"].Id).ShouldBe("Inköp");
        given.On("2025-07-01").Find("inkop").ShouldNotBeNull();
    }

    [Fact]
    public void A_closed_unit_does_not_stand_but_keeps_its_name_and_last_place()
    {
        var given = new GivenOrganization();
        given.Close("2025-07-01", "Kost");
        var tree = given.On("2025-07-01");

        tree.Find(given["Kost"].Id).ShouldBeNull();
        tree.PathTo(given["Kost"].Id).ShouldBeEmpty();
        tree.NameOf(given["Kost"].Id).ShouldBe("Kost");
        tree.IsSameOrBelow(given["Kost"].Id, given["Service"].Id).ShouldBeTrue();
        tree.Below(given["Service"].Id).ShouldAllBe(b => b.Name != "Kost");
    }

    [Fact]
    public void A_tree_of_a_span_has_every_unit_that_stood_in_it_where_it_stood_last()
    {
        var given = new GivenOrganization();
        given.Merge("2025-07-01", ["Kost", "Logistik"], "Försörjning");
        given.Move("2025-09-01", "Fastigheter", "Staben");

        OrganizationTree Span(string first, string last) => OrganizationTree.During(given.Ledger.Units, Given.Day(first), Given.Day(last));
        List<string> Under(OrganizationTree tree, string parent) => [.. tree.ChildrenOf(given[parent].Id).Select(b => b.Name)];

        var year = Span("2025-01-01", "2025-12-31");
        Under(year, "Service").ShouldBe(["Försörjning", "Kost", "Logistik"]);
        Under(year, "Staben").ShouldBe(["Ekonomi", "Fastigheter"]);
        Under(year, "Försörjning").ShouldBe(["Transport"]);
        year.Find(given["Kost"].Id)!.ClosedFrom.ShouldBe(Given.Day("2025-07-01"));
        year.Find(given["Försörjning"].Id)!.ClosedFrom.ShouldBeNull();

        Under(Span("2025-01-01", "2025-06-30"), "Service").ShouldBe(["Fastigheter", "Kost", "Logistik"]);
        Span("2025-01-01", "2025-06-30").Find(given["Kost"].Id)!.ClosedFrom.ShouldBeNull("not yet in the span");
        Under(Span("2025-06-30", "2025-07-01"), "Service").ShouldBe(["Fastigheter", "Försörjning", "Kost", "Logistik"]);
        Under(Span("2025-07-01", "2025-08-31"), "Service").ShouldBe(["Fastigheter", "Försörjning"]);
    }

    [Fact]
    public void A_tree_of_a_span_as_of_before_a_change_does_not_know_it()
    {
        var given = new GivenOrganization();
        var at = given.Merge("2025-07-01", ["Kost", "Logistik"], "Försörjning").Recorded.At;

        OrganizationTree.During(given.Ledger.Units, Given.Day("2025-01-01"), Given.Day("2025-12-31"), at.AddTicks(-1)).All.Select(b => b.Name).ShouldNotContain("Försörjning");
    }

    [Fact]
    public void Units_below_come_each_before_those_below_it_by_kind_and_name()
    {
        var given = new GivenOrganization();

        given.On("2025-01-01").Below(given["Styrelsen"].Id).Select(b => b.Name)
            .ShouldBe(["Service", "Fastigheter", "Kost", "Logistik", "Transport", "Staben", "Ekonomi"]);
        given.On("2025-01-01").PathTo(given["Transport"].Id).Select(b => b.Name).ShouldBe(["Regionen", "Styrelsen", "Service", "Logistik", "Transport"]);
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
