using System.Text;
using System.Text.RegularExpressions;

namespace RegionPlan.Web.Features.Reports.Export.Pdf;

/// <summary>Reads on which page each heading came to stand, from the bookmarks of a PDF that LibreOffice made.</summary>
internal static partial class PdfOutline
{
    /// <returns>The page of each bookmark, in order; null where the file is of another form.</returns>
    internal static IReadOnlyList<int>? PagesOf(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var pages = Pages(text);
        List<int> found = [];
        foreach (Match entry in Entry().Matches(text))
        {
            if (!pages.TryGetValue(entry.Groups["page"].Value, out var page))
            {
                return null;
            }

            found.Add(page);
        }

        return found.Count == 0 ? null : found;
    }

    /// <summary>The number of each page, by its object.</summary>
    internal static Dictionary<string, int> Pages(string text)
    {
        var kids = Kids().Match(text).Groups["kids"].Value;
        return Reference().Matches(kids).Select((m, i) => (Id: m.Groups["id"].Value, Page: i + 1)).ToDictionary(p => p.Id, p => p.Page);
    }

    [GeneratedRegex(@"/Type\s*/Pages\b.*?/Kids\s*\[(?<kids>[^\]]*)\]", RegexOptions.Singleline)]
    private static partial Regex Kids();

    [GeneratedRegex(@"(?<id>\d+)\s+0\s+R")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\d+ 0 obj\s*<<[^>]*?/Title<[0-9A-Fa-f]*>\s*/Dest\s*\[(?<page>\d+) 0 R", RegexOptions.Singleline)]
    private static partial Regex Entry();
}
