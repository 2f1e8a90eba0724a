using System.Globalization;
using RegionPlan.Web.Data;

namespace RegionPlan.Tests.Data;

public sealed class TimeAxesTests
{
    [Theory]
    [InlineData("2024-12-31", "2024-12-31T22:59:59.9999999Z")]
    [InlineData("2024-07-01", "2024-07-01T21:59:59.9999999Z")]
    [InlineData("2024-12-31T15:00Z", "2024-12-31T15:00:00Z")]
    [InlineData("2024-12-31T15:00:30Z", "2024-12-31T15:00:30Z")]
    [InlineData("2024-12-31T15:00", "2024-12-31T14:00:00Z")]
    [InlineData("2024-07-01T15:00", "2024-07-01T13:00:00Z")]
    [InlineData("2024-12-31T15:00+02:00", "2024-12-31T13:00:00Z")]
    public void A_day_is_all_of_it_and_a_time_without_offset_is_the_regions(string text, string expected)
    {
        TimeAxes.TryReadAsOf(text, out var asOf).ShouldBeTrue();

        asOf.ToUniversalTime().ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("snart")]
    [InlineData("2024")]
    [InlineData("2024-13-01")]
    [InlineData("12:00")]
    [InlineData("1/2/2024")]
    [InlineData("5 May")]
    public void What_is_not_a_date_with_year_month_and_day_is_not_read(string? text) => TimeAxes.TryReadAsOf(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    public void A_time_outside_what_can_be_told_is_refused_or_read_but_never_thrown(string text) => Should.NotThrow(() => TimeAxes.TryReadAsOf(text, out _));

    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("2023-02-29", false)]
    [InlineData("20240229", false)]
    [InlineData("2024-2-29", false)]
    [InlineData(null, false)]
    public void A_business_date_is_a_day(string? text, bool isRead) => TimeAxes.TryReadValidOn(text, out _).ShouldBe(isRead);
}
