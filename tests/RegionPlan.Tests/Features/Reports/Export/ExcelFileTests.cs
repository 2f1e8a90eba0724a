using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Features.Reports.Export.Excel;

namespace RegionPlan.Tests.Features.Reports.Export;

public sealed class ExcelFileTests
{
    private static readonly byte[] File = ExcelFile.Make(GivenDocument.Everything, GivenDocument.Imprint);

    [Theory]
    [InlineData(FileFormatVersions.Office2019)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void Nothing_in_it_breaks_the_standard(FileFormatVersions version)
    {
        using var excel = Open();
        new OpenXmlValidator(version).Validate(excel).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void The_same_report_makes_the_same_bytes() => ExcelFile.Make(GivenDocument.Everything, GivenDocument.Imprint).ShouldBe(File);

    [Fact]
    public void Every_table_and_chart_has_a_sheet_that_the_contents_lead_to()
    {
        using var excel = Open();
        var names = excel.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!).ToList();
        names.ShouldBe(["Innehåll", "1 Skrivet för hand", "2 Sammanfattning", "3 Målen", "4 Region Kalmar län 2015–2024", "5 Driftramar per nämnd och år"]);
        names.ShouldAllBe(n => n.Length <= 31);
        var contents = Sheet(excel, "Innehåll");
        Texts(contents).ShouldContain("Delårsrapport tertial 2 2025");
        Texts(contents).ShouldContain("Händelser av väsentlig betydelse");
        contents.Descendants<Hyperlink>().Select(h => h.Location!.Value).ShouldBe(names.Skip(1).Select(n => $"'{n}'!A1"));
    }

    [Fact]
    public void A_sheet_can_be_filtered_and_keeps_its_head_in_sight()
    {
        using var excel = Open();
        foreach (var name in excel.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Skip(1))
        {
            var part = (WorksheetPart)excel.WorkbookPart.GetPartById(name.Id!);
            var table = part.TableDefinitionParts.ShouldHaveSingleItem().Table;
            table.AutoFilter!.Reference!.Value.ShouldBe(table.Reference!.Value);
            table.TableColumns!.Elements<TableColumn>().Select(c => c.Name!.Value).ShouldBe(
                part.Worksheet.Descendants<Row>().First().Elements<Cell>().Select(c => c.InnerText), "a table's columns are named by its heads");
            part.Worksheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        }
    }

    [Theory]
    [InlineData(300, 'x')]
    [InlineData(200, '&')]
    public void A_long_title_is_cut_so_that_the_pages_head_is_no_longer_than_Excel_opens(int length, char letter)
    {
        using var excel = SpreadsheetDocument.Open(
            new MemoryStream(ExcelFile.Make(GivenDocument.Everything with { Title = new(letter, length) }, GivenDocument.Imprint)), isEditable: false);

        var heads = excel.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<OddHeader>()).Select(h => h.Text).ToList();

        heads.ShouldNotBeEmpty();
        heads.ShouldAllBe(h => h.Length <= 255 && h.StartsWith("&L", StringComparison.Ordinal) && h.EndsWith("&R" + GivenDocument.Imprint.Standing, StringComparison.Ordinal));
        heads.Select(h => h[2..h.IndexOf('…', StringComparison.Ordinal)].Replace("&&", "", StringComparison.Ordinal)).ShouldAllBe(t => t.All(c => c == 'x'), "no sign is cut in two");
    }

    [Fact]
    public void Figures_are_numbers_days_are_days_and_what_is_said_of_them_stands_beside()
    {
        using var excel = Open();
        var sheet = Sheet(excel, "3 Målen");
        Row(sheet, 1).Select(c => c.InnerText).ShouldBe(
        [
            "Mått", "Status", "Status, anmärkning", "Utfall 2025", "Utfall 2025, enhet", "Utfall 2025, exempel", "Utfall 2025, anmärkning", "Utfall 2025, underlag",
            "Målvärde 2025", "Målvärde 2025, enhet", "Registrerat",
        ]);
        Cell(sheet, "B2").ShouldBe("Uppnått");
        Number(sheet, "D2").ShouldBe(10_186.6m);
        Cell(sheet, "E2").ShouldBe("antal");
        Cell(sheet, "F2").ShouldBe("ja");
        Cell(sheet, "F3").ShouldBe("nej");
        Cell(sheet, "G2").ShouldBe("T2 2025");
        Cell(sheet, "H2").ShouldBe($"https://regionplan.example.org/underlag/{GivenDocument.Entry}");
        Number(sheet, "D3").ShouldBe(89.46m, "all its decimals");
        Number(sheet, "D4").ShouldBe(-7.3m);
        Number(sheet, "K2").ShouldBe(45_914m, "2025-09-14");
        Format(excel, sheet, "D2").ShouldBe("#,##0.0");
        Format(excel, sheet, "D3").ShouldBe("#,##0.0\"\u00a0%\"");
        Format(excel, sheet, "K2").ShouldBe("yyyy\\-mm\\-dd");
        Format(excel, sheet, "K3").ShouldBe("yyyy\\-mm\\-dd\\ hh:mm");
        Cell(sheet, "D5").ShouldBe("saknas");
        sheet.Descendants<Cell>().ShouldNotContain(c => c.CellReference == "I4", "what is not there is empty");
    }

