using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using RegionPlan.Web.Features.Reports.Export.Word;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace RegionPlan.Tests.Features.Reports.Export;

public sealed class WordFileTests
{
    private static readonly byte[] File = WordFile.Make(GivenDocument.Everything, GivenDocument.Imprint, [1, 1, 1, 1, 1]);

    [Theory]
    [InlineData(FileFormatVersions.Office2019)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void Nothing_in_it_breaks_the_standard(FileFormatVersions version)
    {
        using var word = Open(File);
        new OpenXmlValidator(version).Validate(word).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void The_same_report_makes_the_same_bytes_whenever_it_is_made()
    {
        WordFile.Make(GivenDocument.Everything, GivenDocument.Imprint, [1, 1, 1, 1, 1]).ShouldBe(File);
        using var zip = new ZipArchive(new MemoryStream(File));
        zip.Entries.ShouldAllBe(e => e.LastWriteTime.Year == 1980);
    }

    [Fact]
    public void The_cover_says_whose_it_is_what_of_which_period_and_whether_it_is_decided()
    {
        var body = Body();
        Styled(body, "Avsandare").ShouldBe(["Region Kalmar län"]);
        Styled(body, "Title").ShouldBe(["Delårsrapport tertial 2 2025"]);
        Styled(body, "Subtitle").ShouldBe(["1 januari–31 augusti 2025"]);
        Styled(body, "Status").ShouldBe(["Arbetsmaterial 2026-11-22 14:05"]);
    }

    [Fact]
    public void The_contents_are_a_field_that_is_filled_in_and_leads_to_the_headings()
    {
        using var word = Open(File);
        var contents = word.MainDocumentPart!.Document.Body!.Elements<SdtBlock>().ShouldHaveSingleItem();
        contents.Descendants<FieldCode>().First().Text.ShouldContain("TOC \\o \"1-2\"");
        contents.Descendants<Hyperlink>().Select(h => h.Elements<Run>().First().InnerText).ShouldBe(
            ["Sammanfattning", "Det viktigaste", "Utvärdering av målen", "Händelser av väsentlig betydelse"]);
        var places = word.MainDocumentPart.Document.Body.Descendants<BookmarkStart>().Select(b => b.Name!.Value).ToList();
        contents.Descendants<Hyperlink>().Select(h => h.Anchor!.Value).ShouldAllBe(a => places.Contains(a));
        word.MainDocumentPart.DocumentSettingsPart!.Settings.Descendants<UpdateFieldsOnOpen>().ShouldBeEmpty("Word asks before it opens a document that wants to be updated");
    }

    [Fact]
    public void Contents_that_nobody_has_laid_out_show_no_page_numbers()
    {
        using var word = Open(WordFile.Make(GivenDocument.Everything, GivenDocument.Imprint));
        word.MainDocumentPart!.Document.Descendants<FieldCode>().Select(f => f.Text).ShouldNotContain(f => f.Contains("PAGEREF"));
    }

    [Fact]
    public void Sections_lists_quotes_and_notes_have_the_styles_of_Word()
    {
        var body = Body();
        Styled(body, "Heading1").ShouldBe(["Sammanfattning", "Utvärdering av målen", "Händelser av väsentlig betydelse"]);
        Styled(body, "Heading2").ShouldBe(["Det viktigaste"]);
        Styled(body, "Heading3").ShouldBe(["Närmare"]);
        Styled(body, "ListBullet").ShouldBe(["Första", "Andra"]);
        Styled(body, "ListNumber").ShouldBe(["Inre ett", "Inre två", "Ett", "Två", ""]);
        Styled(body, "Quote").ShouldBe(["Nämnden anser att läget är gott.", "Rubrik i citat"]);
        Styled(body, "Anmarkning").ShouldBe(["Det finns inga mål för året.", "Avsnittet är inte skrivet."]);
        using var word = Open(File);
        word.MainDocumentPart!.FootnotesPart!.Footnotes.Elements<Footnote>().Skip(2).First().InnerText.ShouldContain("Noten om resultatet.");
        body.Descendants<FootnoteReference>().Count().ShouldBe(2);
        var lists = body.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "ListNumber").Select(p => p.ParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value);
        lists.Distinct().Count().ShouldBe(2, "each list begins at 1");
    }

    [Fact]
    public void A_tables_head_is_repeated_and_no_row_is_broken()
    {
        foreach (var table in Body().Descendants<Table>())
        {
            var rows = table.Elements<TableRow>().ToList();
            rows[0].TableRowProperties!.GetFirstChild<TableHeader>().ShouldNotBeNull();
            rows.ShouldAllBe(r => r.TableRowProperties!.GetFirstChild<CantSplit>() != null);
            rows.Skip(1).ShouldAllBe(r => r.TableRowProperties!.GetFirstChild<TableHeader>() == null);
        }
    }

    [Fact]
    public void A_status_is_a_sign_and_a_word_and_not_only_a_colour()
    {
        var table = TableOf("Målen");
        table.Elements<TableRow>().Skip(1).Select(r => r.Elements<TableCell>().ElementAt(1).Elements<Paragraph>().First().InnerText).ShouldBe(
            ["✓ Uppnått", "▲ Delvis uppnått", "✕ Ej uppnått", "○ Utfall saknas", "– Ej målsatt"]);
    }

    [Fact]
    public void A_figure_stands_to_the_right_says_that_it_is_an_example_and_leads_to_what_it_comes_from()
    {
        using var word = Open(File);
        var cell = TableOf("Målen").Elements<TableRow>().ElementAt(1).Elements<TableCell>().ElementAt(2);
        cell.Elements<Paragraph>().Select(p => p.InnerText).ShouldBe(["10\u00a0186,6 exempel", "T2 2025"]);
        cell.Elements<Paragraph>().First().ParagraphProperties!.Justification!.Val!.Value.ShouldBe(JustificationValues.Right);
        var link = cell.Descendants<Hyperlink>().ShouldHaveSingleItem().Id!.Value!;
        word.MainDocumentPart!.HyperlinkRelationships.Single(r => r.Id == link).Uri.AbsoluteUri.ShouldBe($"https://regionplan.example.org/underlag/{GivenDocument.Entry}");
    }

    [Fact]
    public void Without_an_address_links_to_pages_are_words_and_others_still_lead()
    {
        using var word = Open(WordFile.Make(GivenDocument.Everything, GivenDocument.Imprint with { BaseAddress = null }));
        word.MainDocumentPart!.HyperlinkRelationships.Select(r => r.Uri.AbsoluteUri).ShouldBe(["https://www.riksdagen.se/"]);
        word.MainDocumentPart.Document.InnerText.ShouldContain("se planen, lagen och målen");
        word.MainDocumentPart.Document.Descendants<Hyperlink>().ShouldContain(h => h.Anchor == "avsnitt_2");
    }

    [Fact]
    public void A_chart_is_Words_own_with_its_values_gaps_targets_and_words()
    {
        using var word = Open(File);
        var part = word.MainDocumentPart!.ChartParts.ShouldHaveSingleItem();
        var series = part.ChartSpace.Descendants<C.LineChartSeries>().ToDictionary(s => s.GetFirstChild<C.SeriesText>()!.InnerText.Split("$1")[^1], s => s);
        series.Keys.ShouldBe(["Utfall", "Kvinnor", "Män", "Riket", "Målvärde", "Långsiktigt målvärde 2030", "Utfall, exempel"]);
        var years = series["Utfall"].GetFirstChild<C.CategoryAxisData>()!.Descendants<C.StringPoint>().Select(p => p.InnerText).ToList();
        years.ShouldBe(["2015", "2016", "2017", "2018", "2019", "2020", "2021", "", "2022", "2023", "2024"], "an empty place where the definition changes");
        Points(series["Utfall"]).ShouldBe([(0, "81"), (1, "82"), (2, "83"), (3, "84"), (5, "86"), (6, "87"), (8, "88"), (9, "89"), (10, "90")]);
        Points(series["Målvärde"]).ShouldBe([(8, "94"), (9, "95"), (10, "96")]);
        Points(series["Utfall, exempel"]).ShouldBe([(10, "90")]);
        part.ChartSpace.Descendants<C.DisplayBlanksAs>().Single().Val!.Value.ShouldBe(C.DisplayBlanksAsValues.Gap);
        word.MainDocumentPart.Document.Descendants<Wp.DocProperties>().Single().Description!.Value.ShouldBe(
            "Region Kalmar län 2015–2024, procent. Från 81,0 % 2015 till 90,0 % 2024. Målvärde 2024: 91 %.");
        var below = TableOf("Region Kalmar län 2015–2024, procent");
        below.Elements<TableRow>().ElementAt(1).Elements<TableCell>().Select(c => c.InnerText).ShouldBe(["Utfall", "81,0", "82,0", "83,0", "84,0", "–", "86,0", "87,0", "88,0", "89,0", "90,0*"]);
    }

    [Fact]
    public void A_table_that_is_too_wide_stands_on_a_lying_page_of_its_own()
    {
        var body = Body();
        body.Descendants<SectionProperties>().Select(s => s.GetFirstChild<PageSize>()!.Orient?.Value).ShouldBe([null, PageOrientationValues.Landscape, null]);
        TableOf("Driftramar per nämnd och år").ElementsBefore().Last(e => e.Descendants<SectionProperties>().Any()).InnerText.ShouldBeEmpty();
    }

    [Fact]
    public void The_document_tells_its_title_language_and_pages()
    {
        using var zip = new ZipArchive(new MemoryStream(File));
        using var core = zip.GetEntry("docProps/core.xml").ShouldNotBeNull().Open();
        XDocument.Load(core).Root!.Elements().Select(e => $"{e.Name.LocalName}: {e.Value}").ShouldBe(
            ["title: Delårsrapport tertial 2 2025, Region Kalmar län", "subject: Arbetsmaterial 2026-11-22 14:05", "creator: Region Kalmar län", "language: sv-SE"]);
        using var word = Open(File);
        var main = word.MainDocumentPart!;
        main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val!.Value.ShouldBe("sv-SE");
        main.HeaderParts.ShouldContain(h => h.Header.InnerText == "Region Kalmar län · Delårsrapport tertial 2 2025");
        main.FooterParts.ShouldContain(f => f.Footer.InnerText == "Arbetsmaterial 2026-11-22 14:05 · Sida  PAGE 1 av  NUMPAGES 1");
    }

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    private static Body Body()
    {
        using var word = Open(File);
        return word.MainDocumentPart!.Document.Body!;
    }

    private static Table TableOf(string caption) => Body().Descendants<Table>().Single(t => t.Descendants<TableCaption>().Any(c => c.Val == caption));

    private static IEnumerable<string> Styled(Body body, string style) =>
        body.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == style).Select(p => p.InnerText);

    private static IEnumerable<(int Index, string Value)> Points(C.LineChartSeries series) =>
        series.GetFirstChild<C.Values>()!.Descendants<C.NumericPoint>().Select(p => ((int)p.Index!.Value, p.InnerText));
}
