using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>The table of contents: a field that Word makes anew on request, filled in so that it is there at once.</summary>
internal static class WordContents
{
    private const int Deepest = 2;

    /// <param name="headings">The headings of the document.</param>
    /// <param name="pages">The page of each; null where nobody has laid it out, and then no numbers are shown.</param>
    internal static SdtBlock Of(IReadOnlyList<WordHeading> headings, IReadOnlyList<int>? pages)
    {
        var listed = headings.Select((h, i) => (Heading: h, Page: pages?[i])).Where(h => h.Heading.Level <= Deepest).ToList();
        var content = new SdtContentBlock(WordBody.Line(WordStyles.ContentsHeading, WordText.Plain("Innehåll")));
        for (var i = 0; i < listed.Count; i++)
        {
            content.Append(WordBody.Line(WordStyles.Contents(listed[i].Heading.Level), [.. i == 0 ? Beginning() : [], Entry(listed[i].Heading, listed[i].Page)]));
        }

        content.Append(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.AfterTable }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End })));
        return new(
            new SdtProperties(new SdtContentDocPartObject(new DocPartGallery { Val = "Table of Contents" }, new DocPartUnique())),
            content);
    }

    private static IEnumerable<OpenXmlElement> Beginning() =>
    [
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode($" TOC \\o \"1-{Deepest}\" \\h \\z \\u ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
    ];

    private static Hyperlink Entry(WordHeading heading, int? page)
    {
        var link = new Hyperlink(WordText.Plain(heading.Text)) { Anchor = heading.Bookmark, History = true };
        if (page is { } number)
        {
            link.Append(new Run(new TabChar()));
            link.Append(WordText.Field($" PAGEREF {heading.Bookmark} \\h ", number.ToString(Sv.Culture)));
        }

        return link;
    }
}
