using DocumentFormat.OpenXml.Wordprocessing;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>The document's styles: those that Word knows by name, so that its navigation, contents and accessibility checks work.</summary>
internal static class WordStyles
{
    internal const string Accent = "113D5E";
    internal const string Quiet = "4A5560";
    internal const string Line = "C3CCD4";

    internal const string Title = "Title";
    internal const string Subtitle = "Subtitle";
    internal const string Owner = "Avsandare";
    internal const string Standing = "Status";
    internal const string Source = "Kalla";
    internal const string Remark = "Anmarkning";
    internal const string Quote = "Quote";
    internal const string Caption = "Caption";
    internal const string ListBullet = "ListBullet";
    internal const string ListNumber = "ListNumber";
    internal const string ListContinue = "ListContinue";
    internal const string ContentsHeading = "TOCHeading";
    internal const string Header = "Header";
    internal const string Footer = "Footer";
    internal const string Note = "FootnoteText";
    internal const string NoteReference = "FootnoteReference";
    internal const string Link = "Hyperlink";

    /// <summary>Where nearly everything leads somewhere, lines under it all would make the columns hard to read.</summary>
    internal const string TableLink = "Tabell-lank";
    internal const string Drawing = "Diagram";
    internal const string AfterTable = "EfterTabell";
    internal const string AfterChart = "Diagramnot";
    internal const string Table = "Rapporttabell";
    internal const string Example = "Exempel";

    internal static string Heading(int level) => $"Heading{level}";

    internal static string Contents(int level) => $"TOC{level}";

    internal static string Cell(TableLetters letters) => $"Tabelltext{Ending(letters)}";

    internal static string CellHead(TableLetters letters) => $"Tabellrubrik{Ending(letters)}";

    internal static string CellBeside(TableLetters letters) => $"Tabellnot{Ending(letters)}";

    internal static Styles Sheet(string language) => new(
        $"""
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
          <w:docDefaults>
            <w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
            <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>
          </w:docDefaults>
          <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style>
          <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
          <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
          <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
          {Paragraph(Title, "Title", "<w:spacing w:before=\"0\" w:after=\"160\" w:line=\"240\" w:lineRule=\"auto\"/>", $"<w:b/><w:color w:val=\"{Accent}\"/><w:sz w:val=\"60\"/><w:szCs w:val=\"60\"/>")}
          {Paragraph(Subtitle, "Subtitle", "<w:spacing w:before=\"0\" w:after=\"80\" w:line=\"264\" w:lineRule=\"auto\"/>", $"<w:color w:val=\"{Quiet}\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>")}
          {Paragraph(Owner, "Avsändare", $"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"8\" w:color=\"{Accent}\"/></w:pBdr><w:spacing w:before=\"0\" w:after=\"3600\"/>", $"<w:b/><w:color w:val=\"{Accent}\"/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>")}
          {Paragraph(Standing, "Status för dokumentet", $"<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"10\" w:color=\"{Accent}\"/></w:pBdr><w:spacing w:before=\"600\" w:after=\"0\"/><w:ind w:left=\"227\"/>", "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>")}
          {Headings()}
          {Paragraph(Source, "Källa", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"160\"/>", $"<w:color w:val=\"{Quiet}\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>")}
          {Paragraph(Remark, "Anmärkning", "", $"<w:i/><w:iCs/><w:color w:val=\"{Quiet}\"/>")}
          {Paragraph(Quote, "Quote", $"<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"10\" w:color=\"{Line}\"/></w:pBdr><w:ind w:left=\"397\" w:right=\"397\"/>", "")}
          {Paragraph(Caption, "caption", "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>", $"<w:b/><w:bCs/><w:color w:val=\"{Quiet}\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>")}
          {Paragraph(ListBullet, "List Bullet", $"<w:numPr><w:numId w:val=\"{WordNumbering.Bullets}\"/></w:numPr><w:spacing w:after=\"60\"/>", "")}
          {Paragraph(ListNumber, "List Number", $"<w:numPr><w:numId w:val=\"{WordNumbering.Numbers}\"/></w:numPr><w:spacing w:after=\"60\"/>", "")}
          {Paragraph(ListContinue, "List Continue", "<w:spacing w:after=\"60\"/><w:ind w:left=\"397\"/>", "")}
          {Paragraph(ContentsHeading, "TOC Heading", "<w:keepNext/><w:pageBreakBefore/><w:spacing w:before=\"0\" w:after=\"240\"/>", $"<w:b/><w:color w:val=\"{Accent}\"/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/>")}
          {Paragraph(Contents(1), "toc 1", $"<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{WordPage.Width}\"/></w:tabs><w:spacing w:before=\"120\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/>")}
          {Paragraph(Contents(2), "toc 2", $"<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{WordPage.Width}\"/></w:tabs><w:spacing w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:left=\"284\"/>", "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>")}
          {Paragraph(Header, "header", $"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"{Line}\"/></w:pBdr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", $"<w:color w:val=\"{Quiet}\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>")}
          {Paragraph(Footer, "footer", "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"right\"/>", $"<w:color w:val=\"{Quiet}\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>")}
          {Paragraph(Note, "footnote text", "<w:spacing w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>")}
          {string.Concat(Enum.GetValues<TableLetters>().Select(Cells))}
          {Paragraph(Drawing, "Diagram", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>", "")}
          {Paragraph(AfterTable, "Efter tabell", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"200\" w:lineRule=\"exact\"/>", "<w:sz w:val=\"8\"/><w:szCs w:val=\"8\"/>")}
          {Paragraph(AfterChart, "Diagramnot", "<w:spacing w:before=\"60\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>", $"<w:color w:val=\"{Quiet}\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>")}
          {Character(NoteReference, "footnote reference", "<w:vertAlign w:val=\"superscript\"/>")}
          {Character(Link, "Hyperlink", "<w:color w:val=\"0B5394\"/><w:u w:val=\"single\"/>")}
          {Character(TableLink, "Tabellänk", $"<w:color w:val=\"{Accent}\"/><w:u w:val=\"none\"/>")}
          {Character(Example, "Exempel", $"<w:i/><w:iCs/><w:color w:val=\"{Quiet}\"/>")}
          <w:style w:type="table" w:customStyle="1" w:styleId="{Table}"><w:name w:val="Rapporttabell"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:pPr><w:spacing w:after="0"/></w:pPr>
            <w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{Accent}"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{Accent}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="{Line}"/></w:tblBorders><w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>
            <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{Accent}"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="E8EEF3"/></w:tcPr></w:tblStylePr>
          </w:style>
        </w:styles>
        """);

