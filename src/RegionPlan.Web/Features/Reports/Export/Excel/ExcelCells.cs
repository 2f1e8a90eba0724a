using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace RegionPlan.Web.Features.Reports.Export.Excel;

/// <summary>Writes cells in the type of what they hold: numbers as numbers, days as days, the rest as text.</summary>
internal static partial class ExcelCells
{
    private const string FormulaSigns = "=+-@'";
    private const int MaxText = 32_767;

    /// <summary>The first day that a workbook counts, less the day in 1900 that never was.</summary>
    private static readonly DateTime Zero = new(1899, 12, 30);

    /// <summary>A cell's address: A1.</summary>
    internal static string Address(int column, int row) => ColumnName(column) + row.ToString(CultureInfo.InvariantCulture);

    internal static string ColumnName(int column) => column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));

    internal static Cell Number(string address, decimal value, int decimals, bool isPercent) =>
        Typed(address, value.ToString(CultureInfo.InvariantCulture), ExcelStyles.Number(decimals, isPercent));

    internal static Cell Text(string address, string text, uint style = ExcelStyles.Text)
    {
        var clean = ExportText.Clean(text);
        clean = clean.Length > MaxText ? clean[..MaxText] : clean;
        return new(new InlineString(new Text(Escaped().Replace(clean, m => "_x005F" + m.Value)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = address,
            DataType = CellValues.InlineString,
            StyleIndex = style == ExcelStyles.Text && clean.Length > 0 && FormulaSigns.Contains(clean[0], StringComparison.Ordinal) ? ExcelStyles.Quoted : style,
        };
    }

    /// <summary>A text in the type that it reads as.</summary>
    /// <param name="address">Where.</param>
    /// <param name="text">As it stands in the report.</param>
    /// <param name="isNumeric">Whether its column holds figures.</param>
    internal static Cell? Read(string address, string text, bool isNumeric)
    {
        var trimmed = text.Trim();
        if (trimmed is "" or "–")
        {
            return null;
        }

        if (DateTime.TryParseExact(trimmed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Typed(address, Days(day), ExcelStyles.Day);
        }

        if (DateTime.TryParseExact(trimmed, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return Typed(address, Days(time), ExcelStyles.Time);
        }

        if (Year().IsMatch(trimmed))
        {
            return Typed(address, trimmed, ExcelStyles.Plain);
        }

        return isNumeric && NumberOf(trimmed) is { } number ? Number(address, number.Value, number.Decimals, number.IsPercent) : Text(address, text);
    }

    /// <summary>A number as Swedes write it; null for other texts.</summary>
    internal static (decimal Value, int Decimals, bool IsPercent)? NumberOf(string text)
    {
        var match = SwedishNumber().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var digits = WhiteSpace().Replace(match.Groups["whole"].Value, "");
        var part = match.Groups["part"].Value;
        return decimal.TryParse($"{digits}.{part}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var size)
            ? (match.Groups["minus"].Success ? -size : size, part.Length, match.Groups["percent"].Success)
            : null;
    }

    private static string Days(DateTime time) => (time - Zero).TotalDays.ToString("0.##########", CultureInfo.InvariantCulture);

    private static Cell Typed(string address, string value, uint style) => new(new CellValue(value)) { CellReference = address, StyleIndex = style };

    [GeneratedRegex(@"\A(?<minus>[−-])?\s?(?<whole>[0-9]{1,3}(?:[\s\u00a0\u202f][0-9]{3})+|[0-9]+)(?:,(?<part>[0-9]+))?(?<percent>\s?%)?\z")]
    private static partial Regex SwedishNumber();

    [GeneratedRegex(@"\s")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"\A(?:19|20)[0-9]{2}\z")]
    private static partial Regex Year();

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escaped();
}
