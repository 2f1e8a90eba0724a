using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.YearWheel;

/// <summary>Days in words.</summary>
internal static class DayText
{
    /// <summary>A day with its weekday: måndag 2027-05-10.</summary>
    internal static string Full(DateOnly day) => $"{day.ToString("dddd", Sv.Culture)} {Sv.Day(day)}";

    /// <summary>Why a day is not a working day: en lördag; Kristi himmelsfärdsdag.</summary>
    internal static string Off(DateOnly day) => SwedishCalendar.HolidayOn(day) ?? $"en {day.ToString("dddd", Sv.Culture)}";

    /// <summary>How far a date moves: 3 dagar senare; 1 dag tidigare.</summary>
    internal static string Moved(int days) => $"{Sv.Count(Math.Abs(days), "dag", "dagar")} {(days > 0 ? "senare" : "tidigare")}";
}
