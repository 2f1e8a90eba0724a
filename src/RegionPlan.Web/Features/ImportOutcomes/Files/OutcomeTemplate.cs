using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace RegionPlan.Web.Features.ImportOutcomes.Files;

/// <summary>Writes the rows to fill in, with what has been typed or handed in, so that <see cref="OutcomeFileReader"/> reads the same back.</summary>
internal static class OutcomeTemplate
{
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { Delimiter = ";" };

    /// <summary>Writes an Excel workbook row by row.</summary>
    /// <param name="output">Where it is written, and left open; need not be seekable.</param>
    /// <param name="title">The document's title.</param>
    /// <param name="rows">The rows.</param>
    internal static void WriteExcel(Stream output, string title, IReadOnlyList<TemplateRow> rows) => TemplateWorkbook.Write(output, title, rows);

    /// <summary>Writes CSV as Swedish spreadsheets open it: UTF-8 with a byte order mark, semicolons and decimal commas.</summary>
    internal static void WriteCsv(Stream output, IReadOnlyList<TemplateRow> rows)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = new CsvWriter(writer, Form);
        Write(csv, TemplateColumn.All.Select(column => column.Heading));
        foreach (var row in rows)
        {
            Write(csv, TemplateColumn.All.Select(column => CsvGuard.Add(Swedish.Clean(column.Text(row)))));
        }
    }

    private static void Write(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
