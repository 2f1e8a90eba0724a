using RegionPlan.Domain;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Tests.Domain.Measures;

public sealed class MeasureSeriesTests
{
    private readonly MeasureSeries series = Given.ASeries();

    [Fact]
    public void A_short_term_target_is_for_one_year()
    {
        var decision = SetShortTerm(2024, new Target.Value(87));

        decision.ShouldSatisfyAllConditions(
            d => d.Term.ShouldBe(TargetTerm.ShortTerm),
            d => d.Year.ShouldBe(2024),
            d => d.Target.ShouldBe(new Target.Value(87)),
            d => d.Amount.ShouldBe(87),
            d => d.Version.ShouldBe(1),
            d => d.IsExample.ShouldBeFalse());
    }

    [Fact]
    public void A_target_of_zero_is_a_target() => SetShortTerm(2024, new Target.Value(0)).Target.ShouldBe(new Target.Value(0));

    [Fact]
    public void A_short_term_target_in_words_is_refused()
    {
        Should.Throw<RuleViolation>(() => SetShortTerm(2024, new Target.Words("Netto noll")))
            .Message.ShouldBe("Ett kortsiktigt målvärde ska vara ett tal, så att utfallet kan jämföras med det.");
        series.Targets.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(NoTargetReason.Biennial)]
    [InlineData(NoTargetReason.NotDecided)]
    [InlineData(NoTargetReason.MissingInSource)]
    public void That_a_year_has_no_target_is_a_decision_with_its_reason(NoTargetReason reason) =>
        SetShortTerm(2025, new Target.None(reason)).Target.ShouldBe(new Target.None(reason));

    [Fact]
    public void A_changed_target_is_the_next_version_and_must_say_why()
    {
        SetShortTerm(2024, new Target.Value(87));

        Should.Throw<RuleViolation>(() => SetShortTerm(2024, new Target.Value(85))).Message.ShouldBe("Skriv varför målvärdet ändras.");
        SetShortTerm(2024, new Target.Value(85), why: "Beslut i fullmäktige").Version.ShouldBe(2);
        series.Targets.Select(t => t.Amount).ShouldBe([87, 85]);
    }

    [Fact]
    public void Another_year_or_the_long_term_target_is_not_a_change()
    {
        SetShortTerm(2024, new Target.Value(87)).Version.ShouldBe(1);
        SetShortTerm(2025, new Target.Value(88)).Version.ShouldBe(1);
        SetLongTerm(1, 2026, new Target.Value(95)).Version.ShouldBe(1);
        SetLongTerm(2, 2030, new Target.Value(100)).Version.ShouldBe(1);
    }

    [Fact]
    public void A_step_and_a_year_of_the_same_number_are_different_targets() =>
        Should.NotThrow(() =>
        {
            SetShortTerm(2024, new Target.Value(87));
            SetLongTerm(2024, null, new Target.Value(95));
        });

    [Fact]
    public void A_long_term_target_may_be_in_words_and_without_a_year()
    {
        var decision = SetLongTerm(1, null, new Target.Words("Netto noll"));

        decision.Target.ShouldBe(new Target.Words("Netto noll"));
        decision.Year.ShouldBeNull();
        decision.Amount.ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void Words_of_a_target_have_a_length(int length) =>
        Should.Throw<RuleViolation>(() => SetLongTerm(1, null, new Target.Words(new string('x', length))))
            .Message.ShouldBe("Målvärdet i ord ska vara 1 till 200 tecken.");

    [Fact]
    public void A_footnote_has_a_longest_length() =>
        Should.Throw<RuleViolation>(() => series.SetShortTerm(
            2024, new Target.Value(1), Given.Day("2024-01-01"), Given.Recorded(), note: new string('x', 1001)))
            .Message.ShouldBe("Fotnoten får vara högst 1000 tecken. Korta texten.");

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", null)]
    [InlineData(" Delvis ny metod ", "Delvis ny metod")]
    public void A_footnote_is_trimmed_and_a_blank_one_is_none(string? note, string? expected) =>
        series.SetShortTerm(2024, new Target.Value(1), Given.Day("2024-01-01"), Given.Recorded(), note).Note.ShouldBe(expected);

    [Fact]
    public void A_changed_definition_is_the_next_version_and_must_say_why()
    {
        Should.Throw<RuleViolation>(() => Define(new SeriesTerms { Name = "Nytt" })).Message.ShouldBe("Skriv varför delmåttet ändras.");
        Define(new SeriesTerms { Name = "Nytt" }, why: "Rättat").Version.ShouldBe(2);
        series.Definitions.Current(Given.Day("2024-01-01")).ShouldNotBeNull().Terms.Name.ShouldBe("Nytt");
    }

    [Fact]
    public void Breaks_and_sources_number_on()
    {
        series.MarkBreak(2022, "Ny enkät", Given.Recorded()).Version.ShouldBe(1);
        series.MarkBreak(2024, "Ny population", Given.Recorded()).Version.ShouldBe(2);
        AddSource("U70449").Version.ShouldBe(1);
        AddSource("U70450").Version.ShouldBe(2);
        series.Sources.Latest().ShouldNotBeNull().Reference.ShouldBe("U70450");
    }

    private TargetDecision SetShortTerm(int year, Target target, string? why = null) =>
        series.SetShortTerm(year, target, Given.Day("2024-01-01"), Given.Recorded(why: why));

    private TargetDecision SetLongTerm(int step, int? year, Target target) =>
        series.SetLongTerm(step, year, target, Given.Day("2024-01-01"), Given.Recorded());

    private SeriesDefinition Define(SeriesTerms terms, string? why = null) =>
        series.Define(terms, Given.Day("2024-01-01"), Given.Recorded(why: why));

    private SeriesSource AddSource(string reference) => series.AddSource("Kolada", reference, "Titel", null, null, null, Given.Recorded());
}
