using RegionPlan.Domain;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Tests.Domain.Scorecards;

/// <summary>A styrkort's versions, and what is told of its activities.</summary>
public sealed class DecidingTests
{
    private static readonly OrganizationUnit Unit = new("folktandvarden", UnitKind.Administration);
    private readonly Scorecard scorecard = new(Unit, 2026);
    private readonly ScorecardContent content = GivenScorecard.Content(GivenScorecard.Goal("Friska tänder", null));
    private readonly List<ActivityProgress> told = [];

    [Theory]
    [InlineData(1999)]
    [InlineData(2101)]
    public void A_styrkort_is_made_for_a_likely_year(int year) => Should.Throw<RuleViolation>(() => new Scorecard(Unit, year)).Message.ShouldContain("mellan 2000 och 2100");

    [Fact]
    public void The_region_has_its_regionplan() =>
        Should.Throw<RuleViolation>(() => new Scorecard(new(OrganizationUnit.RegionKey, UnitKind.Region), 2026)).Message.ShouldContain("regionplanen");

    [Fact]
    public void The_first_version_needs_no_reason_and_a_later_one_needs_a_reason_and_a_change()
    {
        var changed = GivenScorecard.Content(GivenScorecard.Goal("Friskare tänder", null));
        scorecard.Decide(content, GivenScorecard.Decision(), Given.Recorded()).Version.ShouldBe(1);
        Should.Throw<RuleViolation>(() => scorecard.Decide(changed, GivenScorecard.Decision(), Given.Recorded())).Message.ShouldContain("varför");
        Should.Throw<RuleViolation>(() => scorecard.Decide(content, GivenScorecard.Decision(), Given.Recorded(why: "Ny"))).Message.ShouldContain("Inget är ändrat");
        scorecard.Decide(changed, GivenScorecard.Decision(), Given.Recorded(why: "Ny")).Version.ShouldBe(2);
        scorecard.Decide(content, GivenScorecard.Decision(), Given.Recorded(why: "Åter")).Version.ShouldBe(3);
        scorecard.Versions.Select(v => v.Content.Goals[0].Name).ShouldBe(["Friska tänder", "Friskare tänder", "Friska tänder"]);
    }

    [Fact]
    public void A_decision_names_who_and_a_likely_day()
    {
        Should.Throw<RuleViolation>(() => GivenScorecard.Decision(" ")).Message.ShouldBe("Vem som har beslutat saknas. Fyll i.");
        Should.Throw<RuleViolation>(() => GivenScorecard.Decision(new string('a', 201))).Message.ShouldContain("högst 200 tecken");
        Should.Throw<RuleViolation>(() => GivenScorecard.Decision(paragraph: new string('§', 61))).Message.ShouldContain("högst 60 tecken");
        Should.Throw<RuleViolation>(() => GivenScorecard.Decision(on: "1999-12-31")).Message.ShouldContain("före 2000");
        GivenScorecard.Decision(" Nämnden ", paragraph: "  ").ShouldSatisfyAllConditions(d => d.By.ShouldBe("Nämnden"), d => d.Paragraph.ShouldBeNull());
    }

    [Fact]
    public void What_is_told_of_an_activity_is_new_and_a_broken_off_one_is_explained()
    {
        Refused(ActivityState.NotStarted, null, "Inget är nytt.");
        Refused(ActivityState.Cancelled, " ", "Skriv varför aktiviteten avbryts.");
        Tell(ActivityState.NotStarted, "Väntar på lokal");
        Tell(ActivityState.Ongoing, null);
        Refused(ActivityState.Ongoing, null, "Inget är nytt.");
        Tell(ActivityState.Ongoing, "Halvvägs");
        Refused(ActivityState.Ongoing, "Halvvägs", "Inget är nytt.");
        Refused(ActivityState.Done, new string('a', 2001), "Anteckningen får vara högst 2000 tecken.");
        Tell(ActivityState.Done, null);
        Tell(ActivityState.Cancelled, "Ändrat beslut");
        told.Select(t => t.Version).ShouldBe([1, 2, 3, 4, 5]);
    }

    private void Tell(ActivityState state, string? note) => told.Add(new(scorecard.Id, Guid.Empty, told, state, note, Given.Recorded()));

    private void Refused(ActivityState state, string? note, string says) => Should.Throw<RuleViolation>(() => Tell(state, note)).Message.ShouldStartWith(says);
}
