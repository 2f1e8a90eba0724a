using RegionPlan.Domain.Measures;
using RegionPlan.Tests.Domain;
using RegionPlan.Web.Shared;

namespace RegionPlan.Tests.Shared;

public sealed class YearlySeriesTests
{
    private readonly GivenPlan given = Given.APlanWithMeasures();

    [Fact]
    public void A_year_without_outcome_is_a_gap()
    {
        var series = given.Measure("3.10");
        given.Outcome(series, "2022", 92.3m).Outcome(series, "2024", 94.2m);

        Years(series).ShouldBe([(2022, 92.3m), (2023, null), (2024, 94.2m)]);
    }

    [Fact]
    public void The_year_between_two_outcomes_of_a_biennial_series_is_no_gap()
    {
        var series = given.Measure("1.7", seriesTerms: new() { Frequency = Frequency.EverySecondYear });
        given.Outcome(series, "2016", 1).Outcome(series, "2018", 2).Outcome(series, "2021", 3).Outcome(series, "2023", 4);

        Years(series).ShouldBe([(2016, 1m), (2018, 2m), (2019, null), (2020, null), (2021, 3m), (2023, 4m)]);
    }

    [Fact]
    public void A_whole_year_goes_before_its_parts_and_the_latest_part_before_the_earlier()
    {
        var series = given.Measure("3.11");
        given.Outcome(series, "2023", 10).Outcome(series, "2023-T3", 11).Outcome(series, "2024-T1", 12).Outcome(series, "2024-T2", 13);

        Years(series).ShouldBe([(2023, 10m), (2024, 13m)]);
    }

    [Fact]
    public void Without_outcomes_there_are_no_years() => Years(given.Measure("3.11")).ShouldBeEmpty();

    [Fact]
    public void One_outcome_is_one_year()
    {
        var series = given.Measure("3.11");
        given.Outcome(series, "2024", 5);

        Years(series).ShouldBe([(2024, 5m)]);
    }

    [Fact]
    public void What_was_taken_back_is_a_gap()
    {
        var series = given.Measure("3.11");
        given.Outcome(series, "2022", 1).Outcome(series, "2023", 2).Outcome(series, "2024", 3).TakeBack(series, "2023", "2025-03-01", "Fel");

        Years(series).ShouldBe([(2022, 1m), (2023, null), (2024, 3m)]);
    }

    private IReadOnlyList<(int Year, decimal? Value)> Years(MeasureSeries series) => YearlySeries.Of(given.AssessSeries(series), o => o.Total?.Amount);
}
