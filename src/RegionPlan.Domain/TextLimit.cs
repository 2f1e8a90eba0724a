namespace RegionPlan.Domain;

/// <summary>How every text that is kept is read in: trimmed, and no longer than its place is.</summary>
internal static class TextLimit
{
    /// <summary>A text that must be given.</summary>
    /// <exception cref="RuleViolation">It is blank or too long; the message begins with <paramref name="what"/>.</exception>
    internal static string Needed(string? text, int longest, string what) =>
        Optional(text, longest, what) ?? throw new RuleViolation($"{what} saknas. Fyll i.");

    /// <summary>A text that may be left out; a blank one is null.</summary>
    /// <exception cref="RuleViolation">It is too long; the message begins with <paramref name="what"/>.</exception>
    internal static string? Optional(string? text, int longest, string what)
    {
        var kept = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return kept?.Length > longest ? throw new RuleViolation($"{what} får vara högst {longest} tecken. Korta texten.") : kept;
    }
}
