using System.IO.Compression;

namespace RegionPlan.Web.Features.Reports.Export;

/// <summary>Packs an Open XML package anew without the time of day, so that the same report makes the same bytes.</summary>
internal static class SteadyArchive
{
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static byte[] Of(MemoryStream package)
    {
        package.Position = 0;
        using var packed = new MemoryStream();
        using (var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var target = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            // [Content_Types].xml comes first, as some readers want it.
            foreach (var entry in source.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var kept = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                kept.LastWriteTime = Always;
                using var to = kept.Open();
                using var from = entry.Open();
                from.CopyTo(to);
            }
        }

        return packed.ToArray();
    }
}
