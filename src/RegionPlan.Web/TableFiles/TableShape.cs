using System.Text;

namespace RegionPlan.Web.TableFiles;

/// <summary>What a table in a file looks like: its columns, how a heading is recognised, and how large a file may be. Each feature that reads files has its own.</summary>
internal sealed class TableShape
{
    private readonly Dictionary<string, FileColumn> known;
    private readonly Dictionary<FileColumn, int> places;
    private readonly HashSet<string> information;

    /// <param name="sheetName">The sheet that the template has, and that is looked for first.</param>
    /// <param name="columns">The columns that are read.</param>
    /// <param name="needed">The columns that a file must have, each with those that do as well.</param>
    /// <param name="information">The template's own headings that only tell what a row is about, and are not read.</param>
    /// <param name="limits">How large a file may be.</param>
    internal TableShape(
        string sheetName, IReadOnlyList<FileColumn> columns, IReadOnlyList<IReadOnlyList<FileColumn>> needed, IReadOnlyList<string> information, FileLimits limits)
    {
        SheetName = sheetName;
        Columns = columns;
        Needed = needed;
        Limits = limits;
        known = columns.ToDictionary(column => Plain(column.Heading));
        places = columns.Select((column, place) => (column, place)).ToDictionary(c => c.column, c => c.place);
        this.information = [.. information.Select(Plain)];
    }

    internal string SheetName { get; }

    internal IReadOnlyList<FileColumn> Columns { get; }

    internal IReadOnlyList<IReadOnlyList<FileColumn>> Needed { get; }

    internal FileLimits Limits { get; }

    /// <summary>The column of a heading: case, spaces, line breaks and signs do not matter.</summary>
    internal FileColumn? Of(string heading) => known.GetValueOrDefault(Plain(heading));

    /// <summary>Whether a heading is one of the template's own columns that only tell what a row is about.</summary>
    internal bool IsInformation(string heading) => information.Contains(Plain(heading));

    /// <summary>Where a column stands among the texts of a row.</summary>
    internal int PlaceOf(FileColumn column) => places[column];

    /// <summary>A text for each column, all of them empty.</summary>
    internal string[] EmptyRow() => Enumerable.Repeat("", Columns.Count).ToArray();

    private static string Plain(string heading) =>
        string.Concat(heading.Normalize(NormalizationForm.FormC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <summary>A column that is read.</summary>
/// <param name="heading">Its heading in Swedish.</param>
/// <param name="kind">What it holds.</param>
/// <param name="isFilled">Whether it is there to be filled in; a file has at least one such column.</param>
/// <param name="remedy">How to mend a cell that Excel has made a date of: Tal och skriv värdet igen, till exempel 78,5.</param>
internal sealed class FileColumn(string heading, ColumnKind kind, bool isFilled = false, string remedy = "Text och skriv det som stod där igen")
{
    internal string Heading => heading;

    internal ColumnKind Kind => kind;

    internal bool IsFilled => isFilled;

    internal string Remedy => remedy;

    public override string ToString() => heading;
}

/// <summary>What a column holds, which decides how an Excel cell in it is read.</summary>
internal enum ColumnKind
{
    /// <summary>A key, a number or a value: a date in it is a mistake.</summary>
    Exact,
    Period,
    Day,
    Text,
}

/// <summary>How large a file may be.</summary>
/// <param name="MaxBytes">As it is sent.</param>
/// <param name="MaxUnpacked">With everything in it unpacked.</param>
/// <param name="MaxRows">Rows with something in them.</param>
internal sealed record FileLimits(long MaxBytes, long MaxUnpacked, int MaxRows)
{
    private const long Megabyte = 1024 * 1024;

    internal string Largest => InMegabytes(MaxBytes);

    /// <summary>50 MB; what is begun counts.</summary>
    internal static string InMegabytes(long bytes) => $"{(bytes + Megabyte - 1) / Megabyte} MB";
}
