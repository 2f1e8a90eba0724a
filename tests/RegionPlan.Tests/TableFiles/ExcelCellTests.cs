using RegionPlan.Web.Features.ImportOutcomes;
using RegionPlan.Web.TableFiles;
using static RegionPlan.Tests.TableFiles.MadeWorkbook;

namespace RegionPlan.Tests.TableFiles;

public sealed class ExcelCellTests
{
    [Theory]
    [InlineData("78.5", "78,5")]
    [InlineData("78.30000000000001", "78,3")]
    [InlineData("0.30000000000000004", "0,3")]
    [InlineData("-0.3", "-0,3")]
    [InlineData("120", "120")]
    [InlineData("1E3", "1000")]
    [InlineData("1.5E-5", "0,000015")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("1E+20", "100000000000000000000")]
    [InlineData("-0", "0")]
    public void A_number_is_read_as_Excel_shows_it(string stored, string text) => Total(Number(stored)).ShouldBe(text);

    [Theory]
    [InlineData("0.785", "78,5 %")]
    [InlineData("0.28999999999999998", "29 %")]
    [InlineData("1", "100 %")]
    public void A_percentage_is_read_as_it_is_shown(string stored, string text) =>
        Of(Number(stored, FirstStyle), "0.0%").Rows.Single()[ImportColumn.Total].ShouldBe(text);

    [Theory]
    [InlineData("0.0\\%")]
    [InlineData("0.0\" %\"")]
    [InlineData("#,##0.00\\ \"dagar\"")]
    [InlineData("_-* #,##0_d_-")]
    [InlineData("[Red]0.0")]
    [InlineData("[$-41D]0")]
    [InlineData("General")]
    [InlineData("@")]
    public void Other_formats_do_not_change_a_number(string format) => Of(Number("0.5", FirstStyle), format).Rows.Single()[ImportColumn.Total].ShouldBe("0,5");

    [Theory]
    [InlineData("yyyy\\-mm\\-dd")]
    [InlineData("d/m")]
    [InlineData("[$-41D]mmm\\-yy;@")]
    [InlineData("[h]:mm")]
    public void A_date_among_the_numbers_is_a_problem_that_explains_itself(string format)
    {
        var row = Of(Number("46054", FirstStyle), format).Rows.Single();

        row[ImportColumn.Total].ShouldBe("2026-02-01");
        row.Problems.ShouldBe([new(ImportColumn.Total,
            "Cellen innehåller ett datum (2026-02-01). Excel gör om sådant som 1/2 och 3.11 till datum. Formatera cellen som Tal och skriv värdet igen, till exempel 78,5.")]);
    }

    [Fact]
    public void A_date_as_the_code_of_a_measure_is_a_problem()
    {
        var problem = Row("Mått", Number("46329", FirstStyle)).Problems.Single();

        problem.Column.ShouldBe(ImportColumn.Measure);
        problem.Message.ShouldContain("(2026-11-03)");
        problem.Message.ShouldContain("Formatera cellen som Text");
    }

    [Fact]
    public void The_first_day_of_a_month_is_that_month_as_a_period() => Row("Period", Number("45505", FirstStyle))[ImportColumn.Period].ShouldBe("2024-08");

    [Fact]
    public void Another_day_is_no_period()
    {
        var row = Row("Period", Number("45506", FirstStyle));

        row[ImportColumn.Period].ShouldBe("2024-08-02");
        row.Problems.Single().Message.ShouldContain("2024, 2024-T2 eller 2024-08");
    }

    [Fact]
    public void A_year_as_a_number_is_a_period() => Row("Period", Number("2024"))[ImportColumn.Period].ShouldBe("2024");

    [Fact]
    public void A_day_by_which_something_is_done_is_read_as_a_day() => Row("Klart senast", Number("46387.5", FirstStyle))[ImportColumn.ActionDue].ShouldBe("2026-12-31");

    [Fact]
    public void A_date_in_a_text_is_only_a_text()
    {
        var row = Row("Kommentar", Number("46054", FirstStyle));

        (row[ImportColumn.Comment], row.Problems.Count).ShouldBe(("2026-02-01", 0));
    }

    [Fact]
    public void Days_may_be_counted_from_1904() =>
        WithSheet(Heading("Mått", "Period", "Klart senast"), [Text("3.11"), Text("2024"), Number("44925", FirstStyle)]).WithFormats("yyyy-mm-dd").CountingFrom1904()
            .Read().Rows.Single()[ImportColumn.ActionDue].ShouldBe("2026-12-31");

    [Theory]
    [InlineData("1", "1900-01-01")]
    [InlineData("59", "1900-02-28")]
    [InlineData("61", "1900-03-01")]
    public void The_first_days_of_1900_are_those_that_Excel_shows(string stored, string day) => Row("Klart senast", Number(stored, FirstStyle))[ImportColumn.ActionDue].ShouldBe(day);

    [Fact]
    public void A_measures_code_as_a_number_keeps_its_comma_which_tells_that_a_zero_may_be_lost() =>
        Row("Mått", Number("3.11"))[ImportColumn.Measure].ShouldBe("3,11");

    [Theory]
    [InlineData("1", "ja")]
    [InlineData("0", "nej")]
    public void True_and_false_are_yes_and_no(string stored, string text) => Total(Typed("b", stored)).ShouldBe(text);

