using System.Text.RegularExpressions;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports.Documents;

/// <summary>A figure, status or explanation that two reports show differently.</summary>
/// <param name="Chapter">The section.</param>
/// <param name="Table">What the table shows.</param>
/// <param name="Row">The row's head.</param>
/// <param name="Column">The column's head.</param>
/// <param name="Before">What the first says; null where it does not have it.</param>
/// <param name="After">What the second says; null where it does not have it.</param>
public sealed partial record DocumentDifference(string Chapter, string Table, string Row, string Column, string? Before, string? After)
{
    /// <summary>Whether it follows from what is recorded: a sum, a status, or a figure that is told of already.</summary>
    public bool Follows { get; init; }

    /// <summary>Where it is told what the second comes from; null where it is not.</summary>
    public string? Origin { get; init; }

    /// <summary>What two reports show differently in the tables that the application writes; the account of changes is not one of them.</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    /// <param name="leftOut">The key of a section that is not compared.</param>
    internal static IReadOnlyList<DocumentDifference> Of(ReportDocument before, ReportDocument after, string leftOut)
    {
        var (first, second) = (CellsOf(before, leftOut), CellsOf(after, leftOut));
        var told = (Before: EntriesOf(first), After: EntriesOf(second));
        HashSet<Guid> listed = [];
        return
        [
            .. from place in first.Keys.Union(second.Keys)
               let cells = (Before: first.GetValueOrDefault(place), After: second.GetValueOrDefault(place))
               where cells.Before?.Text != cells.After?.Text
               let known = cells.Before ?? cells.After!
               select new DocumentDifference(known.Chapter, place.Table, place.Row, known.Column, cells.Before?.Text, cells.After?.Text)
               {
                   Follows = !IsOwn(cells.Before, cells.After, told.Before, told.After, listed),
                   Origin = cells.After?.Origin,
               },
        ];
    }

    /// <summary>A recorded figure that the other report does not show anywhere, told of once; words that were changed where they stood.</summary>
    private static bool IsOwn(Shown? before, Shown? after, HashSet<Guid> inBefore, HashSet<Guid> inAfter, HashSet<Guid> listed) => (before, after) switch
    {
        (_, { EntryId: { } entry }) => !inBefore.Contains(entry) && listed.Add(entry),
        ({ EntryId: { } entry }, null or { IsCounted: false }) => !inAfter.Contains(entry) && listed.Add(entry),
        ({ IsCounted: false }, { IsCounted: false }) => true,
        _ => false,
    };

    private static HashSet<Guid> EntriesOf(Dictionary<Place, Shown> cells) => [.. cells.Values.Select(c => c.EntryId).OfType<Guid>()];

    private static Dictionary<Place, Shown> CellsOf(ReportDocument document, string leftOut)
    {
        Dictionary<Place, Shown> all = [];
        foreach (var chapter in document.Chapters.Where(c => c.Key != leftOut))
        {
            foreach (var table in chapter.Blocks.OfType<DocumentBlock.Table>().Where(t => t.IsLive))
            {
                foreach (var row in table.Rows)
                {
                    foreach (var (cell, column) in row.Zip(table.Columns).Skip(1))
                    {
                        all.TryAdd(new(chapter.Key, table.Caption, row[0].Plain, ColumnOf(column.Title, document.Through.Year)), new(
                            chapter.Title, column.Title, string.Join(". ", [cell.Plain, .. cell.Beside]), IsCounted(cell, column), cell.Figure));
                    }
                }
            }
        }

        return all;
    }

    private static bool IsCounted(DocumentCell cell, DocumentColumn column) =>
        cell.Figure is { EntryId: null } || LiveBlocks.CountedColumns.Contains(column.Title) || (column.Title == SeriesCells.StatusColumn && cell.Beside.Count == 0);

    /// <summary>The report of another year or another part of it has the same column: years are counted from the report's own.</summary>
    private static string ColumnOf(string title, int year) => Year().Replace(Span().Replace(title, ""), y => $"{int.Parse(y.Value, Sv.Culture) - year:+0;-0;0}");

    [GeneratedRegex(@"(?<=\s)(jan–\p{L}+\.?|jan(uari|\.)?|helår)\s(?=[0-9]{4}\b)")]
    private static partial Regex Span();

    [GeneratedRegex(@"\b(19|20)[0-9]{2}\b")]
    private static partial Regex Year();

    private readonly record struct Place(string Chapter, string Table, string Row, string Column);

    private sealed record Shown(string Chapter, string Column, string Text, bool IsCounted, DocumentFigure? Figure)
    {
        internal Guid? EntryId => Figure?.EntryId;

        internal string? Origin => Figure?.Origin;
    }
}