    private static string Ending(TableLetters letters) => letters switch
    {
        TableLetters.Ordinary => "",
        TableLetters.Small => "2",
        TableLetters.Smallest => "3",
    };

    private static string Cells(TableLetters letters)
    {
        var size = (int)letters;
        return Paragraph(Cell(letters), Cell(letters), "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"250\" w:lineRule=\"auto\"/>", Size(size))
            + Paragraph(CellHead(letters), CellHead(letters), "<w:keepNext/>", $"<w:b/><w:bCs/><w:color w:val=\"{Accent}\"/>", Cell(letters))
            + Paragraph(CellBeside(letters), CellBeside(letters), "<w:spacing w:before=\"0\" w:after=\"30\"/>", $"<w:color w:val=\"{Quiet}\"/>{Size(size - 2)}", Cell(letters));
    }

    private static string Size(int halfPoints) => $"<w:sz w:val=\"{halfPoints}\"/><w:szCs w:val=\"{halfPoints}\"/>";

    private static string Headings()
    {
        int[] sizes = [36, 26, 22, 20, 20, 20];
        return string.Concat(sizes.Select((size, i) => Paragraph(
            Heading(i + 1),
            $"heading {i + 1}",
            $"<w:keepNext/><w:keepLines/><w:spacing w:before=\"{(i == 0 ? 520 : i == 1 ? 320 : 240)}\" w:after=\"{(i == 0 ? 120 : 80)}\" w:line=\"250\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"{i}\"/>",
            $"<w:b/><w:bCs/>{(i == 5 ? "<w:i/>" : "")}<w:color w:val=\"{(i < 3 ? Accent : Quiet)}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>")));
    }

    private static string Paragraph(string id, string name, string paragraph, string letters, string basedOn = "Normal") =>
        $"<w:style w:type=\"paragraph\"{(IsBuiltIn(name) ? "" : " w:customStyle=\"1\"")} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{basedOn}\"/>"
        + $"{(id.StartsWith("Heading", StringComparison.Ordinal) ? "<w:next w:val=\"Normal\"/>" : "")}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>";

    private static string Character(string id, string name, string letters) =>
        $"<w:style w:type=\"character\"{(IsBuiltIn(name) ? "" : " w:customStyle=\"1\"")} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:rPr>{letters}</w:rPr></w:style>";

    private static bool IsBuiltIn(string name) => char.IsAsciiLetterLower(name[0]) || Array.Exists(["Title", "Subtitle", "Quote", "Hyperlink"], known => known == name)
        || name.StartsWith("List ", StringComparison.Ordinal) || name.StartsWith("TOC ", StringComparison.Ordinal);
}
