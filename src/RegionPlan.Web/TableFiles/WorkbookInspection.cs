using System.IO.Compression;
using System.Text;

namespace RegionPlan.Web.TableFiles;

/// <summary>Looks through an archive before anything in it is trusted: what it is, whether it has macros, and how large it really is.</summary>
internal static class WorkbookInspection
{
    private const int MaxParts = 2_000;
    private const int ChunkSize = 128 * 1024;
    private const string ContentTypes = "[Content_Types].xml";
    private const string SaveAsXlsx = "Öppna den, välj Spara som och filtypen Excel-arbetsbok (.xlsx), och läs in den nya filen.";

    private static readonly string[] MacroSigns = ["macroEnabled", "vbaProject", "intlmacrosheet", "excel4macrosheet"];

    internal static void Check(ZipArchive archive, string name, long maxUnpacked, CancellationToken cancellation)
    {
        if (archive.Entries.Count > MaxParts)
        {
            throw new FileRefused($"Filen {name} består av fler än {RowIntake.Count(MaxParts)} delar och öppnas inte. {SaveAsXlsx}");
        }

        CheckKind(archive, name);
        CheckSize(archive, name, maxUnpacked, cancellation);
        CheckMacros(archive, name);
    }

    private static void CheckKind(ZipArchive archive, string name)
    {
        if (archive.GetEntry("mimetype") is not null)
        {
            throw new FileRefused($"Filen {name} har OpenDocument-format (.ods). {SaveAsXlsx}");
        }

        if (Has(archive, part => part.EndsWith("xl/workbook.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new FileRefused($"Filen {name} är en binär Excel-arbetsbok (.xlsb). {SaveAsXlsx}");
        }

        if (archive.GetEntry(ContentTypes) is null || !Has(archive, part => part.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)))
        {
            throw new FileRefused(
                $"Filen {name} är inte en Excel-arbetsbok utan ett annat slags fil, till exempel ett Word-dokument eller en zip-fil. Läs in en .xlsx-fil eller en CSV-fil.");
        }
    }

    /// <summary>Unpacks everything once, and counts: the sizes that an archive declares may be lies.</summary>
    private static void CheckSize(ZipArchive archive, string name, long maxUnpacked, CancellationToken cancellation)
    {
        var chunk = new byte[ChunkSize];
        var unpacked = 0L;
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            while (part.Read(chunk) is > 0 and var read)
            {
                cancellation.ThrowIfCancellationRequested();
                unpacked += read;
                if (unpacked > maxUnpacked)
                {
                    throw new FileRefused(
                        $"Filen {name} packas upp till mer än {FileLimits.InMegabytes(maxUnpacked)} och öppnas inte. Ta bort bilder och onödiga blad, eller dela upp raderna på flera filer.");
                }
            }
        }
    }

    private static void CheckMacros(ZipArchive archive, string name)
    {
        if (Has(archive, part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            || Has(archive, part => part.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase))
            || MacroSigns.Any(sign => Types(archive).Contains(sign, StringComparison.OrdinalIgnoreCase)))
        {
            throw new FileRefused($"Filen {name} innehåller makron och öppnas inte. {SaveAsXlsx} Makrona följer inte med, men värdena gör det.");
        }
    }

    private static bool Has(ZipArchive archive, Func<string, bool> isSought) => archive.Entries.Any(entry => isSought(entry.FullName.Replace('\\', '/')));

    private static string Types(ZipArchive archive)
    {
        var chunk = new byte[ChunkSize * 8];
        using var part = archive.GetEntry(ContentTypes)!.Open();
        return Encoding.UTF8.GetString(chunk, 0, part.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false));
    }
}
