using RegionPlan.Domain;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.Outcomes;

public sealed class OutcomeRowTests
{
    private static readonly Guid Series = Guid.NewGuid();
    private static readonly Guid Unit = Guid.NewGuid();
    private static readonly DateOnly Today = Given.Day("2025-02-10");
    private static readonly OutcomeOrigin Example = OutcomeOrigin.Manual with { IsExample = true };
    private readonly List<OutcomeEntry> recorded = [];

    [Fact]
    public void A_report_becomes_one_entry_for_each_cell_that_has_a_value()
    {
        var entries = Record(Report(89.5m, women: 90, men: 89));

        entries.Select(e => (e.Sex, e.Amount, e.Version)).ShouldBe([(Sex.Total, 89.5m, 1), (Sex.Women, 90m, 1), (Sex.Men, 89m, 1)]);
        entries.ShouldAllBe(e => e.SeriesId == Series && e.UnitId == Unit && e.Period == Period.OfYear(2024));
    }

    [Fact]
    public void An_entry_tells_who_reported_what_from_where()
    {
        var reporter = Guid.NewGuid();
        var origin = new OutcomeOrigin("Kolada", "N79173", IsExample: true);

        var entry = Row().Record(Report(89.5m, comment: " Se analys "), reporter, origin, Given.Recorded("2025-02-10"), Today)[0];

        entry.ShouldSatisfyAllConditions(
            e => e.ReportedByUnitId.ShouldBe(reporter),
            e => e.Source.ShouldBe("Kolada"),
            e => e.SourceReference.ShouldBe("N79173"),
            e => e.IsExample.ShouldBeTrue(),
            e => e.Comment.ShouldBe("Se analys"),
            e => e.Recorded.At.ShouldBe(Given.At("2025-02-10")));
    }

    [Fact]
    public void Only_the_cells_that_changed_are_recorded_each_with_its_next_version()
    {
        Record(Report(89.5m, women: 90, men: 89));

        var entries = Record(Report(89.5m, women: 91, men: 89), why: "Rättat");

        entries.Select(e => (e.Sex, e.Amount, e.Version)).ShouldBe([(Sex.Women, 91m, 2)]);
        Row().Current(Sex.Women).ShouldNotBeNull().Amount.ShouldBe(91);
        Row().Current(Sex.Men).ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Fact]
    public void The_row_tells_the_latest_version_in_each_cell_and_zero_where_there_is_none()
    {
        Row().Versions.ShouldBe(new RecordedVersions(0, 0, 0));
        Record(Report(89.5m, women: 90));
        Record(Report(88), why: "Rättat");

        Row().Versions.ShouldBe(new RecordedVersions(Total: 2, Women: 2, Men: 0));
    }

    [Fact]
    public void The_same_report_again_records_nothing_and_needs_no_reason()
    {
        Record(Report(89.5m, women: 90, men: 89));

        Record(Report(89.50m, women: 90.0m, men: 89)).ShouldBeEmpty();
    }

    [Fact]
    public void A_new_value_in_an_empty_cell_needs_no_reason()
    {
        Record(Report(89.5m));

        Record(Report(89.5m, women: 90, men: 89)).Select(e => e.Sex).ShouldBe([Sex.Women, Sex.Men]);
    }

    [Fact]
    public void A_change_needs_a_reason_and_says_so_at_the_cell()
    {
        Record(Report(89.5m, women: 90, men: 89));

        var finding = Check(Report(89.5m, women: 91, men: 89)).ShouldHaveSingleItem();
        finding.ShouldBe(new Finding(Sex.Women, FindingSeverity.NeedsReason, "Värdet är redan registrerat. Skriv varför det ändras."));
        Check(Report(89.5m, women: 91, men: 89), hasReason: true).ShouldBeEmpty();
        Should.Throw<RuleViolation>(() => Record(Report(89.5m, women: 91, men: 89))).Message.ShouldBe(finding.Message);
    }

    [Fact]
    public void A_new_numerator_or_denominator_is_a_change_although_the_value_is_the_same()
    {
        Record(new OutcomeReport(OutcomeValue.OfRatio(1, 2, 100)));

        var entry = Record(new OutcomeReport(OutcomeValue.OfRatio(2, 4, 100)), why: "Rättat").ShouldHaveSingleItem();
        entry.Value.ShouldBe(OutcomeValue.OfRatio(2, 4, 100));
    }

