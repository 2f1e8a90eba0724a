using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.FollowUps;

/// <summary>Where the duties of a year stand on a day.</summary>
public sealed class FollowUpYearTests
{
    private static readonly Period Tertial = Period.OfTertial(2026, 2);

    private readonly GivenFollowUp given = new(ApprovalLevel.Board);
    private readonly Guid seriesId = Guid.CreateVersion7();
    private readonly Submission submission;

    public FollowUpYearTests() => submission = new(given.FollowUp.Id, given.Ward.Id);

    [Theory]
    [InlineData("2026-08-31", DutyStage.NotOpen)]
    [InlineData("2026-09-01", DutyStage.Due)]
    [InlineData("2026-09-07", DutyStage.Due)]
    [InlineData("2026-09-08", DutyStage.Late)]
    public void What_nobody_has_handed_in_is_due_from_when_it_opens_and_late_after_the_units_last_day(string day, DutyStage stage) =>
        StageOn(day).ShouldBe(stage);

    [Fact]
    public void The_last_day_is_that_of_the_reporters_level()
    {
        var year = Year("2026-09-08");

        year.DueOn(given.FollowUp, given.Ward.Id).ShouldBe(Given.Day("2026-09-07"));
        year.DueOn(given.FollowUp, given.Administration.Id).ShouldBe(Given.Day("2026-09-14"));
        year.DueOn(given.FollowUp, given.Board.Id).ShouldBe(Given.Day("2026-09-21"));
        year.DueOn(given.FollowUp, given.Region.Id).ShouldBe(Given.Day("2026-09-28"));
        Year("2026-09-08", given.Administration).Standings.Single().Stage.ShouldBe(DutyStage.Due);
    }

    [Fact]
    public void What_was_never_handed_in_is_missed_once_the_follow_up_is_locked()
    {
        given.Lock();

        StageOn("2026-10-01").ShouldBe(DutyStage.Missed);
    }

    [Fact]
    public void What_is_handed_in_is_done_only_with_the_last_approval()
    {
        Submit();
        StageOn("2026-10-01").ShouldBe(DutyStage.Submitted);
        Approve(ApprovalLevel.Unit);
        Approve(ApprovalLevel.Administration);
        StageOn("2026-10-01").ShouldBe(DutyStage.Submitted);
        Approve(ApprovalLevel.Board);
        StageOn("2026-10-01").ShouldBe(DutyStage.Done);
    }

    [Fact]
    public void What_is_sent_back_is_open_for_the_unit_again()
    {
        Submit();
        submission.Return(
            given.FollowUp, Chain, [new(Key, Sex.Total)], ApprovalLevel.Unit, GivenFollowUp.Anybody, 1, GivenFollowUp.By("Chef", "Fel"));

        var standing = Year("2026-10-01").Standings.Single();
        standing.Stage.ShouldBe(DutyStage.Returned);
        standing.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void A_figure_that_was_recorded_from_elsewhere_is_owed_no_longer() =>
        Year("2026-10-01", recorded: [Key]).Standings.Single().Stage.ShouldBe(DutyStage.Done);

    [Fact]
    public void A_prognos_is_owed_also_where_the_figure_so_far_is_recorded() =>
        Year("2026-10-01", recorded: [Key], isForecast: true).Standings.Single().Stage.ShouldBe(DutyStage.Late);

    [Fact]
    public void What_waits_is_told_with_the_step_it_waits_for_and_how_many_rows()
    {
        Submit();
        Submit(Key with { SeriesId = Guid.CreateVersion7() });
        Approve(ApprovalLevel.Unit);
        Submit(Key with { SeriesId = Guid.CreateVersion7() });

        Year("2026-10-01").Waiting.Select(w => (w.Step.Level, w.Step.UnitId, w.Rows)).Order().ShouldBe(
            [(ApprovalLevel.Unit, given.Ward.Id, 1), (ApprovalLevel.Administration, given.Administration.Id, 2)]);
    }

    [Fact]
    public void A_follow_up_is_complete_when_all_that_is_owed_and_all_that_is_handed_in_is_approved()
    {
        Year("2026-10-01").IsComplete(given.FollowUp).ShouldBeFalse();
        Submit();
        Approve(ApprovalLevel.Unit);
        Approve(ApprovalLevel.Administration);
        Year("2026-10-01").IsComplete(given.FollowUp).ShouldBeFalse();
        Approve(ApprovalLevel.Board);
        Year("2026-10-01").IsComplete(given.FollowUp).ShouldBeTrue();
        Submit(Key with { SeriesId = Guid.CreateVersion7() });
        Year("2026-10-01").IsComplete(given.FollowUp).ShouldBeFalse();
    }

    [Fact]
    public void A_figure_goes_up_the_organisation_of_its_period_also_after_a_reorganisation()
    {
        given.Ward.Place("Avdelningen", given.OtherAdministration, null, Given.Day("2026-10-01"), Given.Recorded("2026-09-01", "Flytt"));

        Year("2026-10-02").ChainOf(given.FollowUp, given.Ward.Id).Select(s => s.UnitId).ShouldBe([given.Ward.Id, given.Administration.Id, given.Board.Id]);
    }

    private SubmittedRowKey Key => new(seriesId, given.Ward.Id, Tertial);

    private IReadOnlyList<ApprovalStep> Chain => given.ChainOf(given.Ward);

    private DutyStage StageOn(string day) => Year(day).Standings.Single().Stage;

    private FollowUpYear Year(string day, OrganizationUnit? reporter = null, IEnumerable<SubmittedRowKey>? recorded = null, bool isForecast = false)
    {
        var unit = reporter ?? given.Ward;
        var owed = new OwedSeries(seriesId, unit.Id, unit.Id, IsRegional: false, Frequency.Tertial, null, null, new HashSet<int>());
        return new(
            [given.FollowUp],
            [new(given.FollowUp, owed, Tertial, isForecast)],
            [submission],
            given.Units,
            (recorded ?? []).ToHashSet(),
            Given.Day(day));
    }

    private void Submit(SubmittedRowKey? key = null) => submission.Submit(
        given.FollowUp,
        Chain,
        [new(key ?? Key, GivenFollowUp.Report(12), RowNarrative.Empty)],
        GivenFollowUp.Anybody,
        GivenFollowUp.By("Controller"),
        Given.Day(GivenFollowUp.OpenDay));

    private void Approve(ApprovalLevel level) =>
        submission.Approve(given.FollowUp, Chain, level, GivenFollowUp.Anybody, submission.Version, GivenFollowUp.By("Chef"));
}
