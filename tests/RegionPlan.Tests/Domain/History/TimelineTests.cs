using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Tests.Domain.History;

/// <summary>The two time axes, told with the name of a unit: what holds on a date (validOn) as known at an instant (asOf).</summary>
public sealed class TimelineTests
{
    private readonly OrganizationUnit unit = new("folktandvarden", UnitKind.Administration);

    [Fact]
    public void Nothing_recorded_holds_nothing()
    {
        Name("2024-06-01").ShouldBeNull();
        unit.Placements.Latest().ShouldBeNull();
        unit.Placements.NextVersion().ShouldBe(1);
    }

    [Fact]
    public void A_fact_holds_from_its_date_inclusive_until_a_later_one_takes_over()
    {
        Called("A", from: "2023-01-01");
        Called("B", from: "2024-07-01");

        Name("2024-06-30").ShouldBe("A");
        Name("2024-07-01").ShouldBe("B");
        Name("2030-01-01").ShouldBe("B");
    }

    [Fact]
    public void A_fact_is_known_from_the_instant_it_is_recorded_inclusive()
    {
        Called("A", from: "2024-01-01", recorded: "2023-12-01");
        Called("B", from: "2024-01-01", recorded: "2024-03-01");

        Name("2024-06-01", asOf: Given.At("2024-03-01").AddTicks(-1)).ShouldBe("A");
        Name("2024-06-01", asOf: Given.At("2024-03-01")).ShouldBe("B");
    }

    [Fact]
    public void Nothing_holds_as_of_before_anything_was_recorded()
    {
        Called("A", from: "2024-01-01", recorded: "2023-12-01");

        Name("2024-06-01", asOf: Given.At("2023-11-30")).ShouldBeNull();
    }

    [Fact]
    public void The_two_axes_are_asked_together()
    {
        Called("A", from: "2024-01-01", recorded: "2023-12-01");
        Called("B", from: "2024-07-01", recorded: "2024-05-01");
        Called("B, rättat", from: "2024-07-01", recorded: "2024-09-01");

        Name("2024-08-01", asOf: Given.At("2024-04-01")).ShouldBe("A");
        Name("2024-06-30", asOf: Given.At("2024-06-01")).ShouldBe("A");
        Name("2024-08-01", asOf: Given.At("2024-06-01")).ShouldBe("B");
        Name("2024-08-01", asOf: Given.At("2024-10-01")).ShouldBe("B, rättat");
        Name("2024-06-30", asOf: Given.At("2024-10-01")).ShouldBe("A");
    }

    [Fact]
    public void Of_two_facts_from_the_same_date_the_last_recorded_holds()
    {
        Called("A", from: "2024-01-01");
        Called("B", from: "2024-01-01");

        Name("2024-01-01").ShouldBe("B");
    }

    [Fact]
    public void Of_two_facts_recorded_at_the_same_instant_the_higher_version_holds()
    {
        Called("A", from: "2024-01-01", recorded: "2023-12-01");
        Called("B", from: "2024-01-01", recorded: "2023-12-01");

        unit.Placements.Reverse().Current(Given.Day("2024-01-01")).ShouldNotBeNull().Name.ShouldBe("B");
        unit.Placements.Reverse().Latest().ShouldNotBeNull().Name.ShouldBe("B");
    }

    [Fact]
    public void A_correction_of_an_old_date_recorded_after_a_newer_date_corrects_the_old_and_leaves_the_newer()
    {
        Called("A", from: "2023-01-01", recorded: "2022-12-01");
        Called("B", from: "2024-01-01", recorded: "2023-12-01");
        Called("A, rättat", from: "2023-01-01", recorded: "2024-06-01");

        Name("2023-06-01").ShouldBe("A, rättat");
        Name("2024-06-01").ShouldBe("B");
        unit.Placements.Latest().ShouldNotBeNull().Name.ShouldBe("A, rättat");
    }

    [Fact]
    public void A_date_before_the_first_fact_shows_the_first_as_last_corrected()
    {
        Called("B", from: "2025-01-01");
        Called("A", from: "2024-01-01");
        Called("A, rättat", from: "2024-01-01");

        Name("2019-01-01").ShouldBe("A, rättat");
    }

    [Fact]
    public void The_first_fact_is_the_first_of_those_known_then()
    {
        Called("B", from: "2025-01-01", recorded: "2024-01-01");
        Called("A", from: "2024-01-01", recorded: "2024-06-01");

        Name("2019-01-01", asOf: Given.At("2024-03-01")).ShouldBe("B");
    }

    [Fact]
    public void The_latest_fact_is_asked_as_of_an_instant_too()
    {
        Called("A", from: "2024-01-01", recorded: "2023-12-01");
        Called("B", from: "2024-01-01", recorded: "2024-03-01");

        unit.Placements.Latest(Given.At("2024-02-29")).ShouldNotBeNull().Name.ShouldBe("A");
        unit.Placements.Latest(Given.At("2024-03-01")).ShouldNotBeNull().Name.ShouldBe("B");
    }

    [Fact]
    public void Versions_number_on_from_the_highest()
    {
        Called("A", from: "2024-01-01");
        Called("B", from: "2023-01-01");

        unit.Placements.Select(p => p.Version).ShouldBe([1, 2]);
        unit.Placements.Where(p => p.Version == 2).NextVersion().ShouldBe(3);
    }

    private void Called(string name, string from, string recorded = Given.PlanDecided) =>
        unit.Place(name, null, null, Given.Day(from), Given.Recorded(recorded));

    private string? Name(string validOn, DateTimeOffset? asOf = null) => unit.Placements.Current(Given.Day(validOn), asOf)?.Name;
}
