using RegionPlan.Domain.Reports;

namespace RegionPlan.Tests.Domain.Reports;

/// <summary>
/// A number in the text that is not what is recorded is found, and nothing that only looks like one. The measure 3.11 has 81,4 % (women 83,0;
/// men 79,6) against 80 %, 82,5 in tertial 1 and 80,1 the year before.
/// </summary>
public sealed class FigureCheckTests
{
    [Theory]
    [InlineData("För mått 3.11 är utfallet 78,4 %.", "78,4\u00a0%")]
    [InlineData("Mått 3.11 nådde 78,4 procent under perioden.", "78,4")]
    [InlineData("3.11 Medicinsk bedömning: 78,4.", "78,4")]
    [InlineData("Bedömning inom tre dagar (3.11) är nu 84 %.", "84\u00a0%")]
    [InlineData("| Mått | Utfall |\n|---|---|\n| 3.11 Medicinsk bedömning | 78,4 |", "78,4")]
    [InlineData("- Mått 3.11: **78,4 %**", "78,4\u00a0%")]
    [InlineData("> Mått 3.11 är 78,4 %.", "78,4\u00a0%")]
    [InlineData("Utfallet för\nmått 3.11 är\n78,4 %.", "78,4\u00a0%")]
    [InlineData("Mått 3.11 är 78.4 %.", "78.4\u00a0%")]
    [InlineData("Mått 3.11 är −81,4 %.", "−81,4\u00a0%")]
    public void A_number_that_is_not_recorded_is_to_be_mended(string prose, string written)
    {
        var found = GivenReport.Writing(prose).ShouldHaveSingleItem();

        (found.Kind, found.Severity, found.Section, found.Measure).ShouldBe((ChecklistKind.NumberDiffers, ChecklistSeverity.Mend, "mal", "3.11"));
        found.Message.ShouldContain($"skriver {written} om mått 3.11");
        found.Message.ShouldContain("Registrerat utfall 2025 81,4\u00a0%, målvärde 80,0\u00a0%");
    }

    [Theory]
    [InlineData("Mått 3.11 är 81,4 % mot målvärdet 80,0 %.")]
    [InlineData("Mått 3.11 är 81 procent.")]
    [InlineData("Mått 3.11 är 81,40 %.")]
    [InlineData("Mått 3.11: kvinnor 83,0 %, män 79,6 %.")]
    [InlineData("Mått 3.11 har ökat från 80,1 % 2024 till 81,4 % i tertial 2.")]
    [InlineData("Mått 3.11 har ökat med 1,3 procentenheter sedan 2024 och ligger 1,4 över målvärdet.")]
    [InlineData("Mått 3.11 har ökat med 1,6 %.")]
    [InlineData("Mått 3.11 skiljer sig: 3,4 procentenheter mellan kvinnor och män.")]
    [InlineData("| 3.11 Medicinsk bedömning | 81,4 | 80 |")]
    [InlineData("| 3.11 Medicinsk bedömning | 2024 | 80,1 |")]
    [InlineData("Mått 3.11 (81,4\u00a0%) är uppnått.")]
    public void What_is_recorded_in_any_of_its_forms_is_right(string prose) => GivenReport.Writing(prose).ShouldBeEmpty();

    [Theory]
    [InlineData("Mått 3.11 följs upp 2025 och 2024, i tertial 2.")]
    [InlineData("Mått 3.11 rapporterades den 12 september 2025 kl. 10.15 och 2025-09-12 samt 31/8.")]
    [InlineData("Mått 3.11 svarar 14 enheter och 4 123 personer för.")]
    [InlineData("Mått 3.11 kostade 12,5 mnkr och tog 3,5 månader.")]
    [InlineData("Mått 3.11 ska vara minst 95 % år 2030, och under 75 % räknas som dåligt.")]
    [InlineData("Mått 3.11 hör till inriktning 2 i mål 3, se tabell 4.")]
    [InlineData("Mått 3.11 beskrivs i [bilagan](https://example.org/78,4%20procent) och i not[^7].")]
    [InlineData("[[mått 3.11]]")]
    [InlineData("Sjukfrånvaron är 5,6 %.")]
    [InlineData("Väntetiden 3.11 till 78,4 % nämns utan att vara ett mått.")]
    [InlineData("Andelen steg till 3.11 %, inte till 78,4 %.")]
    [InlineData("Mått 3.11 är uppnått. I Oskarshamn var det 65,2 %.")]
    [InlineData("Mått 9.99 är 78,4 %.")]
    [InlineData("Mått 3.11 gäller 5–7 besök per dag.")]
    public void Years_days_counts_and_other_things_are_no_figures_of_the_measure(string prose) =>
        GivenReport.Writing(prose).Where(f => f.Kind == ChecklistKind.NumberDiffers).ShouldBeEmpty();

