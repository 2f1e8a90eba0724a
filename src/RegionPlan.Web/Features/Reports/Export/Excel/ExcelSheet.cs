using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports.Export.Excel;

/// <summary>A table of the report in a sheet of its own, where it can be sorted and filtered.</summary>
/// <param name="Number">Which sheet it is, from 1.</param>
/// <param name="Chapter">The section that it stands in.</param>
/// <param name="Table">The table.</param>
internal sealed record ExcelSheet(int Number, DocumentChapter Chapter, DocumentBlock.Table Table)
{
    private const int LongestName = 31;
    private const int Narrowest = 11;
    private const int Widest = 60;
    private const int LongestPageHead = 255;
    private const string TablePart = "table";

    /// <summary>The sheet's name: its number makes it unique, and what Excel refuses is left out.</summary>
    internal string Name
    {
        get
        {
            var words = string.Concat(ExportText.Clean(Table.Caption.Length > 0 ? Table.Caption : Chapter.Title).Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal) && !char.IsControl(c)));
            var name = $"{Number} {words}".Trim();
            return name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)].TrimEnd(' ', ',', '.', '–');
        }
    }

    internal void Write(WorksheetPart part, string reportTitle, DocumentImprint imprint)
    {
        var columns = ExcelColumn.Of(Table, imprint);
        var rows = Math.Max(1, Table.Rows.Count);
        var area = $"A1:{ExcelCells.Address(columns.Count - 1, rows + 1)}";
        part.Worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = area },
            FrozenHeading(),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            Widths(columns),
            new SheetData([Heading(columns), .. Enumerable.Range(0, rows).Select(i => RowOf(columns, i))]),
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToHeight = 0 },
            new HeaderFooter(new OddHeader(PageHead(reportTitle, imprint.Standing)), new OddFooter("&L&A&RSida &P av &N")),
            new TableParts(new TablePart { Id = TablePart }));
        part.AddNewPart<TableDefinitionPart>(TablePart).Table = ListOf(columns, area);
    }

    /// <summary>With as much of the title as Excel has room for.</summary>
    private static string PageHead(string title, string standing)
    {
        var whole = Head(title);
        var shortened = title;
        while (whole.Length > LongestPageHead && shortened.Length > 0)
        {
            shortened = shortened[..^(shortened.Length > 1 && char.IsLowSurrogate(shortened[^1]) ? 2 : 1)];
            whole = Head(shortened + "…");
        }

        return whole;

        string Head(string left) => $"&L{Escape(left)}&R{Escape(standing)}";
    }

    private static string Escape(string text) => ExportText.Clean(text).Replace("&", "&&", StringComparison.Ordinal);

    private static SheetViews FrozenHeading() => new(new SheetView(
        new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
        new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new(["A2"]) })
    {
        WorkbookViewId = 0,
    });

    private static Row Heading(IReadOnlyList<ExcelColumn> columns) => new(columns.Select((column, i) =>
        ExcelCells.Text(ExcelCells.Address(i, 1), column.Title, column.IsNumeric ? ExcelStyles.NumberHeading : ExcelStyles.Heading)))
    {
        RowIndex = 1,
    };

    private Row RowOf(IReadOnlyList<ExcelColumn> columns, int i)
    {
        var row = new Row { RowIndex = (uint)i + 2 };
        if (i < Table.Rows.Count)
        {
            row.Append(columns.Select((column, c) => column.Cell(Table.Rows[i], ExcelCells.Address(c, i + 2))).OfType<Cell>());
        }

        return row;
    }

    private Columns Widths(IReadOnlyList<ExcelColumn> columns) => new(columns.Select((column, i) => new Column
    {
        Min = (uint)i + 1,
        Max = (uint)i + 1,
        Width = Math.Clamp(Table.Rows.Select(r => column.Cell(r, "A1")?.InnerText.Length ?? 0).Append(column.Title.Length).Max() + 3, Narrowest, Widest),
        CustomWidth = true,
    }));

    private Table ListOf(IReadOnlyList<ExcelColumn> columns, string area) => new(
        new AutoFilter { Reference = area },
        new TableColumns(columns.Select((column, i) => new TableColumn { Id = (uint)i + 1, Name = Named(column.Title) })) { Count = (uint)columns.Count },
        new TableStyleInfo { Name = "TableStyleLight1", ShowFirstColumn = false, ShowLastColumn = false, ShowRowStripes = false, ShowColumnStripes = false })
    {
        Id = (uint)Number,
        Name = $"Tabell{Number}",
        DisplayName = $"Tabell{Number}",
        Reference = area,
        TotalsRowShown = false,
    };

    /// <summary>As the heading's cell says it.</summary>
    private static string Named(string title) => ExportText.Clean(title);
}
