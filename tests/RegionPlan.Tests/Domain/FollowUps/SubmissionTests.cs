using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.FollowUps;

/// <summary>What happens to a submission where the rules around it change, and what is said where something is refused.</summary>
public sealed class SubmissionTests
{
    private readonly GivenFollowUp given = new(ApprovalLevel.Board);
    private readonly Submission submission;
    private readonly SubmittedRowKey key;

    public SubmissionTests()
    {
        submission = new(given.FollowUp.Id, given.Ward.Id);
        key = new(Guid.CreateVersion7(), given.Ward.Id, Period.OfTertial(2026, 2));
    }

    private IReadOnlyList<ApprovalStep> Chain => given.ChainOf(given.Ward);

    private RowStanding Standing => submission.StandingOf(key, Chain).ShouldNotBeNull();

    [Fact]
    public void What_waits_for_the_namnd_is_not_public_because_the_namnd_is_no_longer_required()
    {
        Submit(12);
        Approve(ApprovalLevel.Unit);
        Approve(ApprovalLevel.Administration);
        given.Requires(ApprovalLevel.Administration);

        Standing.Stage.ShouldBe(RowStage.Submitted);
        Standing.WaitsFor.ShouldBe(ApprovalLevel.Administration);
        Approve(ApprovalLevel.Administration).Single().Key.ShouldBe(key);
        Standing.Stage.ShouldBe(RowStage.Approved);
    }

    [Fact]
    public void What_is_public_stays_so_when_more_is_required()
    {
        given.Requires(ApprovalLevel.Unit);
        Submit(12);
        Approve(ApprovalLevel.Unit).Count.ShouldBe(1);
        given.Requires(ApprovalLevel.Board);

        Standing.Stage.ShouldBe(RowStage.Approved);
        Standing.WaitsFor.ShouldBeNull();
    }

    [Fact]
    public void An_approval_is_of_what_waited_then_and_not_of_what_is_handed_in_after()
    {
        var other = key with { SeriesId = Guid.CreateVersion7() };
        Submit(12);
        Approve(ApprovalLevel.Unit);
        Submit(13, to: other);

        Standing.WaitsFor.ShouldBe(ApprovalLevel.Administration);
        submission.StandingOf(other, Chain)!.WaitsFor.ShouldBe(ApprovalLevel.Unit);
        Approve(ApprovalLevel.Administration);
        submission.StandingOf(other, Chain)!.WaitsFor.ShouldBe(ApprovalLevel.Unit);
    }

    [Fact]
    public void What_waited_when_the_follow_up_was_locked_is_approved_only_with_a_reason()
    {
        Submit(12);
        given.Lock();

        Refused(() => Approve(ApprovalLevel.Unit)).ShouldStartWith("Uppföljningen är låst");
        Approve(ApprovalLevel.Unit, why: "Kom in i tid men blev liggande");
        Standing.WaitsFor.ShouldBe(ApprovalLevel.Administration);
    }

    [Fact]
    public void A_rattelse_keeps_its_reason_when_a_cell_of_it_comes_back()
    {
        Published(12);
        Submit(13, reason: "Fel nämnare");
        Return("Är det verkligen 13?", ApprovalLevel.Unit);
        Submit(14);

        Standing.Row.IsCorrection.ShouldBeTrue();
        Standing.Row.Recorded.Why.ShouldBe("Fel nämnare");
    }

    [Fact]
    public void A_public_value_that_is_sent_back_is_changed_for_the_reason_it_was_sent_back_with()
    {
        Published(12);
        Return("Nämnaren är förra årets", ApprovalLevel.Board);
        submission.LastPublic(key)!.Report.Total!.Amount.ShouldBe(12);
        Submit(14);

        Standing.Row.Recorded.Why.ShouldBe("Nämnaren är förra årets");
        submission.LastPublic(key)!.Report.Total!.Amount.ShouldBe(12);
    }

    [Fact]
    public void A_cell_named_twice_is_sent_back_once()
    {
        Submit(12);
        submission.Return(
            given.FollowUp, Chain, [new(key, Sex.Women), new(key, Sex.Women)], ApprovalLevel.Unit, GivenFollowUp.Anybody, 1, GivenFollowUp.By("Chef", "Fel"));

        submission.Steps[^1].Returned.Count.ShouldBe(1);
    }

