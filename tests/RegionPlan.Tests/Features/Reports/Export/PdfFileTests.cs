using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.Logging.Abstractions;
using RegionPlan.Web.Features.Reports.Export;
using RegionPlan.Web.Features.Reports.Export.Pdf;

namespace RegionPlan.Tests.Features.Reports.Export;

public sealed partial class PdfFileTests
{
    [LibreOfficeFact]
    public async Task The_pdf_is_tagged_Swedish_titled_and_tells_what_its_charts_show()
    {
        using var office = LibreOfficeFactAttribute.New();
        var (word, pdf) = await new PdfFile(office, NullLogger<PdfFile>.Instance).MakeAsync(GivenDocument.Everything, GivenDocument.Imprint, CancellationToken.None);

        var text = Encoding.Latin1.GetString(pdf);
        text.ShouldContain("/MarkInfo<</Marked true>>");
        text.ShouldContain("/Lang(sv-SE)");
        text.ShouldContain("<pdfuaid:part>1</pdfuaid:part>");
        text.ShouldContain("/DisplayDocTitle true");
        text.ShouldContain($"/Title<{Utf16("Delårsrapport tertial 2 2025, Region Kalmar län")}>");
        foreach (var tag in new[] { "H1", "H2", "TOCI", "TH", "TD", "Table", "LBody", "Figure", "Note" })
        {
            text.ShouldMatch($@"/S\s*/{tag}\b");
        }

        text.ShouldContain($"/Alt<{Utf16("Region Kalmar län 2015–2024, procent. Från 81,0 % 2015 till 90,0 % 2024. Målvärde 2024: 91 %.")}>");
        Revision().IsMatch(text).ShouldBeTrue();
        var at = int.Parse(BeginsAt().Matches(text)[^1].Groups["at"].ValueSpan, CultureInfo.InvariantCulture);
        text[at..].ShouldStartWith("xref");

        PdfOutline.PagesOf(pdf).ShouldBe([3, 3, 3, 3, 7]);
        using var opened = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
        opened.MainDocumentPart!.Document.Descendants<Hyperlink>().Where(h => h.Descendants<FieldCode>().Any()).Select(h => h.Elements<Run>().ElementAt(5).InnerText)
            .ShouldBe(["3", "3", "3", "7"], "the contents have the pages of the PDF");
    }

    [Fact]
    public void A_pdf_with_other_drawings_than_the_reports_is_left_as_it_is() =>
        PdfFigures.Describe(Encoding.Latin1.GetBytes("%PDF-1.7\ntrailer\n<</Size 1>>\nstartxref\n9\n%%EOF"), ["Ett diagram"]).ShouldBeNull();

    [LibreOfficeFact]
    public async Task What_takes_too_long_is_ended_and_leaves_nothing_behind()
    {
        var before = Folders();
        using var office = LibreOfficeFactAttribute.New(timeout: TimeSpan.FromMilliseconds(50));
        await Should.ThrowAsync<LibreOfficeFailed>(() => new PdfFile(office, NullLogger<PdfFile>.Instance).MakeAsync(GivenDocument.Everything, GivenDocument.Imprint, CancellationToken.None));
        Folders().Except(before).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pdf_that_fails_takes_no_other_file_with_it()
    {
        using var office = LibreOfficeFactAttribute.New(program: "/bin/false");
        var made = await Make(office);
        made.Files.Select(f => f.FileName).ShouldBe(["rapport.docx", "rapport.xlsx", "rapport.json", "rapport.csv"]);
        made.Failures.ShouldHaveSingleItem().Format.ShouldBe(ReportFileFormat.Pdf);
    }

    [Fact]
    public async Task Without_LibreOffice_there_is_no_pdf_and_nothing_has_failed()
    {
        using var office = LibreOfficeFactAttribute.New(program: "/no/such/program");
        var made = await Make(office);
        made.Files.Select(f => f.Format).ShouldBe([ReportFileFormat.Word, ReportFileFormat.Excel, ReportFileFormat.Json, ReportFileFormat.Csv]);
        made.Failures.ShouldBeEmpty();
    }

    private static Task<MadeReportFiles> Make(LibreOffice office) => new ReportFiles(new PdfFile(office, NullLogger<PdfFile>.Instance), NullLogger<ReportFiles>.Instance)
        .MakeAsync(GivenDocument.Everything, GivenDocument.Imprint, "rapport", null, CancellationToken.None);

    private static string Utf16(string text) => "FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    private static string[] Folders() => Directory.GetDirectories(Path.GetTempPath(), "regionplan-pdf-*");

    [GeneratedRegex(@"/Prev \d+\s*>>\s*startxref")]
    private static partial Regex Revision();

    [GeneratedRegex(@"startxref\s+(?<at>\d+)")]
    private static partial Regex BeginsAt();
}