    [Fact]
    public void An_error_is_a_problem()
    {
        var row = Of(Typed("e", "#DIV/0!")).Rows.Single();

        row[ImportColumn.Total].ShouldBe("#DIV/0!");
        row.Problems.ShouldBe([new(ImportColumn.Total, "Cellen visar felet #DIV/0!. Rätta formeln, eller skriv värdet i stället.")]);
    }

    [Fact]
    public void A_formula_gives_its_value_and_is_told_of()
    {
        var file = Of(Formula("78.5"));

        file.Rows.Single()[ImportColumn.Total].ShouldBe("78,5");
        file.Notes.ShouldBe(["1 cell är en formel (C2). Det uträknade värdet läses in, inte formeln."]);
    }

    [Fact]
    public void Many_formulas_are_counted_and_the_first_are_named()
    {
        string[] row = [Text("3.11"), Formula("2024", "str"), Formula("1")];

        WithSheet([Heading("Mått", "Period", "Totalt"), row, row, row]).Read().Notes
            .ShouldBe(["6 celler är formler (B2, C2, B3, C3, B4 …). Det uträknade värdet läses in, inte formeln."]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_formula_that_was_never_calculated_is_a_problem(string? stored) =>
        Of(Formula(stored)).Rows.Single().Problems.Single().Message.ShouldStartWith("Formeln har inget uträknat värde.");

    [Fact]
    public void A_formula_that_gave_an_empty_text_is_an_empty_cell()
    {
        var row = Of(Formula("", "str")).Rows.Single();

        (row[ImportColumn.Total], row.Problems.Count).ShouldBe(("", 0));
    }

    [Theory]
    [InlineData("1E+40")]
    [InlineData("NaN")]
    [InlineData("tolv")]
    public void A_number_that_is_none_is_a_problem(string stored) => Of(Number(stored)).Rows.Single().Problems.ShouldNotBeEmpty();

    [Fact]
    public void Shared_rich_and_pronounced_texts_are_read_whole()
    {
        var row = WithSheet(Heading("Mått", "Period", "Kommentar", "Analys"), [Typed("s", "0"), Text("2024"), Typed("s", "1"), Typed("s", "2")])
            .WithSharedTexts("<t>3.11</t>", "<r><t xml:space=\"preserve\">Fler </t></r><r><rPr><b/></rPr><t>besök</t></r><rPh sb=\"0\" eb=\"1\"><t>inte</t></rPh>", "<t>rad 1_x000D_\nrad 2 _x005F_x000D_</t>")
            .Read().Rows.Single();

        (row[ImportColumn.Measure], row[ImportColumn.Comment], row[ImportColumn.Analysis]).ShouldBe(("3.11", "Fler besök", "rad 1\nrad 2 _x000D_"));
    }

    [Fact]
    public void Texts_are_trimmed_but_keep_their_line_breaks() => Total(Text("  a\r\n b \u00a0")).ShouldBe("a\n b");

    [Fact]
    public void Rows_with_nothing_are_passed_over_and_rows_without_values_are_kept()
    {
        string[] keys = [Text("3.11"), Text("2024"), Text("")];

        WithSheet(Heading("Mått", "Period", "Totalt", "Budget"), keys, [], [Text(" "), Text(""), Text("")], [Text(""), Text(""), Text(""), Text("utanför")], keys)
            .Read().Rows.Select(row => row.Number).ShouldBe([2, 6]);
    }

    [Fact]
    public void Cells_and_rows_without_addresses_stand_in_order() =>
        new MadeWorkbook().RawSheet("Utfall", "visible", SheetXml(Heading("Mått", "Period", "Totalt"), [Text("3.11"), Text("2024"), Number("7")])
                .Replace(" r=\"", " x=\"", StringComparison.Ordinal))
            .Read().Rows.Single().ShouldSatisfyAllConditions(row => row.Number.ShouldBe(2), row => row[ImportColumn.Total].ShouldBe("7"));

    [Fact]
    public void Elements_may_have_a_prefix_as_some_programs_write_them() =>
        new MadeWorkbook().RawSheet("Utfall", "visible", SheetXml(Heading("Mått", "Period", "Totalt"), [Text("3.11"), Text("2024"), Number("7")])
                .Replace("</", "|", StringComparison.Ordinal).Replace("<", "<x:", StringComparison.Ordinal).Replace("|", "</x:", StringComparison.Ordinal)
                .Replace("xmlns=", "xmlns:x=", StringComparison.Ordinal))
            .Read().Rows.Single()[ImportColumn.Total].ShouldBe("7");

    private static string Total(string cell) => Of(cell).Rows.Single()[ImportColumn.Total];

    private static TableFile Of(string cell, string format = "0") =>
        WithSheet(Heading("Mått", "Period", "Totalt"), [Text("3.11"), Text("2024"), cell]).WithFormats(format).Read();

    /// <summary>A row with one cell of the named column; the first style is a date.</summary>
    private static FileRow Row(string heading, string cell)
    {
        var others = new[] { "Mått", "Period", "Totalt" }.Where(other => other != heading).ToList();
        return WithSheet(Heading([heading, .. others]), [cell, .. others.Select(_ => Text("1"))]).WithFormats("yyyy-mm-dd").Read().Rows.Single();
    }
}
