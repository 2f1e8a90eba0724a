using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;

namespace RegionPlan.Tests.Domain.FollowUps;

public sealed class FollowUpWithdrawalTests
{
    private static readonly FollowUpUse Unused = new(0, 0, 0, 0, 0);

    [Fact]
    public void It_needs_a_reason_and_is_done_once()
    {
        var followUp = FollowUpGiven.Planned(FollowUpGiven.Terms());

        Should.Throw<RuleViolation>(() => followUp.Withdraw(Unused, Given.Recorded())).Message.ShouldBe("Skriv varför uppföljningen tas bort.");
        followUp.Withdraw(Unused, Given.Recorded(why: "Upplagd två gånger")).Version.ShouldBe(1);

        followUp.Withdrawals.ShouldHaveSingleItem().Recorded.Why.ShouldBe("Upplagd två gånger");
        followUp.Versions.Count.ShouldBe(1, "what it was to be is kept");
        Should.Throw<RuleViolation>(() => followUp.Withdraw(Unused, Given.Recorded(why: "En gång till"))).Message.ShouldStartWith("Uppföljningen är redan borttagen.");
    }

    [Theory]
    [InlineData(1, 0, 0, 0, 0)]
    [InlineData(0, 1, 0, 0, 0)]
    [InlineData(0, 0, 1, 0, 0)]
    [InlineData(0, 0, 0, 1, 0)]
    [InlineData(0, 0, 0, 0, 1)]
    public void Nothing_that_has_come_of_it_may_be_lost(int submissions, int reviews, int reminders, int imports, int reports)
    {
        var followUp = FollowUpGiven.Planned(FollowUpGiven.Terms());

        Should.Throw<RuleViolation>(() => followUp.Withdraw(new(submissions, reviews, reminders, imports, reports), Given.Recorded(why: "Av misstag")))
            .Message.ShouldStartWith("Uppföljningen används redan");
        followUp.Withdrawals.ShouldBeEmpty();
    }

    [Fact]
    public void One_that_is_locked_stays()
    {
        var followUp = FollowUpGiven.Planned(FollowUpGiven.Terms());
        followUp.Lock(new(MayEnter: false, new HashSet<ApprovalLevel>(), MayLock: true), Given.Recorded(), Given.Day("2026-06-01"), isComplete: true);

        Should.Throw<RuleViolation>(() => followUp.Withdraw(Unused, Given.Recorded(why: "Av misstag"))).Message.ShouldStartWith("Uppföljningen är låst");
    }
}
