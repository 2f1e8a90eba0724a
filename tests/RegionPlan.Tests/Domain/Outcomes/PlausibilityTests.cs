using RegionPlan.Domain;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.Outcomes;

public sealed class PlausibilityTests
{
    private const string Ask = " Kontrollera värdet eller skriv en kommentar.";
    private static readonly Guid Series = Guid.NewGuid();
    private static readonly Guid Unit = Guid.NewGuid();

    // The band and the change are tried apart: the one that is not tried is wide open.
    private static readonly MeasureTerms Banded = Given.Percent() with { LargestChange = 100 };
    private static readonly MeasureTerms Changed = Given.Percent() with { BandWidth = 100 };

    [Theory]
    [InlineData("57,5", false)]
    [InlineData("57,4", true)]
    [InlineData("74,6", false)]
    [InlineData("74,7", true)]
    public void A_value_more_than_half_the_spread_outside_its_earlier_values_wants_a_comment(string typed, bool isOdd) =>
        Messages(typed, Banded, "70,3 61,75 66,0 70,25 65,2").ShouldBe(
            isOdd ? [$"Utanför seriens historiska band 57,5–74,6 (utfallen 2019–2023 var 61,8–70,3).{Ask}"] : []);

    [Theory]
    [InlineData(0.0, "60,0–70,0", "71", true)]
    [InlineData(1.0, "50,0–80,0", "71", false)]
    [InlineData(1.0, "50,0–80,0", "81", true)]
    public void The_measure_says_how_wide_the_band_is(double width, string band, string typed, bool isOdd) =>
        Messages(typed, Banded with { BandWidth = (decimal)width }, "60 70 61 65").Count(m => width == 0 || m.Contains(band, StringComparison.Ordinal)).ShouldBe(isOdd ? 1 : 0);

    [Fact]
    public void Fewer_than_four_values_make_no_band() => Messages("99", Banded, "60 61 62").ShouldBeEmpty();

    [Fact]
    public void A_series_that_never_changes_may_change_by_a_shown_decimal_and_no_more()
    {
        Messages("60,1", Banded, "60 60 60 60").ShouldBeEmpty();
        Messages("60,2", Banded, "60 60 60 60").ShouldBe([$"Utanför seriens historiska band 59,9–60,1 (utfallen 2020–2023 var 60,0–60,0).{Ask}"]);
    }

    [Fact]
    public void The_band_ends_where_the_measure_cannot_go() =>
        Messages("20", Banded, "0,5 9,5 1 2").ShouldBe([$"Utanför seriens historiska band 0,0–14,0 (utfallen 2020–2023 var 0,5–9,5).{Ask}"]);

    [Fact]
    public void What_was_measured_another_way_is_no_history() =>
        Check(Report("99"), Banded, History("60 61 62 63"), breaks: [2022]).ShouldBeEmpty();

    [Fact]
    public void Only_earlier_periods_of_the_same_length_are_history()
    {
        PeriodOutcomes[] others = [Outcome("2023-T1", 60), Outcome("2023-T2", 60), Outcome("2022-T1", 60), Outcome("2021-T1", 60), Outcome("2025", 60), Outcome("2024", 60)];

        Check(Report("99"), Banded, others).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("75", "")]
    [InlineData("75,1", "Ökat 25,2 % från 2023 (60,0); mer än 25 % ska förklaras.")]
    [InlineData("90", "Ökat 50 % från 2023 (60,0); mer än 25 % ska förklaras.")]
    [InlineData("45", "")]
    [InlineData("30", "Minskat 50 % från 2023 (60,0); mer än 25 % ska förklaras.")]
    public void A_change_of_more_than_a_quarter_wants_a_comment(string typed, string says) =>
        Messages(typed, Changed, "60").ShouldBe(says.Length == 0 ? [] : [says.Replace(" %", "\u00a0%", StringComparison.Ordinal) + Ask]);

    [Fact]
    public void The_measure_says_how_large_a_change_may_be()
    {
        Messages("67", Changed with { LargestChange = 0.1m }, "60").ShouldBe([$"Ökat 11,7\u00a0% från 2023 (60,0); mer än 10\u00a0% ska förklaras.{Ask}"]);
        Messages("67", Changed with { LargestChange = 0.2m }, "60").ShouldBeEmpty();
    }

    [Fact]
    public void A_biennial_series_is_compared_with_two_years_back() =>
        Check(Report("90"), Changed, [Outcome("2022", 60), Outcome("2023", 89)], frequency: Frequency.EverySecondYear)
            .ShouldHaveSingleItem().Message.ShouldStartWith("Ökat 50\u00a0% från 2022");

