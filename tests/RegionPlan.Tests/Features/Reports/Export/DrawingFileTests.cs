using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.Logging.Abstractions;
using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Features.Reports.Export.Excel;
using RegionPlan.Web.Features.Reports.Export.Pdf;
using RegionPlan.Web.Features.Reports.Export.Word;
using RegionPlan.Web.Shared;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace RegionPlan.Tests.Features.Reports.Export;

/// <summary>Months and bridges in the files of a report: drawn by Word itself, told in words, with the same figures as a table.</summary>
public sealed class DrawingFileTests
{
    private static readonly ReportDocument Document = new(
        "Delårsrapport",
        "Region Kalmar län",
        new(2025, 1, 1),
        new(2025, 8, 31),
        [
            new("ekonomi", "Ekonomi", "LKBR 13 kap.", true,
            [
                new DocumentBlock.Months(
                    "prognoser",
                    "Prognos för årets resultat 2025",
                    "efter april 2025 −12,5; efter augusti 2025 319,8 (exempel). Budget 266,0.",
                    "mnkr",
                    1,
                    "Efter",
                    [
                        new("Summan av posternas prognoser", LineKind.Outcome, [new(new(2025, 4, 30), -12.5m), new(new(2025, 8, 31), 319.8m, true)]),
                        new("Publicerad prognos", LineKind.Men, [new(new(2025, 8, 31), 435m)]),
                    ],
                    new("Budget 2025", 266m)),
            ]),
            new("balanskrav", "Balanskrav", "KL 11 kap.", true,
            [
                new DocumentBlock.Bridge(
                    "balansbro",
                    "Från årets resultat till balanskravsresultatet",
                    "Årets resultat 50,0; Realisationsvinst −80,0; Reserv +10,0; Balanskravsresultat −20,0.",
                    "mnkr",
                    1,
                    [new("Årets resultat", 50m, true), new("Realisationsvinst", -80m), new("Reserv", 10m), new("Balanskravsresultat", -20m, true)]) { HasExamples = true },
            ]),
        ]);

    private static readonly byte[] File = WordFile.Make(Document, GivenDocument.Imprint, [1, 1]);

