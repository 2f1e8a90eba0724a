using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>
/// A table as Swedish spreadsheets open it: UTF-8 with a byte order mark, semicolons, decimal commas and a header row. Text that a
/// spreadsheet would run as a formula gets a leading apostrophe.
/// </summary>
/// <param name="Header">The columns' names.</param>
/// <param name="Rows">The cells of each row, in the header's order.</param>
internal sealed partial record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const string AnyDecimals = "0.############################";

    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { Delimiter = ";" };

    internal static CsvTable Of<T>(IEnumerable<T> items, IReadOnlyList<(string Name, Func<T, object?> Value)> columns) =>
        new([.. columns.Select(c => c.Name)], [.. items.Select(item => columns.Select(c => Text(c.Value(item))).ToList())]);

    internal byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, Form))
        {
            foreach (var row in Rows.Prepend(Header))
            {
                foreach (var cell in row)
                {
                    csv.WriteField(cell);
                }

                csv.NextRecord();
            }
        }

        return stream.ToArray();
    }

    /// <summary>A cell: numbers with a decimal comma and a plain minus, everything else written as in JSON.</summary>
    private static string Text(object? value) => value switch
    {
        null => "",
        string text => Harmless(text),
        bool yes => yes ? "true" : "false",
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(AnyDecimals, CultureInfo.InvariantCulture).Replace('.', ','),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime utc => JsonSerializer.Serialize(utc).Trim('"'),
        Enum word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    private static string Harmless(string text) =>
        text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) && !PlainNumber().IsMatch(text) ? "'" + text : text;

    [GeneratedRegex(@"\A[+-]?[0-9]+(?:[.,][0-9]+)?\z")]
    private static partial Regex PlainNumber();
}
