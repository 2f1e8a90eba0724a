using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Shared;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>A heading of the document, as its contents list it.</summary>
/// <param name="Level">1 for a section.</param>
/// <param name="Text">Its words.</param>
/// <param name="Bookmark">Where it stands.</param>
internal sealed record WordHeading(int Level, string Text, string Bookmark);

/// <summary>Writes the sections of a report.</summary>
internal sealed class WordBody
{
    /// <summary>More years than this make the table below a chart an upright one.</summary>
    private const int MostYearsAcross = 13;

    private const long Emu = 635;
    private const long ChartHeight = 2_520_000;
    private const long BridgeMargin = 360_000;
    private const long BridgeRow = 460_000;

    private readonly MainDocumentPart main;
    private readonly WordText text;
    private readonly WordTable tables;
    private readonly WordNumbering lists;
    private readonly Dictionary<string, string> chapters;
    private readonly List<WordHeading> headings = [];
    private readonly List<OpenXmlElement> body = [];
    private int tableCount;
    private int chartCount;
    private bool isSectioned;

    internal WordBody(MainDocumentPart main, ReportDocument document, DocumentImprint imprint)
    {
        this.main = main;
        chapters = document.Chapters.Select((c, i) => (c.Key, Bookmark: $"avsnitt_{i + 1}")).ToDictionary(c => c.Key, c => c.Bookmark);
        text = new(main, imprint, chapters);
        tables = new(text, imprint);
        lists = new();
        foreach (var chapter in document.Chapters)
        {
            Write(chapter);
        }
    }

    internal IReadOnlyList<WordHeading> Headings => headings;

    internal IReadOnlyList<OpenXmlElement> Elements => body;

    /// <summary>Whether a section has ended in the body, so that the last one is not also the first.</summary>
    internal bool IsSectioned => isSectioned;

    internal Footnotes Notes() => text.Notes();

    internal Numbering Lists() => lists.Sheet();

    internal static Paragraph Line(string style, params OpenXmlElement[] content) => new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    private void Write(DocumentChapter chapter)
    {
        AddHeading(1, [new(chapter.Title)], chapters[chapter.Key]);
        if (chapter.Source.Length > 0)
        {
            body.Add(Line(WordStyles.Source, WordText.Plain($"Enligt {chapter.Source}")));
        }

        if (chapter.Blocks.Count == 0)
        {
            body.Add(Line(WordStyles.Remark, WordText.Plain(ExportText.NotWritten)));
        }

        foreach (var block in chapter.Blocks)
        {
            Write(block, Place.InText);
        }
    }

    private void Write(DocumentBlock block, Place place)
    {
        switch (block)
        {
            case DocumentBlock.Heading heading when place.IsOwn:
                AddHeading(Math.Clamp(heading.Level - 1, 2, 6), heading.Text, null);
                break;
            case DocumentBlock.Heading heading:
                body.Add(LineAt(place, heading.Text.Select(t => t with { IsBold = true })));
                break;
            case DocumentBlock.Paragraph paragraph:
                body.Add(LineAt(place, paragraph.Text));
                break;
            case DocumentBlock.Items items:
                WriteList(items, place);
                break;
            case DocumentBlock.Quote quote:
                WriteAll(quote.Blocks, place with { Style = WordStyles.Quote });
                break;
            case DocumentBlock.Remark remark:
                body.Add(Line(WordStyles.Remark, WordText.Plain(remark.Text)));
                break;
            case DocumentBlock.Table table:
                WriteTable(table);
                break;
            case DocumentBlock.Chart chart:
                WriteChart(chart);
                break;
            case DocumentBlock.Months months:
                WriteDrawing(months, new WordMonths(months).Write, DrawingFigures.Of(months), ChartHeight, months.Lines.Any(l => l.Points.Any(p => p.IsExample)));
                break;
            case DocumentBlock.Bridge bridge:
                WriteDrawing(bridge, new WordBridge(bridge).Write, DrawingFigures.Of(bridge), BridgeMargin + (bridge.Steps.Count * BridgeRow), hasExamples: false);
                break;
        }
    }

    private void WriteAll(IEnumerable<DocumentBlock> blocks, Place place)
    {
        foreach (var block in blocks)
        {
            Write(block, place);
        }
    }

    private void AddHeading(int level, IReadOnlyList<DocumentText> words, string? chapter)
    {
        var number = headings.Count + 1;
        var bookmark = $"_Toc{number:D9}";
        var plain = string.Concat(words.Where(t => t.Note is null).Select(t => t.Text == "\n" ? " " : t.Text));
        headings.Add(new(level, plain, bookmark));
        List<OpenXmlElement> content = [.. text.Of(words)];
        foreach (var (name, i) in new[] { chapter, bookmark }.OfType<string>().Select((name, i) => (name, i)))
        {
            var id = ((number * 2) + i).ToString(System.Globalization.CultureInfo.InvariantCulture);
            content.Insert(0, new BookmarkStart { Id = id, Name = name });
            content.Add(new BookmarkEnd { Id = id });
        }

        var line = Line(WordStyles.Heading(level), [.. content]);
        if (number == 1)
        {
            line.ParagraphProperties!.Append(new PageBreakBefore());
        }

        body.Add(line);
    }

    private Paragraph LineAt(Place place, IEnumerable<DocumentText> words) => place.Level < 0
        ? Line(place.Style ?? "Normal", [.. text.Of(words)])
        : new([
            new ParagraphProperties(
                new ParagraphStyleId { Val = WordStyles.ListContinue },
                new Indentation { Left = (WordNumbering.Step * (place.Level + 1)).ToString(System.Globalization.CultureInfo.InvariantCulture) }),
            .. text.Of(words),
        ]);

