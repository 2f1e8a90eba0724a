using DocumentFormat.OpenXml.Spreadsheet;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports.Export.Excel;

/// <summary>A column of a sheet.</summary>
/// <param name="Title">Its head; unique in the sheet.</param>
/// <param name="IsNumeric">Whether its head stands to the right.</param>
/// <param name="Cell">Its cell of a row at an address; null where it is empty.</param>
internal sealed record ExcelColumn(string Title, bool IsNumeric, Func<IReadOnlyList<DocumentCell>, string, Cell?> Cell)
{
    /// <summary>The columns of a table; beside a figure its unit, whether it is an example, what is noted of it and where it comes from.</summary>
    internal static IReadOnlyList<ExcelColumn> Of(DocumentBlock.Table table, DocumentImprint imprint)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        return [.. table.Columns.SelectMany((column, i) => Of(table, column, i, imprint)).Select(c => c with { Title = Unique(taken, c.Title) })];
    }

    private static IEnumerable<ExcelColumn> Of(DocumentBlock.Table table, DocumentColumn column, int i, DocumentImprint imprint)
    {
        var title = column.Title.Trim() is { Length: > 0 } named ? named.ReplaceLineEndings(" ") : $"Kolumn {i + 1}";
        var cells = table.Rows.Select(r => r[i]).ToList();
        yield return new(title, column.IsNumeric, (row, address) => ValueOf(row[i], column, address));
        if (cells.Exists(c => c.Figure?.Unit.Length > 0))
        {
            yield return new($"{title}, enhet", false, (row, address) => TextOf(row[i].Figure?.Unit, address));
        }

        if (cells.Exists(c => c.IsExample))
        {
            yield return new($"{title}, exempel", false, (row, address) => TextOf(row[i].Figure is null ? null : row[i].IsExample ? "ja" : "nej", address));
        }

        if (cells.Exists(c => c.Beside.Count > 0))
        {
            yield return new($"{title}, anmärkning", false, (row, address) => TextOf(string.Join("; ", row[i].Beside), address));
        }

        if (imprint.BaseAddress is not null && cells.Exists(c => c.Figure?.Origin is not null))
        {
            yield return new($"{title}, underlag", false, (row, address) => TextOf(imprint.Whole(row[i].Figure?.Origin), address));
        }
    }

    /// <summary>The value itself with all its decimals, shown as in the report; words such as Ja stay words.</summary>
    private static Cell? ValueOf(DocumentCell cell, DocumentColumn column, string address) =>
        cell.Figure is { } figure && ExcelCells.NumberOf(cell.Plain.TrimStart('+')) is { } shown
            ? ExcelCells.Number(address, figure.Value, Math.Max(figure.Decimals, shown.Decimals), shown.IsPercent)
            : ExcelCells.Read(address, cell.Plain, column.IsNumeric);

    private static Cell? TextOf(string? text, string address) => string.IsNullOrEmpty(text) ? null : ExcelCells.Text(address, text);

    private static string Unique(HashSet<string> taken, string title)
    {
        var name = title;
        for (var n = 2; !taken.Add(name); n++)
        {
            name = $"{title} ({n})";
        }

        return name;
    }
}
