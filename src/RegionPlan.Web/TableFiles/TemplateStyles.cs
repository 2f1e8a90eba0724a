using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace RegionPlan.Web.TableFiles;

/// <summary>The looks of the template's cells, by their number in the workbook's style sheet.</summary>
internal static class TemplateStyles
{
    internal const uint Title = 2;
    internal const uint Prose = 3;

    private const uint Heading = 1;
    private const uint Key = 4;
    private const uint Information = 5;
    private const uint Value = 6;
    private const uint QuotedValue = 7;
    private const uint Text = 8;
    private const uint QuotedText = 9;
    private const uint ValueHeading = 10;

    private const uint AsText = 49;
    private const string Grey = "FFF0F0F0";
    private const string Blue = "FFDCE9F3";
    private const string GreyInk = "FF595959";

    /// <summary>The style of a column's cells.</summary>
    /// <param name="look">What the column holds.</param>
    /// <param name="isQuoted">Whether the text looks like a formula, and must stay a text when the cell is edited.</param>
    internal static uint Of(TemplateLook look, bool isQuoted = false) => look switch
    {
        TemplateLook.Key => Key,
        TemplateLook.Information => Information,
        TemplateLook.Value => isQuoted ? QuotedValue : Value,
        TemplateLook.Text => isQuoted ? QuotedText : Text,
    };

    internal static uint HeadingOf(TemplateLook look) => look == TemplateLook.Value ? ValueHeading : Heading;

    internal static Stylesheet Sheet() => new(
        new Fonts(Letter(), Letter(isBold: true), Letter(size: 16, isBold: true), Letter(ink: GreyInk)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid(Blue),
            Solid(Grey)),
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new DocumentFormat.OpenXml.Spreadsheet.CellFormats(
            new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 },
            Look(font: 1, fill: 2, border: 1),
            Look(font: 2),
            Look(),
            Look(format: AsText),
            Look(font: 3, fill: 3, format: AsText),
            Look(isRight: true),
            Look(isRight: true, isQuoted: true),
            Look(),
            Look(isQuoted: true),
            Look(font: 1, fill: 2, border: 1, isRight: true)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static Font Letter(double size = 11, bool isBold = false, string? ink = null)
    {
        var font = new Font();
        if (isBold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size });
        if (ink is not null)
        {
            font.Append(new Color { Rgb = ink });
        }

        font.Append(new FontName { Val = "Calibri" });
        return font;
    }

    private static Fill Solid(string color) =>
        new(new PatternFill(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static CellFormat Look(uint font = 0, uint fill = 0, uint border = 0, uint format = 0, bool isRight = false, bool isQuoted = false) =>
        new(new Alignment
        {
            Vertical = VerticalAlignmentValues.Top,
            WrapText = !isRight,
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