    [Fact]
    public void A_real_figure_takes_the_place_of_an_equal_example_without_a_reason()
    {
        Record(Report(89.5m, women: 90), origin: Example);

        var entries = Record(Report(89.5m, women: 90));

        entries.Select(e => (e.Sex, e.Amount, e.Version, e.IsExample)).ShouldBe([(Sex.Total, 89.5m, 2, false), (Sex.Women, 90m, 2, false)]);
    }

    [Fact]
    public void An_example_does_not_take_the_place_of_an_equal_figure_real_or_invented()
    {
        Record(Report(89.5m));
        Record(Report(89.5m), origin: Example).ShouldBeEmpty();

        Record(Report(89.5m, women: 90), origin: Example).ShouldHaveSingleItem().IsExample.ShouldBeTrue();
        Record(Report(89.5m, women: 90), origin: Example).ShouldBeEmpty();
    }

    [Fact]
    public void An_example_that_was_taken_back_is_empty()
    {
        Record(Report(89.5m), origin: Example);
        Record(Report(null), why: "Felaktigt underlag", origin: Example);

        Record(Report(null)).ShouldBeEmpty();
    }

    [Fact]
    public void A_comment_alone_is_kept_beside_the_value_and_needs_no_reason()
    {
        var kolada = new OutcomeOrigin("Kolada", "N79173");
        Record(new OutcomeReport(OutcomeValue.OfRatio(895, 1000, 100), Value(90), Comment: "Först"), origin: kolada);

        var entry = Record(new OutcomeReport(OutcomeValue.OfRatio(895, 1000, 100), Value(90), Comment: " Se analys ")).ShouldHaveSingleItem();

        entry.ShouldSatisfyAllConditions(
            e => e.Sex.ShouldBe(Sex.Total),
            e => e.Version.ShouldBe(2),
            e => e.Value.ShouldBe(OutcomeValue.OfRatio(895, 1000, 100)),
            e => e.Comment.ShouldBe("Se analys"),
            e => e.Source.ShouldBe("Kolada", "a comment does not change where the figure comes from"),
            e => e.SourceReference.ShouldBe("N79173"),
            e => e.IsExample.ShouldBeFalse());
    }

    [Fact]
    public void The_same_comment_again_or_none_is_not_recorded()
    {
        Record(Report(89.5m, comment: "Se analys"));

        Record(Report(89.5m, comment: " Se analys")).ShouldBeEmpty();
        Record(Report(89.5m)).ShouldBeEmpty();
    }

    [Fact]
    public void A_comment_with_a_new_value_is_kept_with_that_value_alone()
    {
        Record(Report(89.5m));

        Record(Report(89.5m, women: 90, comment: "Se analys")).ShouldHaveSingleItem().Sex.ShouldBe(Sex.Women);
    }

    [Fact]
    public void A_comment_on_a_row_without_total_is_kept_with_its_first_value()
    {
        Record(Report(null, women: 90, men: 88));

        Record(Report(null, women: 90, men: 88, comment: "Se analys")).ShouldHaveSingleItem().Sex.ShouldBe(Sex.Women);
    }

    [Fact]
    public void A_comment_without_any_value_is_refused()
    {
        Check(Report(null, comment: "Se analys")).ShouldHaveSingleItem()
            .ShouldBe(new Finding(Sex.Total, FindingSeverity.Error, "Fyll i ett värde att kommentera."));
        Should.Throw<RuleViolation>(() => Record(Report(null, comment: "Se analys")));

        Check(Report(null, comment: "  ")).ShouldBeEmpty();
        Check(Report(null, women: 90, comment: "Se analys")).ShouldBeEmpty();
        Record(Report(89.5m));
        Record(Report(null, comment: "Se analys"), why: "Felaktigt underlag").ShouldHaveSingleItem().Comment.ShouldBe("Se analys");
        Check(Report(null, comment: "Ny kommentar")).ShouldHaveSingleItem().Severity.ShouldBe(FindingSeverity.Error);
    }

