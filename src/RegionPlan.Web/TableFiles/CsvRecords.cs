using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace RegionPlan.Web.TableFiles;

/// <summary>The records of a CSV file, each with the line where it starts.</summary>
internal static class CsvRecords
{
    private const int MaxFieldLength = 100_000;

    /// <summary>Reads record by record; a field whose quotation marks do not close refuses the file.</summary>
    /// <param name="text">The text, from its first record on.</param>
    /// <param name="delimiter">What parts the fields.</param>
    /// <param name="linesBefore">How many lines of the file were read before.</param>
    internal static IEnumerable<(int Line, IReadOnlyList<string> Fields)> Read(TextReader text, string delimiter, int linesBefore)
    {
        var line = linesBefore + 1;
        var form = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            IgnoreBlankLines = false,
            MaxFieldSize = MaxFieldLength,
            BadDataFound = bad => CheckQuotes(bad.Field, line),
        };
        using var parser = new CsvParser(text, form);
        while (Advance(parser, line))
        {
            var fields = new string[parser.Count];
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i] = CsvGuard.Remove(Swedish.Clean(parser[i]));
            }

            yield return (line, fields);
            line = linesBefore + parser.RawRow + 1;
        }
    }

    private static bool Advance(CsvParser parser, int line)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw BadQuotes(line);
        }
    }

    /// <summary>A quotation mark within an unquoted text, such as 5", is only a sign; one that opens a text must also close it.</summary>
    private static void CheckQuotes(string field, int line)
    {
        if (field.TrimStart().StartsWith('"'))
        {
            throw BadQuotes(line);
        }
    }

    private static FileRefused BadQuotes(int line) => new(
        $"Citattecknen på rad {line} går inte ihop. En text som börjar med \" ska sluta med \", och ett citattecken i texten skrivs \"\". Rätta raden, eller spara filen på nytt från Excel.");
}
