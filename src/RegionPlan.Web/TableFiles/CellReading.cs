using System.Globalization;

namespace RegionPlan.Web.TableFiles;

/// <summary>A cell's text as someone would have typed it, and what is wrong with it.</summary>
internal readonly record struct CellText(string Text, string? Problem = null);

/// <summary>Reads what the cells of a workbook say.</summary>
internal sealed class CellReading(Workbook workbook)
{
    private const int Percent = 100;
    private const string AsExcelShows = "G15";

    internal CellText Read(SheetCell cell, FileColumn column)
    {
        if (cell is { IsFormula: true, Value: "", Type: not "str" })
        {
            return new("", "Formeln har inget uträknat värde. Öppna filen i Excel och spara den på nytt, eller skriv värdet i stället för formeln.");
        }

        return cell.Type switch
        {
            "e" => new(cell.Value, $"Cellen visar felet {cell.Value}. Rätta formeln, eller skriv värdet i stället."),
            "s" => new(Swedish.Clean(workbook.SharedTexts[int.Parse(cell.Value, NumberStyles.None, CultureInfo.InvariantCulture)])),
            "inlineStr" => new(Swedish.Clean(cell.Value)),
            "str" => new(Swedish.Clean(EscapedSigns.Decode(cell.Value))),
            "b" => new(cell.Value is "1" or "true" ? "ja" : "nej"),
            "d" => OfDay(DateTime.Parse(cell.Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal), column),
            _ => OfNumber(cell, column),
        };
    }

    private CellText OfNumber(SheetCell cell, FileColumn column)
    {
        if (!double.TryParse(cell.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return new(Swedish.Clean(cell.Value), "Cellen går inte att läsa som ett tal. Skriv värdet igen.");
        }

        var form = workbook.Formats[cell.Style];
        if (form == NumberForm.Date && ExcelDay.Of(number, workbook.CountsFrom1904) is { } day)
        {
            return OfDay(day, column);
        }

        try
        {
            var shown = decimal.Parse(number.ToString(AsExcelShows, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

            // A code that is a number keeps its comma, which tells that Excel may have cut off a zero.
            return new(form == NumberForm.Percent ? Swedish.Number(shown * Percent) + " %" : Swedish.Number(shown));
        }
        catch (OverflowException)
        {
            return new(cell.Value, "Talet är för stort. Kontrollera antalet siffror.");
        }
    }

    private static CellText OfDay(DateTime day, FileColumn column)
    {
        var text = ExcelDay.Shown(day);
        return column.Kind switch
        {
            ColumnKind.Period => day is { Day: 1, TimeOfDay.Ticks: 0 }
                ? new(day.ToString("yyyy-MM", CultureInfo.InvariantCulture))
                : new(text, $"Perioden är ett datum ({text}). Formatera cellen som Text och skriv perioden som 2024, 2024-T2 eller 2024-08."),
            ColumnKind.Day => new(Swedish.Day(day)),
            ColumnKind.Text => new(text),
            ColumnKind.Exact => new(text, TurnedInto(text, column.Remedy)),
        };
    }

    private static string TurnedInto(string text, string remedy) =>
        $"Cellen innehåller ett datum ({text}). Excel gör om sådant som 1/2 och 3.11 till datum. Formatera cellen som {remedy}.";
}
