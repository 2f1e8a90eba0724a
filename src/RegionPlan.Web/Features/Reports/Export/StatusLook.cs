namespace RegionPlan.Web.Features.Reports.Export;

/// <summary>How a status looks on paper and in a sheet: a sign of its own beside the word, so that colour never stands alone.</summary>
/// <param name="Sign">The sign.</param>
/// <param name="Ink">The letters' colour.</param>
/// <param name="Paper">What they stand on; null for nothing.</param>
internal sealed record StatusLook(string Sign, string Ink, string? Paper)
{
    /// <param name="key">The status, as the report keeps it.</param>
    internal static StatusLook Of(string key) => key switch
    {
        "achieved" => new("✓", "0B5C2E", "E4F3E9"),
        "partly" => new("▲", "6B4A00", "FFF3D6"),
        "not" => new("✕", "8F1414", "FCE6E6"),
        "missing" => new("○", "4A5560", null),
        _ => new("–", "4A5560", null),
    };
}
