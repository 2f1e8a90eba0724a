using System.Globalization;
using RegionPlan.Domain.FollowUps;

namespace RegionPlan.Web.Features.YearWheel;

/// <summary>Where everything in the wheel is drawn: January begins at the top, and a day of the next year stands where the same day of this year does.</summary>
internal sealed class WheelDrawing(int year)
{
    internal const int Size = 640;
    internal const double Centre = Size / 2.0;
    internal const double MonthOuter = 314;
    internal const double MonthInner = 284;

    private const double RingWidth = 33;
    private const double RingGap = 5;
    private const double FirstRing = MonthInner - 8;

    private static readonly FollowUpKind[] Kinds = Enum.GetValues<FollowUpKind>();

    /// <summary>The rings from the outermost in.</summary>
    internal static IReadOnlyList<FollowUpKind> Rings => Kinds;

    internal static string Key(FollowUpKind kind) => FollowUp.SlugOf(kind);

    /// <summary>The outer and the inner radius of a kind's ring.</summary>
    internal static (double Outer, double Inner) RingOf(FollowUpKind kind)
    {
        var outer = FirstRing - (Array.IndexOf(Kinds, kind) * (RingWidth + RingGap));
        return (outer, outer - RingWidth);
    }

    /// <summary>Degrees clockwise from the top to the start of a day.</summary>
    internal double AngleOf(DateOnly day)
    {
        var first = new DateOnly(year, 1, 1);
        return 360.0 * (day.DayNumber - first.DayNumber) / (first.AddYears(1).DayNumber - first.DayNumber);
    }

    /// <summary>From the day after the period's end through the decision, or the region's last day where the decision has none.</summary>
    internal (double From, double To) SpanOf(FollowUpTerms terms) =>
        (AngleOf(terms.Through.AddDays(1)), AngleOf((terms.DecidedOn ?? terms.RegionDue).AddDays(1)));

    /// <summary>A sector of a ring as an SVG path.</summary>
    internal static string Sector(double outer, double inner, double from, double to)
    {
        // A full turn has no arc of its own: its ends are the same point.
        var end = Math.Min(to, from + 359.9);
        var large = end - from > 180 ? 1 : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"M{At(outer, from)}A{outer:0.##} {outer:0.##} 0 {large} 1 {At(outer, end)}L{At(inner, end)}A{inner:0.##} {inner:0.##} 0 {large} 0 {At(inner, from)}Z");
    }

    /// <summary>A line across a ring as an SVG path.</summary>
    internal static string Ray(double outer, double inner, double angle) => $"M{At(outer, angle)}L{At(inner, angle)}";

    /// <summary>A point as it is written in a path.</summary>
    internal static string At(double radius, double angle)
    {
        var (x, y) = Point(radius, angle);
        return $"{Number(x)} {Number(y)}";
    }

    internal static (double X, double Y) Point(double radius, double angle)
    {
        var turned = (angle - 90) * Math.PI / 180;
        return (Centre + (radius * Math.Cos(turned)), Centre + (radius * Math.Sin(turned)));
    }

    internal static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