    [Fact]
    public void A_tertial_is_compared_with_the_same_tertial() =>
        Check(Report("90"), Changed, [Outcome("2023-T1", 88), Outcome("2023-T2", 60), Outcome("2024-T1", 90)], period: "2024-T2", frequency: Frequency.Tertial)
            .ShouldHaveSingleItem().Message.ShouldStartWith("Ökat 50\u00a0% från 2023-T2");

    [Theory]
    [InlineData("0", "40")]
    [InlineData("0,1", "0,2")]
    public void From_nothing_or_by_a_shown_decimal_is_no_large_change(string before, string typed) => Messages(typed, Changed, before).ShouldBeEmpty();

    [Fact]
    public void A_comment_answers_every_question() =>
        Check(Report("99") with { Comment = "Ny population" }, Given.Percent(), History("60 61 62 63")).ShouldBeEmpty();

    [Fact]
    public void A_blank_comment_answers_none() =>
        Check(Report("99") with { Comment = " " }, Given.Percent(), History("60 61 62 63")).Select(f => f.Severity).ShouldBe(
            [FindingSeverity.NeedsComment, FindingSeverity.NeedsComment]);

    [Fact]
    public void Women_and_men_are_held_against_their_own_past()
    {
        PeriodOutcomes[] history = [Outcome("2023", 60, women: 50, men: 70)];

        Check(Report("60", "75", "70"), Changed, history).ShouldHaveSingleItem().Cell.ShouldBe(Sex.Women);
    }

    [Fact]
    public void Yes_and_no_are_never_odd() => Check(Report("0"), Given.YesOrNo(), History("1 1 1 1")).ShouldBeEmpty();

    [Theory]
    [InlineData("78", 80, "")]
    [InlineData("75", 80, "Ej uppnått: 75 mot målvärdet 80. Skriv en analys, och gärna en åtgärd.")]
    [InlineData("80", 80, "")]
    [InlineData("", 80, "")]
    public void A_target_that_is_not_reached_wants_an_analysis(string typed, int target, string says) =>
        (Plausibility.Deviation(Report(typed), Period.Parse("2024"), new Target.Value(target), Given.Percent())?.Message ?? "").ShouldBe(says);

    [Fact]
    public void Without_a_target_there_is_nothing_to_explain()
    {
        Plausibility.Deviation(Report("5"), Period.Parse("2024"), null, Given.Percent()).ShouldBeNull();
        Plausibility.Deviation(Report("5"), Period.Parse("2024"), new Target.None(NoTargetReason.Biennial), Given.Percent()).ShouldBeNull();
    }

    [Theory]
    [InlineData(0.0, null)]
    [InlineData(-1.0, null)]
    [InlineData(null, -0.1)]
    public void Limits_that_mean_nothing_are_refused(double? change, double? band) =>
        Should.Throw<RuleViolation>(() => Given.AMeasure().Define(
            Given.Percent() with { LargestChange = (decimal?)change, BandWidth = (decimal?)band }, Given.Day("2024-01-01"), Given.Recorded()));

    private static List<string> Messages(string typed, MeasureTerms terms, string history) =>
        [.. Check(Report(typed), terms, History(history)).Select(f => f.Message)];

    private static IReadOnlyList<Finding> Check(
        OutcomeReport report, MeasureTerms terms, IReadOnlyList<PeriodOutcomes> history, string period = "2024", Frequency frequency = Frequency.Year, int[]? breaks = null) =>
        Plausibility.Check(report, Period.Parse(period), terms, frequency, history, breaks ?? []);

    private static OutcomeReport Report(string total, string women = "", string men = "") => new(Value(total), Value(women), Value(men));

    private static OutcomeValue? Value(string text) => SwedishNumber.TryParse(text, out var number) ? OutcomeValue.Of(number) : null;

    /// <summary>Values of the years up to 2023, the last one last.</summary>
    private static PeriodOutcomes[] History(string values)
    {
        var all = values.Split(' ');
        return [.. all.Select((v, n) => Outcome($"{2024 - all.Length + n}", Value(v)!.Amount))];
    }

    private static PeriodOutcomes Outcome(string period, decimal total, decimal? women = null, decimal? men = null)
    {
        var row = new OutcomeRow(Series, Unit, Period.Parse(period), Given.Percent(), []);
        var report = new OutcomeReport(OutcomeValue.Of(total), women is { } w ? OutcomeValue.Of(w) : null, men is { } m ? OutcomeValue.Of(m) : null);
        return PeriodOutcomes.History(row.Record(report, Unit, OutcomeOrigin.Manual, Given.Recorded(), Given.Day("2030-01-01"))).Single();
    }
}
