using RegionPlan.Domain;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.FollowUps;

/// <summary>A unit's economy on its way up, in the same submission and by the same steps as its figures.</summary>
public sealed class SubmittedAmountTests
{
    private static readonly SubmissionActor Anybody = GivenFollowUp.Anybody with { MayEnterAmounts = true };

    private readonly GivenFollowUp given = new(ApprovalLevel.Board);
    private readonly Submission submission;
    private readonly AmountKey key = new(Guid.NewGuid(), Period.OfMonth(2026, 8));

    public SubmittedAmountTests() => submission = new(given.FollowUp.Id, given.Administration.Id);

    private IReadOnlyList<ApprovalStep> Chain => given.ChainOf(given.Administration);

    private AmountStanding Standing => submission.StandingOf(key, Chain).ShouldNotBeNull();

    [Fact]
    public void Amounts_are_made_public_by_the_last_approval_only()
    {
        Submit(-12, -20);

        Standing.WaitsFor.ShouldBe(ApprovalLevel.Administration);
        Approve(ApprovalLevel.Administration).ShouldBeEmpty();
        Standing.WaitsFor.ShouldBe(ApprovalLevel.Board);
        Approve(ApprovalLevel.Board).Single().Outcome.ShouldBe(-12);
        Standing.Stage.ShouldBe(RowStage.Approved);
    }

    [Fact]
    public void One_approval_is_of_rows_and_amounts_alike_and_none_of_what_comes_after()
    {
        var row = new SubmittedRowKey(Guid.NewGuid(), given.Administration.Id, Period.OfTertial(2026, 2));
        given.Requires(ApprovalLevel.Administration);
        Submit(-12, -20);
        submission.Submit(given.FollowUp, Chain, [new(row, GivenFollowUp.Report(5), RowNarrative.Empty)], Anybody, GivenFollowUp.By("Controller"), Given.Day(GivenFollowUp.OpenDay));

        Approve(ApprovalLevel.Administration).Count.ShouldBe(1);
        submission.StandingOf(row, Chain)!.Stage.ShouldBe(RowStage.Approved);
        var later = key with { PostId = Guid.NewGuid() };
        Submit(1, 2, to: later);
        submission.StandingOf(later, Chain)!.Stage.ShouldBe(RowStage.Submitted);
    }

    [Fact]
    public void A_returned_amount_alone_is_open_again_and_what_was_approved_of_it_is_void()
    {
        Submit(-12, -20);
        Approve(ApprovalLevel.Administration);
        Return(ApprovalLevel.Board, AmountKind.Forecast);

        Standing.Stage.ShouldBe(RowStage.Returned);
        Should.Throw<RuleViolation>(() => Submit(-13, -21)).Message.ShouldBe("Bara de belopp som skickades tillbaka kan ändras.");
        Submit(-12, -21);
        Standing.WaitsFor.ShouldBe(ApprovalLevel.Administration);
    }

    [Fact]
    public void A_return_says_why_and_names_at_least_one_amount()
    {
        Submit(-12, -20);

        Should.Throw<RuleViolation>(() => Return(ApprovalLevel.Administration, AmountKind.Outcome, why: null)).Message.ShouldStartWith("Skriv vad som ska rättas");
        Should.Throw<RuleViolation>(() => Return(ApprovalLevel.Administration)).Message.ShouldBe("Välj minst en ruta att skicka tillbaka.");
        Should.Throw<RuleViolation>(() => Return(ApprovalLevel.Administration, [new(key with { PostId = Guid.NewGuid() }, AmountKind.Outcome)]))
            .Message.ShouldStartWith("En av rutorna väntar inte på förvaltningen.");
    }

