namespace RegionPlan.Web.TableFiles;

/// <summary>The row of headings: which known column stands where.</summary>
internal sealed class TableHeading
{
    /// <summary>A title and the like may stand above the headings.</summary>
    internal const int SearchedRows = 20;

    private const int ShownHeadings = 25;
    private const int ShownLength = 40;

    private readonly Dictionary<int, FileColumn> places = [];
    private readonly TableShape shape;
    private readonly IReadOnlyList<string> cells;

    private TableHeading(TableShape shape, int number, IReadOnlyList<string> cells)
    {
        this.shape = shape;
        Number = number;
        this.cells = cells;
        for (var place = 0; place < cells.Count; place++)
        {
            if (shape.Of(cells[place]) is { } column)
            {
                places.Add(place, column);
            }
        }
    }

    internal int Number { get; }

    /// <summary>How many columns the headings take, unnamed ones between them included.</summary>
    internal int Width => cells.Count;

    /// <summary>The known columns by their place, 0 for the first.</summary>
    internal IReadOnlyDictionary<int, FileColumn> Places => places;

    private IEnumerable<string> Found => cells.Where(cell => cell.Length > 0);

    private IEnumerable<string> Unknown => Found.Where(cell => shape.Of(cell) is null && !shape.IsInformation(cell));

    private bool IsComplete => !Missing.Any();

    private IEnumerable<string> Missing =>
    [
        .. shape.Needed.Where(either => !either.Any(places.ContainsValue)).Select(either => string.Join(" eller ", either.Select(column => column.Heading))),
        .. places.Values.Any(column => column.IsFilled) ? Array.Empty<string>() : [$"{shape.Columns.First(column => column.IsFilled).Heading} (eller en annan kolumn att fylla i)"],
    ];

    /// <summary>Whether a place among the headings has none, so that what stands below it belongs nowhere.</summary>
    internal bool IsUnnamed(int place) => place < cells.Count && cells[place].Length == 0;

    /// <summary>What is said of a value in such a place.</summary>
    internal CellProblem Homeless(string placeName) => new(
        places[places.Keys.Max()], $"{placeName} har ett värde men ingen rubrik. Ge kolumnen en rubrik som i mallen, eller ta bort värdet.");

    /// <summary>The first of the rows that has every needed heading; null where none has.</summary>
    internal static TableHeading? In(TableShape shape, IEnumerable<(int Number, IReadOnlyList<string> Cells)> firstRows) =>
        firstRows.Select(row => new TableHeading(shape, row.Number, row.Cells)).FirstOrDefault(heading => heading.IsComplete);

    /// <summary>How many known headings the best of the rows has.</summary>
    internal static int Known(TableShape shape, IEnumerable<(int Number, IReadOnlyList<string> Cells)> firstRows) =>
        firstRows.Select(row => new TableHeading(shape, row.Number, row.Cells).places.Count).DefaultIfEmpty(0).Max();

    /// <summary>Says which headings are missing, and which were found on the row that comes nearest.</summary>
    internal static FileRefused Refusal(TableShape shape, IEnumerable<(int Number, IReadOnlyList<string> Cells)> firstRows, string where)
    {
        var nearest = firstRows.Select(row => new TableHeading(shape, row.Number, row.Cells))
            .OrderByDescending(heading => heading.places.Count).ThenByDescending(heading => heading.Found.Count()).FirstOrDefault();
        if (nearest is null || !nearest.Found.Any())
        {
            return new FileRefused($"Inga rubriker hittades {where}. Hämta mallen: den har rätt rubriker på första raden.");
        }

        var missing = nearest.Missing.ToList();
        return new FileRefused(
            $"{(missing.Count == 1 ? "Kolumnen" : "Kolumnerna")} {Swedish.Listed(missing)} saknas {where}. "
            + $"Rubrikerna på rad {nearest.Number} är: {Listed(nearest.Found)}. Lägg till det som saknas, eller hämta mallen.");
    }

    /// <summary>Refuses a file that has the same heading twice.</summary>
    /// <param name="placeName">The name of a place in the file: kolumn G, kolumn 7.</param>
    internal TableHeading CheckedForTwins(Func<int, string> placeName)
    {
        var twins = places.GroupBy(place => place.Value).FirstOrDefault(column => column.Count() > 1);
        return twins is null
            ? this
            : throw new FileRefused(
                $"Rubriken {twins.Key.Heading} finns två gånger på rad {Number}: {string.Join(" och ", twins.Select(place => placeName(place.Key)))}. "
                + "Ta bort den ena, så att det är klart vilken som gäller.");
    }

    internal IReadOnlyList<string> Notes() => Unknown.ToList() is { Count: > 0 } unknown
        ? [$"{(unknown.Count == 1 ? "En kolumn läses inte" : $"{unknown.Count} kolumner läses inte")}, eftersom rubriken inte finns i mallen: {Listed(unknown)}."]
        : [];

    private static string Listed(IEnumerable<string> headings)
    {
        var all = headings.Select(heading => heading.ReplaceLineEndings(" ")).Select(h => h.Length > ShownLength ? h[..ShownLength] + "…" : h).ToList();
        return string.Join(", ", all.Take(ShownHeadings)) + (all.Count > ShownHeadings ? $" och {all.Count - ShownHeadings} till" : "");
    }
}