    [Theory]
    [InlineData(FileFormatVersions.Office2019)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void Nothing_in_them_breaks_the_standard(FileFormatVersions version)
    {
        using var word = Open();
        new OpenXmlValidator(version).Validate(word).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void They_are_the_same_bytes_whenever_they_are_made_and_are_read_back_as_they_were()
    {
        WordFile.Make(Document, GivenDocument.Imprint, [1, 1]).ShouldBe(File);
        ReportJson.Write(ReportJson.Read(ReportJson.Write(Document))).ShouldBe(ReportJson.Write(Document));
    }

    [Fact]
    public void Months_are_lines_along_every_month_with_the_level_and_hollow_examples()
    {
        using var word = Open();
        var chart = word.MainDocumentPart!.ChartParts.Single(p => p.ChartSpace.Descendants<C.LineChart>().Any()).ChartSpace;
        var series = chart.Descendants<C.LineChartSeries>().ToDictionary(s => s.GetFirstChild<C.SeriesText>()!.InnerText.Split("$1")[^1], s => s);
        series.Keys.ShouldBe(["Summan av posternas prognoser", "Publicerad prognos", "Budget 2025", "Summan av posternas prognoser, exempel"]);
        series["Budget 2025"].GetFirstChild<C.CategoryAxisData>()!.Descendants<C.StringPoint>().Select(p => p.InnerText).ShouldBe(["apr. 2025", "maj 2025", "juni 2025", "juli 2025", "aug. 2025"]);
        Points(series["Summan av posternas prognoser"]).ShouldBe([(0, "-12.5"), (4, "319.8")]);
        Points(series["Summan av posternas prognoser, exempel"]).ShouldBe([(4, "319.8")]);
        Points(series["Budget 2025"]).Count().ShouldBe(5);
    }

    [Fact]
    public void A_bridge_begins_each_change_where_the_step_before_ended_and_draws_what_passes_zero_on_both_sides()
    {
        using var word = Open();
        var chart = word.MainDocumentPart!.ChartParts.Single(p => p.ChartSpace.Descendants<C.BarChart>().Any()).ChartSpace;
        var series = chart.Descendants<C.BarChartSeries>().ToDictionary(s => s.GetFirstChild<C.SeriesText>()!.InnerText.Split("$1")[^1], s => s);
        series["Nivå"].GetFirstChild<C.CategoryAxisData>()!.Descendants<C.StringPoint>().Select(p => p.InnerText).ShouldBe(
            ["Årets resultat: 50,0", "Realisationsvinst: −80,0", "Reserv: +10,0", "Balanskravsresultat: −20,0"]);
        Points(series["Nivå"]).ShouldBe([(0, "50"), (3, "-20")]);
        Points(series["Minskning"]).ShouldBe([(1, "50")]);
        Points(series["Minskning under noll"]).ShouldBe([(1, "-30")]);
        Points(series["Från"]).ShouldBe([(2, "-20")]);
        Points(series["Ökning under noll"]).ShouldBe([(2, "-10")]);
        Points(series["Ökning"]).ShouldBeEmpty();
    }

    [Fact]
    public void Each_is_told_in_words_and_has_its_figures_in_a_table()
    {
        using var word = Open();
        var body = word.MainDocumentPart!.Document.Body!;
        body.Descendants<Wp.DocProperties>().Select(p => p.Description!.Value).ShouldBe(
        [
            "Prognos för årets resultat 2025, mnkr. efter april 2025 −12,5; efter augusti 2025 319,8 (exempel). Budget 266,0.",
            "Från årets resultat till balanskravsresultatet, mnkr. Årets resultat 50,0; Realisationsvinst −80,0; Reserv +10,0; Balanskravsresultat −20,0.",
        ]);
        body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>().Select(t => string.Join("|", t.Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>().Select(r => string.Join(";", r.Elements<DocumentFormat.OpenXml.Wordprocessing.TableCell>().Select(c => c.InnerText))))).ShouldBe(
        [
            "Efter;Summan av posternas prognoser;Publicerad prognos;Budget 2025|april 2025;−12,5;–;266,0|augusti 2025;319,8 exempel;435,0;266,0",
            "Steg;Mnkr|Årets resultat;50,0 exempel|Realisationsvinst;−80,0 exempel|Reserv;+10,0 exempel|Balanskravsresultat;−20,0 exempel",
        ]);
    }

    [Fact]
    public void Their_figures_are_sheets()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(ExcelFile.Make(Document, GivenDocument.Imprint)), isEditable: false);
        var cells = book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).Select(c => c.CellValue?.Text ?? c.InnerText).ToList();
        cells.ShouldContain("-12.5");
        cells.ShouldContain("-80");
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book).ShouldBeEmpty();
    }

    [LibreOfficeFact]
    public async Task In_pdf_both_have_their_words()
    {
        using var office = LibreOfficeFactAttribute.New();
        var (_, pdf) = await new PdfFile(office, NullLogger<PdfFile>.Instance).MakeAsync(Document, GivenDocument.Imprint, CancellationToken.None);
        var text = Encoding.Latin1.GetString(pdf);
        foreach (var drawing in Document.Chapters.SelectMany(c => c.Blocks).OfType<IDocumentDrawing>())
        {
            text.ShouldContain($"/Alt<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes($"{drawing.Title}, mnkr. {drawing.Description}"))}>");
        }
    }

    private static WordprocessingDocument Open() => WordprocessingDocument.Open(new MemoryStream(File), isEditable: false);

    private static IEnumerable<(int Index, string Value)> Points(OpenXmlElement series) =>
        series.GetFirstChild<C.Values>()!.Descendants<C.NumericPoint>().Select(p => ((int)p.Index!.Value, p.InnerText));
}
