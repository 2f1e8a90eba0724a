using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.Logging.Abstractions;
using RegionPlan.Web.Features.Reports.Export;
using RegionPlan.Web.Features.Reports.Export.Pdf;
using Xunit.Abstractions;

namespace RegionPlan.Tests.Features.Reports.Export;

/// <summary>An årsredovisning of many pages and charts. REGIONPLAN_FULL=1 makes one of 120 pages with 60 charts; times and sizes are told in the output.</summary>
public sealed class LargeReportTests(ITestOutputHelper output)
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("REGIONPLAN_FULL") == "1";

    [LibreOfficeFact]
    public async Task A_long_report_becomes_every_kind_of_file()
    {
        var document = IsFull ? GivenDocument.Large(20, 3) : GivenDocument.Large(2, 1);
        using var office = LibreOfficeFactAttribute.New();
        var watch = Stopwatch.StartNew();
        var made = await new ReportFiles(new PdfFile(office, NullLogger<PdfFile>.Instance), NullLogger<ReportFiles>.Instance)
            .MakeAsync(document, GivenDocument.Imprint, "arsredovisning", new Told(output, watch), CancellationToken.None);

        output.WriteLine($"all: {watch.Elapsed.TotalSeconds:F1} s, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MB");
        made.Failures.ShouldBeEmpty();
        made.Files.Count.ShouldBe(5);
        foreach (var file in made.Files)
        {
            output.WriteLine($"{file.FileName}: {file.Content.Length / 1024.0 / 1024.0:F1} MB");
        }

        using var word = WordprocessingDocument.Open(new MemoryStream(made.Files[0].Content), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word).ShouldBeEmpty();
        word.MainDocumentPart!.ChartParts.Count().ShouldBe(IsFull ? 60 : 2);
        using var excel = SpreadsheetDocument.Open(new MemoryStream(made.Files[2].Content), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(excel).ShouldBeEmpty();
        var pages = PdfOutline.PagesOf(made.Files[1].Content).ShouldNotBeNull();
        output.WriteLine($"the last heading stands on page {pages[^1]}");
        pages.ShouldBeInOrder();
        pages[^1].ShouldBeGreaterThan(IsFull ? 110 : 5);
    }

    private sealed class Told(ITestOutputHelper output, Stopwatch watch) : IProgress<ReportFileProgress>
    {
        public void Report(ReportFileProgress value) => output.WriteLine($"{watch.Elapsed.TotalSeconds:F1} s: {value.Format}");
    }
}
