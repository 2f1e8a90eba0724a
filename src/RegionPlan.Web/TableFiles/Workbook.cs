using System.IO.Compression;

namespace RegionPlan.Web.TableFiles;

/// <summary>An inspected workbook: its sheets, and the parts that its cells refer to.</summary>
internal sealed class Workbook : IDisposable
{
    /// <summary>Enough for any list of sheets or styles; only the cells and their texts take more.</summary>
    private const long MaxSmallPart = 16 * 1024 * 1024;

    private readonly ZipArchive archive;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<string, ZipArchiveEntry> parts;
    private readonly List<WorkbookSheet> sheets = [];

    private Workbook(ZipArchive archive, string name, FileLimits limits, CancellationToken cancellation)
    {
        this.archive = archive;
        this.cancellation = cancellation;
        WorkbookInspection.Check(archive, name, limits.MaxUnpacked, cancellation);
        parts = archive.Entries.ToDictionary(entry => entry.FullName.Replace('\\', '/').TrimStart('/'), StringComparer.OrdinalIgnoreCase);

        var path = Relations("").First(relation => relation.Is("officeDocument")).Target;
        var relations = Relations(path).ToDictionary(relation => relation.Id);
        ReadSheets(path, relations);
        SharedTexts = ReadFirst(relations.Values, "sharedStrings", TableFiles.SharedTexts.Read, long.MaxValue) ?? [];
        Formats = ReadFirst(relations.Values, "styles", CellFormats.Read, MaxSmallPart) ?? CellFormats.None;
    }

    internal IReadOnlyList<WorkbookSheet> Sheets => sheets;

    internal IReadOnlyList<string> SharedTexts { get; }

    internal CellFormats Formats { get; }

    /// <summary>Whether days are counted from 1904, as older Macs did.</summary>
    internal bool CountsFrom1904 { get; private set; }

    internal static Workbook Open(Stream content, string name, FileLimits limits, CancellationToken cancellation)
    {
        var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            return new Workbook(archive, name, limits, cancellation);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public void Dispose() => archive.Dispose();

    internal SheetReading Open(WorkbookSheet sheet) => new(Open(sheet.Path, long.MaxValue));

    private PartXml Open(string path, long maxBytes) =>
        parts.TryGetValue(path, out var part)
            ? new PartXml(part.Open(), maxBytes, cancellation)
            : throw new InvalidDataException($"The part {path} is missing.");

    private T? ReadFirst<T>(IEnumerable<Relation> relations, string kind, Func<PartXml, T> read, long maxBytes)
        where T : class
    {
        if (relations.FirstOrDefault(relation => relation.Is(kind)) is not { } found)
        {
            return null;
        }

        using var xml = Open(found.Target, maxBytes);
        return read(xml);
    }

    private void ReadSheets(string path, Dictionary<string, Relation> relations)
    {
        using var xml = Open(path, MaxSmallPart);
        while (xml.Read())
        {
            if (xml.Starts("workbookPr"))
            {
                CountsFrom1904 = xml["date1904"] is "1" or "true";
            }
            else if (xml.Starts("sheet") && relations.TryGetValue(xml["id"] ?? "", out var relation) && relation.Is("worksheet"))
            {
                sheets.Add(new WorkbookSheet(xml["name"] ?? "", relation.Target, xml["state"] is "hidden" or "veryHidden"));
            }
        }
    }

    /// <summary>What a part refers to; the empty path is the package itself.</summary>
    private List<Relation> Relations(string path)
    {
        var slash = path.LastIndexOf('/') + 1;
        var found = new List<Relation>();
        using var xml = Open($"{path[..slash]}_rels/{path[slash..]}.rels", MaxSmallPart);
        while (xml.Read())
        {
            if (xml.Starts("Relationship") && xml["TargetMode"] != "External")
            {
                var target = new Uri(new Uri("part:///" + path), xml["Target"] ?? "");
                found.Add(new(xml["Id"] ?? "", xml["Type"] ?? "", Uri.UnescapeDataString(target.AbsolutePath).TrimStart('/')));
            }
        }

        return found;
    }

    private sealed record Relation(string Id, string Type, string Target)
    {
        internal bool Is(string kind) => Type.EndsWith("/" + kind, StringComparison.Ordinal);
    }
}

/// <summary>A sheet with cells.</summary>
internal sealed record WorkbookSheet(string Name, string Path, bool IsHidden);
