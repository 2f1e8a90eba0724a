using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.FollowUps;

public sealed class FollowUpTests
{
    private static readonly SubmissionActor Staff = new(MayEnter: false, new HashSet<ApprovalLevel>(), MayLock: true);

    [Fact]
    public void Its_key_tells_the_year_the_report_and_the_number() =>
        new FollowUp(2026, FollowUpKind.InterimReport, 2).Key.ShouldBe("2026-delarsrapport-2");

    [Theory]
    [InlineData(1999, 1)]
    [InlineData(2101, 1)]
    [InlineData(2026, 0)]
    [InlineData(2026, 13)]
    public void A_year_or_number_that_cannot_be_is_refused(int year, int number) =>
        Should.Throw<RuleViolation>(() => new FollowUp(year, FollowUpKind.PeriodReport, number));

    [Theory]
    [InlineData(4, "2026-T1")]
    [InlineData(8, "2026-T2")]
    [InlineData(12, "2026")]
    [InlineData(3, "2026-03")]
    public void Its_own_period_is_the_tertial_or_year_that_ends_with_it_else_the_month(int month, string period) =>
        FollowUpGiven.Planned(FollowUpGiven.Terms(2026, month)).OwnPeriod.ShouldBe(Period.Parse(period));

    [Fact]
    public void A_change_needs_a_reason_and_keeps_what_was()
    {
        var followUp = FollowUpGiven.Planned(FollowUpGiven.Terms());
        var later = FollowUpGiven.Terms() with { RegionDue = Given.Day("2026-05-29") };

        Should.Throw<RuleViolation>(() => followUp.Plan(later, Given.Recorded())).Message.ShouldBe("Skriv varför uppföljningen ändras.");
        followUp.Plan(later, Given.Recorded(why: "Sen helg"));

        followUp.Terms.RegionDue.ShouldBe(Given.Day("2026-05-29"));
        followUp.Versions.Select(v => v.Version).ShouldBe([1, 2]);
        followUp.Versions[0].Terms.RegionDue.ShouldBe(Given.Day("2026-05-24"));
    }

    [Fact]
    public void Trying_other_terms_changes_nothing()
    {
        var followUp = FollowUpGiven.Planned(FollowUpGiven.Terms());

        var tried = followUp.Trying(FollowUpGiven.Terms() with { OpensOn = Given.Day("2026-05-04") });

        (tried.Id, tried.Key, tried.Terms.OpensOn).ShouldBe((followUp.Id, followUp.Key, Given.Day("2026-05-04")));
        followUp.Terms.OpensOn.ShouldBe(Given.Day("2026-05-01"));
        followUp.Versions.Count.ShouldBe(1);
        Should.Throw<RuleViolation>(() => followUp.Trying(FollowUpGiven.Terms() with { OpensOn = Given.Day("2026-05-31") }));
    }

    [Fact]
    public void It_is_planned_then_open_also_when_its_last_days_have_passed_and_then_locked()
    {
        var followUp = FollowUpGiven.Planned(FollowUpGiven.Terms());

        followUp.On(Given.Day("2026-04-30")).ShouldBe(FollowUpState.Planned);
        followUp.On(Given.Day("2026-05-01")).ShouldBe(FollowUpState.Open);
        followUp.On(Given.Day("2027-05-01")).ShouldBe(FollowUpState.Open);
        followUp.Lock(Staff, Given.Recorded(), Given.Day("2026-06-01"), isComplete: true);
        followUp.On(Given.Day("2026-06-01")).ShouldBe(FollowUpState.Locked);
    }

    [Fact]
    public void What_is_locked_is_neither_changed_nor_tried_nor_locked_again()
    {
        var followUp = FollowUpGiven.Planned(FollowUpGiven.Terms());
        followUp.Lock(Staff, Given.Recorded(), Given.Day("2026-06-01"), isComplete: true);

        Should.Throw<RuleViolation>(() => followUp.Plan(FollowUpGiven.Terms(), Given.Recorded(why: "Ändrat"))).Message.ShouldContain("låst");
        Should.Throw<RuleViolation>(() => followUp.Trying(FollowUpGiven.Terms())).Message.ShouldContain("låst");
        Should.Throw<RuleViolation>(() => followUp.Lock(Staff, Given.Recorded(), Given.Day("2026-06-02"), isComplete: true)).Message.ShouldContain("redan låst");
        followUp.Locks.Count.ShouldBe(1);
    }

    [Fact]
    public void It_is_locked_by_regionstaben_once_open_and_with_a_reason_where_something_is_missing()
    {
        var followUp = FollowUpGiven.Planned(FollowUpGiven.Terms());

        Should.Throw<RuleViolation>(() => followUp.Lock(Staff with { MayLock = false }, Given.Recorded(), Given.Day("2026-06-01"), isComplete: true));
        Should.Throw<RuleViolation>(() => followUp.Lock(Staff, Given.Recorded(), Given.Day("2026-04-30"), isComplete: true));
        Should.Throw<RuleViolation>(() => followUp.Lock(Staff, Given.Recorded(), Given.Day("2026-06-01"), isComplete: false)).Message.ShouldContain("Skriv varför");
        followUp.Lock(Staff, Given.Recorded(why: "En enhet är nedlagd"), Given.Day("2026-06-01"), isComplete: false).IsComplete.ShouldBeFalse();
    }
}
