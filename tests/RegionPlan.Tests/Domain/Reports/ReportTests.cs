using System.Text;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Reports;

namespace RegionPlan.Tests.Domain.Reports;

/// <summary>A report is written section by section, nothing written is lost, and once it is decided it is what it is.</summary>
public sealed class ReportTests
{
    private static readonly DateOnly Through = new(2025, 8, 31);
    private static readonly DateOnly Today = new(2025, 10, 22);
    private static readonly SectionTemplate Summary = ReportTemplate.Of(FollowUpKind.InterimReport, Through)[0];
    private readonly Report report = new(Guid.NewGuid(), Guid.NewGuid());

    [Fact]
    public void Every_saved_version_of_a_section_is_kept()
    {
        report.Write(Summary, "Första\r\nraden ", SectionState.Begun, 0, By("A"));
        report.Write(Summary, "Andra", SectionState.Done, 1, By("B"));

        report.Sections.Select(s => (s.Version, s.Text, s.State, s.Recorded.By)).ShouldBe(
            [(1, "Första\nraden", SectionState.Begun, "A"), (2, "Andra", SectionState.Done, "B")]);
        report.Current(Summary.Key)!.Text.ShouldBe("Andra");
        report.Current("annat").ShouldBeNull();
    }

    [Fact]
    public void Nobody_saves_over_what_another_has_saved_since()
    {
        report.Write(Summary, "Första", SectionState.Begun, 0, By("Sekreteraren"));

        Should.Throw<RuleViolation>(() => report.Write(Summary, "Min", SectionState.Begun, 0, By("B"))).Message.ShouldStartWith("Sekreteraren har sparat avsnittet");
    }

    [Theory]
    [InlineData("", SectionState.Done, "Ett tomt avsnitt kan inte vara klart.")]
    [InlineData("Samma", SectionState.Begun, "Avsnittet är redan sparat så.")]
    public void What_says_nothing_new_is_not_saved(string text, SectionState state, string message)
    {
        report.Write(Summary, "Samma", SectionState.Begun, 0, By("A"));

        Should.Throw<RuleViolation>(() => report.Write(Summary, text, state, 1, By("A"))).Message.ShouldStartWith(message);
    }

    [Fact]
    public void A_decided_report_is_neither_written_nor_decided_again()
    {
        report.Write(Summary, "Klart", SectionState.Done, 0, By("A"));
        var decision = Decide([], null);

        report.Decision.ShouldBe(decision);
        decision.Files.ShouldHaveSingleItem().Sha256.ShouldBe("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        Should.Throw<RuleViolation>(() => report.Write(Summary, "Nytt", SectionState.Done, 1, By("A"))).Message.ShouldStartWith("Rapporten är beslutad 2025-10-22");
        Should.Throw<RuleViolation>(() => Decide([], null)).Message.ShouldStartWith("Rapporten är beslutad");
    }

    [Fact]
    public void Something_open_needs_a_reason_and_is_kept_with_it()
    {
        Should.Throw<RuleViolation>(() => Decide(["Utfall saknas för 3.11."], null)).Message.ShouldStartWith("Kontrollen har öppna punkter.");

        var decision = Decide(["Utfall saknas för 3.11."], "Enkäten kommer i november.");

        decision.OpenPoints.ShouldBe(["Utfall saknas för 3.11."]);
        decision.Recorded.Why.ShouldBe("Enkäten kommer i november.");
    }

    [Theory]
    [InlineData("2025-10-23", "Beslutsdagen kan inte ligga i framtiden.")]
    [InlineData("2025-08-31", "Beslutsdagen ska ligga efter den sista dagen")]
    public void A_decision_is_made_after_the_period_and_not_later_than_today(string day, string message) =>
        Should.Throw<RuleViolation>(() => Decide([], null, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))).Message.ShouldStartWith(message);

    [Fact]
    public void Each_kind_of_report_has_the_sections_that_the_law_and_the_plan_ask_for()
    {
        string[] Keys(FollowUpKind kind, int month) => [.. ReportTemplate.Of(kind, new DateOnly(2025, month, 1).AddMonths(1).AddDays(-1)).Select(t => t.Key)];

        Keys(FollowUpKind.InterimReport, 8).ShouldBe(
            ["sammanfattning", "handelser", "mal", "bedomningar", "avvikelser", "ekonomi", "balanskrav", "utveckling", "internkontroll", "uppdrag", "andringar"]);
        Keys(FollowUpKind.InterimReport, 4).ShouldNotContain("internkontroll");
        Keys(FollowUpKind.ActivityReport, 12).ShouldContain("framtid");
        Keys(FollowUpKind.PeriodReport, 10).ShouldBe(["sammanfattning", "ekonomi", "handelser"]);
        foreach (var kind in Enum.GetValues<FollowUpKind>())
        {
            Keys(kind, 12).ShouldBeUnique();
            ReportTemplate.Of(kind, new(2025, 12, 31)).ShouldAllBe(t => t.Source.Length > 0 && t.Owner.Length > 0 && t.Asks.Length > 0 && t.Key.Length <= ReportSection.MaxKeyLength);
        }
    }

    [Fact]
    public void A_report_on_a_whole_year_tells_of_its_outcome_and_the_laws_ask_only_of_the_reports_that_they_are_about()
    {
        var annual = ReportTemplate.Of(FollowUpKind.AnnualReport, new(2025, 12, 31));
        annual.ShouldAllBe(s => !s.Asks.Contains("prognos", StringComparison.OrdinalIgnoreCase) && !s.Title.Contains("prognos", StringComparison.OrdinalIgnoreCase));
        var activity = ReportTemplate.Of(FollowUpKind.ActivityReport, new(2025, 12, 31), isBoards: true);
        activity.Single(s => s.Key == "ekonomi").Asks.ShouldStartWith("Hur årets utfall");
        activity.ShouldAllBe(s => s.Owner == "Nämndens sekreterare");
        foreach (var kind in new[] { FollowUpKind.PeriodReport, FollowUpKind.ProgressReport, FollowUpKind.ActivityReport })
        {
            ReportTemplate.Of(kind, new(2025, 6, 30)).ShouldAllBe(s => !s.Source.Contains("LKBR", StringComparison.Ordinal));
        }
    }

    private static Recording By(string who) => new(new(2025, 10, 1, 8, 0, 0, TimeSpan.Zero), who, null, null);

    private ReportDecision Decide(string[] open, string? why, DateOnly? day = null) => report.Decide(
        new(day ?? Today, "§ 1"), new("{}", [new("rapport.txt", "text/plain", Encoding.UTF8.GetBytes("hello"))]), open, Through, Today, Given.Recorded(why: why));
}
