using System.Text.RegularExpressions;

namespace RegionPlan.Web.TableFiles;

/// <summary>
/// An apostrophe before a text that a spreadsheet would run as a formula, put there when a CSV file is written and taken away when it is
/// read. A text that already has apostrophes before such a sign gets one more, so that every text comes back as it was.
/// </summary>
internal static partial class CsvGuard
{
    internal static string Add(string text) => Risky().IsMatch(text) && !PlainNumber().IsMatch(text) ? "'" + text : text;

    internal static string Remove(string text) => text.StartsWith('\'') && Risky().IsMatch(text) ? text[1..] : text;

    [GeneratedRegex(@"\A'*[=+\-@\t\r]")]
    private static partial Regex Risky();

    [GeneratedRegex(@"\A[+-]?[0-9]+(?:[.,][0-9]+)?\z")]
    private static partial Regex PlainNumber();
}
