using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Domain.Economy;

namespace RegionPlan.Tests.Domain.FollowUps;

/// <summary>Where the economy that is owed to a follow-up stands.</summary>
public sealed class OwedEconomyTests
{
    private static readonly Period August = Period.OfMonth(2026, 8);
    private static readonly SubmissionActor Actor = GivenFollowUp.Anybody with { MayEnterAmounts = true };

    private readonly GivenFollowUp given = new();
    private readonly GivenBudget budget = GivenBudget.Whole();
    private readonly FollowUp followUp = GivenFollowUp.Planned(FollowUpKind.InterimReport, 2, ApprovalLevel.Region, "2026-08-31");
    private readonly HashSet<(AmountKey, AmountKind)> recorded = [];
    private readonly Submission submission;

    public OwedEconomyTests() => submission = new(followUp.Id, given.OtherAdministration.Id);

    [Theory]
    [InlineData("2026-08-31", DutyStage.NotOpen)]
    [InlineData("2026-09-14", DutyStage.Due)]
    [InlineData("2026-09-15", DutyStage.Late)]
    public void Every_post_of_the_budget_is_owed_by_the_last_day_of_the_unit_that_hands_it_in(string day, DutyStage stage)
    {
        Year(day).Economy.Select(s => s.Duty.Row.Definition.Name).ShouldBe(["Sjukvård", "Trafik", "Köpt vård", "Bidrag", "Skatt", "Utjämning", "Ränta"]);
        Year(day).Economy.ShouldAllBe(s => s.Stage == stage && s.ReporterId == given.OtherAdministration.Id);
    }

    [Fact]
    public void A_post_is_done_when_all_that_it_owes_is_recorded_and_not_before()
    {
        recorded.Add((KeyOf("Skatt"), AmountKind.Outcome));
        StageOf("Skatt").ShouldBe(DutyStage.Late);
        recorded.Add((KeyOf("Skatt"), AmountKind.Forecast));
        StageOf("Skatt").ShouldBe(DutyStage.Done);
        StageOf("Ränta").ShouldBe(DutyStage.Late);
    }

    [Fact]
    public void A_post_that_is_handed_in_waits_until_its_last_approval()
    {
        Submit("Skatt");
        StageOf("Skatt").ShouldBe(DutyStage.Submitted);
        foreach (var step in Chain)
        {
            submission.Approve(followUp, Chain, step.Level, Actor, submission.Version, GivenFollowUp.By("Chef"));
        }

        StageOf("Skatt").ShouldBe(DutyStage.Done);
    }

    [Fact]
    public void A_follow_up_is_complete_only_with_its_economy()
    {
        Year("2026-10-01").IsComplete(followUp).ShouldBeFalse();
        Year("2026-10-01").OwedTo(followUp).Count().ShouldBe(7);
        foreach (var post in budget.Posts)
        {
            recorded.UnionWith([(KeyOf(post.Key), AmountKind.Outcome), (KeyOf(post.Key), AmountKind.Forecast)]);
        }

        Year("2026-10-01").IsComplete(followUp).ShouldBeTrue();
    }

    [Fact]
    public void A_follow_up_that_does_not_tell_of_money_and_a_year_without_a_budget_owe_none()
    {
        Year("2026-10-01", given.FollowUp).Economy.ShouldBeEmpty();
        new FollowUpYear([followUp], [], [], given.Units, new HashSet<SubmittedRowKey>(), Given.Day("2026-10-01")).IsComplete(followUp).ShouldBeTrue();
    }

    private IReadOnlyList<ApprovalStep> Chain => ApprovalChain.Of(given.Tree, given.OtherAdministration.Id, followUp.Terms.Requires);

    private AmountKey KeyOf(string post) => new(budget.Posts.Single(p => p.Key == post).Id, August);

    private DutyStage StageOf(string post) => Year("2026-10-01").Economy.Single(s => s.Duty.Key == KeyOf(post)).Stage;

    private FollowUpYear Year(string day, FollowUp? other = null) => new(
        [other ?? followUp],
        [],
        [submission],
        given.Units,
        new HashSet<SubmittedRowKey>(),
        Given.Day(day),
        new(budget.Year(2026), given.OtherAdministration.Id, recorded));

    private void Submit(string post) => submission.SubmitAmounts(
        followUp, Chain, [new(KeyOf(post), new(1, 2))], Actor, GivenFollowUp.By("Controller"), Given.Day(GivenFollowUp.OpenDay));
}
