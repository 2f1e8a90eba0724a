using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports.Export;

/// <summary>
/// Every figure of the report's live tables, one a row, in the form of the open data: UTF-8 with a byte order mark, semicolons, decimal commas
/// and a header row. The names are part of what is published: add at the end, never rename.
/// </summary>
internal static partial class CsvFile
{
    private const string AnyDecimals = "0.############################";

    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n" };

    private static readonly string[] Header = ["section", "sectionTitle", "table", "row", "column", "value", "unit", "entryId", "isExample"];

    internal static byte[] Make(ReportDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, Form))
        {
            foreach (var row in RowsOf(document).Prepend(Header))
            {
                foreach (var field in row)
                {
                    csv.WriteField(field);
                }

                csv.NextRecord();
            }
        }

        return stream.ToArray();
    }

    private static IEnumerable<string[]> RowsOf(ReportDocument document) =>
        from chapter in document.Chapters
        from table in ReportTables.Of(chapter).Where(t => t.IsLive)
        from row in table.Rows
        from cell in row.Zip(table.Columns)
        where cell.First.Figure is not null
        let figure = cell.First.Figure!
        select new[]
        {
            Harmless(chapter.Key), Harmless(chapter.Title), Harmless(table.Caption), Harmless(row[0].Plain), Harmless(cell.Second.Title),
            figure.Value.ToString(AnyDecimals, CultureInfo.InvariantCulture).Replace('.', ','), Harmless(figure.Unit),
            figure.EntryId?.ToString() ?? "", cell.First.IsExample ? "true" : "false",
        };

    /// <summary>Text that a spreadsheet would run as a formula gets a leading apostrophe.</summary>
    private static string Harmless(string text) =>
        text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) && !PlainNumber().IsMatch(text) ? "'" + text : text;

    [GeneratedRegex(@"\A[+-]?[0-9]+(?:[.,][0-9]+)?\z")]
    private static partial Regex PlainNumber();
}
