namespace RegionPlan.Web.TableFiles;

/// <summary>Takes the rows of a file as they are read: leaves out empty ones, holds the limits, and tells how far the reading has come.</summary>
internal sealed class RowIntake(TableShape shape, IProgress<int>? rowsRead, CancellationToken cancellation)
{
    private const int ToldEvery = 1_000;
    private const long MaxCharacters = 60_000_000;
    private const int MaxPooledLength = 64;
    private const int MaxPooled = 50_000;

    private readonly List<FileRow> rows = [];
    private readonly HashSet<string> pool = new(StringComparer.Ordinal);
    private long characters;

    /// <summary>Keeps a row, unless every cell of it is empty.</summary>
    /// <param name="number">The row's number in the file.</param>
    /// <param name="texts">A text for each column.</param>
    /// <param name="problems">What is wrong with its cells.</param>
    internal void Take(int number, string[] texts, IReadOnlyList<CellProblem> problems)
    {
        cancellation.ThrowIfCancellationRequested();
        if (problems.Count == 0 && texts.All(text => text.Length == 0))
        {
            return;
        }

        if (rows.Count == shape.Limits.MaxRows)
        {
            throw new FileRefused($"Filen har fler än {Count(shape.Limits.MaxRows)} rader. Dela upp den på flera filer och läs in dem en i taget.");
        }

        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Pooled(texts[i]);
        }

        rows.Add(new FileRow(shape, number, texts, problems));
        if (rows.Count % ToldEvery == 0)
        {
            rowsRead?.Report(rows.Count);
        }
    }

    /// <summary>All rows that were taken; a file without any is refused.</summary>
    internal IReadOnlyList<FileRow> Finish()
    {
        if (rows.Count == 0)
        {
            throw new FileRefused("Filen har rubriker men inga rader under dem. Fyll i minst en rad och läs in filen igen.");
        }

        rowsRead?.Report(rows.Count);
        return rows;
    }

    internal static string Count(int number) => number.ToString("#,0", Swedish.Culture);

    /// <summary>The same text as before, where it is short and has been seen, so that 100 000 rows do not keep 100 000 copies of it.</summary>
    private string Pooled(string text)
    {
        if (text.Length <= MaxPooledLength && pool.TryGetValue(text, out var seen))
        {
            return seen;
        }

        characters += text.Length;
        if (characters > MaxCharacters)
        {
            throw new FileRefused("Filen har för mycket text för att läsas in på en gång. Dela upp den på flera filer och läs in dem en i taget.");
        }

        if (text.Length <= MaxPooledLength && pool.Count < MaxPooled)
        {
            pool.Add(text);
        }

        return text;
    }
}
