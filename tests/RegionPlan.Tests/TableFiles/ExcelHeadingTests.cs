using RegionPlan.Web.Features.ImportOutcomes;
using static RegionPlan.Tests.TableFiles.MadeWorkbook;

namespace RegionPlan.Tests.TableFiles;

public sealed class ExcelHeadingTests
{
    private static readonly string[] Needed = Heading("Mått", "Period", "Totalt");
    private static readonly string[] Row = [Text("3.11"), Text("2024"), Number("78.5")];

    [Fact]
    public void Headings_are_known_whatever_their_case_spaces_and_line_breaks()
    {
        var file = WithSheet(Heading(" MÅTT ", "Ma\u030An", "period:", "klart\n  senast", "Helårs prognos"), [Text("3.11"), Number("7"), Text("2024"), Text(""), Text("bra")]).Read();

        file.Notes.Count.ShouldBe(1, "only Mån is not a heading of the template");
        file.Rows.Single()[ImportColumn.Forecast].ShouldBe("bra");
    }

    [Fact]
    public void A_decomposed_letter_is_the_same_letter() =>
        WithSheet(Heading("Ma\u030Att", "Period", "Ma\u0308n"), [Text("3.11"), Text("2024"), Number("7")]).Read().Rows.Single()[ImportColumn.Men].ShouldBe("7");

    [Fact]
    public void A_title_may_stand_above_the_headings()
    {
        var file = WithSheet([Text("Utfall för vården")], [], Needed, Row).Read();

        file.Rows.Single().Number.ShouldBe(4);
        file.Rows.Single()[ImportColumn.Measure].ShouldBe("3.11");
    }

    [Fact]
    public void Headings_further_down_than_the_first_twenty_rows_are_not_looked_for() =>
        WithSheet([[Text("Titel")], .. Enumerable.Repeat(Array.Empty<string>(), 19), Needed, Row]).Refusal().ShouldContain("Rubrikerna på rad 1 är: Titel.");

    [Fact]
    public void Columns_in_any_order_find_their_place()
    {
        var row = WithSheet(Heading("Kommentar", "Totalt", "Period", "Mått"), [Text("bra"), Number("1"), Text("2024"), Text("3.11")]).Read().Rows.Single();

        (row[ImportColumn.Comment], row[ImportColumn.Total], row[ImportColumn.Period], row[ImportColumn.Measure]).ShouldBe(("bra", "1", "2024", "3.11"));
        row[ImportColumn.Women].ShouldBe("");
    }

    [Fact]
    public void Unknown_columns_are_named_but_the_templates_own_information_is_not()
    {
        var notes = WithSheet([.. Needed, .. Heading("Budget", "Måttenhet", "Benämning", "Mitt\neget")], Row).Read().Notes;

        notes.ShouldBe(["2 kolumner läses inte, eftersom rubriken inte finns i mallen: Budget, Mitt eget."]);
    }

    [Fact]
    public void A_missing_column_is_named_with_the_headings_that_were_found()
    {
        var refusal = WithSheet([Text("Titel")], Heading("Mått", "Totalt", "Budget"), Row).Refusal();

        refusal.ShouldBe("Kolumnen Period saknas på bladet Utfall. Rubrikerna på rad 2 är: Mått, Totalt, Budget. Lägg till det som saknas, eller hämta mallen.");
    }

    [Fact]
    public void A_table_with_nothing_to_fill_in_is_refused() =>
        WithSheet(Heading("Mått", "Period", "Enhet"), Row).Refusal().ShouldStartWith("Kolumnen Totalt (eller en annan kolumn att fylla i) saknas");

    [Fact]
    public void The_same_heading_twice_is_refused() =>
        WithSheet([.. Needed, .. Heading("Budget", "TOTALT")], Row).Refusal().ShouldStartWith("Rubriken Totalt finns två gånger på rad 1: kolumn C och kolumn E.");

    [Fact]
    public void An_empty_sheet_is_refused() => WithSheet().Refusal().ShouldStartWith("Inga rubriker hittades på bladet Utfall.");

    [Fact]
    public void Headings_without_rows_are_refused() => WithSheet(Needed).Refusal().ShouldContain("inga rader under dem");

    [Fact]
    public void The_sheet_named_Utfall_is_taken_before_others() =>
        new MadeWorkbook().Sheet("Annat", Needed, Row, Row).Sheet("utfall", Needed, Row).Read().ShouldSatisfyAllConditions(
            file => file.Format.ShouldBe("Excel, bladet utfall"),
            file => file.Rows.Count.ShouldBe(1));

    [Fact]
    public void A_sheet_named_Utfall_without_the_headings_is_not_passed_over_in_silence() =>
        new MadeWorkbook().Sheet("Utfall", Heading("Mått"), Row).Sheet("Annat", Needed, Row).Refusal().ShouldContain("saknas på bladet Utfall");

    [Fact]
    public void Without_it_the_first_sheet_with_the_headings_is_taken() =>
        new MadeWorkbook().Sheet("Läs mig", [Text("Hej")]).Sheet("Blad 2", Needed, Row).Sheet("Blad 3", Needed, Row).Read().Format.ShouldBe("Excel, bladet Blad 2");

    [Fact]
    public void A_hidden_sheet_is_not_taken()
    {
        new MadeWorkbook().HiddenSheet("Utfall", Needed, Row, Row).Sheet("Blad 2", Needed, Row).Read().Rows.Count.ShouldBe(1);

        var refusal = new MadeWorkbook().HiddenSheet("Utfall", Needed, Row).Sheet("Blad 2", Heading("Mått", "Period")).Refusal();
        refusal.ShouldContain("saknas på bladet Blad 2");
        refusal.ShouldContain("Dolda blad läses inte");
    }

    [Theory]
    [InlineData("A3:A4")]
    [InlineData("A1:D1")]
    [InlineData("C4:F9")]
    public void Merged_cells_in_the_table_are_refused_with_their_address(string area) =>
        WithSheet(Needed, Row, Row, Row).Merged(area).Refusal().ShouldStartWith($"Cellerna {area} på bladet Utfall är sammanfogade");

    [Theory]
    [InlineData("A1:D1")]
    [InlineData("D2:F4")]
    [InlineData("A5:C6")]
    public void Merged_cells_beside_the_table_do_no_harm(string area) =>
        WithSheet([Text("Titel")], Needed, Row, Row).Merged(area).Read().Rows.Count.ShouldBe(2);
}
