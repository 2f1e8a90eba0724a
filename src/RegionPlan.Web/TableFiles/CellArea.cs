using System.Globalization;

namespace RegionPlan.Web.TableFiles;

/// <summary>An area of a sheet as Excel addresses it: B4:D6. Columns count from 0, rows from 1.</summary>
internal sealed record CellArea(int FirstColumn, int FirstRow, int LastColumn, int LastRow)
{
    private const int Letters = 26;
    private const int LongestColumn = 3;

    public override string ToString() => $"{Address(FirstColumn, FirstRow)}:{Address(LastColumn, LastRow)}";

    internal static CellArea? Of(string text)
    {
        var ends = text.Split(':');
        return ends.Length == 2 && RowOf(ends[0]) is { } first && RowOf(ends[1]) is { } last
            ? new(ColumnOf(ends[0]), first, ColumnOf(ends[1]), last)
            : null;
    }

    internal static string Address(int column, int row) => ColumnName(column) + row.ToString(CultureInfo.InvariantCulture);

    internal static string ColumnName(int column) =>
        (column >= Letters ? ColumnName((column / Letters) - 1) : "") + (char)('A' + (column % Letters));

    /// <summary>The column of an address; -1 where it has none that Excel could have.</summary>
    internal static int ColumnOf(string address)
    {
        var letters = address.Replace("$", "", StringComparison.Ordinal).TakeWhile(char.IsAsciiLetter).Take(LongestColumn + 1).ToList();
        return letters.Count > LongestColumn ? -1 : letters.Aggregate(0, (sum, letter) => (sum * Letters) + (char.ToUpperInvariant(letter) - 'A' + 1)) - 1;
    }

    internal bool Touches(IEnumerable<int> columns, int firstRow, int lastRow) =>
        FirstRow <= lastRow && LastRow >= firstRow && columns.Any(column => column >= FirstColumn && column <= LastColumn);

    private static int? RowOf(string address) =>
        int.TryParse(address.AsSpan(address.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? row
            : null;
}
