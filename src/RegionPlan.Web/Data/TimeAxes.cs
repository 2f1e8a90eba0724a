using System.Globalization;

namespace RegionPlan.Web.Data;

/// <summary>Reads the two time axes as they stand in addresses: asOf, when it was recorded, and validOn, when it holds.</summary>
public static class TimeAxes
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>A day means all of it, by the region's clock; a time without offset is the region's too.</summary>
    public static bool TryReadAsOf(string? text, out DateTimeOffset asOf)
    {
        asOf = default;
        if (TryReadValidOn(text, out var day))
        {
            asOf = InRegion(day.ToDateTime(TimeOnly.MaxValue));
            return true;
        }

        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
        {
            return false;
        }

        asOf = time.Kind == DateTimeKind.Unspecified ? InRegion(time) : new DateTimeOffset(time.ToUniversalTime());
        return true;
    }

    public static bool TryReadValidOn(string? text, out DateOnly validOn) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out validOn);

    /// <summary>The instant a day begins in the region.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => InRegion(day.ToDateTime(TimeOnly.MinValue));

    private static DateTimeOffset InRegion(DateTime local) => new DateTimeOffset(local, RegionTime.Zone.GetUtcOffset(local)).ToUniversalTime();
}
