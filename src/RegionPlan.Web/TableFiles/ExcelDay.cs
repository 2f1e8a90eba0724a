using System.Globalization;

namespace RegionPlan.Web.TableFiles;

/// <summary>Days as Excel counts them.</summary>
internal static class ExcelDay
{
    private const double FirstOf1904 = 1462;
    private const double LastBeforeLeapDay = 60;
    private const double PastTheLast = 2_958_466;

    /// <summary>The day of a serial number; null for one that is no day.</summary>
    /// <remarks>Excel has a 29 February 1900, which never was, so that the days before it are one off.</remarks>
    internal static DateTime? Of(double number, bool countsFrom1904)
    {
        var serial = number + (countsFrom1904 ? FirstOf1904 : 0);
        return serial is >= 0 and < PastTheLast ? DateTime.FromOADate(serial is >= 1 and < LastBeforeLeapDay ? serial + 1 : serial) : null;
    }

    /// <summary>2026-02-01, with the time where there is one.</summary>
    internal static string Shown(DateTime day) =>
        day.ToString(day.TimeOfDay.Ticks == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
