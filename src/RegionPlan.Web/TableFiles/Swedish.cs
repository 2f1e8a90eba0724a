using System.Globalization;
using System.Text;

namespace RegionPlan.Web.TableFiles;

/// <summary>Numbers, days and texts in the form that people type them.</summary>
internal static class Swedish
{
    internal static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("sv-SE");

    private const string AnyDecimals = "0.############################";

    /// <summary>78,5; plain minus, no thousands.</summary>
    internal static string Number(decimal number) => number.ToString(AnyDecimals, CultureInfo.InvariantCulture).Replace('.', ',');

    internal static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>a, b och c.</summary>
    internal static string Listed(IReadOnlyList<string> all) =>
        all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} och {all[^1]}";

    /// <summary>A text as it is kept: trimmed, with \n for every line break and without signs that cannot be seen or stored.</summary>
    internal static string Clean(string text)
    {
        var trimmed = text.Trim();
        return trimmed.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF') < 0 ? trimmed : CleanedSlowly(trimmed).Trim();
    }

    private static string CleanedSlowly(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if ((rune != Rune.ReplacementChar && !Rune.IsControl(rune)) || rune.Value is '\n' or '\t')
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
