using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Reports;
using RegionPlan.Tests.Domain.FollowUps;

namespace RegionPlan.Tests.Domain.Reports;

/// <summary>The law's time for a report, against today and the planned decision.</summary>
public sealed class StatutoryClockTests
{
    [Fact]
    public void A_delarsrapport_per_31_August_has_two_months_and_the_arsredovisning_until_15_April()
    {
        Clock(FollowUpKind.InterimReport, 8, "2025-10-01")!.Latest.ShouldBe(Given.Day("2025-10-31"));
        Clock(FollowUpKind.AnnualReport, 12, "2026-03-01")!.Latest.ShouldBe(Given.Day("2026-04-15"));
    }

    [Theory]
    [InlineData(FollowUpKind.InterimReport, 4)]
    [InlineData(FollowUpKind.ActivityReport, 12)]
    [InlineData(FollowUpKind.PeriodReport, 8)]
    public void The_law_sets_no_time_for_other_reports(FollowUpKind kind, int month) => Clock(kind, month, "2025-10-01").ShouldBeNull();

    [Theory]
    [InlineData("2025-10-01", 30, false)]
    [InlineData("2025-10-31", 0, false)]
    [InlineData("2025-11-02", -2, true)]
    public void The_days_are_counted_from_today(string today, int left, bool isPassed)
    {
        var clock = Clock(FollowUpKind.InterimReport, 8, today)!;

        (clock.DaysLeft, clock.IsPassed).ShouldBe((left, isPassed));
    }

    [Fact]
    public void It_stops_on_the_day_of_the_decision()
    {
        var clock = Clock(FollowUpKind.InterimReport, 8, "2026-11-22", decided: Given.Day("2025-10-27"))!;

        (clock.DaysLeft, clock.IsPassed).ShouldBe((4, false));
    }

    [Theory]
    [InlineData("2025-10-31", false)]
    [InlineData("2025-11-01", true)]
    public void A_decision_that_is_planned_after_the_last_day_is_told(string planned, bool isAfter)
    {
        var followUp = FollowUpGiven.Planned(FollowUpGiven.Terms(2025, 8) with { DecidedOn = Given.Day(planned) });

        StatutoryClock.Of(followUp, Given.Day("2025-10-01"))!.IsPlannedAfter.ShouldBe(isAfter);
        StatutoryClock.Of(FollowUpGiven.Planned(FollowUpGiven.Terms(2025, 8)), Given.Day("2025-10-01"))!.IsPlannedAfter.ShouldBeFalse();
    }

    private static StatutoryClock? Clock(FollowUpKind kind, int month, string today, DateOnly? decided = null) =>
        StatutoryClock.Of(FollowUpGiven.Planned(FollowUpGiven.Terms(2025, month), kind), Given.Day(today), decided);
}
