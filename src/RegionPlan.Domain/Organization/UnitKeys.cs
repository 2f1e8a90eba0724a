using System.Globalization;
using System.Text;

namespace RegionPlan.Domain.Organization;

/// <summary>Makes a new unit's key from its name.</summary>
internal static class UnitKeys
{
    private const int RoomForNumber = 8;

    /// <summary>The name as it can stand in an address, with a number after it where it is taken.</summary>
    internal static string Free(string name, IEnumerable<OrganizationUnit> units)
    {
        var stem = Of(name);
        var taken = units.Select(u => u.Key).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue)
            .Select(n => n == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{Cut(stem, OrganizationUnit.MaxKeyLength - RoomForNumber)}-{n}"))
            .First(key => !taken.Contains(key));
    }

    /// <summary>Small letters a to z and digits, with hyphens between words.</summary>
    private static string Of(string? name)
    {
        var plain = (name ?? "").Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        var key = string.Join('-', string.Concat(plain).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return key.Length == 0 ? "enhet" : Cut(key, OrganizationUnit.MaxKeyLength);
    }

    private static string Cut(string key, int length) => key[..Math.Min(key.Length, length)].TrimEnd('-');
}