    [Theory]
    [InlineData("Mått 3.11 är 81,4 %, i Oskarshamn 65,2 %.")]
    [InlineData("Mått 3.11 har ökat med 7,7 procentenheter.")]
    [InlineData("Mått 3.11 är cirka 70 %.")]
    [InlineData("Mått 3.11 och 3.12 är 70,3 % och 81,4 %.")]
    [InlineData("| 3.11 Medicinsk bedömning | 112 |")]
    public void What_may_be_right_is_to_be_looked_at(string prose)
    {
        var found = GivenReport.Writing(prose, given => given.Plan.Measure("3.12")).Where(f => f.Kind == ChecklistKind.NumberDiffers).ShouldHaveSingleItem();

        found.Severity.ShouldBe(ChecklistSeverity.Check);
        found.Message.ShouldEndWith("Kontrollera att talet är rätt.");
    }

    [Fact]
    public void The_values_of_others_and_of_the_delmatt_are_known() => GivenReport.Writing(
        "Mått 3.12 är 60,2 %, i riket 71,3 %, och i primärvården 64,8 %.",
        given =>
        {
            var total = given.Plan.Measure("3.12", seriesTerms: new() { Name = "Alla" });
            var part = given.Plan.Measure("3.12", series: "primarvard", seriesTerms: new() { Name = "Primärvård" });
            given.Plan.Outcome(total, "2025-T2", 60.2m, "2025-09-10").Outcome(part, "2025-T2", 64.8m, "2025-09-10").Comparison(total, "0000", "2024", 71.3m);
        }).ShouldBeEmpty();

    [Fact]
    public void A_measure_in_another_unit_is_compared_by_its_decimals() => GivenReport.Writing(
        "Mått 3.12 är 0,61, en nedgång med 3 %. Mått 3.12 var 0,64.",
        given => given.Plan.Outcome(given.Plan.Measure("3.12", Given.Percent("Kontinuitet") with { UnitText = "index", Decimals = 2 }), "2025-T2", 0.61m, "2025-09-10"))
        .ShouldHaveSingleItem().Message.ShouldContain("0,64");

    [Fact]
    public void A_yes_or_no_has_no_number() => GivenReport.Writing(
        "Mått 3.12 är 78,4 %.", given => given.Plan.Outcome(given.Plan.Measure("3.12", Given.YesOrNo()), "2025-T2", 1, "2025-09-10")).ShouldBeEmpty();

    [Fact]
    public void A_figure_that_was_corrected_after_the_section_was_saved_is_found_and_the_old_number_is_to_be_mended()
    {
        static void Correct(GivenReport given) => given.Plan.Outcome(given.Wait, "2025-T2", 85.2m, "2025-10-03", "Sena svar");

        var kept = GivenReport.Writing("Mått 3.11 är 81,4 %.", Correct).ShouldHaveSingleItem();
        var other = GivenReport.Writing("Mått 3.11 är uppnått, mot 80,1 % året före.", Correct).ShouldHaveSingleItem();

        (kept.Kind, kept.Severity, kept.Section, kept.Measure).ShouldBe((ChecklistKind.FigureCorrected, ChecklistSeverity.Mend, "mal", "3.11"));
        kept.Message.ShouldContain("rättades 2025-10-03 från 81,4\u00a0% till 85,2\u00a0%");
        (other.Kind, other.Severity).ShouldBe((ChecklistKind.FigureCorrected, ChecklistSeverity.Check));
    }

    [Fact]
    public void A_figure_that_was_corrected_before_the_section_was_saved_is_compared_as_it_is_now()
    {
        static void Correct(GivenReport given) => given.Plan.Outcome(given.Wait, "2025-T2", 85.2m, "2025-09-15", "Sena svar");

        GivenReport.Writing("Mått 3.11 är 85,2 %.", Correct).ShouldBeEmpty();
        GivenReport.Writing("Mått 3.11 är 81,4 %.", Correct).ShouldHaveSingleItem().Kind.ShouldBe(ChecklistKind.NumberDiffers);
        GivenReport.Writing("Ingen siffra här.", Correct).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_number_twice_is_told_once() =>
        GivenReport.Writing("Mått 3.11 är 70,3 %. Mått 3.11 är alltså 70,3 %.").Count.ShouldBe(1);
}
