using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Tests.Domain.FollowUps;

/// <summary>Who owes what in 2026, when the year is set up as the template has it.</summary>
public sealed class DutiesTests
{
    private static readonly Target.Value Targeted = new(10);
    private readonly List<FollowUp> year = FollowUpGiven.Template(2026);

    [Fact]
    public void Each_month_is_owed_once_to_the_first_follow_up_that_reaches_its_end() =>
        Owed(FollowUpGiven.Series(Frequency.Month)).ShouldBe(
        [
            "2026-01 uppfoljningsrapport-1", "2026-02 uppfoljningsrapport-1", "2026-03 uppfoljningsrapport-1", "2026-04 delarsrapport-1",
            "2026-05 uppfoljningsrapport-2", "2026-06 uppfoljningsrapport-2", "2026-07 delarsrapport-2", "2026-08 delarsrapport-2",
            "2026-09 uppfoljningsrapport-3", "2026-10 uppfoljningsrapport-3", "2026-11 arsredovisning-1", "2026-12 arsredovisning-1",
        ]);

    [Fact]
    public void A_tertial_is_owed_to_the_report_after_it_and_a_units_own_figure_to_the_verksamhetsberättelse()
    {
        Owed(FollowUpGiven.Series(Frequency.Tertial)).ShouldBe(["2026-T1 delarsrapport-1", "2026-T2 delarsrapport-2", "2026-T3 arsredovisning-1"]);
        Owed(FollowUpGiven.Series(Frequency.Tertial, isRegional: false))
            .ShouldBe(["2026-T1 verksamhetsberattelse-1", "2026-T2 verksamhetsberattelse-2", "2026-T3 verksamhetsberattelse-3"]);
    }

    [Fact]
    public void A_year_is_owed_once_and_with_a_target_its_prognos_to_each_report_that_asks_for_one()
    {
        Owed(FollowUpGiven.Series(Frequency.Year)).ShouldBe(["2026 arsredovisning-1"]);
        Owed(FollowUpGiven.Series(Frequency.Year, target: Targeted))
            .ShouldBe(["2026 arsredovisning-1", "2026-T1 delarsrapport-1 prognos", "2026-T2 delarsrapport-2 prognos"]);
        Owed(FollowUpGiven.Series(Frequency.Year, isRegional: false, target: Targeted))
            .ShouldBe(["2026 verksamhetsberattelse-3", "2026-T1 verksamhetsberattelse-1 prognos", "2026-T2 verksamhetsberattelse-2 prognos"]);
    }

    [Fact]
    public void What_is_counted_from_elsewhere_is_owed_by_nobody_but_for_its_prognos() =>
        Owed(FollowUpGiven.Series(Frequency.Year, target: Targeted) with { IsCounted = true }).ShouldBe(["2026-T1 delarsrapport-1 prognos", "2026-T2 delarsrapport-2 prognos"]);

    [Fact]
    public void What_is_measured_more_often_than_once_a_year_has_no_prognos() =>
        Duties.Of(year, [FollowUpGiven.Series(Frequency.Month, target: Targeted), FollowUpGiven.Series(Frequency.Tertial, target: Targeted)], 2026)
            .ShouldNotContain(d => d.IsForecast);

    [Theory]
    [InlineData(new[] { 2022, 2024 }, true)]
    [InlineData(new[] { 2023, 2025 }, false)]
    [InlineData(new[] { 2021 }, false)]
    [InlineData(new int[0], true)]
    [InlineData(new[] { 2025, 2026 }, false)]
    public void What_is_measured_every_second_year_is_not_owed_in_between(int[] measured, bool isOwed) =>
        Owed(FollowUpGiven.Series(Frequency.EverySecondYear, measured: measured)).Count.ShouldBe(isOwed ? 1 : 0);

    [Fact]
    public void The_plan_decides_which_years_are_in_between_where_it_says_so()
    {
        Owed(FollowUpGiven.Series(Frequency.EverySecondYear, target: new Target.None(NoTargetReason.Biennial), measured: [2024])).ShouldBeEmpty();
        Owed(FollowUpGiven.Series(Frequency.EverySecondYear, target: Targeted, measured: [2025])).ShouldContain("2026 arsredovisning-1");
    }

