using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>A report as a Word document: a cover, its contents, and its sections in Word's own styles.</summary>
internal static class WordFile
{
    /// <param name="document">The report.</param>
    /// <param name="imprint">What is said of it.</param>
    /// <param name="pages">The page of each heading, in order, for the contents; null where nobody has laid the document out.</param>
    internal static byte[] Make(ReportDocument document, DocumentImprint imprint, IReadOnlyList<int>? pages = null)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "document");
            var body = new WordBody(main, document, imprint);
            main.Document = new Document(new Body([
                .. Cover(document, imprint),
                WordContents.Of(body.Headings, pages is { } known && known.Count == body.Headings.Count ? known : null),
                .. body.Elements,
                WordPage.Section(isLying: false, isFirst: !body.IsSectioned),
            ]));
            WordFrame.Write(main, document, imprint);
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = WordStyles.Sheet(imprint.Language);
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = body.Lists();
            main.AddNewPart<FootnotesPart>("footnotes").Footnotes = body.Notes();
            PackageWords.Write(package, document, imprint);
        }

        return SteadyArchive.Of(stream);
    }

    /// <summary>How many headings the document comes to have.</summary>
    internal static int HeadingCount(ReportDocument document) => document.Chapters.Sum(c => 1 + c.Blocks.Count(b => b is DocumentBlock.Heading));

    private static IEnumerable<Paragraph> Cover(ReportDocument document, DocumentImprint imprint)
    {
        yield return WordBody.Line(WordStyles.Owner, WordText.Plain(imprint.Region));
        yield return WordBody.Line(WordStyles.Title, WordText.Plain(document.Title));
        if (document.Body != imprint.Region)
        {
            yield return WordBody.Line(WordStyles.Subtitle, WordText.Plain(document.Body));
        }

        yield return WordBody.Line(WordStyles.Subtitle, WordText.Plain(ExportText.PeriodOf(document)));
        yield return WordBody.Line(WordStyles.Standing, WordText.Plain(imprint.Standing));
    }
}
