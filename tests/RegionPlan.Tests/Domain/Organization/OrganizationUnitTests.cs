using RegionPlan.Domain;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Tests.Domain.Organization;

public sealed class OrganizationUnitTests
{
    private readonly OrganizationUnit unit = new("folktandvarden", UnitKind.Administration);

    [Fact]
    public void A_placement_names_the_unit_and_tells_what_it_stands_under()
    {
        var board = new OrganizationUnit("regionstyrelsen", UnitKind.Board);

        var placement = unit.Place(" Folktandvården ", board, 400, Given.Day("2024-01-01"), Given.Recorded());

        placement.ShouldSatisfyAllConditions(
            p => p.Name.ShouldBe("Folktandvården"),
            p => p.ParentId.ShouldBe(board.Id),
            p => p.AboutStaff.ShouldBe(400),
            p => p.Version.ShouldBe(1));
    }

    [Fact]
    public void A_new_placement_is_the_next_version_and_keeps_the_old()
    {
        Place("Tandvården");
        Place("Folktandvården").Version.ShouldBe(2);

        unit.Placements.Select(p => p.Name).ShouldBe(["Tandvården", "Folktandvården"]);
    }

    [Fact]
    public void A_unit_cannot_stand_under_itself()
    {
        Should.Throw<RuleViolation>(() => unit.Place("Folktandvården", unit, null, Given.Day("2024-01-01"), Given.Recorded()))
            .Message.ShouldBe("En enhet kan inte ligga under sig själv. Välj en annan överordnad enhet.");
        unit.Placements.ShouldBeEmpty();
    }

    [Fact]
    public void A_unit_needs_a_name_of_at_most_200_characters()
    {
        Should.Throw<RuleViolation>(() => Place("  ")).Message.ShouldBe("Ange ett namn på högst 200 tecken.");
        Should.Throw<RuleViolation>(() => Place(new string('x', 201))).Message.ShouldBe("Ange ett namn på högst 200 tecken.");
        Should.NotThrow(() => Place(new string('x', 200)));
    }

    private Placement Place(string name) => unit.Place(name, null, null, Given.Day("2024-01-01"), Given.Recorded());
}
