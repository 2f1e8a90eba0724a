using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>How wide a table's columns are to be: no word is broken while there is room, and long texts get what is left.</summary>
internal sealed class WordColumns
{
    private const int Padding = 190;
    private const int Least = 600;

    /// <summary>What a letter takes of its size, in hundredths: small ones, and capitals and figures; a heading's are heavier.</summary>
    private const int Letter = 54;
    private const int HeadLetter = 58;

    /// <summary>A text longer than this many letters is broken into lines before it makes its column wider.</summary>
    private const int LongestLine = 42;

    /// <summary>A status that is no longer stands on one line.</summary>
    private const int LongestStatus = 18;
    private const char StatusSign = '✓';

    private static readonly char[] Breaks = [' ', '\n', '-', '/', '–'];

    private readonly List<(int Least, int Wanted)> columns;

    private WordColumns(DocumentBlock.Table table, TableLetters letters, bool isLying)
    {
        (Letters, IsLying) = (letters, isLying);
        columns = [.. table.Columns.Select((column, i) => (LeastOf(table, column, i), WantedOf(table, column, i)))];
    }

    internal TableLetters Letters { get; }

    /// <summary>Whether the table needs a lying page.</summary>
    internal bool IsLying { get; }

    /// <summary>The columns' widths.</summary>
    internal IReadOnlyList<int> Widths => WidthsWithin(Available);

    private int Available => IsLying ? WordPage.LyingWidth : WordPage.Width;

    private bool Fits => columns.Sum(c => c.Least) <= Available;

    /// <summary>The most readable way to set a table: a lying page is tried before smaller letters.</summary>
    internal static WordColumns Of(DocumentBlock.Table table)
    {
        WordColumns[] ways =
        [
            new(table, TableLetters.Ordinary, false), new(table, TableLetters.Ordinary, true), new(table, TableLetters.Small, true), new(table, TableLetters.Smallest, true),
        ];
        return Array.Find(ways, w => w.Fits) ?? ways[^1];
    }

    private List<int> WidthsWithin(int available)
    {
        var least = columns.Sum(c => c.Least);
        var extra = columns.ConvertAll(c => Math.Max(0, c.Wanted - c.Least));
        var wished = extra.Sum();
        var widths = least >= available ? columns.ConvertAll(c => c.Least * available / least)
            : wished == 0 ? columns.ConvertAll(c => c.Least + ((available - least) / columns.Count))
            : columns.Select((c, i) => c.Least + (int)((long)(available - least) * extra[i] / wished)).ToList();
        widths[0] += available - widths.Sum();
        return widths;
    }

    private int LeastOf(DocumentBlock.Table table, DocumentColumn column, int i) =>
        Math.Max(Least, Padding + Math.Max(Wide(LongestWord(column.Title), HeadLetter), TextsOf(table, i).Select(t => Wide(LongestWord(t), Letter)).DefaultIfEmpty(0).Max()));

    private int WantedOf(DocumentBlock.Table table, DocumentColumn column, int i) => Math.Max(
        LeastOf(table, column, i),
        Padding + Wide(Math.Min(LongestLine, TextsOf(table, i).Append(column.Title).Max(t => t.Length)), Letter)
        + Wide(Math.Min(LongestLine, (int)TextsOf(table, i).Select(t => t.Length).DefaultIfEmpty(0).Average() / 3), Letter));

    private static IEnumerable<string> TextsOf(DocumentBlock.Table table, int column) => table.Rows.Select(r => (Cell: r[column], IsMarked: DocumentBlock.Table.IsMarked(r, column))).SelectMany(r =>
        TextsOf(r.Cell, r.IsMarked));

    private static IEnumerable<string> TextsOf(DocumentCell c, bool isMarked) =>
        c.Beside.Append(c.Status is null ? isMarked ? $"{c.Plain} {ExportText.Example}" : c.Plain : $"{StatusSign} {c.Plain}");

    /// <summary>So many letters in twentieths of a point: ten for each half point of their size.</summary>
    private int Wide(int letters, int share) => letters * (int)Letters * share / 10;

    private static int LongestWord(string text) => text.StartsWith(StatusSign) && text.Length <= LongestStatus ? text.Length : text.Split(Breaks).Max(w => w.Length);
}