    [Fact]
    public void An_emptied_cell_takes_its_value_back_with_a_reason()
    {
        Record(Report(89.5m, women: 90));
        Check(Report(89.5m)).ShouldHaveSingleItem().Severity.ShouldBe(FindingSeverity.NeedsReason);

        var back = Record(Report(89.5m), why: "Felaktigt underlag").ShouldHaveSingleItem();

        back.ShouldSatisfyAllConditions(
            e => e.Sex.ShouldBe(Sex.Women),
            e => e.Amount.ShouldBeNull(),
            e => e.Value.ShouldBeNull(),
            e => e.Version.ShouldBe(2),
            e => e.Recorded.Why.ShouldBe("Felaktigt underlag"));
        Row().Current(Sex.Women).ShouldBe(back);
    }

    [Fact]
    public void A_cell_that_was_taken_back_is_empty_and_its_next_value_numbers_on()
    {
        Record(Report(89.5m));
        Record(Report(null), why: "Felaktigt underlag");

        Record(Report(null)).ShouldBeEmpty();
        Record(Report(88)).ShouldHaveSingleItem().Version.ShouldBe(3);
    }

    [Fact]
    public void Entries_of_other_series_units_and_periods_are_none_of_the_rows_business()
    {
        Record(Report(89.5m));

        new OutcomeRow(Guid.NewGuid(), Unit, Period.OfYear(2024), Given.Percent(), recorded).Current(Sex.Total).ShouldBeNull();
        new OutcomeRow(Series, Guid.NewGuid(), Period.OfYear(2024), Given.Percent(), recorded).Current(Sex.Total).ShouldBeNull();
        new OutcomeRow(Series, Unit, Period.OfYear(2023), Given.Percent(), recorded).Current(Sex.Total).ShouldBeNull();
    }

    [Fact]
    public void An_empty_report_records_nothing() => Record(Report(null)).ShouldBeEmpty();

    [Theory]
    [InlineData(0, null)]
    [InlineData(100, null)]
    [InlineData(100.1, "Ange högst 100.")]
    [InlineData(-0.1, "Ange lägst 0.")]
    public void A_value_outside_what_is_possible_is_refused_with_the_limit_in_the_message(double amount, string? message) =>
        Check(Report((decimal)amount)).Select(f => (f.Cell, f.Severity, f.Message))
            .ShouldBe(message is null ? [] : [((Sex?)Sex.Total, FindingSeverity.Error, message)]);

    [Fact]
    public void A_limit_is_written_in_Swedish()
    {
        var terms = Given.Percent() with { LowestPossible = -1.5m, HighestPossible = 0.25m };

        Check(Report(-2), terms).ShouldHaveSingleItem().Message.ShouldBe("Ange lägst \u22121,5.");
        Check(Report(1), terms).ShouldHaveSingleItem().Message.ShouldBe("Ange högst 0,25.");
    }

    [Fact]
    public void A_measure_without_limits_takes_any_value_that_can_be_kept() =>
        Check(Report(-1_000_000_000_000), Given.Percent() with { LowestPossible = null, HighestPossible = null }).ShouldBeEmpty();

    [Fact]
    public void Every_cell_is_checked_at_once() =>
        Check(Report(101, women: -1, men: 102, comment: "Kontrollerat")).Select(f => f.Cell).ShouldBe([Sex.Total, Sex.Women, Sex.Men]);

    [Fact]
    public void The_numerator_of_a_share_cannot_exceed_its_denominator()
    {
        Check(new OutcomeReport(OutcomeValue.OfRatio(11, 10, 100))).ShouldHaveSingleItem().Message
            .ShouldBe("Täljaren kan inte vara större än nämnaren.");
        Check(new OutcomeReport(OutcomeValue.OfRatio(10, 10, 100))).ShouldBeEmpty();
        Check(
            new OutcomeReport(OutcomeValue.OfRatio(11, 10, 1000)),
            Given.Percent() with { RatioScale = 1000, HighestPossible = null }).ShouldBeEmpty();
    }

    [Fact]
    public void A_period_that_has_not_begun_is_refused_and_one_that_begins_today_is_not()
    {
        Check(Report(89), today: "2023-12-31").ShouldHaveSingleItem()
            .ShouldBe(new Finding(null, FindingSeverity.Error, "Perioden har inte börjat. Välj en period som har varit eller pågår."));
        Check(Report(89), today: "2024-01-01").ShouldBeEmpty();
        Should.Throw<RuleViolation>(() => Row().Record(Report(89), Unit, OutcomeOrigin.Manual, Given.Recorded(), Given.Day("2023-12-31")));
    }

