using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports.Export.Excel;

/// <summary>A report's tables and charts as a workbook: a sheet with its contents, and one for each table.</summary>
internal static class ExcelFile
{
    private const string ContentsName = "Innehåll";
    private const int FirstListed = 7;

    private static readonly string[] Listed = ["Avsnitt", "Tabell", "Blad"];

    internal static byte[] Make(ReportDocument document, DocumentImprint imprint)
    {
        var sheets = SheetsOf(document).ToList();
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            package.ChangeIdOfPart(workbook, "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = ExcelStyles.Sheet();
            workbook.AddNewPart<WorksheetPart>("contents").Worksheet = Contents(document, imprint, sheets);
            foreach (var sheet in sheets)
            {
                sheet.Write(workbook.AddNewPart<WorksheetPart>(PartOf(sheet)), ExportText.TitleOf(document), imprint);
            }

            workbook.Workbook = new Workbook(
                new BookViews(new WorkbookView { ActiveTab = 0 }),
                new Sheets([
                    new Sheet { Name = ContentsName, SheetId = 1, Id = "contents" },
                    .. sheets.Select(s => new Sheet { Name = s.Name, SheetId = (uint)s.Number + 1, Id = PartOf(s) }),
                ]));
            if (sheets.Count > 0)
            {
                workbook.Workbook.Append(new DefinedNames(sheets.Select(s => new DefinedName($"{Quoted(s)}!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)s.Number })));
            }

            PackageWords.Write(package, document, imprint);
        }

        return SteadyArchive.Of(stream);
    }

    private static string PartOf(ExcelSheet sheet) => $"sheet{sheet.Number}";

    private static string Quoted(ExcelSheet sheet) => $"'{sheet.Name}'";

    private static IEnumerable<ExcelSheet> SheetsOf(ReportDocument document)
    {
        var number = 0;
        return document.Chapters.SelectMany(chapter => ReportTables.All(chapter.Blocks)
            .Select(b => b switch
            {
                DocumentBlock.Table { Columns.Count: > 0 } table => table,
                DocumentBlock.Chart chart => new ChartFigures(chart).Upright(chart),
                DocumentBlock.Months months => DrawingFigures.Of(months),
                DocumentBlock.Bridge bridge => DrawingFigures.Of(bridge),
                _ => null,
            })
            .OfType<DocumentBlock.Table>()
            .Select(table => new ExcelSheet(++number, chapter, table)));
    }

    private static Worksheet Contents(ReportDocument document, DocumentImprint imprint, IReadOnlyList<ExcelSheet> sheets)
    {
        var listed = document.Chapters.SelectMany(c => sheets.Where(s => s.Chapter == c).Cast<ExcelSheet?>().DefaultIfEmpty(null).Select(s => (Chapter: c, Sheet: s))).ToList();
        string?[] words = [document.Title, document.Body, ExportText.PeriodOf(document), imprint.Standing, imprint.Region];
        List<Row> rows =
        [
            .. words.Select((text, i) => new Row(ExcelCells.Text($"A{i + 1}", text!, i == 0 ? ExcelStyles.Title : ExcelStyles.Plain)) { RowIndex = (uint)i + 1 }),
            new Row(Listed.Select((text, i) => ExcelCells.Text(ExcelCells.Address(i, FirstListed), text, ExcelStyles.Heading))) { RowIndex = FirstListed },
            .. listed.Select((l, i) => RowOf(l.Chapter, l.Sheet, FirstListed + 1 + i)),
        ];
        var sheet = new Worksheet(
            new SheetViews(new SheetView { TabSelected = true, WorkbookViewId = 0, ShowGridLines = false }),
            new Columns(
                new Column { Min = 1, Max = 2, Width = 60, CustomWidth = true },
                new Column { Min = 3, Max = 3, Width = 36, CustomWidth = true }),
            new SheetData(rows));
        if (sheets.Count > 0)
        {
            sheet.Append(new Hyperlinks(listed.Select((l, i) => (l.Sheet, Row: FirstListed + 1 + i)).Where(l => l.Sheet is not null).Select(l =>
                new Hyperlink { Reference = $"C{l.Row}", Location = $"{Quoted(l.Sheet!)}!A1", Display = l.Sheet!.Name })));
        }

        return sheet;
    }

    private static Row RowOf(DocumentChapter chapter, ExcelSheet? sheet, int row) => new(
        ExcelCells.Text($"A{row}", chapter.Title),
        ExcelCells.Text($"B{row}", sheet is null ? "Ingen tabell" : sheet.Table.Caption),
        ExcelCells.Text($"C{row}", sheet?.Name ?? "", sheet is null ? ExcelStyles.Text : ExcelStyles.Link))
    {
        RowIndex = (uint)row,
    };
}
