using System.Text.RegularExpressions;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Reports;

/// <summary>What a text says near the code of a measure: a sentence, an item or a row of a table.</summary>
/// <param name="Codes">The measures that it names; a number may be any one's of them.</param>
/// <param name="Numbers">The numbers beside them.</param>
internal sealed record MeasureQuote(IReadOnlyList<string> Codes, IReadOnlyList<QuotedNumber> Numbers);

/// <summary>A number in a text.</summary>
/// <param name="Written">As it is written, with its percent sign.</param>
/// <param name="Value">What it says.</param>
/// <param name="Decimals">How many decimals it is written with.</param>
/// <param name="Before">The word before it.</param>
/// <param name="After">The word, or the percent sign, after it.</param>
/// <param name="IsCell">Whether it is alone in a cell of a table.</param>
internal sealed record QuotedNumber(string Written, decimal Value, int Decimals, string Before, string After, bool IsCell)
{
    internal bool IsPercent => After.Length > 0 && (After[0] == '%' || After is "procent" or "procents");
}

/// <summary>
/// Finds the numbers that a text tells of measures. It is careful: a code counts only where it is meant as one, and days, years, times,
/// addresses, notes and plain counts are no figures of a measure.
/// </summary>
internal static partial class MeasureQuotes
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;
    private const int ShortestTellingWord = 4;

    /// <param name="markdown">The prose.</param>
    /// <param name="names">The plan's measures: code and name.</param>
    internal static IEnumerable<MeasureQuote> Of(string markdown, IReadOnlyDictionary<string, string> names) =>
        from passage in PassagesOf(markdown)
        let plain = Hidden().Replace(passage.Text, hidden => new string(' ', hidden.Length))
        let codes = CodesIn(plain, names).ToList()
        where codes.Count > 0
        let numbers = NumbersIn(plain, codes, passage.IsRow).ToList()
        where numbers.Count > 0
        select new MeasureQuote([.. codes.Select(c => c.Value).Distinct()], numbers);

    /// <summary>The rows of tables, and the sentences of all else; the lines of a paragraph belong together.</summary>
    internal static IEnumerable<(string Text, bool IsRow)> PassagesOf(string markdown)
    {
        List<string> paragraph = [];
        foreach (var written in markdown.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var line = Quoting().Replace(written, "").Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);
            var isRow = line.TrimStart().StartsWith('|');
            var begins = Beginning().Match(line);
            if (isRow || begins.Success || line.Trim().Length == 0)
            {
                foreach (var sentence in SentencesOf(paragraph))
                {
                    yield return (sentence, false);
                }

                paragraph.Clear();
            }

            if (isRow)
            {
                yield return (line, true);
            }
            else if (line.Trim().Length > 0)
            {
                paragraph.Add(line[begins.Length..]);
            }
        }
    }

    private static string[] SentencesOf(List<string> lines) => lines.Count == 0 ? [] : SentenceEnd().Split(string.Join(' ', lines));

    private static IEnumerable<Match> CodesIn(string text, IReadOnlyDictionary<string, string> names) =>
        Code().Matches(text).Where(c => names.TryGetValue(c.Value, out var name) && IsMeant(text, c, name));

    /// <summary>Whether a number with a point is a measure's code: the text says so, or it stands where a code does.</summary>
    private static bool IsMeant(string text, Match code, string name)
    {
        var before = text[..code.Index];
        var after = text[(code.Index + code.Length)..].TrimStart(' ', ':', ')', ']');
        var telling = name.Split(' ', ',')[0];
        return SaysMeasure().IsMatch(before)
            || before.TrimEnd().Length == 0 || before.TrimEnd()[^1] is '(' or '[' or '|'
            || (telling.Length >= ShortestTellingWord && after.StartsWith(telling, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<QuotedNumber> NumbersIn(string text, List<Match> codes, bool isRow) =>
        from number in Number().Matches(text)
        let digits = number.Groups["number"].Value
        let after = number.Groups["after"].Value.TrimStart()
        where !codes.Exists(c => c.Index <= number.Groups["number"].Index && number.Groups["number"].Index < c.Index + c.Length)
        where !IsPartOfMore(text, number.Groups["number"])
        where !IsYear(digits, after) && !IsPointed(digits, after) && SwedishNumber.TryParse(digits, out _)
        select QuoteOf(text, number.Groups["number"], after, isRow);

    private static QuotedNumber QuoteOf(string text, Group number, string after, bool isRow)
    {
        _ = SwedishNumber.TryParse(number.Value, out var value);
        var point = number.Value.IndexOfAny([',', '.']);
        var before = text[..number.Index];
        var rest = text[(number.Index + number.Length)..].TrimStart().TrimStart('%').TrimStart();
        return new(
            number.Value + (after is ['%', ..] ? "\u00a0%" : ""),
            value,
            point < 0 ? 0 : number.Value.Length - point - 1,
            LastWord().Match(before).Groups["word"].Value.ToLowerInvariant(),
            after.ToLowerInvariant(),
            isRow && before.TrimEnd() is [.., '|'] && rest is "" or ['|', ..]);
    }

    /// <summary>Whether digits stand right beside it with a sign between: a clock time, a fraction, a paragraph number.</summary>
    private static bool IsPartOfMore(string text, Group number)
    {
        var (start, end) = (number.Index, number.Index + number.Length);
        return (start > 1 && text[start - 1] is '.' or ',' or ':' or '/' && char.IsDigit(text[start - 2]))
            || (start > 0 && text[start - 1] is '§' or '#')
            || (end + 1 < text.Length && text[end] is '.' or ',' or ':' or '/' && char.IsDigit(text[end + 1]));
    }

    private static bool IsYear(string digits, string after) => after is not ['%', ..]
        && digits.Length == 4 && int.TryParse(digits, out var year) && year is >= EarliestYear and <= LatestYear;

    /// <summary>A point parts decimals only beside a percent sign; elsewhere it is a code, a day or a chapter.</summary>
    private static bool IsPointed(string digits, string after) => digits.Contains('.', StringComparison.Ordinal) && after is not (['%', ..] or ['p', 'r', 'o', 'c', ..]);

    /// <summary>What holds digits and is no figure: addresses, notes, days and clock times.</summary>
    [GeneratedRegex(
        @"\]\([^)]*\)|https?://\S+|\[\^[^\]]*\]:?|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}\b|\bkl(\.|ockan)?\s*\d{1,2}([.:]\d{2})?|\b\d{1,2}(\s?[–-]\s?\d{1,2})?\s+(jan|feb|mars|apr|maj|juni|juli|aug|sep|okt|nov|dec)\p{L}*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"^\s*(>\s?)+")]
    private static partial Regex Quoting();

    /// <summary>A heading, an item of a list or a note begins anew.</summary>
    [GeneratedRegex(@"^\s*([-+]\s+|#{1,6}\s+|\d{1,2}[.)]\s+|\[\^[^\]]*\]:)")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu})")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(?<![\p{L}\d.,−–-])\d{1,2}\.\d{1,2}(?!\d|[.,:]\d|\s?%|\s+(procent|miljon|miljard|mnkr|tkr|kron))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    /// <summary>The word mått before a code, with other codes between.</summary>
    [GeneratedRegex(@"\b(del)?mått\p{L}*\s+(\d{1,2}\.\d{1,2}\s*(,|och|samt|eller|till|[–-])\s*)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaysMeasure();

    [GeneratedRegex(@"(?<![\p{L}\d])(?<number>[+−–-]?(\d{1,3}([ \u00a0\u202f]\d{3})+(?!\d)|\d+)([.,]\d+)?)(?<after>[ \u00a0\u202f]*%|[ \u00a0\u202f]+\p{L}[\p{L}.]*)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<word>\p{L}+)[\s(]*$", RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();
}
