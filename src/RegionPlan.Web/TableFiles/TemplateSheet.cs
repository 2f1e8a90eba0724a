using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.TableFiles;

/// <summary>Writes the sheet to fill in, a row at a time.</summary>
internal static class TemplateSheet
{
    private const string AsExcelShows = "G15";
    private const double HeadingHeight = 32;
    private const string FormulaSigns = "=+-@'";

    internal static void Write(Stream part, TableTemplate template)
    {
        var columns = template.Columns;
        var table = new CellArea(0, 1, columns.Count - 1, template.RowCount + 1).ToString();
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetDimension { Reference = table });
        writer.WriteElement(FrozenHeading());
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = RowHeight.Line });
        writer.WriteElement(Widths(columns));
        writer.WriteStartElement(new SheetData());
        WriteHeading(writer, columns);
        var number = 1u;
        foreach (var row in template.Rows)
        {
            WriteRow(writer, columns, row, ++number);
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = table });
        writer.WriteElement(new PageSetup { Orientation = OrientationValues.Landscape, FitToHeight = 0 });
        writer.WriteElement(new IgnoredErrors(new IgnoredError { SequenceOfReferences = new([table]), NumberStoredAsText = true }));
        writer.WriteEndElement();
    }

    internal static Cell TextCell(string address, string text, uint style) =>
        new(new InlineString(new Text(EscapedSigns.Encode(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = address,
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };

    private static SheetViews FrozenHeading() => new(
        new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new(["A2"]) })
        {
            TabSelected = true,
            WorkbookViewId = 0,
        });

    /// <summary>The widths, and the looks of rows that people add below.</summary>
    private static Columns Widths(IReadOnlyList<TemplateColumn> columns) => new(columns.Select((column, i) => new Column
    {
        Min = (uint)i + 1,
        Max = (uint)i + 1,
        Width = column.Width,
        CustomWidth = true,
        Style = TemplateStyles.Of(column.Look),
    }));

    private static void WriteHeading(OpenXmlWriter writer, IReadOnlyList<TemplateColumn> columns)
    {
        writer.WriteStartElement(new Row { RowIndex = 1, Height = HeadingHeight, CustomHeight = true });
        for (var i = 0; i < columns.Count; i++)
        {
            writer.WriteElement(TextCell(CellArea.Address(i, 1), columns[i].Heading, TemplateStyles.HeadingOf(columns[i].Look)));
        }

        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<TemplateColumn> columns, IReadOnlyList<string> row, uint number)
    {
        var texts = row.Select(Swedish.Clean).ToList();
        writer.WriteStartElement(new Row { RowIndex = number, Height = RowHeight.Of(texts.Select((text, i) => (text, columns[i].Width))) });
        for (var i = 0; i < columns.Count; i++)
        {
            var text = texts[i];
            var address = CellArea.Address(i, (int)number);
            writer.WriteElement(text.Length == 0 ? new Cell { CellReference = address, StyleIndex = TemplateStyles.Of(columns[i].Look) }
                : columns[i].Look == TemplateLook.Value && Stored(text) is { } stored ? NumberCell(address, stored)
                : TextCell(address, text, TemplateStyles.Of(columns[i].Look, FormulaSigns.Contains(text[0], StringComparison.Ordinal))));
        }

        writer.WriteEndElement();
    }

    private static Cell NumberCell(string address, string number) =>
        new(new CellValue(number)) { CellReference = address, StyleIndex = TemplateStyles.Of(TemplateLook.Value) };

    /// <summary>A number as a workbook stores it; null for a text that would not come back the same.</summary>
    private static string? Stored(string text)
    {
        if (!SwedishNumber.TryParse(text, out var number) || Swedish.Number(number) != text)
        {
            return null;
        }

        var stored = ((double)number).ToString(AsExcelShows, CultureInfo.InvariantCulture);
        return decimal.Parse(stored, NumberStyles.Float, CultureInfo.InvariantCulture) == number ? stored : null;
    }
}
