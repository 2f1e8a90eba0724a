using System.Globalization;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.History;

namespace RegionPlan.Web.Features.Economy;

/// <summary>The names of a sheet's fields in the post, and how they are read back.</summary>
internal static class AmountForm
{
    /// <summary>No text longer than this is read; no field takes as much.</summary>
    private const int Longest = EconomyEntry.MaxCommentLength + Recording.MaxWhyLength;

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

    /// <summary>The rows that stood on the posted page; a field that did not counts as it is known.</summary>
    internal static Dictionary<string, TypedAmounts> Read(IFormCollection form, IEnumerable<EconomySheetRow> rows) => rows
        .Where(r => form.ContainsKey(VersionName(r.PostKey)))
        .ToDictionary(r => r.PostKey, r => new TypedAmounts(
            r.PostKey,
            new(
                Text(form, r.PostKey, AmountField.Outcome, r.KnownTexts.Outcome),
                Text(form, r.PostKey, AmountField.Forecast, r.KnownTexts.Forecast),
                Text(form, r.PostKey, AmountField.Comment, r.KnownTexts.Comment),
                Text(form, r.PostKey, AmountField.Reason, "")),
            Guid.TryParse(form[TokenName(r.PostKey)], out var token) ? token : null,
            int.TryParse(form[VersionName(r.PostKey)], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0));

    private static string Text(IFormCollection form, string postKey, AmountField field, string otherwise)
    {
        var text = form.TryGetValue(Name(postKey, field), out var values) ? values.ToString() : otherwise;
        return text.Length > Longest ? text[..Longest] : text;
    }
}
