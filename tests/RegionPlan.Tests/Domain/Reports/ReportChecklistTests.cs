using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Reports;

namespace RegionPlan.Tests.Domain.Reports;

/// <summary>What there is to mend is found before a report is decided, and nothing else is.</summary>
public sealed class ReportChecklistTests
{
    [Fact]
    public void A_report_with_nothing_to_mend_gives_no_findings()
    {
        var given = new GivenReport();
        given.Board();

        given.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Ten_planted_faults_of_ten_kinds_are_all_found()
    {
        var given = new GivenReport();
        var low = given.Plan.Measure("3.12", Given.Percent("Återbesök i tid") with { Frequency = Frequency.Tertial });
        given.Plan.Target(low, 2025, 90).Outcome(low, "2025-T2", 60, "2025-09-10");
        var missing = given.Plan.Measure("3.13", Given.Percent("Svar i telefon") with { Frequency = Frequency.Month });
        given.Plan.Target(missing, 2025, 90);
        given.Board("Regionala utvecklingsnämnden", hasAssessed: false);
        given.AssessBefore(given.Board(hasAssessed: false), given.Assessed.Goals[0], GoalStatus.Achieved);
        given.Leave("sammanfattning", isEmpty: true)
            .Write("handelser", "Påbörjad text.", SectionState.Begun)
            .Leave("utveckling", draftBy: "Regiondirektör")
            .Write("uppdrag", "[[mått 9.99]]")
            .Write("mal", "För mått 3.11 är utfallet 78,4 %.")
            .Owe(DutyStage.Late)
            .Unlocked();
        given.Today = Given.Day("2025-11-01");

        given.Findings.Select(f => f.Kind).Distinct().ShouldBe(
            [
                ChecklistKind.SectionMissing, ChecklistKind.SectionBegun, ChecklistKind.SectionUnsaved, ChecklistKind.BlockUnknown, ChecklistKind.OutcomeMissing,
                ChecklistKind.DeviationUnexplained, ChecklistKind.NumberDiffers, ChecklistKind.StatusUnmotivated, ChecklistKind.AssessmentMissing, ChecklistKind.DutyOpen,
                ChecklistKind.LateByLaw, ChecklistKind.NotLocked,
            ],
            ignoreOrder: true);
        given.Findings.Select(f => f.Severity).ShouldBeInOrder();
        given.Findings.ShouldAllBe(f => f.Message.EndsWith('.') && f.Message.Length > 40);
    }

    [Fact]
    public void A_required_section_that_nobody_has_written_is_missing_and_one_that_is_only_wanted_is_not()
    {
        var found = new GivenReport().Leave("sammanfattning", isEmpty: true).Leave("uppdrag", isEmpty: true).Findings.ShouldHaveSingleItem();

        (found.Kind, found.Severity, found.Section).ShouldBe((ChecklistKind.SectionMissing, ChecklistSeverity.Mend, "sammanfattning"));
        found.Message.ShouldContain("bilaga 7");
        new GivenReport().Leave("mal", "Nämndsekreterare", isEmpty: true).Findings.Single().Message.ShouldContain("Nämndsekreterare har ett utkast");
    }

    [Fact]
    public void A_section_that_the_system_fills_and_nobody_has_saved_is_to_be_read_and_marked()
    {
        var found = new GivenReport().Leave("mal", isEmpty: true).Leave("andringar", isEmpty: true).Findings.ShouldHaveSingleItem();

        (found.Kind, found.Severity, found.Section).ShouldBe((ChecklistKind.SectionBegun, ChecklistSeverity.Mend, "mal"));
        found.Message.ShouldBe("Avsnittet Utvärdering av målen är inte markerat som klart: det fylls av systemet. Läs igenom och spara det som klart.");
    }

    [Fact]
    public void A_section_that_is_begun_is_told_once_with_or_without_a_draft() =>
        new GivenReport().Write("mal", "Början.", SectionState.Begun).Leave("mal", "Regiondirektör").Findings.Select(f => f.Kind).ShouldBe([ChecklistKind.SectionBegun]);

    [Fact]
    public void A_done_section_with_a_draft_tells_whose_it_is() =>
        new GivenReport().Leave("mal", "Regiondirektör").Findings.ShouldHaveSingleItem().Message.ShouldContain("Regiondirektör har ändringar som inte är sparade");

    [Theory]
    [InlineData("[[kostnad]]", "[[kostnad]]")]
    [InlineData("[[mått 9.99]]", "inget mått 9.99")]
    [InlineData("[[mål 9]]", "inget mål 9")]
    [InlineData("> [[avvikelser]]", "[[avvikelser]] står bland andra ord")]
    [InlineData("Se [[mått 3.11]] ovan.", "[[mått 3.11]] står bland andra ord")]
    public void A_live_block_that_shows_nothing_is_found(string line, string told)
    {
        var found = new GivenReport().Write("mal", $"Text.\n\n{line}").Findings.ShouldHaveSingleItem();

        (found.Kind, found.Section).ShouldBe((ChecklistKind.BlockUnknown, "mal"));
        found.Message.ShouldContain(told);
    }

    [Theory]
    [InlineData("[[mått 3.11]]")]
    [InlineData("[[mål 3]]")]
    [InlineData("[[mått]]")]
    public void A_live_block_of_the_plan_is_none(string line) => new GivenReport().Write("mal", line).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData(1, "en kommentar som inte är åtgärdad.")]
    [InlineData(2, "2 kommentarer som inte är åtgärdade.")]
    public void An_open_comment_is_to_be_looked_at(int open, string told)
    {
        var found = new GivenReport().Leave("mal", comments: open).Findings.ShouldHaveSingleItem();

        (found.Kind, found.Severity).ShouldBe((ChecklistKind.CommentOpen, ChecklistSeverity.Check));
        found.Message.ShouldContain(told);
    }

