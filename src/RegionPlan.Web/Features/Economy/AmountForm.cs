using System.Globalization;
using System.Text.Json;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.History;

namespace RegionPlan.Web.Features.Economy;

/// <summary>The names of a sheet's fields in the post, and how they are read back.</summary>
internal static class AmountForm
{
    /// <summary>No text longer than this is read; no field takes as much.</summary>
    private const int Longest = EconomyEntry.MaxCommentLength + Recording.MaxWhyLength;

    /// <summary>No longer one is read of what was shown: every sign of every field may be written as six.</summary>
    private const int LongestSeen = 32 * Longest;

    /// <summary>A text as its field shows it: a field has one line, and a browser runs the words on both sides of a break together.</summary>
    /// <param name="text">The text.</param>
    /// <param name="between">What stands where a line ended.</param>
    internal static string OnOneLine(string text, string between = " ") => text.AsSpan().IndexOfAny('\n', '\r') < 0 ? text
        : string.Join(between, text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    internal static string Name(string postKey, AmountField field) => field switch
    {
        AmountField.Outcome => $"utfall.{postKey}",
        AmountField.Forecast => $"prognos.{postKey}",
        AmountField.Comment => $"kommentar.{postKey}",
        AmountField.Reason => $"varfor.{postKey}",
    };

    /// <summary>The token of the draft that stood on the page.</summary>
    internal static string TokenName(string postKey) => $"utkast.{postKey}";

    /// <summary>The handed-in version that stood on the page.</summary>
    internal static string VersionName(string postKey) => $"version.{postKey}";

    /// <summary>The texts that stood in the row's fields before anybody typed in them.</summary>
    internal static string SeenName(string postKey) => $"visat.{postKey}";

    /// <summary>Those texts as they are posted; null where they are not known.</summary>
    internal static string? Seen(AmountTexts? texts) => texts is null ? null : JsonSerializer.Serialize(texts);

    /// <summary>The rows that stood on the posted page; a field that did not counts as it is known.</summary>
    internal static Dictionary<string, TypedAmounts> Read(IFormCollection form, IEnumerable<EconomySheetRow> rows) => rows
        .Where(r => form.ContainsKey(VersionName(r.PostKey)))
        .ToDictionary(r => r.PostKey, r => Read(form, r));

    private static TypedAmounts Read(IFormCollection form, EconomySheetRow row)
    {
        var texts = AmountFields.Texts(f => Posted(form, row.PostKey, f) ?? row.KnownTexts.Of(f));
        var seen = Shown(form[SeenName(row.PostKey)].ToString());
        return new(
            row.PostKey,
            texts,
            Guid.TryParse(form[TokenName(row.PostKey)], out var token) ? token : null,
            int.TryParse(form[VersionName(row.PostKey)], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
            seen is null ? null : AmountFields.Texts(f => form.ContainsKey(Name(row.PostKey, f)) ? seen.Of(f) : texts.Of(f)));
    }

    private static string? Posted(IFormCollection form, string postKey, AmountField field)
    {
        var text = form.TryGetValue(Name(postKey, field), out var values) ? OnOneLine(values.ToString()) : null;
        return text?.Length > Longest ? text[..Longest] : text;
    }

    /// <summary>What the post says that was shown, on one line as a field shows it; null where it cannot be read.</summary>
    private static AmountTexts? Shown(string posted)
    {
        try
        {
            var told = posted.Length is 0 or > LongestSeen ? null : JsonSerializer.Deserialize<Dictionary<string, string?>>(posted);
            return told is null ? null : AmountFields.Texts(f => OnOneLine(told.GetValueOrDefault(f.ToString()) ?? ""));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
