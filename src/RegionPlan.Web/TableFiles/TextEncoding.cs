using System.Text;

namespace RegionPlan.Web.TableFiles;

/// <summary>Finds how a text file is written: UTF-8 or UTF-16 by its byte order mark, UTF-8 where every byte fits, else Windows-1252.</summary>
internal sealed record TextEncoding(Encoding Encoding, string Name)
{
    private const int ChunkSize = 32 * 1024;
    private const int LatinCodePage = 1252;

    internal static TextEncoding Of(Stream content, string name, CancellationToken cancellation)
    {
        var marked = Marked(content);
        var first = marked ?? new(new UTF8Encoding(false, throwOnInvalidBytes: true), "UTF-8");
        if (Fits(content, name, first.Encoding, cancellation))
        {
            return first;
        }

        return marked is null
            ? new(CodePagesEncodingProvider.Instance.GetEncoding(LatinCodePage)!, "Windows-1252")
            : throw new FileRefused($"Filen {name} säger sig vara skriven i {marked.Name} men är det inte. Spara den på nytt från Excel som CSV UTF-8.");
    }

    internal StreamReader Read(Stream content)
    {
        content.Position = 0;
        return new StreamReader(content, Encoding, detectEncodingFromByteOrderMarks: true, ChunkSize, leaveOpen: true);
    }

    private static TextEncoding? Marked(Stream content)
    {
        content.Position = 0;
        var start = new byte[3];
        var length = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start.AsSpan(0, length) switch
        {
            [0xEF, 0xBB, 0xBF] => new(new UTF8Encoding(true, throwOnInvalidBytes: true), "UTF-8"),
            [0xFF, 0xFE, ..] => new(new UnicodeEncoding(false, true, throwOnInvalidBytes: true), "UTF-16"),
            [0xFE, 0xFF, ..] => new(new UnicodeEncoding(true, true, throwOnInvalidBytes: true), "UTF-16"),
            _ => null,
        };
    }

    private static bool Fits(Stream content, string name, Encoding encoding, CancellationToken cancellation)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, ChunkSize, leaveOpen: true);
        var chunk = new char[ChunkSize];
        var fits = true;
        try
        {
            while (reader.Read(chunk) is > 0 and var read)
            {
                cancellation.ThrowIfCancellationRequested();
                CheckText(chunk.AsSpan(0, read), name);
            }
        }
        catch (DecoderFallbackException)
        {
            fits = false;
            CheckBytes(content, name);
        }

        return fits;
    }

    private static void CheckText(ReadOnlySpan<char> text, string name)
    {
        if (text.Contains('\0'))
        {
            throw NotText(name);
        }
    }

    private static void CheckBytes(Stream content, string name)
    {
        content.Position = 0;
        var chunk = new byte[ChunkSize];
        while (content.Read(chunk) is > 0 and var read)
        {
            if (chunk.AsSpan(0, read).Contains((byte)0))
            {
                throw NotText(name);
            }
        }
    }

    private static FileRefused NotText(string name) =>
        new($"Filen {name} är varken en Excel-arbetsbok (.xlsx) eller en textfil. Läs in en .xlsx-fil eller en CSV-fil; hämta gärna mallen.");
}
