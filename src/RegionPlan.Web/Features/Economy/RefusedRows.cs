using System.Text.Json;

namespace RegionPlan.Web.Features.Economy;

/// <summary>
/// The rows of a file that could not be taken. They go with the form and come back with it, so that they are still told when the rest is
/// saved although nothing is kept of the file.
/// </summary>
/// <param name="Count">How many they are.</param>
/// <param name="Rows">The first of them, in the order of the file.</param>
public sealed record RefusedRows(int Count, IReadOnlyList<RefusedAmounts> Rows)
{
    private const int MostShown = 200;
    private const int LongestPosted = 500_000;

    internal static RefusedRows None { get; } = new(0, []);

    internal static RefusedRows Of(IReadOnlyList<RefusedAmounts> all) => new(all.Count, [.. all.Take(MostShown)]);

    internal string Posted() => JsonSerializer.Serialize(this);

    /// <summary>Those that came back with the form; none where it does not tell.</summary>
    internal static RefusedRows Read(string posted)
    {
        try
        {
            return posted.Length is 0 or > LongestPosted || JsonSerializer.Deserialize<RefusedRows>(posted) is not { Count: > 0, Rows: { } rows } read
                || rows.Any(r => r is not { Post: not null, Figures: not null, Why: not null }) ? None : read with { Rows = [.. rows.Take(MostShown)] };
        }
        catch (JsonException)
        {
            return None;
        }
    }
}
