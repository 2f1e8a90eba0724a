using System.Globalization;
using System.Text;

namespace RegionPlan.Web.Features.YearWheel;

/// <summary>A whole day in a calendar.</summary>
/// <param name="Uid">The same for as long as the event is there.</param>
/// <param name="Day">The day.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Description">More about it.</param>
/// <param name="Address">The page about it.</param>
/// <param name="Sequence">One more for each time it is changed.</param>
/// <param name="ChangedAt">When it was changed last.</param>
internal sealed record CalendarEvent(string Uid, DateOnly Day, string Summary, string Description, string Address, int Sequence, DateTimeOffset ChangedAt);

/// <summary>Writes whole days as iCalendar (RFC 5545).</summary>
internal static class CalendarText
{
    /// <summary>A line is folded so that no piece of it is longer, its line break left out.</summary>
    private const int MostOctets = 75;

    internal static string Write(string name, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//RegionPlan//Årshjul//SV");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, $"NAME:{Escaped(name)}");
        Line(text, $"X-WR-CALNAME:{Escaped(name)}");
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:P1D");
        foreach (var one in events)
        {
            Event(text, one);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, CalendarEvent one)
    {
        var changed = one.ChangedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{one.Uid}");
        Line(text, $"DTSTAMP:{changed}");
        Line(text, $"LAST-MODIFIED:{changed}");
        Line(text, $"SEQUENCE:{one.Sequence.ToString(CultureInfo.InvariantCulture)}");
        Line(text, $"DTSTART;VALUE=DATE:{Date(one.Day)}");
        Line(text, $"DTEND;VALUE=DATE:{Date(one.Day.AddDays(1))}");
        Line(text, $"SUMMARY;LANGUAGE=sv:{Escaped(one.Summary)}");
        Line(text, $"DESCRIPTION;LANGUAGE=sv:{Escaped(one.Description)}");
        Line(text, $"URL:{one.Address}");
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>A line with its break, folded between characters: every piece after the first begins with a space.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