    [Theory]
    [InlineData(Frequency.Month, "2025-07", true)]
    [InlineData(Frequency.Month, "2025-08", false)]
    [InlineData(Frequency.Month, "2025-T2", false)]
    [InlineData(Frequency.Tertial, "2025-T1", true)]
    [InlineData(Frequency.Tertial, "2025-T2", false)]
    [InlineData(Frequency.Year, "2024", false)]
    [InlineData(Frequency.EverySecondYear, "2023", false)]
    public void An_outcome_is_missing_where_its_latest_period_is_over_and_has_none(Frequency frequency, string latest, bool isMissing)
    {
        var given = new GivenReport();
        var series = given.Plan.Measure("3.12", Given.Percent() with { Frequency = frequency });
        given.Plan.Target(series, 2025, 50).Outcome(series, latest, 60, "2025-09-10");

        given.Findings.Count(f => f is { Kind: ChecklistKind.OutcomeMissing, Measure: "3.12", Severity: ChecklistSeverity.Mend }).ShouldBe(isMissing ? 1 : 0);
    }

    [Fact]
    public void A_yearly_measure_is_due_in_the_annual_report_and_one_without_target_or_that_has_ended_never_is()
    {
        var given = new GivenReport(FollowUpKind.AnnualReport, 12);
        given.Plan.Outcome(given.Wait, "2025-T3", 81, "2025-12-31");
        given.Plan.Target(given.Plan.Measure("3.12"), 2025, 50);
        given.Plan.Measure("3.13");
        given.Plan.Target(given.Plan.Measure("3.14", seriesTerms: new() { MeasuredThrough = 2024 }), 2025, 50);

        given.Findings.Where(f => f.Kind == ChecklistKind.OutcomeMissing).Select(f => f.Measure).ShouldBe(["3.12"]);
        given.Findings.First(f => f.Kind == ChecklistKind.OutcomeMissing).Message.ShouldContain("helåret 2025");
    }

    [Fact]
    public void A_yearly_measure_without_a_prognos_is_only_told()
    {
        var found = new GivenReport().Owe(DutyStage.Due, isForecast: true).Owe(DutyStage.Done, isForecast: true).Findings.ShouldHaveSingleItem();

        (found.Kind, found.Severity, found.Measure).ShouldBe((ChecklistKind.ForecastMissing, ChecklistSeverity.Note, "3.12"));
    }

    [Theory]
    [InlineData(null, null, ChecklistSeverity.Mend)]
    [InlineData(null, "Fler tider", ChecklistSeverity.Mend)]
    [InlineData("Få tider", null, ChecklistSeverity.Check)]
    [InlineData("Få tider", "Fler tider", null)]
    public void A_deviation_is_to_be_explained(string? analysis, string? action, ChecklistSeverity? severity)
    {
        var given = new GivenReport();
        var series = given.Plan.Measure("3.12", Given.Percent() with { Frequency = Frequency.Tertial });
        given.Plan.Target(series, 2025, 90).Outcome(series, "2025-T2", 60, "2025-09-10");

        var findings = given.Tell("3.12", analysis, action).Findings;

        findings.Where(f => f.Kind == ChecklistKind.DeviationUnexplained).Select(f => (ChecklistSeverity?)f.Severity).ShouldBe(severity is null ? [] : [severity]);
        findings.Where(f => f.Kind == ChecklistKind.DeviationUnexplained).ShouldAllBe(f => f.Measure == "3.12");
    }

