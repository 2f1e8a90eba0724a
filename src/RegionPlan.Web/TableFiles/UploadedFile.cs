using System.Globalization;

namespace RegionPlan.Web.TableFiles;

/// <summary>What an uploaded file is called.</summary>
internal static class UploadedFile
{
    private const int MaxNameLength = 100;

    /// <summary>The file's own name, without folders and without signs that cannot be seen, and short enough to stand in a sentence.</summary>
    internal static string NameOf(string fileName)
    {
        var name = string.Concat(Swedish.Clean(Path.GetFileName(fileName.Replace('\\', '/'))).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format && c is not ('\n' or '\t')));
        return name.Length == 0 ? "filen" : name.Length > MaxNameLength ? name[..MaxNameLength] + "…" : name;
    }
}
