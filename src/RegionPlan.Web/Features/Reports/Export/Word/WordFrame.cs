using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>What stands above and below every page but the first, and what the document says of itself.</summary>
internal static class WordFrame
{
    internal const string HeaderPart = "header";
    internal const string FooterPart = "footer";
    internal const string EmptyHeaderPart = "noheader";
    internal const string EmptyFooterPart = "nofooter";

    internal static void Write(MainDocumentPart main, ReportDocument document, DocumentImprint imprint)
    {
        main.AddNewPart<HeaderPart>(HeaderPart).Header = new Header(
            Of(WordStyles.Header, WordText.Plain($"{imprint.Region} · {document.Title}{(document.Body == imprint.Region ? "" : $", {document.Body}")}")));
        main.AddNewPart<FooterPart>(FooterPart).Footer = new Footer(Of(
            WordStyles.Footer,
            [WordText.Plain($"{imprint.Standing} · Sida "), .. WordText.Field(" PAGE ", "1"), WordText.Plain(" av "), .. WordText.Field(" NUMPAGES ", "1")]));
        main.AddNewPart<HeaderPart>(EmptyHeaderPart).Header = new Header(new Paragraph());
        main.AddNewPart<FooterPart>(EmptyFooterPart).Footer = new Footer(new Paragraph());
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = SettingsOf(imprint);
    }

    private static Paragraph Of(string style, params OpenXmlElement[] content) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    private static Settings SettingsOf(DocumentImprint imprint) => new(
        new Zoom { Percent = "100" },
        new DefaultTabStop { Val = 709 },
        new FootnoteDocumentWideProperties(new FootnoteSpecialReference { Id = -1 }, new FootnoteSpecialReference { Id = 0 }),
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = imprint.Language });
}
