using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>Writes a table: its head is repeated on every page, and no row is broken between two.</summary>
internal sealed class WordTable(WordText text, DocumentImprint imprint)
{
    private const string SignFont = "Segoe UI Symbol";

    internal Table Of(DocumentBlock.Table table, IReadOnlyList<int> widths, TableLetters letters)
    {
        var result = new Table(
            PropertiesOf(table, widths.Sum()),
            new TableGrid(widths.Select(w => new GridColumn { Width = Twips(w) })),
            new TableRow([
                new TableRowProperties(new CantSplit(), new TableHeader()),
                .. table.Columns.Select((column, i) => Cell(
                    widths[i], null, [Line(WordStyles.CellHead(letters), column.IsNumeric, [WordText.Plain(column.Title)])])),
            ]));
        foreach (var row in table.Rows)
        {
            result.Append(new TableRow([
                new TableRowProperties(new CantSplit()),
                .. table.Columns.Select((column, i) => CellOf(row[i], DocumentBlock.Table.IsMarked(row, i), column, widths[i], letters)),
            ]));
        }

        return result;
    }

    private static TableProperties PropertiesOf(DocumentBlock.Table table, int width)
    {
        var properties = new TableProperties(
            new TableStyle { Val = WordStyles.Table },
            new TableWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { Val = "0420", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true });
        if (table.Caption.Length > 0)
        {
            properties.Append(new TableCaption { Val = ExportText.Clean(table.Caption) });
        }

        return properties;
    }

    private static TableCell Cell(int width, string? paper, IEnumerable<Paragraph> lines)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa });
        if (paper is not null)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = paper });
        }

        return new([properties, .. lines]);
    }

    private static Paragraph Line(string style, bool isRight, IEnumerable<OpenXmlElement> content)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (isRight)
        {
            properties.Append(new Justification { Val = JustificationValues.Right });
        }

        return new([properties, .. content]);
    }

    private static string Twips(int width) => width.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private TableCell CellOf(DocumentCell cell, bool isMarked, DocumentColumn column, int width, TableLetters letters)
    {
        List<OpenXmlElement> words = [.. cell.Status is { } status ? StatusOf(cell, status) : ContentOf(cell)];
        if (isMarked)
        {
            words.Add(WordText.Plain(" "));
            words.Add(WordText.Styled(ExportText.Example, WordStyles.Example));
        }

        return Cell(
            width,
            cell.Status is { } known ? StatusLook.Of(known).Paper : null,
            [
                Line(WordStyles.Cell(letters), column.IsNumeric, words),
                .. cell.Beside.Select(line => Line(WordStyles.CellBeside(letters), column.IsNumeric, [WordText.Plain(line)])),
            ]);
    }

    private IEnumerable<OpenXmlElement> ContentOf(DocumentCell cell) => cell.Figure?.Origin is { } origin && imprint.BaseAddress is not null
        ? [text.Linked(new(cell.Plain), origin, WordStyles.TableLink)]
        : text.Of(cell.Text, WordStyles.TableLink);

    private static IEnumerable<OpenXmlElement> StatusOf(DocumentCell cell, string status)
    {
        var look = StatusLook.Of(status);
        return
        [
            new Run(
                new RunProperties(new RunFonts { Ascii = SignFont, HighAnsi = SignFont, EastAsia = SignFont, ComplexScript = SignFont }, new Color { Val = look.Ink }),
                new Text($"{look.Sign} ") { Space = SpaceProcessingModeValues.Preserve }),
            new Run(
                new RunProperties(new Bold(), new Color { Val = look.Ink }),
                new Text(ExportText.Clean(cell.Plain)) { Space = SpaceProcessingModeValues.Preserve }),
        ];
    }
}
