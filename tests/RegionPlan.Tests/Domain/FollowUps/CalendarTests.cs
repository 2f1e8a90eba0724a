using RegionPlan.Domain.FollowUps;

namespace RegionPlan.Tests.Domain.FollowUps;

/// <summary>Dates from the Swedish almanac.</summary>
public sealed class CalendarTests
{
    [Theory]
    [InlineData("1961-04-02")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2100-03-28")]
    public void Easter_is_computed(string sunday) => SwedishCalendar.EasterOf(Given.Day(sunday).Year).ShouldBe(Given.Day(sunday));

    [Fact]
    public void Easter_is_a_sunday_between_22_march_and_25_april_in_every_year_that_can_be_followed_up()
    {
        for (var year = FollowUp.EarliestYear; year <= FollowUp.LatestYear; year++)
        {
            var easter = SwedishCalendar.EasterOf(year);
            easter.DayOfWeek.ShouldBe(DayOfWeek.Sunday);
            easter.ShouldBeInRange(new(year, 3, 22), new(year, 4, 25));
        }
    }

    [Fact]
    public void Every_holiday_of_2026_is_known()
    {
        var first = new DateOnly(2026, 1, 1);

        Enumerable.Range(0, 365).Select(first.AddDays).Where(d => SwedishCalendar.HolidayOn(d) is not null)
            .Select(d => $"{d:MM-dd} {SwedishCalendar.HolidayOn(d)}").ShouldBe(
            [
                "01-01 nyårsdagen", "01-06 trettondedag jul", "04-03 långfredagen", "04-05 påskdagen", "04-06 annandag påsk", "05-01 första maj",
                "05-14 Kristi himmelsfärdsdag", "05-24 pingstdagen", "06-06 nationaldagen", "06-19 midsommarafton", "06-20 midsommardagen",
                "10-31 alla helgons dag", "12-24 julafton", "12-25 juldagen", "12-26 annandag jul", "12-31 nyårsafton",
            ]);
    }

    [Theory]
    [InlineData("2026-05-13", "2026-05-13")] // a Wednesday
    [InlineData("2026-05-14", "2026-05-15")] // Kristi himmelsfärdsdag
    [InlineData("2026-05-16", "2026-05-18")] // a Saturday
    [InlineData("2026-04-03", "2026-04-07")] // långfredagen, and then Easter
    [InlineData("2026-12-24", "2026-12-28")] // julafton, two holidays and a Sunday
    [InlineData("2027-12-31", "2028-01-03")] // nyårsafton into the next year
    [InlineData("2025-06-20", "2025-06-23")] // midsommarafton
    public void A_day_off_gives_the_next_working_day(string day, string working) =>
        SwedishCalendar.WorkingDayFrom(Given.Day(day)).ShouldBe(Given.Day(working));
}
