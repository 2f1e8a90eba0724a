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

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseFootnotes().UseListExtras().UseAutoLinks().Build();

    private static readonly string[] SafeBeginnings = ["http://", "https://", "mailto:", "/", "#"];

    /// <param name="markdown">The prose.</param>
    /// <param name="title">The section's heading, which its tables are called by.</param>
    /// <param name="notes">How many notes the section has before it; counted on.</param>
    internal static IReadOnlyList<DocumentBlock> Of(string markdown, string title, ref int notes)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var before = notes;
        notes += document.Descendants<FootnoteLink>().Where(l => !l.IsBackLink).Select(l => l.Footnote).Distinct().Count();
        var highest = document.Descendants<HeadingBlock>().Select(h => h.Level).DefaultIfEmpty(1).Min();
        return new Reading(title, before, HighestLevel - highest).BlocksOf(document);
    }

    private static string? Safe(string? url) =>
        url is not null && Array.Exists(SafeBeginnings, b => url.StartsWith(b, StringComparison.OrdinalIgnoreCase)) && !url.StartsWith("//", StringComparison.Ordinal) ? url : null;

    private sealed class Reading(string title, int notesBefore, int levelsBelow)
    {
        internal IReadOnlyList<DocumentBlock> BlocksOf(ContainerBlock container) => [.. container.SelectMany(BlocksOf)];

        private IEnumerable<DocumentBlock> BlocksOf(Block block) => block switch
        {
            HeadingBlock heading => [new DocumentBlock.Heading(Math.Clamp(heading.Level + levelsBelow, HighestLevel, DeepestLevel), TextOf(heading.Inline))],
            Table table => [TableOf(table)],
            ListBlock list => [new DocumentBlock.Items(list.IsOrdered, [.. list.OfType<ContainerBlock>().Select(BlocksOf)])],
            QuoteBlock quote => [new DocumentBlock.Quote(BlocksOf(quote))],
            FootnoteGroup => [],
            CodeBlock code => [new DocumentBlock.Paragraph([new(code.Lines.ToString())])],
            LeafBlock { Inline: { } inline } => [new DocumentBlock.Paragraph(TextOf(inline))],
            ContainerBlock other => BlocksOf(other),
            _ => [],
        };

        private DocumentBlock.Table TableOf(Table table)
        {
            var rows = table.OfType<TableRow>().ToList();
            var width = rows.Max(r => r.Count);
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

        private List<DocumentText> TextOf(ContainerInline? inline)
        {
            List<DocumentText> all = [];
            Add(inline, new DocumentText(""));
            return all;

            void Add(ContainerInline? container, DocumentText style)
            {
                foreach (var each in container ?? Enumerable.Empty<Inline>())
                {
                    AddOne(each, style);
                }
            }

            void AddOne(Inline each, DocumentText style)
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
                    case FootnoteLink { IsBackLink: false } note:
                        all.Add(new((notesBefore + note.Footnote.Order).ToString(Shared.Sv.Culture)) { Note = NoteOf(note.Footnote) });
                        break;
                    case FootnoteLink:
                        break;
                    case EmphasisInline emphasis:
                        Add(emphasis, emphasis.DelimiterCount > 1 ? style with { IsBold = true } : style with { IsItalic = true });
                        break;
                    case AutolinkInline link:
                        all.Add(style with { Text = link.Url, Href = link.IsEmail ? $"mailto:{link.Url}" : Safe(link.Url) });
                        break;
                    case LinkInline link:
                        Add(link, link.IsImage ? style : style with { Href = Safe(link.Url) });
                        break;
                    case HtmlEntityInline entity:
                        all.Add(style with { Text = entity.Transcoded.ToString() });
                        break;
                    case ContainerInline other:
                        Add(other, style);
                        break;
                }
            }
        }

        private string NoteOf(Footnote note) => string.Join(' ', note.OfType<LeafBlock>().Select(b => string.Concat(TextOf(b.Inline).Where(t => t.Note is null).Select(t => t.Text)))).Trim();
    }
}