    [Fact]
    public void An_assessment_that_no_longer_is_the_computed_needs_a_motivation()
    {
        var given = new GivenReport();
        var board = given.Board("Regionala utvecklingsnämnden", hasAssessed: false);
        given.AssessBefore(board, given.Assessed.Goals[0], GoalStatus.NotAchieved);

        var found = given.Findings.ShouldHaveSingleItem();

        (found.Kind, found.Goal, found.UnitId).ShouldBe((ChecklistKind.StatusUnmotivated, 3, board.UnitId));
        found.Message.ShouldContain("som ej uppnått, men beräkningen ger nu uppnått");
    }

    [Fact]
    public void An_assessment_with_a_motivation_or_as_computed_is_none()
    {
        var given = new GivenReport();
        given.AssessBefore(given.Board(hasAssessed: false), given.Assessed.Goals[0], GoalStatus.Achieved);
        given.Assess(given.Board("Regionen", hasAssessed: false), given.Assessed.Goals[0], GoalStatus.Achieved, GoalStatus.NotAchieved, "Sena svar räknas inte");

        given.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_board_is_judged_by_the_measures_it_answers_for()
    {
        var given = new GivenReport();
        var board = given.Board(hasAssessed: false);
        given.AssessBefore(board, given.Assessed.Goals[0], GoalStatus.Achieved);
        var facts = given.Facts with { Boards = [board with { Units = new HashSet<Guid> { Guid.NewGuid() } }] };

        ReportChecklist.Of(facts).ShouldHaveSingleItem().Message.ShouldContain("ger nu ingen bedömning");
    }

    [Fact]
    public void What_a_board_has_not_assessed_is_told_once_for_the_board()
    {
        var given = new GivenReport();
        given.Plan.Measure("1.1");
        given.Plan.Measure("4.1");
        given.Board(hasAssessed: false);

        given.Findings.ShouldHaveSingleItem().Message.ShouldStartWith("Kollektivtrafiknämnden har inte lämnat bedömning av mål 1, 3 och 4.");
    }

    [Fact]
    public void What_is_not_handed_in_or_approved_is_told_once_for_each_unit()
    {
        var given = new GivenReport().Owe(DutyStage.Late).Owe(DutyStage.Submitted).Owe(DutyStage.Done).Owe(DutyStage.Done, "Kalmar länstrafik");
        var reporter = given.Facts.Duties[0];
        var same = given.Facts with { Duties = [.. given.Facts.Duties.Select(d => d with { Standing = d.Standing with { Duty = d.Standing.Duty with { Series = d.Standing.Duty.Series with { ReporterId = reporter.Standing.Duty.Series.ReporterId } } } })] };

        var found = ReportChecklist.Of(same).ShouldHaveSingleItem();

        (found.Kind, found.Severity).ShouldBe((ChecklistKind.DutyOpen, ChecklistSeverity.Mend));
        found.Message.ShouldBe("Folktandvården har 1 värde att lämna in och 1 som väntar på godkännande. Påminn enheten.");
        new GivenReport().Owe(DutyStage.Missed).Findings.ShouldHaveSingleItem().Severity.ShouldBe(ChecklistSeverity.Check);
    }

    [Fact]
    public void A_follow_up_that_is_not_locked_is_to_be_looked_at()
    {
        var found = new GivenReport().Unlocked().Findings.ShouldHaveSingleItem();

        (found.Kind, found.Severity).ShouldBe((ChecklistKind.NotLocked, ChecklistSeverity.Check));
    }

    [Fact]
    public void Invented_figures_are_told_once()
    {
        var given = new GivenReport();
        foreach (var code in new[] { "3.12", "3.14" })
        {
            var series = given.Plan.Measure(code, Given.Percent() with { Frequency = Frequency.Tertial });
            given.Plan.Target(series, 2025, 50, isExample: true).Outcome(series, "2025-T2", 60, "2025-09-10", isExample: true);
        }

        var found = given.Findings.ShouldHaveSingleItem();

        (found.Kind, found.Severity).ShouldBe((ChecklistKind.ExampleFigure, ChecklistSeverity.Note));
        found.Message.ShouldContain("2 mått: 3.12, 3.14");
    }

    [Theory]
    [InlineData("2025-10-31", null)]
    [InlineData("2025-11-01", ChecklistSeverity.Check)]
    public void The_laws_last_day_is_found_when_it_has_passed(string today, ChecklistSeverity? severity)
    {
        var given = new GivenReport { Today = Given.Day(today) };

        given.Findings.Select(f => (ChecklistSeverity?)f.Severity).ShouldBe(severity is null ? [] : [severity]);
        given.Findings.ShouldAllBe(f => f.Kind == ChecklistKind.LateByLaw && f.Message.Contains("Skriv i protokollet varför", StringComparison.Ordinal));
    }
}
