using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using RegionPlan.Tests.TableFiles;
using RegionPlan.Web.Features.ImportOutcomes;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Tests.Features.ImportOutcomes;

public sealed class OutcomeTemplateTests
{
    private const string Difficult = "=A1+1; \"citat\"\noch _x000D_ 👩🏽‍⚕️ <b>&amp;</b>\tåäö";

    private static readonly TemplateRow Full = new("2025-arsredovisning-1", "narsjukvarden", "3.10", "total", "enheten", "2024-08")
    {
        UnitName = "Närsjukvården",
        MeasureName = "=Andel",
        MeasureUnit = "procent",
        Target = "80",
        Earlier = "77,1",
        Total = "78,5",
        Women = "-0,3",
        Men = "ja",
        Comment = Difficult,
        Analysis = new string('å', 4_000),
        Action = "-Fler besök",
        ActionOwner = "@verksamhetschef",
        ActionDue = "2026-12-31",
        Forecast = "+bättre",
        ForecastReason = "'=citerad",
        Reason = "'tis",
    };

    public static TheoryData<bool> Forms => [true, false];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_text_comes_back_as_it_was(bool isExcel)
    {
        var file = RoundTrip(isExcel, Full);

        file.Notes.ShouldBeEmpty();
        var row = file.Rows.Single();
        (row.Number, row.Problems.Count).ShouldBe((2, 0));
        ImportColumn.Table.Columns.Select(column => row[column]).ShouldBe(
        [
            "2025-arsredovisning-1", "narsjukvarden", "3.10", "total", "enheten", "2024-08", "78,5", "", "", "-0,3", "ja", Difficult, new string('å', 4_000),
            "-Fler besök", "@verksamhetschef", "2026-12-31", "+bättre", "'=citerad", "'tis",
            "Närsjukvården", "=Andel",
        ]);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_total_of_two_numbers_is_written_as_numerator_and_denominator(bool isExcel)
    {
        var row = RoundTrip(isExcel, Full with { Total = "120 / 150,5", Women = "60/70" }).Rows.Single();

        (row[ImportColumn.Total], row[ImportColumn.Numerator], row[ImportColumn.Denominator], row[ImportColumn.Women]).ShouldBe(("", "120", "150,5", "60/70"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("123456789012,345")]
    [InlineData("0,1234567890123456789")]
    [InlineData("12345678901234567890")]
    [InlineData("1 234")]
    [InlineData("78,50")]
    [InlineData("78 %")]
    [InlineData("−0,3")]
    [InlineData("ungefär 5")]
    [InlineData("=5")]
    [InlineData("120/x")]
    public void A_value_comes_back_as_it_was_typed(string typed)
    {
        RoundTrip(isExcel: true, Full with { Total = typed }).Rows.Single()[ImportColumn.Total].ShouldBe(typed);
        RoundTrip(isExcel: false, Full with { Total = typed }).Rows.Single()[ImportColumn.Total].ShouldBe(typed);
    }

    [Fact]
    public void A_decimal_point_becomes_a_comma() => RoundTrip(isExcel: false, Full with { Total = "3.11" }).Rows.Single()[ImportColumn.Total].ShouldBe("3,11");

    [Fact]
    public void A_row_without_values_comes_back_as_a_row()
    {
        var empty = new TemplateRow("", "enhet", "3.10", "total", "enheten", "2024");

        RoundTrip(isExcel: true, empty, empty).Rows.Select(row => row.Number).ShouldBe([2, 3]);
        RoundTrip(isExcel: false, empty, empty).Rows.Select(row => row.Number).ShouldBe([2, 3]);
    }

    [Fact]
    public void The_CSV_is_marked_as_UTF8_and_parted_by_semicolons()
    {
        using var output = new MemoryStream();
        OutcomeTemplate.Of("Utfall", [Full]).WriteCsv(output);

        output.ToArray()[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        Encoding.UTF8.GetString(output.ToArray()[3..]).ShouldStartWith("Uppföljning;Enhet;Enhetens namn;Mått;Benämning;Delmått;Avser;Period;");
        Reading.Of(output.ToArray(), "mall.csv").Format.ShouldBe("CSV med semikolon, UTF-8");
    }

    [Fact]
    public void The_workbook_has_no_errors_that_Excel_would_mend()
    {
        using var document = Open(Full, Full with { Total = "120/150", Comment = "\u0001\ud800styrtecken" });

        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void The_workbook_has_a_title_a_language_and_instructions()
    {
        using var document = Open(Full);

        (document.PackageProperties.Title, document.PackageProperties.Language).ShouldBe(("Utfall & mål", "sv-SE"));
        document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name?.Value).ShouldBe(["Utfall", "Så fyller du i"]);
    }

    [Fact]
    public void The_headings_are_bold_frozen_and_can_be_filtered()
    {
        using var document = Open(Full);
        var sheet = Rows(document);

        sheet.Descendants<Pane>().Single().ShouldSatisfyAllConditions(
            pane => pane.VerticalSplit!.Value.ShouldBe(1),
            pane => pane.State!.Value.ShouldBe(PaneStateValues.Frozen));
        sheet.Descendants<AutoFilter>().Single().Reference!.Value.ShouldBe("A1:X2");
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var format = (CellFormat)styles.CellFormats!.ElementAt((int)Cell(sheet, "A1").StyleIndex!.Value);
        styles.Fonts!.ElementAt((int)format.FontId!.Value).Descendants<Bold>().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("D2", true, false)]
    [InlineData("H2", true, false)]
    [InlineData("U2", true, false)]
    [InlineData("L2", false, true)]
    [InlineData("Q2", false, false)]
    public void Keys_are_texts_and_values_are_numbers_to_the_right(string address, bool isText, bool isRight)
    {
        using var document = Open(Full);
        var format = Format(document, address);

        (format.NumberFormatId!.Value == 49).ShouldBe(isText);
        (format.Alignment!.Horizontal!.Value == HorizontalAlignmentValues.Right).ShouldBe(isRight);
    }

    [Fact]
    public void A_value_is_a_number_and_a_text_like_a_formula_stays_a_text_when_edited()
    {
        using var document = Open(Full);

        Cell(Rows(document), "L2").ShouldSatisfyAllConditions(cell => cell.DataType.ShouldBeNull(), cell => cell.CellValue!.Text.ShouldBe("78.5"));
        Format(document, "Q2").QuotePrefix!.Value.ShouldBeTrue();
        Rows(document).Descendants<CellFormula>().ShouldBeEmpty();
    }

    [Fact]
    public void The_workbook_can_be_written_to_a_stream_that_only_goes_forward()
    {
        using var output = new ForwardOnly();
        OutcomeTemplate.Of("Utfall", [Full]).WriteExcel(output);

        Reading.Of(output.Written.ToArray()).Rows.Count.ShouldBe(1);
    }

    private static TableFile RoundTrip(bool isExcel, params TemplateRow[] rows)
    {
        using var output = new MemoryStream();
        if (isExcel)
        {
            OutcomeTemplate.Of("Utfall", rows).WriteExcel(output);
        }
        else
        {
            OutcomeTemplate.Of("Utfall", rows).WriteCsv(output);
        }

        return Reading.Of(output.ToArray(), "mall");
    }

    private static SpreadsheetDocument Open(params TemplateRow[] rows)
    {
        var output = new MemoryStream();
        OutcomeTemplate.Of("Utfall & mål", rows).WriteExcel(output);
        return SpreadsheetDocument.Open(output, isEditable: false);
    }

    private static Worksheet Rows(SpreadsheetDocument document) => ((WorksheetPart)document.WorkbookPart!.GetPartById("rows")).Worksheet;

    private static Cell Cell(Worksheet sheet, string address) => sheet.Descendants<Cell>().Single(cell => cell.CellReference == address);

    private static CellFormat Format(SpreadsheetDocument document, string address) =>
        (CellFormat)document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)Cell(Rows(document), address).StyleIndex!.Value);

    private sealed class ForwardOnly : Stream
    {
        internal MemoryStream Written { get; } = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Written.Write(buffer, offset, count);
    }
}