    [Theory]
    [InlineData(2025, false)]
    [InlineData(2026, true)]
    [InlineData(2027, true)]
    public void What_has_ended_is_not_owed(int through, bool isOwed) =>
        Owed(FollowUpGiven.Series(Frequency.Year, through: through)).Count.ShouldBe(isOwed ? 1 : 0);

    [Fact]
    public void A_period_that_no_follow_up_reaches_is_owed_to_nobody()
    {
        var spring = year.Where(f => f.Terms.Through.Month <= 4).ToList();

        Duties.Of(spring, [FollowUpGiven.Series(Frequency.Tertial)], 2026).Select(d => d.Period.ToString()).ShouldBe(["2026-T1"]);
        Duties.Of(year, [FollowUpGiven.Series(Frequency.Year)], 2027).ShouldBeEmpty("2027 is not set up");
    }

    [Fact]
    public void Every_period_of_every_series_is_owed_exactly_once()
    {
        OwedSeries[] all = [.. Enum.GetValues<Frequency>().SelectMany(f => new[] { FollowUpGiven.Series(f), FollowUpGiven.Series(f, isRegional: false) })];

        var figures = Duties.Of(year, all, 2026).Where(d => !d.IsForecast).ToList();

        figures.Select(d => d.Key).Distinct().Count().ShouldBe(figures.Count);
        foreach (var series in all)
        {
            figures.Where(d => d.Series == series).Select(d => d.Period).ShouldBe(series.PeriodsOf(2026), ignoreOrder: true);
        }
    }

    [Fact]
    public void A_follow_up_that_no_longer_collects_gives_its_duties_to_the_next_one()
    {
        var series = FollowUpGiven.Series(Frequency.Tertial);
        var interim = year.Single(f => f.Key == "2026-delarsrapport-1");

        var change = Changes([series], interim, interim.Terms with { CollectsOutcomes = false }).ShouldHaveSingleItem();

        (change.From!.Key, change.To!.Key, change.Period.ToString()).ShouldBe(("2026-delarsrapport-1", "2026-uppfoljningsrapport-2", "2026-T1"));
    }

    [Fact]
    public void What_nobody_collects_any_longer_falls_away_and_arises_when_it_is_collected_again()
    {
        var series = FollowUpGiven.Series(Frequency.Year);
        var annual = year.Single(f => f.Kind == FollowUpKind.AnnualReport);
        var without = year.Select(f => f == annual ? annual.Trying(annual.Terms with { CollectsOutcomes = false }) : f).ToList();

        var gone = DutyChange.Between(Duties.Of(year, [series], 2026), Duties.Of(without, [series], 2026)).ShouldHaveSingleItem();
        var back = DutyChange.Between(Duties.Of(without, [series], 2026), Duties.Of(year, [series], 2026)).ShouldHaveSingleItem();

        (gone.From?.Key, gone.To).ShouldBe(("2026-arsredovisning-1", null));
        (back.From, back.To?.Key).ShouldBe((null, "2026-arsredovisning-1"));
    }

    [Fact]
    public void A_prognos_is_not_moved_but_arises_and_falls_away()
    {
        var series = FollowUpGiven.Series(Frequency.Year, target: Targeted);
        var interim = year.Single(f => f.Key == "2026-delarsrapport-1");

        var change = Changes([series], interim, interim.Terms with { AsksForForecast = false }).ShouldHaveSingleItem();

        (change.IsForecast, change.From!.Key, change.To).ShouldBe((true, "2026-delarsrapport-1", null));
    }

    [Fact]
    public void A_moved_last_day_changes_no_duty()
    {
        var interim = year.Single(f => f.Key == "2026-delarsrapport-1");

        Changes([FollowUpGiven.Series(Frequency.Month), FollowUpGiven.Series(Frequency.Year, target: Targeted)], interim, interim.Terms with { UnitDue = Given.Day("2026-05-13") })
            .ShouldBeEmpty();
    }

    private IReadOnlyList<DutyChange> Changes(OwedSeries[] series, FollowUp followUp, FollowUpTerms terms) => DutyChange.Between(
        Duties.Of(year, series, 2026), Duties.Of(year.Select(f => f == followUp ? followUp.Trying(terms) : f), series, 2026));

    private List<string> Owed(OwedSeries series) =>
        [.. Duties.Of(year, [series], 2026).Select(d => $"{d.Period} {d.FollowUp.Key["2026-".Length..]}{(d.IsForecast ? " prognos" : "")}")];
}
