using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace RegionPlan.Web.TableFiles;

/// <summary>Signs that XML cannot hold are written _x000D_ in a workbook, and a text that looks so is written _x005F_x000D_.</summary>
internal static partial class EscapedSigns
{
    internal static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    /// <summary>The text as a workbook holds it; signs that it cannot hold are left out.</summary>
    internal static string Encode(string text)
    {
        var kept = text.All(XmlConvert.IsXmlChar) ? text : Swedish.Clean(text);
        return kept.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(kept, match => "_x005F" + match.Value) : kept;
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
