namespace RegionPlan.Domain.FollowUps;

/// <summary>Which days are working days in Sweden: not Saturdays, Sundays and public holidays, nor the three eves that the law treats as such.</summary>
public static class SwedishCalendar
{
    /// <summary>What a day is called where it is a holiday (lag 1989:253) or an eve that the law on time limits equates with one (lag 1930:173); else null.</summary>
    public static string? HolidayOn(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => "nyårsdagen",
        (1, 6) => "trettondedag jul",
        (5, 1) => "första maj",
        (6, 6) => "nationaldagen",
        (12, 24) => "julafton",
        (12, 25) => "juldagen",
        (12, 26) => "annandag jul",
        (12, 31) => "nyårsafton",
        (6, >= 19 and <= 25) when day.DayOfWeek == DayOfWeek.Friday => "midsommarafton",
        (6, >= 20 and <= 26) when day.DayOfWeek == DayOfWeek.Saturday => "midsommardagen",
        (10, 31) or (11, <= 6) when day.DayOfWeek == DayOfWeek.Saturday => "alla helgons dag",
        _ => Movable(day),
    };

    /// <summary>Whether the day is neither a Saturday, a Sunday nor a holiday.</summary>
    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && HolidayOn(day) is null;

    /// <summary>The day itself where it is a working day, else the first one after it.</summary>
    public static DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Easter Sunday of a year, by the Gregorian reckoning (the algorithm of Meeus, Jones and Butcher).</summary>
    public static DateOnly EasterOf(int year)
    {
        var (century, ofCentury, golden) = (year / 100, year % 100, year % 19);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var sum = epact + weekday - (7 * late) + 114;
        return new(year, sum / 31, (sum % 31) + 1);
    }

    private static string? Movable(DateOnly day) => (day.DayNumber - EasterOf(day.Year).DayNumber) switch
    {
        -2 => "långfredagen",
        0 => "påskdagen",
        1 => "annandag påsk",
        39 => "Kristi himmelsfärdsdag",
        49 => "pingstdagen",
        _ => null,
    };
}
