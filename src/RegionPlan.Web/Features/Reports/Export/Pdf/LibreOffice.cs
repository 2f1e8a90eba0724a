using System.Diagnostics;

namespace RegionPlan.Web.Features.Reports.Export.Pdf;

/// <summary>Where LibreOffice is and how long it may take.</summary>
/// <param name="Program">The program; looked for on the PATH where it is null, and turned off where there is no such file.</param>
/// <param name="Timeout">How long one document may take; null for five minutes.</param>
internal sealed record LibreOfficeSettings(string? Program = null, TimeSpan? Timeout = null);

/// <summary>LibreOffice could not make a file.</summary>
internal sealed class LibreOfficeFailed(string message) : Exception(message);

/// <summary>
/// Turns Word documents into PDF with LibreOffice where it is installed: one at a time, each with a profile of its own in a folder that is
/// deleted afterwards, and killed when it takes too long.
/// </summary>
internal sealed partial class LibreOffice(LibreOfficeSettings settings, ILogger<LibreOffice> log) : IDisposable
{
    /// <summary>Tagged and for PDF/UA, with the headings as bookmarks that are shown, and the title in the window.</summary>
    private const string Filter =
        """pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"},"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"17"},"InitialView":{"type":"long","value":"1"}}""";

    /// <summary>Every chart is kept in memory: those that are not are printed from a small picture, out of shape.</summary>
    private const string Profile =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Common/Cache/Writer"><prop oor:name="OLE_Objects" oor:op="fuse"><value>1000</value></prop></item></oor:items>
        """;

    private const string ProfileFolder = "profile";
    private const int MostTold = 500;
    private static readonly string[] Names = ["soffice", "libreoffice"];

    private readonly SemaphoreSlim turn = new(1);
    private readonly Lazy<string?> program = new(() => settings.Program is { } given ? (File.Exists(given) ? given : null) : Find());

    private TimeSpan Limit => settings.Timeout ?? TimeSpan.FromMinutes(5);

    internal bool IsInstalled => program.Value is not null;

    public void Dispose() => turn.Dispose();

    /// <param name="word">A Word document.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="LibreOfficeFailed">It is not installed, took too long or made nothing.</exception>
    internal async Task<byte[]> PdfOfAsync(byte[] word, CancellationToken cancellation)
    {
        var path = program.Value ?? throw new LibreOfficeFailed("LibreOffice is not installed.");
        await turn.WaitAsync(cancellation);
        var folder = Path.Combine(Path.GetTempPath(), $"regionplan-pdf-{Guid.NewGuid():N}");
        try
        {
            var profile = Directory.CreateDirectory(Path.Combine(folder, ProfileFolder, "user"));
            await File.WriteAllTextAsync(Path.Combine(profile.FullName, "registrymodifications.xcu"), Profile, cancellation);
            var source = Path.Combine(folder, "rapport.docx");
            await File.WriteAllBytesAsync(source, word, cancellation);
            await RunAsync(path, folder, source, cancellation);
            var made = Path.Combine(folder, "rapport.pdf");
            return File.Exists(made) ? await File.ReadAllBytesAsync(made, cancellation) : throw new LibreOfficeFailed("LibreOffice made no file.");
        }
        finally
        {
            Delete(folder);
            turn.Release();
        }
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.SelectMany(name => new[] { Path.Combine(folder, name), Path.Combine(folder, $"{name}.exe") }))
        .FirstOrDefault(File.Exists);

    private async Task RunAsync(string path, string folder, string source, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(path)
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in new[]
        {
            $"-env:UserInstallation={new Uri(Path.Combine(folder, ProfileFolder)).AbsoluteUri}", "--headless", "--norestore", "--nolockcheck", "--nodefault",
            "--convert-to", Filter, "--outdir", folder, source,
        })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new LibreOfficeFailed("LibreOffice did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            var told = Task.WhenAll(process.StandardError.ReadToEndAsync(limit.Token), process.StandardOutput.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            var words = string.Join(' ', await told).Trim();
            LogRun(process.ExitCode, words[..Math.Min(words.Length, MostTold)]);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            throw new LibreOfficeFailed($"LibreOffice took more than {Limit}.");
        }
    }

    private void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogLeft(exception, folder);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "LibreOffice ended with {Code}: {Told}")]
    private partial void LogRun(int code, string told);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder {Folder} could not be deleted")]
    private partial void LogLeft(Exception exception, string folder);
}
