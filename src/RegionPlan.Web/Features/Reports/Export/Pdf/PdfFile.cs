using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Features.Reports.Export.Word;

namespace RegionPlan.Web.Features.Reports.Export.Pdf;

/// <summary>A report as Word and as PDF. The document is laid out once to see where its headings come to stand, and once more with those in its contents.</summary>
internal sealed partial class PdfFile(LibreOffice office, ILogger<PdfFile> log)
{
    internal bool CanMake => office.IsInstalled;

    /// <returns>The Word document with page numbers in its contents, and the PDF of it.</returns>
    /// <exception cref="LibreOfficeFailed">The PDF could not be made.</exception>
    internal async Task<(byte[] Word, byte[] Pdf)> MakeAsync(ReportDocument document, DocumentImprint imprint, CancellationToken cancellation)
    {
        var headings = WordFile.HeadingCount(document);
        var first = await office.PdfOfAsync(WordFile.Make(document, imprint, [.. Enumerable.Repeat(1, headings)]), cancellation);
        var pages = PdfOutline.PagesOf(first);
        var word = WordFile.Make(document, imprint, pages?.Count == headings ? pages : null);
        var pdf = await office.PdfOfAsync(word, cancellation);
        if (PdfFigures.Describe(pdf, WordsOf(document)) is { } described)
        {
            return (word, described);
        }

        LogWithoutWords(document.Title);
        return (word, pdf);
    }

    private static List<string> WordsOf(ReportDocument document) =>
        [.. document.Chapters.SelectMany(c => ReportTables.All(c.Blocks)).OfType<IDocumentDrawing>().Select(ExportText.DescriptionOf)];

    [LoggerMessage(Level = LogLevel.Warning, Message = "The drawings in the PDF of {Title} are others than the report's, so they have no words")]
    private partial void LogWithoutWords(string title);
}
