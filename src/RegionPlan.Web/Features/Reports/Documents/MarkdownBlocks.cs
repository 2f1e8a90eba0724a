using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace RegionPlan.Web.Features.Reports.Documents;

/// <summary>
/// Reads the prose of a section: headings, lists, tables, quotes, links and notes. HTML is shown as it was written, pictures are left as their
/// words, and only links to the web, to mail and within the site lead anywhere.
/// </summary>
internal static class MarkdownBlocks
{
    /// <summary>The section's own heading is an h2, so the first of the writer's is an h3.</summary>
    private const int HighestLevel = 3;
    private const int DeepestLevel = 6;

    /// <summary>Quotes and lists within each other; what lies deeper is shown on the last of these levels.</summary>
    private const int MostLevels = 10;

    /// <summary>What a table in Word can hold.</summary>
    private const int MostColumns = 63;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseFootnotes().UseListExtras().UseAutoLinks().Build();

    private static readonly string[] SafeBeginnings = ["http://", "https://", "mailto:", "/", "#"];

    /// <param name="markdown">The prose.</param>
    /// <param name="title">The section's heading, which its tables are called by.</param>
    /// <param name="notes">How many notes the section has before it; counted on.</param>
    internal static IReadOnlyList<DocumentBlock> Of(string markdown, string title, ref int notes)
    {
        if (Parsed(markdown) is not { } document)
        {
            return AsWritten(markdown);
        }

        var before = notes;
        notes += document.Descendants<FootnoteLink>().Where(l => !l.IsBackLink).Select(l => l.Footnote).Distinct().Count();
        var highest = document.Descendants<HeadingBlock>().Select(h => h.Level).DefaultIfEmpty(1).Min();
        return new Reading(title, before, HighestLevel - highest).BlocksOf(document);
    }

    /// <summary>Why prose is not to be saved as it is, and how that is mended; null where it can be.</summary>
    internal static string? ProblemOf(string markdown)
    {
        if (Parsed(markdown) is not { } document)
        {
            return "Avsnittet har citat eller listor i så många nivåer att det inte kan visas. Ta bort några av tecknen > eller - i början av raderna och spara igen. Texten är kvar som utkast.";
        }

        var widest = document.Descendants<Table>().Select(WidthOf).DefaultIfEmpty(0).Max();
        return widest > MostColumns
            ? $"En tabell i avsnittet har {widest.ToString(Shared.Sv.Culture)} kolumner. Den får ha högst {MostColumns.ToString(Shared.Sv.Culture)} för att rymmas i en Wordfil. Dela den i flera, eller gör kolumnerna till rader, och spara igen. Texten är kvar som utkast."
            : null;
    }

    /// <summary>Null where it is nested deeper than it can be read.</summary>
    private static MarkdownDocument? Parsed(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static IReadOnlyList<DocumentBlock> AsWritten(string markdown) =>
    [
        new DocumentBlock.Remark("Texten har citat eller listor i för många nivåer och visas som den är skriven."),
        .. markdown.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => new DocumentBlock.Paragraph(
            [.. p.Trim('\n').Split('\n').SelectMany((line, i) => i == 0 ? new DocumentText[] { new(line) } : [new("\n"), new(line)])])),
    ];

    private static int WidthOf(Table table) => table.OfType<TableRow>().Select(r => r.Count).DefaultIfEmpty(0).Max();

    private static string? Safe(string? url) =>
        url is not null && Array.Exists(SafeBeginnings, b => url.StartsWith(b, StringComparison.OrdinalIgnoreCase)) && !url.StartsWith("//", StringComparison.Ordinal) ? url : null;

    private sealed class Reading(string title, int notesBefore, int levelsBelow)
    {
        internal IReadOnlyList<DocumentBlock> BlocksOf(ContainerBlock container, int level = 0) => [.. container.SelectMany(b => BlocksOf(b, level))];

        private IEnumerable<DocumentBlock> BlocksOf(Block block, int level) => block switch
        {
            HeadingBlock heading => [new DocumentBlock.Heading(Math.Clamp(heading.Level + levelsBelow, HighestLevel, DeepestLevel), TextOf(heading.Inline))],
            Table table => WidthOf(table) > MostColumns ? LinesOf(table) : [TableOf(table)],
            ListBlock or QuoteBlock when level == MostLevels => ((ContainerBlock)block).SelectMany(b => BlocksOf(b, level)),
            ListBlock list => [new DocumentBlock.Items(list.IsOrdered, [.. list.OfType<ContainerBlock>().Select(i => BlocksOf(i, level + 1))])],
            QuoteBlock quote => [new DocumentBlock.Quote(BlocksOf(quote, level + 1))],
            FootnoteGroup => [],
            CodeBlock code => [new DocumentBlock.Paragraph([new(code.Lines.ToString())])],
            LeafBlock { Inline: { } inline } => [new DocumentBlock.Paragraph(TextOf(inline))],
            ContainerBlock other => BlocksOf(other, level),
            _ => [],
        };