    [Fact]
    public void A_row_that_says_nothing_is_refused() => Refused(() => Submit(null)).ShouldStartWith("En rad är tom.");

    [Fact]
    public void A_row_with_only_an_analysis_is_handed_in()
    {
        submission.Submit(
            given.FollowUp, Chain, [new(key, new(null), new() { Analysis = "Mätningen pågår" })], GivenFollowUp.Anybody, GivenFollowUp.By("Controller"), Given.Day(GivenFollowUp.OpenDay));

        Standing.Row.Narrative.Analysis.ShouldBe("Mätningen pågår");
    }

    [Fact]
    public void The_same_row_twice_in_one_go_is_refused() => Refused(() => submission.Submit(
        given.FollowUp,
        Chain,
        [Row(key, 1, null), Row(key, 2, null)],
        GivenFollowUp.Anybody,
        GivenFollowUp.By("Controller"),
        Given.Day(GivenFollowUp.OpenDay))).ShouldStartWith("Samma rad finns två gånger");

    [Fact]
    public void Nothing_is_handed_in_before_the_follow_up_opens() => Refused(() => submission.Submit(
        given.FollowUp, Chain, [Row(key, 1, null)], GivenFollowUp.Anybody, GivenFollowUp.By("Controller"), Given.Day("2026-08-31"))).ShouldStartWith("Uppföljningen har inte öppnat än.");

    [Fact]
    public void A_unit_that_nobody_approves_for_is_told_whom_to_ask() => Refused(() => submission.Submit(
        given.FollowUp, [], [Row(key, 1, null)], GivenFollowUp.Anybody, GivenFollowUp.By("Controller"), Given.Day(GivenFollowUp.OpenDay))).ShouldContain("Kontakta administratören");

    [Fact]
    public void A_reminder_is_numbered_for_its_unit_and_needs_a_text()
    {
        var first = new Reminder(given.FollowUp.Id, given.Ward.Id, null, [], "Lämna in", GivenFollowUp.By("Regionstaben"));
        var second = new Reminder(given.FollowUp.Id, given.Ward.Id, ApprovalLevel.Unit, [first], " Godkänn ", GivenFollowUp.By("Regionstaben"));
        var elsewhere = new Reminder(given.FollowUp.Id, given.Clinic.Id, null, [first, second], "Lämna in", GivenFollowUp.By("Regionstaben"));

        (first.Version, second.Version, elsewhere.Version, second.Text).ShouldBe((1, 2, 1, "Godkänn"));
        Refused(() => _ = new Reminder(given.FollowUp.Id, given.Ward.Id, null, [], " ", GivenFollowUp.By("Regionstaben"))).ShouldStartWith("Påminnelsen saknas");
    }

    private static RowToSubmit Row(SubmittedRowKey key, decimal? total, string? reason) => new(key, GivenFollowUp.Report(total), RowNarrative.Empty, reason);

    private static string Refused(Action act) => Should.Throw<RuleViolation>(act).Message;

    private void Published(decimal total)
    {
        Submit(total);
        Approve(ApprovalLevel.Unit);
        Approve(ApprovalLevel.Administration);
        Approve(ApprovalLevel.Board).Count.ShouldBe(1);
    }

    private void Submit(decimal? total, string? reason = null, SubmittedRowKey? to = null) => submission.Submit(
        given.FollowUp, Chain, [Row(to ?? key, total, reason)], GivenFollowUp.Anybody, GivenFollowUp.By("Controller"), Given.Day(GivenFollowUp.OpenDay));

    private IReadOnlyList<SubmittedRow> Approve(ApprovalLevel level, string? why = null) =>
        submission.Approve(given.FollowUp, Chain, level, GivenFollowUp.Anybody, submission.Version, GivenFollowUp.By("Chef", why));

    private void Return(string why, ApprovalLevel level) => submission.Return(
        given.FollowUp, Chain, [new(key, Sex.Total)], level, GivenFollowUp.Anybody, submission.Version, GivenFollowUp.By("Chef", why));
}
