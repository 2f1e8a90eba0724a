namespace RegionPlan.Web.Data;

/// <summary>The time zone that the region's days and clock times are told in.</summary>
public static class RegionTime
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;
}