        private IEnumerable<DocumentBlock> LinesOf(Table table) =>
        [
            new DocumentBlock.Remark($"Tabellen har {WidthOf(table).ToString(Shared.Sv.Culture)} kolumner, får ha högst {MostColumns.ToString(Shared.Sv.Culture)} och visas därför som text."),
            .. table.OfType<TableRow>().Select(r => new DocumentBlock.Paragraph([new(string.Join(" | ", r.OfType<TableCell>().Select(c => CellOf(c).Plain)))])),
        ];

        private DocumentBlock.Table TableOf(Table table)
        {
            var rows = table.OfType<TableRow>().ToList();
            var width = WidthOf(table);
            var head = rows.Find(r => r.IsHeader);
            List<DocumentCell> CellsOf(TableRow row) => [.. row.OfType<TableCell>().Select(CellOf)];
            var titles = head is null ? [] : CellsOf(head).ConvertAll(c => c.Plain);
            bool IsRight(int column) => column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment == TableColumnAlign.Right;
            return new(
                title,
                [.. Enumerable.Range(0, width).Select(i => new DocumentColumn(titles.ElementAtOrDefault(i) ?? "", IsRight(i)))],
                [.. rows.Where(r => !r.IsHeader).Select(r => (IReadOnlyList<DocumentCell>)[.. CellsOf(r).Concat(Enumerable.Repeat(new DocumentCell(""), width)).Take(width)])]);
        }

        private DocumentCell CellOf(TableCell cell) => new([.. cell.OfType<LeafBlock>().SelectMany(b => TextOf(b.Inline))]);

        /// <summary>Not by recursion: a few thousand signs can make an inline so deep that the stack does not suffice.</summary>
        private List<DocumentText> TextOf(ContainerInline? inline, bool isNote = false)
        {
            List<DocumentText> all = [];
            Stack<(Inline Inline, DocumentText Style)> rest = [];
            AddWithin(inline, new(""));
            while (rest.TryPop(out var next))
            {
                Add(next.Inline, next.Style);
            }

            return all;

            void AddWithin(ContainerInline? container, DocumentText style)
            {
                for (var each = container?.LastChild; each is not null; each = each.PreviousSibling)
                {
                    rest.Push((each, style));
                }
            }

            void Add(Inline each, DocumentText style)
            {
                switch (each)
                {
                    case LiteralInline literal:
                        all.Add(style with { Text = literal.Content.ToString() });
                        break;
                    case CodeInline code:
                        all.Add(style with { Text = code.Content });
                        break;
                    case LineBreakInline line:
                        all.Add(style with { Text = line.IsHard ? "\n" : " " });
                        break;
                    case FootnoteLink { IsBackLink: false } note when !isNote:
                        all.Add(new((notesBefore + note.Footnote.Order).ToString(Shared.Sv.Culture)) { Note = NoteOf(note.Footnote) });
                        break;
                    case FootnoteLink:
                        break;
                    case EmphasisInline emphasis:
                        AddWithin(emphasis, emphasis.DelimiterCount > 1 ? style with { IsBold = true } : style with { IsItalic = true });
                        break;
                    case AutolinkInline link:
                        all.Add(style with { Text = link.Url, Href = link.IsEmail ? $"mailto:{link.Url}" : Safe(link.Url) });
                        break;
                    case LinkInline link:
                        AddWithin(link, link.IsImage ? style : style with { Href = Safe(link.Url) });
                        break;
                    case HtmlEntityInline entity:
                        all.Add(style with { Text = entity.Transcoded.ToString() });
                        break;
                    case ContainerInline other:
                        AddWithin(other, style);
                        break;
                }
            }
        }

        /// <summary>What a note says; a note in a note is left out, as it could be the same.</summary>
        private string NoteOf(Footnote note) => string.Join(' ', note.OfType<LeafBlock>().Select(b => string.Concat(TextOf(b.Inline, isNote: true).Select(t => t.Text)))).Trim();
    }
}
