using System.Globalization;

namespace RegionPlan.Web.Data;

/// <summary>Reads the two time axes as they stand in addresses: asOf, when it was recorded, and validOn, when it holds.</summary>
public static class TimeAxes
{
    private const string DayFormat = "yyyy-MM-dd";
    private static readonly string[] LocalFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] OffsetFormats = [.. LocalFormats.Select(f => f + "zzz"), .. LocalFormats.Select(f => f + "'Z'")];
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(9000, 1, 1);

    /// <summary>A day means all of it, by the region's clock; a time without offset is the region's too.</summary>
    public static bool TryReadAsOf(string? text, out DateTimeOffset asOf)
    {
        asOf = default;
        if (TryReadValidOn(text, out var day))
        {
            asOf = StartOf(day.AddDays(1)).AddTicks(-1);
            return true;
        }

        if (DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            asOf = local.Year > Earliest.Year && local.Year < Latest.Year ? InRegion(local) : default;
            return asOf != default;
        }

        return DateTimeOffset.TryParseExact(text, OffsetFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out asOf);
    }

    public static bool TryReadValidOn(string? text, out DateOnly validOn) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out validOn) && validOn >= Earliest && validOn <= Latest;

    /// <summary>The instant a day begins in the region.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => InRegion(day.ToDateTime(TimeOnly.MinValue));

    private static DateTimeOffset InRegion(DateTime local) => new DateTimeOffset(local, RegionTime.Zone.GetUtcOffset(local)).ToUniversalTime();
}
