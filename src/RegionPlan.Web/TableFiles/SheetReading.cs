using System.Globalization;

namespace RegionPlan.Web.TableFiles;

/// <summary>A cell as the sheet's part has it.</summary>
/// <param name="Column">Its column, 0 for A.</param>
/// <param name="Type">n, s, str, inlineStr, b, e or d.</param>
/// <param name="Style">Its place in <see cref="CellFormats"/>.</param>
/// <param name="Value">The stored value, or the text of an inline string; empty where there is none.</param>
/// <param name="IsFormula">Whether the value is what a formula gave.</param>
internal readonly record struct SheetCell(int Column, string Type, int Style, string Value, bool IsFormula);

/// <summary>Reads the rows of a sheet one by one, and then which of its cells are merged.</summary>
internal sealed class SheetReading(PartXml xml) : IDisposable
{
    private const int MaxColumns = 16_384;
    private const int MaxMerged = 100_000;

    private readonly List<CellArea> merged = [];
    private int hidden;

    /// <summary>The merged areas; known only when all rows have been read, since they stand after the rows.</summary>
    internal IReadOnlyList<CellArea> Merged => merged;

    /// <summary>Tells of rows that are not seen in Excel.</summary>
    internal IEnumerable<string> Notes() => hidden == 0 ? [] : [$"{RowIntake.Count(hidden)} {(hidden == 1 ? "rad är dold" : "rader är dolda")} i filen, till exempel av ett filter, men läses ändå."];

    public void Dispose() => xml.Dispose();

    internal IEnumerable<(int Number, IReadOnlyList<SheetCell> Cells)> Rows()
    {
        var number = 0;
        while (xml.Read())
        {
            if (xml.Starts("row"))
            {
                number = xml["r"] is { } told ? Whole(told) : number + 1;
                var isHidden = xml["hidden"] is "1" or "true";
                var cells = xml.IsEmpty ? [] : Cells();
                hidden += isHidden && cells.Count > 0 ? 1 : 0;
                yield return (number, cells);
            }
            else if (xml.Starts("mergeCell") && CellArea.Of(xml["ref"] ?? "") is { } area)
            {
                merged.Add(merged.Count < MaxMerged ? area : throw new InvalidDataException("Too many merged cells."));
            }
        }
    }

    private List<SheetCell> Cells()
    {
        var cells = new List<SheetCell>();
        var column = -1;
        while (xml.Read() && !xml.Ends("row"))
        {
            if (xml.Starts("c"))
            {
                column = xml["r"] is { } address ? CellArea.ColumnOf(address) : column + 1;
                var cell = Cell(column);
                if (column is >= 0 and < MaxColumns && (cell.Value.Length > 0 || cell.IsFormula))
                {
                    cells.Add(cells.Count < MaxColumns ? cell : throw new InvalidDataException("Too many cells in a row."));
                }
            }
        }

        return cells;
    }

    private SheetCell Cell(int column)
    {
        var cell = new SheetCell(column, xml["t"] ?? "n", xml["s"] is { } style ? Whole(style) : 0, "", false);
        if (xml.IsEmpty)
        {
            return cell;
        }

        while (xml.Read() && !xml.Ends("c"))
        {
            cell = xml.Starts("f") ? cell with { IsFormula = true, Value = Skipped(cell.Value) }
                : xml.Starts("v") ? cell with { Value = xml.Text() }
                : xml.Starts("is") ? cell with { Value = xml.RichText() }
                : cell;
        }

        return cell;
    }

    /// <summary>Goes past the formula itself.</summary>
    private string Skipped(string value)
    {
        xml.Text();
        return value;
    }

    private static int Whole(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
