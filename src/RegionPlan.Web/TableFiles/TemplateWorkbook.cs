using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace RegionPlan.Web.TableFiles;

/// <summary>
/// Writes the template's workbook. Everything but the rows is small and made in memory; the rows go straight to the archive, so that
/// 100 000 of them need no more memory than ten.
/// </summary>
internal static class TemplateWorkbook
{
    private const string RowsPart = "rows";
    private const string GuidePart = "guide";
    private const string GuideName = "Så fyller du i";
    private const string Language = "sv-SE";
    private const int GuideWidth = 90;
    private const double TitleHeight = 32;

    internal static void Write(Stream output, TableTemplate template)
    {
        using var frame = new MemoryStream();
        var rowsPath = WriteFrame(frame, template);
        using var source = new ZipArchive(frame, ZipArchiveMode.Read);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in source.Entries)
        {
            using var to = target.CreateEntry(entry.FullName, CompressionLevel.Optimal).Open();
            if (entry.FullName == rowsPath)
            {
                TemplateSheet.Write(to, template);
            }
            else
            {
                using var from = entry.Open();
                from.CopyTo(to);
            }
        }
    }

    /// <summary>The workbook with an empty sheet, whose path in the archive it returns.</summary>
    private static string WriteFrame(Stream frame, TableTemplate template)
    {
        using var document = SpreadsheetDocument.Create(frame, SpreadsheetDocumentType.Workbook);
        document.PackageProperties.Title = EscapedSigns.Encode(template.Title);
        document.PackageProperties.Language = Language;

        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = TemplateStyles.Sheet();
        var rows = workbook.AddNewPart<WorksheetPart>(RowsPart);
        rows.Worksheet = new Worksheet(new SheetData());
        workbook.AddNewPart<WorksheetPart>(GuidePart).Worksheet = Guide(template);
        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            new Sheets(
                new Sheet { Name = template.SheetName, SheetId = 1, Id = RowsPart },
                new Sheet { Name = GuideName, SheetId = 2, Id = GuidePart }));
        return rows.Uri.OriginalString.TrimStart('/');
    }

    private static Worksheet Guide(TableTemplate template)
    {
        var lines = template.Guide
            .Select(line => (Text: line, Style: TemplateStyles.Prose, Height: RowHeight.Of([(line, GuideWidth)]) + (RowHeight.Line / 2)))
            .Prepend((Text: template.Title, Style: TemplateStyles.Title, Height: TitleHeight));
        return new Worksheet(
            new Columns(new Column { Min = 1, Max = 1, Width = GuideWidth, CustomWidth = true }),
            new SheetData(lines.Select((line, i) => new Row(TemplateSheet.TextCell(CellArea.Address(0, i + 1), line.Text, line.Style))
            {
                RowIndex = (uint)i + 1,
                Height = line.Height,
                CustomHeight = true,
            })));
    }
}
