namespace RegionPlan.Web.TableFiles;

/// <summary>What the table of a file says, before any of it is checked.</summary>
/// <param name="Format">The file's form in words: "Excel, bladet Utfall", "CSV med semikolon, Windows-1252".</param>
/// <param name="Rows">Every row with something in a known column.</param>
/// <param name="Notes">What the user should know about how the file was read.</param>
internal sealed record TableFile(string Format, IReadOnlyList<FileRow> Rows, IReadOnlyList<string> Notes);

/// <summary>The whole file is refused: the message says in Swedish what is wrong and how to mend it.</summary>
internal sealed class FileRefused(string message, Exception? inner = null) : Exception(message, inner);
