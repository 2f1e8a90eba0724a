namespace RegionPlan.Web.Features.Reports.Export;

/// <summary>The kinds of file that a report is given as.</summary>
public enum ReportFileFormat
{
    Word,
    Pdf,
    Excel,
    Json,
    Csv,
}

/// <summary>A file of a report.</summary>
/// <param name="Format">Its kind.</param>
/// <param name="FileName">What it is called, with its extension.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">What it holds.</param>
public sealed record ReportFileContent(ReportFileFormat Format, string FileName, string ContentType, byte[] Content);

/// <summary>A file that could not be made.</summary>
/// <param name="Format">Its kind.</param>
/// <param name="Why">The reason, for those who asked for it.</param>
public sealed record ReportFileFailure(ReportFileFormat Format, string Why);

/// <summary>The files of a report.</summary>
/// <param name="Files">Those that were made.</param>
/// <param name="Failures">Those that were not, and why.</param>
public sealed record MadeReportFiles(IReadOnlyList<ReportFileContent> Files, IReadOnlyList<ReportFileFailure> Failures);

/// <summary>How far the making of a report's files has come.</summary>
/// <param name="Format">What is being made.</param>
/// <param name="Done">How many kinds are made.</param>
/// <param name="All">How many there are.</param>
public sealed record ReportFileProgress(ReportFileFormat Format, int Done, int All);
