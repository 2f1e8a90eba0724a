using System.Text.RegularExpressions;

namespace RegionPlan.Web.TableFiles;

/// <summary>Reads the table of a CSV file, however it is parted and written.</summary>
internal sealed partial class CsvFile
{
    private static readonly string[] Delimiters = [";", "\t", ","];

    private readonly TableShape shape;
    private readonly Stream content;
    private readonly string name;
    private readonly TextEncoding encoding;
    private readonly string? declared;

    private CsvFile(TableShape shape, Stream content, string name, CancellationToken cancellation)
    {
        this.shape = shape;
        this.content = content;
        this.name = name;
        encoding = TextEncoding.Of(content, name, cancellation);
        declared = DeclaredDelimiter();
    }

    private int LinesBefore => declared is null ? 0 : 1;

    internal static TableFile Read(TableShape shape, Stream content, string name, RowIntake intake, CancellationToken cancellation) =>
        new CsvFile(shape, content, name, cancellation).Read(intake);

    private TableFile Read(RowIntake intake)
    {
        var (delimiter, found) = Choose();
        var heading = found.CheckedForTwins(place => $"kolumn {place + 1}");
        var last = heading.Places[heading.Places.Keys.Max()];

        using var text = Start();
        foreach (var (line, fields) in CsvRecords.Read(text, delimiter, LinesBefore).Where(record => record.Line > heading.Number))
        {
            var texts = shape.EmptyRow();
            foreach (var (place, column) in heading.Places)
            {
                texts[shape.PlaceOf(column)] = place < fields.Count ? fields[place] : "";
            }

            // Between commas a number with a decimal comma takes two places, and empty ones at the end hide it.
            var isTooLong = delimiter == "," ? fields.Count > heading.Width : fields.Skip(heading.Width).Any(field => field.Length > 0);
            var homeless = Enumerable.Range(0, fields.Count).FirstOrDefault(place => heading.IsUnnamed(place) && fields[place].Length > 0, -1);
            intake.Take(
                line,
                texts,
                isTooLong ? [new(last, TooMany(fields.Count, heading, delimiter))] : homeless >= 0 ? [heading.Homeless($"Kolumn {homeless + 1}")] : []);
        }

        return new TableFile($"CSV med {Word(delimiter)}, {encoding.Name}", intake.Finish(), heading.Notes());
    }

    private (string Delimiter, TableHeading Heading) Choose()
    {
        var tried = (declared is null ? Delimiters : [declared]).Select(FirstRows).ToList();
        foreach (var attempt in tried)
        {
            if (TableHeading.In(shape, attempt.Rows) is { } heading)
            {
                return (attempt.Delimiter, heading);
            }
        }

        var nearest = tried.MaxBy(attempt => TableHeading.Known(shape, attempt.Rows))!;
        throw nearest.Stopped ?? TableHeading.Refusal(shape, nearest.Rows, $"i filen {name}");
    }

    /// <summary>The first records, up to one whose quotation marks do not close.</summary>
    private Attempt FirstRows(string delimiter)
    {
        var rows = new List<(int Number, IReadOnlyList<string> Cells)>();
        try
        {
            using var text = Start();
            rows.AddRange(CsvRecords.Read(text, delimiter, LinesBefore).Take(TableHeading.SearchedRows));
            return new(delimiter, rows, null);
        }
        catch (FileRefused refused)
        {
            return new(delimiter, rows, refused);
        }
    }

    /// <summary>The text after a first line such as sep=;.</summary>
    private StreamReader Start()
    {
        var text = encoding.Read(content);
        if (declared is not null)
        {
            text.ReadLine();
        }

        return text;
    }

    private string? DeclaredDelimiter()
    {
        using var text = encoding.Read(content);
        var first = new char[8];
        var length = text.ReadBlock(first, 0, first.Length);
        return Declaration().Match(new string(first, 0, length)) is { Success: true } match ? match.Groups["delimiter"].Value : null;
    }

    private static string TooMany(int count, TableHeading heading, string delimiter) =>
        $"Raden har {count} fält men rubrikraden bara {heading.Width}, så värdena kan ha hamnat i fel kolumn. "
        + (delimiter == "," ? "Tal med decimalkomma och texter" : "Texter")
        + $" som innehåller {Word(delimiter)} ska stå inom citattecken. Rätta raden, eller spara filen på nytt från Excel.";

    private static string Word(string delimiter) => delimiter switch
    {
        ";" => "semikolon",
        "\t" => "tabb",
        "," => "komma",
        _ => $"tecknet {delimiter}",
    };

    [GeneratedRegex(@"\A""?sep=(?<delimiter>[^\r\n])""?(\r|\n|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();

    private sealed record Attempt(string Delimiter, IReadOnlyList<(int Number, IReadOnlyList<string> Cells)> Rows, FileRefused? Stopped);
}
