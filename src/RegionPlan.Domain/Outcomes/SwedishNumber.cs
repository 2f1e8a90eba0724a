using System.Globalization;
using System.Text.RegularExpressions;

namespace RegionPlan.Domain.Outcomes;

/// <summary>Numbers as people write them in Swedish: <c>78,5</c>, <c>78.5</c>, <c>−0,3</c>, <c>1 234</c>, <c>78 %</c>.</summary>
public static partial class SwedishNumber
{
    /// <summary>The longest text that can be a number.</summary>
    public const int MaxLength = 40;

    /// <summary>Reads a number; false for anything else, exponents and NaN included, never an exception.</summary>
    /// <remarks>
    /// Spaces, ordinary or no-break, part only thousands, so that two numbers with something between them never become one. White space
    /// around the number is let be, as a cell pasted from a table brings it.
    /// </remarks>
    public static bool TryParse(string? text, out decimal number)
    {
        number = 0;
        var trimmed = (text ?? "").Trim();
        if (trimmed.Length > MaxLength || !Number().IsMatch(trimmed))
        {
            return false;
        }

        var plain = string.Concat(trimmed.Where(c => !char.IsWhiteSpace(c) && c != '%')).Replace('−', '-').Replace('–', '-').Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Reads yes or no as 1 or 0: <c>ja</c>, <c>nej</c>, <c>1</c>, <c>0</c>.</summary>
    public static bool TryParseYesNo(string? text, out decimal number)
    {
        var answer = (text ?? "").Trim().ToUpperInvariant();
        number = answer is "JA" or "J" or "1" ? 1 : 0;
        return answer is "JA" or "J" or "1" or "NEJ" or "N" or "0";
    }

    /// <summary>A sign; digits, plain or in groups of three; decimals; a percent sign. The spaces are space, no-break space and narrow no-break space.</summary>
    [GeneratedRegex(@"^([+\-−–][ \u00a0\u202f]*)?(([0-9]+|[0-9]{1,3}([ \u00a0\u202f][0-9]{3})+)([.,][0-9]*)?|[.,][0-9]+)([ \u00a0\u202f]*%)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
