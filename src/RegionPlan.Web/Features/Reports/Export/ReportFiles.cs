using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Features.Reports.Export.Excel;
using RegionPlan.Web.Features.Reports.Export.Pdf;
using RegionPlan.Web.Features.Reports.Export.Word;

namespace RegionPlan.Web.Features.Reports.Export;

/// <summary>Makes the files of a report. The same report makes the same bytes, but for PDF, and a file that fails takes no other with it.</summary>
internal sealed partial class ReportFiles(PdfFile pdf, ILogger<ReportFiles> log)
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string NotMade = "Filen kunde inte göras. Felet är loggat; kontakta administratören om det upprepas.";

    /// <summary>Whether PDF can be made here.</summary>
    internal bool CanMakePdf => pdf.CanMake;

    /// <param name="document">The report.</param>
    /// <param name="imprint">What is said of it.</param>
    /// <param name="name">What the files are called, without extension.</param>
    /// <param name="progress">Told before each file.</param>
    /// <param name="cancellation">Ends it early.</param>
    internal async Task<MadeReportFiles> MakeAsync(
        ReportDocument document, DocumentImprint imprint, string name, IProgress<ReportFileProgress>? progress, CancellationToken cancellation)
    {
        List<ReportFileContent> files = [];
        List<ReportFileFailure> failures = [];
        var all = Enum.GetValues<ReportFileFormat>().Length - (CanMakePdf ? 0 : 1);

        Task TryOne(ReportFileFormat format, Func<byte[]> make) => TryAsync(format, () =>
        {
            files.Add(Content(format, name, make()));
            return Task.CompletedTask;
        });

        await TryOne(ReportFileFormat.Excel, () => ExcelFile.Make(document, imprint));
        await TryOne(ReportFileFormat.Json, () => JsonFile.Make(document, imprint));
        await TryOne(ReportFileFormat.Csv, () => CsvFile.Make(document));
        if (CanMakePdf)
        {
            await TryAsync(ReportFileFormat.Pdf, async () =>
            {
                var (word, paper) = await pdf.MakeAsync(document, imprint, cancellation);
                files.Add(Content(ReportFileFormat.Word, name, word));
                files.Add(Content(ReportFileFormat.Pdf, name, paper));
            });
        }

        if (files.TrueForAll(f => f.Format != ReportFileFormat.Word))
        {
            await TryOne(ReportFileFormat.Word, () => WordFile.Make(document, imprint));
        }

        return new([.. files.OrderBy(f => f.Format)], failures);

        async Task TryAsync(ReportFileFormat format, Func<Task> make)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new(format, files.Count, all));
            try
            {
                await make();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception, format, document.Title);
                failures.Add(new(format, exception is LibreOfficeFailed ? "LibreOffice gjorde ingen PDF. Felet är loggat; skriv ut sidan från webbläsaren så länge." : NotMade));
            }
        }
    }

    private static ReportFileContent Content(ReportFileFormat format, string name, byte[] content) => new(format, $"{name}.{ExtensionOf(format)}", TypeOf(format), content);

    internal static string ExtensionOf(ReportFileFormat format) => format switch
    {
        ReportFileFormat.Word => "docx",
        ReportFileFormat.Pdf => "pdf",
        ReportFileFormat.Excel => "xlsx",
        ReportFileFormat.Json => "json",
        ReportFileFormat.Csv => "csv",
    };

    private static string TypeOf(ReportFileFormat format) => format switch
    {
        ReportFileFormat.Word => WordType,
        ReportFileFormat.Pdf => "application/pdf",
        ReportFileFormat.Excel => ExcelType,
        ReportFileFormat.Json => "application/json",
        ReportFileFormat.Csv => "text/csv; charset=utf-8",
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The {Format} file of {Title} could not be made")]
    private partial void LogFailed(Exception exception, ReportFileFormat format, string title);
}
