using System.Globalization;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Shared;

/// <summary>Reads what stands in a page's address; what cannot be read is told in Swedish and left out, so that the page shows its default.</summary>
public sealed class AddressReading
{
    private const int LongestToldBack = 40;

    private readonly List<string> notices = [];

    /// <summary>What could not be read, and what else the page has to tell.</summary>
    public IReadOnlyList<string> Notices => notices;

    /// <summary>Begins a new address.</summary>
    public void Clear() => notices.Clear();

    public void Tell(string notice) => notices.Add(notice);

    /// <summary>What was written, short enough to tell back.</summary>
    public static string Shortened(string text) => text.Length <= LongestToldBack ? text : text[..LongestToldBack] + "…";

    /// <summary>A year with four digits.</summary>
    /// <returns>The text where it could be read, and the year.</returns>
    public (string? Kept, int? Year) Year(string? text) => Read<int>(
        text,
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= Scorecard.EarliestYear and <= Scorecard.LatestYear ? year : null,
        "Året ”{0}” går inte att läsa. Ange det med fyra siffror, till exempel 2024.");

    /// <summary>The instant that the page is seen from.</summary>
    /// <returns>The text where it could be read, and the instant.</returns>
    public (string? Kept, DateTimeOffset? AsOf) AsOf(string? text) => Read<DateTimeOffset>(
        text,
        TimeAxes.TryReadAsOf(text, out var asOf) ? asOf : null,
        "Tidpunkten ”{0}” går inte att läsa. Ange den som 2024-12-31 eller 2024-12-31T15:00Z.");

    /// <summary>The business date.</summary>
    /// <returns>The text where it could be read, and the day.</returns>
    public (string? Kept, DateOnly? Day) ValidOn(string? text) => Read<DateOnly>(
        text, TimeAxes.TryReadValidOn(text, out var day) ? day : null, "Datumet ”{0}” går inte att läsa. Ange det som 2024-12-31.");

    private (string? Kept, T? Value) Read<T>(string? text, T? value, string unreadable)
        where T : struct
    {
        if (text is null || value is not null)
        {
            return (text, text is null ? null : value);
        }

        Tell(string.Format(CultureInfo.InvariantCulture, unreadable, Shortened(text)));
        return (null, null);
    }
}
