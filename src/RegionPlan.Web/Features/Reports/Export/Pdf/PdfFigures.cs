using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RegionPlan.Web.Features.Reports.Export.Pdf;

/// <summary>
/// Gives the drawings of a PDF their words. LibreOffice leaves out what a Word document says of its charts, so that is added at the end of the
/// file as a later revision of each drawing's place in the structure tree.
/// </summary>
internal static partial class PdfFigures
{
    private const string AltKey = "/Alt";

    /// <param name="pdf">A file that LibreOffice made.</param>
    /// <param name="words">What each drawing shows, in the order they are read.</param>
    /// <returns>The file with the words; null where it has other drawings than these.</returns>
    internal static byte[]? Describe(byte[] pdf, IReadOnlyList<string> words)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var figures = FiguresOf(text);
        if (figures.Count != words.Count)
        {
            return null;
        }

        var revised = figures.Zip(words).Where(f => !f.First.Content.Contains(AltKey, StringComparison.Ordinal))
            .Select(f => (f.First.Id, Content: f.First.Content.Insert(f.First.Content.LastIndexOf(">>", StringComparison.Ordinal), $"{AltKey}{Hex(f.Second)}\n"))).ToList();
        return revised.Count == 0 ? pdf : Encoding.Latin1.GetBytes(text + Revision(text, revised));
    }

    private static List<(int Id, string Content)> FiguresOf(string text)
    {
        var pages = PdfOutline.Pages(text);
        var places = Layout().Matches(text).ToDictionary(m => m.Groups["id"].Value, m => double.Parse(m.Groups["top"].ValueSpan, CultureInfo.InvariantCulture));
        return [.. Figure().Matches(text)
            .OrderBy(m => pages.GetValueOrDefault(Page().Match(m.Value).Groups["id"].Value))
            .ThenByDescending(m => places.GetValueOrDefault(Attributes().Match(m.Value).Groups["id"].Value))
            .Select(m => (int.Parse(m.Groups["id"].ValueSpan, CultureInfo.InvariantCulture), m.Groups["content"].Value))];
    }

    /// <summary>The objects anew, where they stand, and how the file was before.</summary>
    private static string Revision(string text, IReadOnlyList<(int Id, string Content)> objects)
    {
        var trailer = Trailer().Matches(text)[^1];
        var before = BeginsAt().Matches(text)[^1].Groups["at"].Value;
        var added = new StringBuilder("\n");
        var table = new StringBuilder("xref\n");
        foreach (var (id, content) in objects.OrderBy(o => o.Id))
        {
            table.Append(CultureInfo.InvariantCulture, $"{id} 1\n{text.Length + added.Length:D10} 00000 n \n");
            added.Append(CultureInfo.InvariantCulture, $"{id} 0 obj\n{content}\nendobj\n\n");
        }

        var at = text.Length + added.Length;
        var keys = trailer.Groups["keys"].Value;
        return added.Append(table).Append(CultureInfo.InvariantCulture, $"trailer\n<<{keys}/Prev {before}\n>>\nstartxref\n{at}\n%%EOF\n").ToString();
    }

    private static string Hex(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    [GeneratedRegex(@"(?<id>\d+) 0 obj\s*(?<content><</Type/StructElem\s*/S/Figure\b[^>]*(?:>(?!>)[^>]*)*>>)\s*endobj")]
    private static partial Regex Figure();

    [GeneratedRegex(@"/Pg (?<id>\d+) 0 R")]
    private static partial Regex Page();

    [GeneratedRegex(@"/A (?<id>\d+) 0 R")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"(?<id>\d+) 0 obj\s*<</O/Layout[^>]*/BBox\s*\[\S+ \S+ \S+ (?<top>[0-9.]+)\]")]
    private static partial Regex Layout();

    [GeneratedRegex(@"trailer\s*<<(?<keys>.*?)>>\s*startxref", RegexOptions.Singleline)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"startxref\s+(?<at>\d+)")]
    private static partial Regex BeginsAt();
}
