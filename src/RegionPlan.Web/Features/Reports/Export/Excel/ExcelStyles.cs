using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace RegionPlan.Web.Features.Reports.Export.Excel;

/// <summary>The looks of a workbook's cells, by their number in its style sheet.</summary>
internal static class ExcelStyles
{
    internal const uint Text = 0;
    internal const uint Heading = 1;
    internal const uint Title = 2;
    internal const uint Day = 3;
    internal const uint Time = 4;
    internal const uint Link = 5;
    internal const uint Quoted = 6;
    internal const uint Plain = 7;
    internal const uint NumberHeading = 8;

    /// <summary>More decimals than this are not shown.</summary>
    private const int MostDecimals = 6;

    private const uint FirstNumber = 9;
    private const uint FirstPercent = FirstNumber + MostDecimals + 1;
    private const uint OwnFormats = 164;
    private const uint DayFormat = OwnFormats + (2 * (MostDecimals + 1));
    private const uint TimeFormat = DayFormat + 1;

    internal static uint Number(int decimals, bool isPercent) => (isPercent ? FirstPercent : FirstNumber) + (uint)Math.Clamp(decimals, 0, MostDecimals);

    internal static Stylesheet Sheet() => new(
        new NumberingFormats([
            .. Decimals.Select(d => Format(OwnFormats + (uint)d, Pattern(d))),
            .. Decimals.Select(d => Format(OwnFormats + MostDecimals + 1 + (uint)d, $"{Pattern(d)}\"\u00a0%\"")),
            Format(DayFormat, "yyyy\\-mm\\-dd"),
            Format(TimeFormat, "yyyy\\-mm\\-dd\\ hh:mm"),
        ]),
        new Fonts(Letter(), Letter(isBold: true), Letter(size: 16, isBold: true), Letter(isLink: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EEF3" }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid })),
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats([
            Look(),
            Look(font: 1, fill: 2, border: 1),
            Look(font: 2, isWrapped: false),
            Look(format: DayFormat, isWrapped: false),
            Look(format: TimeFormat, isWrapped: false),
            Look(font: 3),
            Look(isQuoted: true),
            Look(isWrapped: false),
            Look(font: 1, fill: 2, border: 1, isRight: true),
            .. Decimals.Select(d => Look(format: OwnFormats + (uint)d, isRight: true, isWrapped: false)),
            .. Decimals.Select(d => Look(format: OwnFormats + MostDecimals + 1 + (uint)d, isRight: true, isWrapped: false)),
        ]),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static IEnumerable<int> Decimals => Enumerable.Range(0, MostDecimals + 1);

    private static string Pattern(int decimals) => decimals == 0 ? "#,##0" : $"#,##0.{new string('0', decimals)}";

    private static NumberingFormat Format(uint id, string code) => new() { NumberFormatId = id, FormatCode = code };

    private static Font Letter(double size = 11, bool isBold = false, bool isLink = false)
    {
        var font = new Font();
        if (isBold)
        {
            font.Append(new Bold());
        }

        if (isLink)
        {
            font.Append(new Underline());
        }

        font.Append(new FontSize { Val = size });
        if (isLink)
        {
            font.Append(new Color { Rgb = "FF0B5394" });
        }

        font.Append(new FontName { Val = "Calibri" });
        return font;
    }

    private static CellFormat Look(uint font = 0, uint fill = 0, uint border = 0, uint format = 0, bool isRight = false, bool isWrapped = true, bool isQuoted = false) =>
        new(new Alignment
        {
            Vertical = VerticalAlignmentValues.Top,
            WrapText = isWrapped,
            Horizontal = isRight ? HorizontalAlignmentValues.Right : HorizontalAlignmentValues.Left,
        })
        {
            NumberFormatId = format,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = format != 0,
            ApplyFont = font != 0,
            ApplyFill = fill != 0,
            ApplyBorder = border != 0,
            ApplyAlignment = true,
            QuotePrefix = isQuoted ? BooleanValue.FromBoolean(true) : null,
        };
}