    [Theory]
    [InlineData(80, 82, 81, "Både kvinnor (82) och män (81) ligger över totalen (80). Kontrollera värdena eller skriv en kommentar.")]
    [InlineData(80, 78, 79, "Både kvinnor (78) och män (79) ligger under totalen (80). Kontrollera värdena eller skriv en kommentar.")]
    public void Women_and_men_who_do_not_bracket_the_total_want_a_comment(int total, int women, int men, string message)
    {
        Check(Report(total, women, men)).ShouldHaveSingleItem().ShouldBe(new Finding(Sex.Total, FindingSeverity.NeedsComment, message));
        Check(Report(total, women, men, comment: "  ")).ShouldHaveSingleItem().Severity.ShouldBe(FindingSeverity.NeedsComment);
        Check(Report(total, women, men, comment: "Källan avrundar")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(80, 78, 82)]
    [InlineData(80, 82, 78)]
    [InlineData(80, 80, 82)]
    [InlineData(80, 80, 80)]
    public void Women_and_men_on_either_side_of_the_total_want_nothing(int total, int women, int men) =>
        Check(Report(total, women, men)).ShouldBeEmpty();

    [Fact]
    public void Women_alone_are_not_compared_with_the_total() => Check(Report(80, women: 99)).ShouldBeEmpty();

    [Fact]
    public void A_yes_or_no_is_one_or_zero()
    {
        Check(Report(1), Given.YesOrNo()).ShouldBeEmpty();
        Check(Report(0), Given.YesOrNo()).ShouldBeEmpty();
        Check(Report(0.5m), Given.YesOrNo()).ShouldHaveSingleItem().Message.ShouldBe("Ange ja eller nej.");
        Check(Report(2), Given.YesOrNo()).ShouldHaveSingleItem().Message.ShouldBe("Ange ja eller nej.");
    }

    [Fact]
    public void A_measure_that_is_not_split_takes_no_women_and_men()
    {
        const string Message = "Måttet delas inte upp på kvinnor och män. Lämna tomt.";
        var unsplit = Given.Percent() with { SexSplit = SexSplit.None };

        Check(Report(80, women: 79, men: 81), unsplit).Select(f => (f.Cell, f.Message)).ShouldBe([(Sex.Women, Message), (Sex.Men, Message)]);
        Check(Report(1, women: 1), Given.YesOrNo()).ShouldHaveSingleItem().Message.ShouldBe(Message);
        Check(Report(80), unsplit).ShouldBeEmpty();
        Check(Report(80, women: 79, men: 81), Given.Percent() with { SexSplit = SexSplit.Expected }).ShouldBeEmpty();
    }

    [Fact]
    public void A_comment_has_a_longest_length()
    {
        Check(Report(80, comment: new string('å', 2000))).ShouldBeEmpty();
        Check(Report(80, comment: new string('å', 10_000))).ShouldHaveSingleItem()
            .ShouldBe(new Finding(null, FindingSeverity.Error, "Kommentaren får vara högst 2000 tecken. Korta den."));
        Should.Throw<RuleViolation>(() => Record(Report(80, comment: new string('å', 10_000))));
    }

    [Fact]
    public void A_report_with_findings_records_nothing()
    {
        Should.Throw<RuleViolation>(() => Record(Report(101, women: 50, men: 60))).Message.ShouldBe("Ange högst 100.");
        recorded.ShouldBeEmpty();
    }

    private static OutcomeReport Report(decimal? total, decimal? women = null, decimal? men = null, string? comment = null) =>
        new(Value(total), Value(women), Value(men), comment);

    private static OutcomeValue? Value(decimal? amount) => amount is { } value ? OutcomeValue.Of(value) : null;

    private OutcomeRow Row(MeasureTerms? terms = null) => new(Series, Unit, Period.OfYear(2024), terms ?? Given.Percent(), recorded);

    private IReadOnlyList<Finding> Check(OutcomeReport report, MeasureTerms? terms = null, string? today = null, bool hasReason = false) =>
        Row(terms).Check(report, today is null ? Today : Given.Day(today), hasReason);

    private IReadOnlyList<OutcomeEntry> Record(OutcomeReport report, string? why = null, OutcomeOrigin? origin = null)
    {
        var entries = Row().Record(report, Unit, origin ?? OutcomeOrigin.Manual, Given.Recorded("2025-02-10", why), Today);
        recorded.AddRange(entries);
        return entries;
    }
}
