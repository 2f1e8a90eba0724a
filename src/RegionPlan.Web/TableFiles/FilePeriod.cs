using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.TableFiles;

/// <summary>Periods as they are written in files.</summary>
internal static class FilePeriod
{
    /// <summary>A year, a tertial or a month: spaces and a missing zero are forgiven. Null for anything else.</summary>
    internal static Period? Read(string text)
    {
        var parts = text.ToUpperInvariant().Split(['-', ' ', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var written = parts switch
        {
            [['T', ..] tertial, var year] => $"{year}-{tertial}",
            [var year, [not 'T'] month] => $"{year}-0{month}",
            _ => string.Join('-', parts),
        };
        return Period.TryParse(written, out var period) ? period : null;
    }
}
