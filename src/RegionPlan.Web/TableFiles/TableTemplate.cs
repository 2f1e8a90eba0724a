using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace RegionPlan.Web.TableFiles;

/// <summary>A table to fill in, with what has been typed or handed in, so that <see cref="TableFileReader"/> reads the same back.</summary>
/// <param name="Title">The document's title.</param>
/// <param name="SheetName">The sheet to fill in.</param>
/// <param name="Guide">The instructions on the second sheet.</param>
/// <param name="Columns">The columns from left to right.</param>
/// <param name="RowCount">How many rows there are.</param>
/// <param name="Rows">The rows, with a text for each column; read through once for each file.</param>
internal sealed record TableTemplate(
    string Title, string SheetName, IReadOnlyList<string> Guide, IReadOnlyList<TemplateColumn> Columns, int RowCount, IEnumerable<IReadOnlyList<string>> Rows)
{
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { Delimiter = ";" };

    /// <summary>Writes an Excel workbook row by row to a stream that is left open and need not be seekable.</summary>
    internal void WriteExcel(Stream output) => TemplateWorkbook.Write(output, this);

    /// <summary>Writes CSV as Swedish spreadsheets open it: UTF-8 with a byte order mark, semicolons and decimal commas.</summary>
    internal void WriteCsv(Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = new CsvWriter(writer, Form);
        Write(csv, Columns.Select(column => column.Heading));
        foreach (var row in Rows)
        {
            Write(csv, row.Select(text => CsvGuard.Add(Swedish.Clean(text))));
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

/// <summary>How a column of a template looks.</summary>
internal enum TemplateLook
{
    Key,
    Information,
    Value,
    Text,
}

/// <summary>A column of a template.</summary>
internal sealed record TemplateColumn(string Heading, TemplateLook Look, int Width)
{
    internal const int Narrow = 11;
    internal const int Medium = 16;
    internal const int Wide = 30;
    internal const int Widest = 45;
}
