using System.Text;

namespace RegionPlan.Web.TableFiles;

/// <summary>Tells by a file's first bytes whether it is a zip archive or text, and refuses what is neither.</summary>
internal static class FileKind
{
    private const int LookedAt = 512;
    private const string SaveAgain = "Öppna den i Excel, välj Spara som och filtypen Excel-arbetsbok (.xlsx), och läs in den nya filen.";

    private static readonly byte[] Zip = "PK"u8.ToArray();
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] Pdf = "%PDF-"u8.ToArray();
    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>True for a zip archive, which only a workbook may be; false for what can be text.</summary>
    internal static bool IsWorkbook(Stream content, string name)
    {
        var start = Start(content);
        if (start.AsSpan().StartsWith(Zip) && start.Length > 3 && start[2] < 9 && start[3] < 9)
        {
            return true;
        }

        if (start.AsSpan().StartsWith(Ole))
        {
            throw new FileRefused(Holds(content, Encrypted)
                ? $"Filen {name} är skyddad med lösenord. Öppna den i Excel, ta bort lösenordet under Arkiv, Information, Skydda arbetsbok, och spara den."
                : $"Filen {name} har det äldre Excel-formatet (.xls). {SaveAgain}");
        }

        if (start.AsSpan().StartsWith(Pdf))
        {
            throw new FileRefused($"Filen {name} är en PDF. Läs in en Excel-fil (.xlsx) eller en CSV-fil i stället; hämta gärna mallen.");
        }

        if (Encoding.UTF8.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<'))
        {
            throw new FileRefused($"Filen {name} är en webbsida eller XML, även om den kan öppnas i Excel. {SaveAgain}");
        }

        return false;
    }

    private static byte[] Start(Stream content)
    {
        content.Position = 0;
        var start = new byte[LookedAt];
        var length = content.ReadAtLeast(start, LookedAt, throwOnEndOfStream: false);
        content.Position = 0;
        return start[..length];
    }

    private static bool Holds(Stream content, byte[] sought)
    {
        content.Position = 0;
        var chunk = new byte[64 * 1024];
        var kept = 0;
        while (content.Read(chunk, kept, chunk.Length - kept) is > 0 and var read)
        {
            var filled = kept + read;
            if (chunk.AsSpan(0, filled).IndexOf(sought) >= 0)
            {
                return true;
            }

            kept = Math.Min(sought.Length - 1, filled);
            chunk.AsSpan(filled - kept, kept).CopyTo(chunk);
        }

        return false;
    }
}
