using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Features.Reports.Export;
using RegionPlan.Web.Shared;

namespace RegionPlan.Tests.Features.Reports;

/// <summary>What is written becomes headings, lists, tables and notes, and nothing that could do harm; a report that is kept is read back the same.</summary>
public sealed class DocumentTests
{
    private const string Written = """
        # Året

        Vi når **fler** mål[^1] än *förra* året. Läs [rapporten](/rapporter).

        - Ett
          1. Ett ett
        - Två

        | Område | Antal |
        |---|--:|
        | Vård | 12 |

        > Nämndens ord

        [^1]: Enligt enkäten.
        """;

    [Fact]
    public void Prose_is_read_part_by_part()
    {
        var blocks = Read(Written);

        blocks.Select(b => b.GetType().Name).ShouldBe(["Heading", "Paragraph", "Items", "Table", "Quote"]);
        ((DocumentBlock.Heading)blocks[0]).Level.ShouldBe(3, "the section's own heading is level 2");
        var paragraph = ((DocumentBlock.Paragraph)blocks[1]).Text;
        paragraph.Single(t => t.IsBold).Text.ShouldBe("fler");
        paragraph.Single(t => t.IsItalic).Text.ShouldBe("förra");
        paragraph.Single(t => t.Href is not null).ShouldBe(new DocumentText("rapporten") { Href = "/rapporter" });
        paragraph.Single(t => t.Note is not null).ShouldBe(new DocumentText("1") { Note = "Enligt enkäten." });
        ((DocumentBlock.Items)blocks[2]).Each.Count.ShouldBe(2);
        ((DocumentBlock.Items)blocks[2]).Each[0].OfType<DocumentBlock.Items>().Single().IsOrdered.ShouldBeTrue();
        var table = (DocumentBlock.Table)blocks[3];
        table.Columns.ShouldBe([new("Område"), new("Antal", true)]);
        table.Rows.Single().Select(c => c.Plain).ShouldBe(["Vård", "12"]);
        table.IsLive.ShouldBeFalse();
        table.Caption.ShouldBe("Målen", "a table that somebody has typed is called by its section");
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](//example.org)")]
    [InlineData("[x](data:text/html,x)")]
    [InlineData("![x](https://example.org/x.png)")]
    [InlineData("<a href='https://example.org'>x</a>")]
    public void Nothing_leads_where_it_should_not(string markdown) =>
        Read(markdown).OfType<DocumentBlock.Paragraph>().SelectMany(p => p.Text).ShouldAllBe(t => t.Href == null);

    [Fact]
    public void Html_is_shown_as_it_was_written() =>
        string.Concat(Read("En <script>alert(1)</script> rad").OfType<DocumentBlock.Paragraph>().Single().Text.Select(t => t.Text)).ShouldBe("En <script>alert(1)</script> rad");

    [Fact]
    public void Notes_are_counted_on_through_a_section()
    {
        var notes = 2;

        var text = MarkdownBlocks.Of("a[^x] b[^y]\n\n[^x]: Ett\n\n[^y]: Två", "Målen", ref notes).OfType<DocumentBlock.Paragraph>().SelectMany(p => p.Text).Where(t => t.Note is not null);

        text.Select(t => (t.Text, t.Note)).ShouldBe([("3", "Ett"), ("4", "Två")]);
        notes.ShouldBe(4);
    }

    [Fact]
    public void A_kept_report_is_read_back_as_it_was()
    {
        var entry = Guid.NewGuid();
        var document = Report(
            [
                .. Read(Written),
                new DocumentBlock.Remark("Inget."),
                new DocumentBlock.Table("Mått", [new("Mått"), new("Utfall 2025", true)], [[new("3.11", "/matt/3.11"), Figure(78.4m) with { Beside = ["jan–aug"], IsExample = true, Figure = new(78.4m, 1, "%", entry) }]]) { IsLive = true },
                new DocumentBlock.Chart("total", "Titel", "Från 1 till 2.", "%", 1, [new("Utfall", LineKind.Outcome, [new(2024, 1.5m), new(2025, null, true, true)])], [new(2025, 3)], [new(null, 4)], [new(2024, "Ny metod")]),
            ]);

        var json = ReportJson.Write(document);

        ReportJson.Write(ReportJson.Read(json)).ShouldBe(json);
        json.ShouldContain("\"kind\":\"table\"");
        json.ShouldContain(entry.ToString());
        json.ShouldContain("Nämndens ord");
    }

    [Fact]
    public void Two_reports_differ_where_a_figure_a_status_or_a_row_does()
    {
        var before = Report([Table(("3.11 Väntan", "78,4"), ("3.13 Besök", "60"), ("5.1 Resultat", "2"))]);
        var after = Report([Table(("3.11 Väntan", "79,1"), ("3.13 Besök", "60"), ("1.1 Hälsa", "70"))]);

        var found = DocumentDifference.Of(before, after, "andringar");

        found.Select(d => (d.Row, d.Column, d.Before, d.After)).ShouldBe(
            [("3.11 Väntan", "Utfall 2025", "78,4", "79,1"), ("5.1 Resultat", "Utfall 2025", "2", null), ("1.1 Hälsa", "Utfall 2025", null, "70")]);
        DocumentDifference.Of(before, before, "andringar").ShouldBeEmpty();
        DocumentDifference.Of(before, after, "mal").ShouldBeEmpty("the section is left out");
    }

    [Fact]
    public void Outcomes_of_the_year_before_are_compared_with_each_other_and_parts_of_years_pair()
    {
        var decided = Economy("aug.", 2025, "−85,4", "−80,0");

        DocumentDifference.Of(decided, Economy("aug.", 2025, "−85,4", "−99,9"), "").Select(d => (d.Column, d.Before, d.After)).ShouldBe([("Utfall jan–aug. 2024", "−80,0", "−99,9")]);
        DocumentDifference.Of(Economy("apr.", 2025, "−42,4", "−40,0"), decided, "").Select(d => (d.Before, d.After)).ShouldBe([("−42,4", "−85,4"), ("−40,0", "−80,0")]);
        DocumentDifference.Of(Economy("aug.", 2024, "−80,0", "−70,0"), decided, "").Select(d => (d.Before, d.After)).ShouldBe([("−80,0", "−85,4"), ("−70,0", "−80,0")], "last year's report");
        DocumentDifference.Of(Economy("aug.", 2025, "−85,4", "−80,0"), decided, "").ShouldBeEmpty();

        static ReportDocument Economy(string month, int year, string now, string before) => new("Delårsrapport", "Region Kalmar län", new(year, 1, 1), new(year, 8, 31), [new("ekonomi", "Ekonomi", "", true,
        [
            new DocumentBlock.Table("Driftramar", [new("Driftramar, mnkr"), new($"Utfall jan–{month} {year}", true), new($"Utfall jan–{month} {year - 1}", true)], [[new("Folktandvården"), new(now), new(before)]])
            {
                IsLive = true,
            },
        ])]);
    }

    [Fact]
    public void One_corrected_figure_is_told_of_once_and_what_is_counted_from_it_follows()
    {
        var (old, held, target) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

        var found = DocumentDifference.Of(Corrected(old, 88.7m, "Uppnått", false), Corrected(held, 71.4m, "Ej uppnått", true), "");

        found.Where(d => !d.Follows).Select(d => (d.Row, d.Column, d.Origin)).ShouldBe([("3.11 Väntan", "Utfall 2025", $"/underlag/{held}"), ("Nämnden", "Analys", null)]);
        found.Where(d => d.Follows).Select(d => (d.Table, d.Column)).ShouldBe(
            [("Målen", "Fördelning"), ("Måtten", "Status"), ("Summor", "Utfall"), ("Avvikelser", "Utfall"), ("Avvikelser", "Målvärde"), ("Avvikelser", "Analys och åtgärd")], ignoreOrder: true);

        ReportDocument Corrected(Guid entry, decimal value, string status, bool deviates)
        {
            DocumentCell outcome = Figure(value) with { Figure = new(value, 1, "%", entry) };
            DocumentCell aim = Figure(88) with { Figure = new(88, 0, "%", target) };
            return Report(
            [
                Live("Målen", ["Mål", "Fördelning"], [new("3. Vård"), new(status)]),
                Live("Måtten", ["Mått", "Status", "Utfall 2025", "Målvärde 2025"], [new("3.11 Väntan"), new(status) { Status = status }, outcome, aim]),
                Live("Summor", ["Summa", "Utfall"], [new("Allt"), Figure(value) with { Figure = new(value, 1, "%") { DerivedAt = "/underlag/summa" } }]),
                Live("Bedömningar", ["Nämnd", "Analys"], [new("Nämnden"), new(deviates ? "Ny analys" : "Analys")]),
                .. deviates ? new[] { Live("Avvikelser", ["Mått", "Utfall", "Målvärde", "Analys och åtgärd"], [new("3.11 Väntan"), outcome, aim, new("Ingen analys är lämnad")]) } : [],
            ]);
        }

        static DocumentBlock.Table Live(string caption, string[] columns, IReadOnlyList<DocumentCell> row) => new(caption, [.. columns.Select(c => new DocumentColumn(c))], [row]) { IsLive = true };
    }

    [Theory]
    [InlineData(2, "")]
    [InlineData(3, "|exempel")]
    public void A_row_with_many_invented_figures_is_marked_once_by_its_head(int invented, string head)
    {
        IReadOnlyList<DocumentCell> row = [new("Läkemedel"), .. Enumerable.Range(0, 4).Select(i => Figure(i) with { IsExample = i < invented })];

        Enumerable.Range(0, 5).Where(i => DocumentBlock.Table.IsMarked(row, i)).ShouldBe(head.Length > 0 ? [0] : [1, 2]);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("> - ")]
    public void What_lies_deeper_than_ten_levels_is_shown_on_the_tenth(string level)
    {
        var blocks = Read(string.Concat(Enumerable.Repeat(level, 60 / level.Length)) + "djupt");

        DepthOf(blocks).ShouldBe(10);
        WordsOf(blocks).ShouldBe("djupt");
        ReportJson.Write(ReportJson.Read(ReportJson.Write(Report(blocks)))).ShouldBe(ReportJson.Write(Report(blocks)));
    }

    [Fact]
    public void Ten_levels_are_kept_as_they_are() => DepthOf(Read(new string('>', 9) + " djupt")).ShouldBe(9);

    [Theory]
    [InlineData(150)]
    [InlineData(20_000)]
    public void What_is_too_deep_to_be_read_is_shown_as_it_is_written_with_a_remark(int depth)
    {
        var blocks = Read($"Inledning\n\n{new string('>', depth)} djupt\nnästa rad");

        blocks[0].ShouldBeOfType<DocumentBlock.Remark>().Text.ShouldContain("visas som den är skriven");
        WordsOf(blocks).ShouldBe($"Inledning{new string('>', depth)} djupt\nnästa rad");
    }

    [Theory]
    [InlineData("*a _b ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("x`")]
    [InlineData("**")]
    [InlineData("[x](")]
    [InlineData("1. ")]
    [InlineData("> [^1]: ")]
    public void Whatever_is_written_over_and_over_can_be_read(string part) =>
        WordsOf(Read(string.Concat(Enumerable.Repeat(part, 20_000 / part.Length)) + "slut")).ShouldContain("slut");

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_table_wider_than_a_file_can_hold_is_shown_as_it_is_written(int columns, bool isTable)
    {
        var row = "|" + string.Concat(Enumerable.Range(1, columns).Select(i => $" {i} |"));

        var blocks = Read($"{row}\n|{string.Concat(Enumerable.Repeat("---|", columns))}\n{row}");

        blocks.OfType<DocumentBlock.Table>().Any().ShouldBe(isTable);
        blocks.OfType<DocumentBlock.Remark>().Any(r => r.Text.Contains("64 kolumner", StringComparison.Ordinal)).ShouldBe(!isTable);
        if (!isTable)
        {
            WordsOf(blocks).ShouldBe(string.Concat(Enumerable.Repeat(string.Join(" | ", Enumerable.Range(1, columns)), 2)));
        }
    }

    [Fact]
    public void A_document_deeper_than_any_that_is_made_now_is_written_and_read_all_the_same()
    {
        var document = Report([Enumerable.Range(0, 100).Aggregate((DocumentBlock)new DocumentBlock.Remark("djupt"), (inner, _) => new DocumentBlock.Quote([inner]))]);

        var json = ReportJson.Write(document);

        ReportJson.Write(ReportJson.Read(json)).ShouldBe(json);
        System.Text.Encoding.UTF8.GetString(JsonFile.Make(document, new("Regionen", "Arbetsmaterial"))).ShouldContain("djupt");
    }

    [Theory]
    [InlineData("Text[^1].\n\n[^1]: Se [^1] här.")]
    [InlineData("Text[^1].\n\n[^1]: Se [^2] här.\n\n[^2]: Se [^1].")]
    public void A_note_that_leads_to_itself_is_told_once(string markdown) =>
        Read(markdown).OfType<DocumentBlock.Paragraph>().SelectMany(p => p.Text).Single(t => t.Note is not null).Note.ShouldBe("Se  här.");

    private static int DepthOf(IEnumerable<DocumentBlock> blocks) => blocks.Select(b => b switch
    {
        DocumentBlock.Quote quote => 1 + DepthOf(quote.Blocks),
        DocumentBlock.Items list => 1 + list.Each.Max(DepthOf),
        _ => 0,
    }).DefaultIfEmpty(0).Max();

    private static string WordsOf(IEnumerable<DocumentBlock> blocks) => string.Concat(blocks.Select(b => b switch
    {
        DocumentBlock.Quote quote => WordsOf(quote.Blocks),
        DocumentBlock.Items list => string.Concat(list.Each.Select(WordsOf)),
        DocumentBlock.Paragraph paragraph => string.Concat(paragraph.Text.Select(t => t.Text)),
        _ => "",
    }));

    private static IReadOnlyList<DocumentBlock> Read(string markdown)
    {
        var notes = 0;
        return MarkdownBlocks.Of(markdown, "Målen", ref notes);
    }

    private static ReportDocument Report(IReadOnlyList<DocumentBlock> blocks) =>
        new("Delårsrapport", "Region Kalmar län", new(2025, 1, 1), new(2025, 8, 31), [new("mal", "Målen", "LKBR 13 kap.", true, blocks)]);

    private static DocumentBlock.Table Table(params (string Row, string Value)[] rows) =>
        new("Måtten", [new("Mått"), new("Utfall 2025", true)], [.. rows.Select(r => (IReadOnlyList<DocumentCell>)[new(r.Row), new(r.Value)])]) { IsLive = true };

    private static DocumentCell Figure(decimal value) => new(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
