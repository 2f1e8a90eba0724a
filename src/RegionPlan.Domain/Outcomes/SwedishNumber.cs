using System.Globalization;

namespace RegionPlan.Domain.Outcomes;

/// <summary>Numbers as people write them in Swedish: <c>78,5</c>, <c>78.5</c>, <c>−0,3</c>, <c>1 234</c>, <c>78 %</c>.</summary>
public static class SwedishNumber
{
    /// <summary>The longest text that can be a number.</summary>
    public const int MaxLength = 40;

    /// <summary>Reads a number; false for anything else, exponents and NaN included, never an exception.</summary>
    public static bool TryParse(string? text, out decimal number)
    {
        number = 0;
        var trimmed = (text ?? "").Trim();
        if (trimmed.EndsWith('%'))
        {
            trimmed = trimmed[..^1];
        }

        if (trimmed.Length is 0 or > MaxLength)
        {
            return false;
        }

        var plain = string.Concat(trimmed.Where(c => !char.IsWhiteSpace(c))).Replace('−', '-').Replace('–', '-').Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Reads yes or no as 1 or 0: <c>ja</c>, <c>nej</c>, <c>1</c>, <c>0</c>.</summary>
    public static bool TryParseYesNo(string? text, out decimal number)
    {
        var answer = (text ?? "").Trim().ToUpperInvariant();
        number = answer is "JA" or "J" or "1" ? 1 : 0;
        return answer is "JA" or "J" or "1" or "NEJ" or "N" or "0";
    }
}
