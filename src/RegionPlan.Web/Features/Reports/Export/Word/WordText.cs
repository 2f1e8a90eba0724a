using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>Writes runs of text: styles, links and notes.</summary>
/// <param name="main">Where links are kept.</param>
/// <param name="imprint">Where the site is.</param>
/// <param name="chapters">The bookmarks of the report's sections, by their keys.</param>
internal sealed class WordText(MainDocumentPart main, DocumentImprint imprint, IReadOnlyDictionary<string, string> chapters)
{
    private readonly Dictionary<string, string> links = [];
    private readonly List<string> notes = [];

    internal static Run Plain(string text) => new(new Text(ExportText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });

    internal static Run Styled(string text, string style) => new(
        new RunProperties(new RunStyle { Val = style }), new Text(ExportText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>A field with what it shows until it is asked anew.</summary>
    internal static IEnumerable<Run> Field(string code, string shown) =>
    [
        new(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new(new FieldCode(code) { Space = SpaceProcessingModeValues.Preserve }),
        new(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        Plain(shown),
        new(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    /// <param name="text">The runs.</param>
    /// <param name="link">The style of what leads somewhere.</param>
    internal IEnumerable<OpenXmlElement> Of(IEnumerable<DocumentText> text, string link = WordStyles.Link) => text.Select(t => Of(t, link));

    /// <summary>A text that leads to a page of the site, or elsewhere.</summary>
    internal OpenXmlElement Linked(DocumentText text, string? href, string link = WordStyles.Link) => href switch
    {
        ['#', .. var place] when chapters.TryGetValue(place, out var bookmark) => new Hyperlink(RunOf(text, link)) { Anchor = bookmark, History = true },
        _ when imprint.Whole(href) is { } whole => new Hyperlink(RunOf(text, link)) { Id = RelationOf(whole), History = true },
        _ => RunOf(text),
    };

    /// <summary>The notes, numbered by Word in the order of their references.</summary>
    internal Footnotes Notes() => new(
    [
        new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
        new Footnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 },
        .. notes.Select((note, i) => new Footnote(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Note }),
            new Run(new RunProperties(new RunStyle { Val = WordStyles.NoteReference }), new FootnoteReferenceMark()),
            Plain($" {note}"))) { Id = i + 1 }),
    ]);

    private OpenXmlElement Of(DocumentText text, string link) => text.Note is { } note ? NoteTo(note) : Linked(text, text.Href, link);

    private Run NoteTo(string note)
    {
        notes.Add(note);
        return new(new RunProperties(new RunStyle { Val = WordStyles.NoteReference }), new FootnoteReference { Id = notes.Count });
    }

    private static Run RunOf(DocumentText text, string? style = null)
    {
        var run = new Run();
        if (style is not null || text.IsBold || text.IsItalic)
        {
            run.Append(LettersOf(text, style));
        }

        var lines = ExportText.Clean(text.Text).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            if (lines[i].Length > 0)
            {
                run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        return run;
    }

    private static RunProperties LettersOf(DocumentText text, string? style)
    {
        var letters = new RunProperties();
        if (style is not null)
        {
            letters.Append(new RunStyle { Val = style });
        }

        if (text.IsBold)
        {
            letters.Append(new Bold());
        }

        if (text.IsItalic)
        {
            letters.Append(new Italic());
        }

        return letters;
    }

    private string RelationOf(string address)
    {
        if (!links.TryGetValue(address, out var id))
        {
            links[address] = id = $"link{links.Count + 1}";
            main.AddHyperlinkRelationship(new Uri(address), isExternal: true, id);
        }

        return id;
    }
}