    private void WriteList(DocumentBlock.Items items, Place place)
    {
        var level = Math.Min(place.Level + 1, WordNumbering.Levels - 1);
        var list = items.IsOrdered ? lists.Begin(level) : WordNumbering.Bullets;
        foreach (var item in items.Each)
        {
            var first = item is [DocumentBlock.Paragraph paragraph, ..] ? paragraph : null;
            body.Add(new Paragraph([
                new ParagraphProperties(
                    new ParagraphStyleId { Val = items.IsOrdered ? WordStyles.ListNumber : WordStyles.ListBullet },
                    new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = list })),
                .. text.Of(first?.Text ?? []),
            ]));
            WriteAll(first is null ? item : item.Skip(1), place with { Level = level });
        }
    }

    private void WriteTable(DocumentBlock.Table table)
    {
        if (table.Columns.Count == 0)
        {
            return;
        }

        var columns = WordColumns.Of(table);
        if (columns.IsLying)
        {
            EndSection(isLying: false);
        }

        AddCaption("Tabell", ref tableCount, table.Caption);
        body.Add(tables.Of(table, columns.Widths, columns.Letters));
        if (columns.IsLying)
        {
            EndSection(isLying: true);
        }
        else
        {
            body.Add(Line(WordStyles.AfterTable));
        }
    }

    private void EndSection(bool isLying)
    {
        body.Add(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.AfterTable }, WordPage.Section(isLying, isFirst: !isSectioned))));
        isSectioned = true;
    }

    private void AddCaption(string kind, ref int count, string caption)
    {
        if (caption.Length == 0)
        {
            return;
        }

        count++;
        body.Add(Line(
            WordStyles.Caption,
            [WordText.Plain($"{kind} "), .. WordText.Field($" SEQ {kind} \\* ARABIC ", count.ToString(Sv.Culture)), WordText.Plain($". {caption}")]));
    }

    private void WriteChart(DocumentBlock.Chart chart)
    {
        AddDrawing(chart, new WordChart(chart).Write, ChartHeight);
        var figures = new ChartFigures(chart);
        if (figures.TableYears.Count is > 0 and <= MostYearsAcross)
        {
            body.Add(tables.Of(figures.Table(chart), YearWidths(figures.TableYears.Count), TableLetters.Ordinary));
        }

        foreach (var mark in chart.Breaks)
        {
            body.Add(Line(WordStyles.AfterChart, WordText.Plain($"Brott i serien {mark.Year.ToString(Sv.Culture)}: {mark.Text}")));
        }

        if (chart.Lines.Any(l => l.Points.Any(p => p is { IsExample: true, Value: not null })))
        {
            body.Add(Line(WordStyles.AfterChart, WordText.Plain($"{ChartFigures.ExampleSign} Exempelvärde; markeringen i diagrammet är ofylld.")));
        }

        body.Add(Line(WordStyles.AfterTable));
    }

    /// <summary>A drawing with its figures as a table below.</summary>
    private void WriteDrawing(IDocumentDrawing drawing, Action<ChartPart> write, DocumentBlock.Table figures, long height, bool hasExamples)
    {
        AddDrawing(drawing, write, height);
        var columns = WordColumns.Of(figures);
        body.Add(tables.Of(figures, columns.Widths, columns.Letters));
        if (hasExamples)
        {
            body.Add(Line(WordStyles.AfterChart, WordText.Plain("Ofyllda markeringar i diagrammet är exempelvärden.")));
        }

        body.Add(Line(WordStyles.AfterTable));
    }

    private void AddDrawing(IDocumentDrawing drawing, Action<ChartPart> write, long height)
    {
        AddCaption("Diagram", ref chartCount, ExportText.CaptionOf(drawing));
        var id = $"chart{chartCount}";
        write(main.AddNewPart<ChartPart>(id));
        body.Add(Line(WordStyles.Drawing, new Run(new DocumentFormat.OpenXml.Wordprocessing.Drawing(DrawingOf(drawing, id, height)))));
    }

    private static List<int> YearWidths(int years)
    {
        var year = Math.Min(800, (WordPage.Width - 1300) / years);
        return [WordPage.Width - (year * years), .. Enumerable.Repeat(year, years)];
    }

    private Wp.Inline DrawingOf(IDocumentDrawing chart, string id, long height) => new(
        new Wp.Extent { Cx = WordPage.Width * Emu, Cy = height },
        new Wp.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
        new Wp.DocProperties { Id = (uint)chartCount, Name = $"Diagram {chartCount.ToString(Sv.Culture)}", Title = ExportText.Clean(chart.Title), Description = ExportText.DescriptionOf(chart) },
        new Wp.NonVisualGraphicFrameDrawingProperties(),
        new A.Graphic(new A.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
    {
        DistanceFromTop = 0,
        DistanceFromBottom = 0,
        DistanceFromLeft = 0,
        DistanceFromRight = 0,
    };

    /// <summary>Where a block stands.</summary>
    /// <param name="Level">How deep in lists; -1 outside them.</param>
    /// <param name="Style">The style of its paragraphs; null for the ordinary.</param>
    private sealed record Place(int Level, string? Style)
    {
        internal static Place InText { get; } = new(-1, null);

        /// <summary>Whether it is the report's own text, whose headings are listed in its contents.</summary>
        internal bool IsOwn => Level < 0 && Style is null;
    }
}