    [Fact]
    public void What_is_public_or_locked_is_changed_by_a_rattelse_with_a_reason_which_goes_the_whole_way_up()
    {
        Submit(-12, -20);
        Approve(ApprovalLevel.Administration);
        Approve(ApprovalLevel.Board);

        Should.Throw<RuleViolation>(() => Submit(-13, -20)).Message.ShouldBe("Beloppet är redan godkänt. Skriv varför det rättas.");
        Submit(-13, -20, reason: "Fel period");
        Standing.Row.IsCorrection.ShouldBeTrue();
        Approve(ApprovalLevel.Administration).ShouldBeEmpty();
        Approve(ApprovalLevel.Board).Single().Recorded.Why.ShouldBe("Fel period");
        given.Lock();
        Should.Throw<RuleViolation>(() => Submit(-14, -20)).Message.ShouldBe("Uppföljningen är låst. Skriv varför beloppet rättas.");
        Return(ApprovalLevel.Board, AmountKind.Outcome, expected: "Uppföljningen är låst. Ett godkänt värde ändras nu med en rättelse.");
    }

    [Fact]
    public void What_waits_is_not_handed_in_again_and_what_waits_at_the_lock_needs_a_reason()
    {
        Submit(-12, -20);

        Should.Throw<RuleViolation>(() => Submit(-13, -20)).Message.ShouldStartWith("Ett belopp är redan inskickat");
        given.Lock();
        Should.Throw<RuleViolation>(() => Approve(ApprovalLevel.Administration)).Message.ShouldStartWith("Uppföljningen är låst, och det som väntar");
        Approve(ApprovalLevel.Administration, "Kom i tid");
        Standing.WaitsFor.ShouldBe(ApprovalLevel.Board);
    }

    [Theory]
    [InlineData(null, null, "Fyll i ett utfall eller en helårsprognos.")]
    [InlineData(2000000, null, "Beloppet är för stort. Ange det i miljoner kronor.")]
    public void What_cannot_be_kept_is_refused(int? outcome, int? forecast, string told) =>
        Should.Throw<RuleViolation>(() => Submit(outcome, forecast)).Message.ShouldBe(told);

    [Fact]
    public void Only_who_hands_in_the_economy_may()
    {
        var actor = GivenFollowUp.Anybody;

        Should.Throw<RuleViolation>(() => submission.SubmitAmounts(
            given.FollowUp, Chain, [new(key, new(1, 2))], actor, GivenFollowUp.By("Controller"), Given.Day(GivenFollowUp.OpenDay))).Message.ShouldBe("Du lämnar inte in för enheten.");
        Should.Throw<RuleViolation>(() => submission.SubmitAmounts(
            given.FollowUp, Chain, [new(key, new(1, 2))], Anybody, GivenFollowUp.By("Controller"), Given.Day("2026-08-31"))).Message.ShouldStartWith("Uppföljningen har inte öppnat än.");
        Should.Throw<RuleViolation>(() => submission.SubmitAmounts(
            given.FollowUp, Chain, [new(key, new(1, 2)), new(key, new(1, 3))], Anybody, GivenFollowUp.By("Controller"), Given.Day(GivenFollowUp.OpenDay))).Message.ShouldStartWith("Samma budgetpost");
    }

    private void Submit(decimal? outcome, decimal? forecast, string? reason = null, AmountKey? to = null) => submission.SubmitAmounts(
        given.FollowUp, Chain, [new(to ?? key, new(outcome, forecast), reason)], Anybody, GivenFollowUp.By("Controller"), Given.Day(GivenFollowUp.OpenDay));

    private IReadOnlyList<SubmittedAmount> Approve(ApprovalLevel level, string? why = null)
    {
        submission.Approve(given.FollowUp, Chain, level, Anybody, submission.Version, GivenFollowUp.By("Chef", why));
        return submission.MadePublicBy(submission.Steps[^1]);
    }

    private void Return(ApprovalLevel level, AmountKind kind, string? why = "Kontrollera", string? expected = null)
    {
        if (expected is not null)
        {
            Should.Throw<RuleViolation>(() => Return(level, [new(key, kind)], why)).Message.ShouldBe(expected);
            return;
        }

        Return(level, [new(key, kind)], why);
    }

    private void Return(ApprovalLevel level, IReadOnlyList<ReturnedAmount>? amounts = null, string? why = "Kontrollera") =>
        submission.Return(given.FollowUp, Chain, [], amounts ?? [], level, Anybody, submission.Version, GivenFollowUp.By("Chef", why));
}
