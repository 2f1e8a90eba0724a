namespace RegionPlan.Web.TableFiles;

/// <summary>One row of the file, as texts.</summary>
/// <remarks>A cell with a problem has the text that the file shows, such as #DIV/0! or a date.</remarks>
internal sealed class FileRow(TableShape shape, int number, IReadOnlyList<string> texts, IReadOnlyList<CellProblem> problems)
{
    /// <summary>The row's number as Excel shows it; in a CSV file the line where the row starts.</summary>
    internal int Number => number;

    internal IReadOnlyList<CellProblem> Problems => problems;

    /// <summary>The trimmed text of a cell; empty where the cell is empty or the file has no such column.</summary>
    internal string this[FileColumn column] => texts[shape.PlaceOf(column)];
}

/// <summary>A cell that cannot be taken as it stands: what is wrong and how to mend it, in Swedish.</summary>
internal sealed record CellProblem(FileColumn Column, string Message);