    [Fact]
    public void Numbers_that_somebody_has_written_are_numbers_too_and_columns_of_the_same_name_are_told_apart()
    {
        using var excel = Open();
        var sheet = Sheet(excel, "1 Skrivet för hand");
        Row(sheet, 1).Select(c => c.InnerText).ShouldBe(["År", "Värde", "Värde (2)"]);
        Number(sheet, "A2").ShouldBe(2024);
        Number(sheet, "B2").ShouldBe(1_234.5m);
        Number(sheet, "C2").ShouldBe(-3.2m);
        sheet.Descendants<CellFormula>().ShouldBeEmpty();
    }

    [Fact]
    public void A_change_for_the_better_is_a_number_as_one_for_the_worse_is()
    {
        var table = new DocumentBlock.Table("Ramar", [new("Ram"), new("Avvikelse", true)],
        [
            [new("Läkemedel"), new("−6,5") { Figure = new(-6.5m, 1, "mnkr") }],
            [new("Kultur"), new("+53,8") { Figure = new(53.8m, 1, "mnkr") }],
        ])
        {
            IsLive = true,
        };
        var document = GivenDocument.Everything with { Chapters = [new("ekonomi", "Ekonomi", "LKBR", true, [table])] };

        using var excel = SpreadsheetDocument.Open(new MemoryStream(ExcelFile.Make(document, GivenDocument.Imprint)), isEditable: false);

        var sheet = Sheet(excel, "1 Ramar");
        (Number(sheet, "B2"), Number(sheet, "B3")).ShouldBe((-6.5m, 53.8m));
    }

    [Theory]
    [InlineData("1\u00a0234,50", "1234.50", 2, false)]
    [InlineData("−7", "-7", 0, false)]
    [InlineData("89,5\u00a0%", "89.5", 1, true)]
    [InlineData("12 345 678", "12345678", 0, false)]
    public void A_Swedish_number_is_read(string text, string value, int decimals, bool isPercent) =>
        ExcelCells.NumberOf(text).ShouldBe((decimal.Parse(value, CultureInfo.InvariantCulture), decimals, isPercent));

    [Theory]
    [InlineData("12 34")]
    [InlineData("1.5")]
    [InlineData("saknas")]
    [InlineData("2024-01-01")]
    public void Other_texts_are_no_numbers(string text) => ExcelCells.NumberOf(text).ShouldBeNull();

    private static SpreadsheetDocument Open() => SpreadsheetDocument.Open(new MemoryStream(File), isEditable: false);

    private static Worksheet Sheet(SpreadsheetDocument excel, string name) =>
        ((WorksheetPart)excel.WorkbookPart!.GetPartById(excel.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == name).Id!)).Worksheet;

    private static IEnumerable<Cell> Row(Worksheet sheet, int row) => sheet.Descendants<Row>().Single(r => r.RowIndex! == (uint)row).Elements<Cell>();

    private static IEnumerable<string> Texts(Worksheet sheet) => sheet.Descendants<Cell>().Select(c => c.InnerText);

    private static Cell At(Worksheet sheet, string address) => sheet.Descendants<Cell>().Single(c => c.CellReference == address);

    private static string Cell(Worksheet sheet, string address)
    {
        var cell = At(sheet, address);
        cell.DataType!.Value.ShouldBe(CellValues.InlineString);
        return cell.InnerText;
    }

    private static decimal Number(Worksheet sheet, string address)
    {
        var cell = At(sheet, address);
        cell.DataType.ShouldBeNull($"{address} is a number");
        return decimal.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture);
    }

    private static string Format(SpreadsheetDocument excel, Worksheet sheet, string address)
    {
        var styles = excel.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var id = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)At(sheet, address).StyleIndex!.Value).NumberFormatId!.Value;
        return styles.NumberingFormats!.Elements<NumberingFormat>().Single(f => f.NumberFormatId! == id).FormatCode!.Value!;
    }
}
