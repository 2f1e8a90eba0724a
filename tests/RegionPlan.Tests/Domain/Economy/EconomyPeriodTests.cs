using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.Economy;

/// <summary>A year through a month: every sum derived, and none shown that lacks a term.</summary>
public sealed class EconomyPeriodTests
{
    private static readonly Period August = Period.OfMonth(2025, 8);
    private readonly GivenBudget given = GivenBudget.Whole();
    private readonly List<EconomyEntry> entries = [];

    [Fact]
    public void Sums_and_deviations_are_derived_from_the_posts()
    {
        TellAll(August, outcome: 0.5m, forecast: 1.1m);
        TellAll(Period.OfMonth(2024, 8), outcome: 0.4m, forecast: null);
        var period = At(August);

        Sum(period, EconomyColumn.Budget).Amount.ShouldBe(14m);
        Sum(period, EconomyColumn.Outcome).Amount.ShouldBe(7m);
        Sum(period, EconomyColumn.OutcomeBefore).Amount.ShouldBe(5.6m);
        Sum(period, EconomyColumn.Forecast).Amount.ShouldBe(15.4m);
        period.SumOf(period.Budget.Boards[0], EconomyColumn.Outcome).Amount.ShouldBe(-50.5m);
    }

    [Fact]
    public void A_sum_that_lacks_one_post_has_no_amount_and_names_the_post()
    {
        TellAll(August, outcome: 0.5m, forecast: 1m, but: "Skatt");
        var period = At(August);

        var result = Sum(period, EconomyColumn.Outcome);
        result.Amount.ShouldBeNull();
        result.Missing.Select(r => r.Definition.Name).ShouldBe(["Skatt"]);
        period.SumOf(period.Budget.Frames, EconomyColumn.Outcome).Amount.ShouldBe(-75.75m, "the ramar lack nothing");
        period.SumOf(period.Budget.NetCost, EconomyColumn.Forecast).Missing.ShouldBeEmpty();
        period.SumOf(period.Budget.TaxesAndGrants, EconomyColumn.Forecast).Amount.ShouldBeNull();
    }

    [Fact]
    public void An_amount_that_was_taken_back_is_missing()
    {
        TellAll(August, outcome: 0.5m, forecast: 1m);
        var tax = given.Posts.Single(p => p.Key == "Skatt");
        Record(tax, August, null, 140m, why: "Fel post");

        Sum(At(August), EconomyColumn.Outcome).Missing.Count.ShouldBe(1);
        Sum(At(August), EconomyColumn.Forecast).Missing.ShouldBeEmpty();
    }

    [Fact]
    public void What_the_budget_leaves_blank_may_stay_blank_and_what_it_has_may_not()
    {
        given.Post("Reserv", BudgetSection.Reserve, null, -5m, null, null);
        given.Post("Återställning", BudgetSection.Restoration, null, 0m, -3m, null);
        TellAll(August, outcome: null, forecast: 1m, but: "Återställning");
        var period = At(August);

        period.SumOf(period.Budget.Bridge.BalanceResult, EconomyColumn.Forecast).Missing.Select(r => r.Definition.Name).ShouldBe(["Återställning"]);
        Record(given.Posts.Single(p => p.Key == "Återställning"), August, null, -3m);
        period = At(August);
        period.SumOf(period.Budget.Bridge.BalanceResult, EconomyColumn.Forecast).Amount.ShouldBe(11m);
    }

    [Fact]
    public void What_was_recorded_later_is_not_known_before()
    {
        TellAll(August, outcome: 0.5m, forecast: 1m);
        var sooner = Given.At("2023-01-01");

        EconomyPeriod.Of(given.Year(2025), entries, August, sooner).HasAny.ShouldBeFalse();
        EconomyPeriod.Told(entries, 2025, sooner).ShouldBeEmpty();
        EconomyPeriod.Told(entries, 2025).ShouldBe([August]);
    }

    [Fact]
    public void The_measure_of_the_result_is_counted_from_a_whole_years_outcome_only()
    {
        var december = Period.OfMonth(2025, 12);
        TellAll(August, outcome: 1m, forecast: 1m);
        TellAll(december, outcome: 1m, forecast: null);

        var share = FinancialMeasures.Of(FinancialMeasures.ResultShare, Guid.NewGuid(), given.Region, At(december)).ShouldNotBeNull();

        (share.Numerator, share.Denominator, share.Amount, share.Period).ShouldBe((14m, 160m, 8.75m, Period.OfYear(2025)));
        FinancialMeasures.Of(FinancialMeasures.ResultShare, Guid.NewGuid(), given.Region, At(August)).ShouldBeNull();
    }

    [Fact]
    public void Without_one_posts_outcome_the_measure_of_the_result_has_none()
    {
        TellAll(Period.OfMonth(2025, 12), outcome: 1m, forecast: null, but: "Ränta");

        FinancialMeasures.Of(FinancialMeasures.ResultShare, Guid.NewGuid(), given.Region, At(Period.OfMonth(2025, 12))).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(0.1, 0)]
    public void The_measure_of_borrowing_is_yes_only_where_a_whole_year_is_told_and_nothing_was_borrowed(double borrowed, int yes)
    {
        var december = Period.OfMonth(2025, 12);
        var loans = given.Post("Upplåning", BudgetSection.Borrowing, null, 0m, 0m, 0m);
        TellAll(december, outcome: 1m, forecast: null, but: "Upplåning");
        FinancialMeasures.Of(FinancialMeasures.WithoutBorrowing, Guid.NewGuid(), given.Region, At(december)).ShouldBeNull("silence is not a yes");
        var without = Sum(At(december), EconomyColumn.Outcome).Amount;

        Record(loans, december, (decimal)borrowed, null);
        Record(loans, August, (decimal)borrowed, null);

        FinancialMeasures.Of(FinancialMeasures.WithoutBorrowing, Guid.NewGuid(), given.Region, At(december))!.Amount.ShouldBe(yes);
        FinancialMeasures.Of(FinancialMeasures.WithoutBorrowing, Guid.NewGuid(), given.Region, At(August)).ShouldBeNull();
        Sum(At(december), EconomyColumn.Outcome).Amount.ShouldBe(without, "a loan is in no sum");
    }

    [Fact]
    public void Where_no_post_tells_of_loans_the_measure_of_borrowing_has_no_outcome()
    {
        TellAll(Period.OfMonth(2025, 12), outcome: 1m, forecast: null);

        FinancialMeasures.Of(FinancialMeasures.WithoutBorrowing, Guid.NewGuid(), given.Region, At(Period.OfMonth(2025, 12))).ShouldBeNull();
    }

    [Theory]
    [InlineData("5.1", 2025, true)]
    [InlineData("5.2", 2026, true)]
    [InlineData("5.2", 2024, false)]
    [InlineData("1.1", 2025, false)]
    public void The_two_measures_of_the_finances_are_counted_from_2025_on(string code, int year, bool isCounted) =>
        FinancialMeasures.IsCounted(code, year).ShouldBe(isCounted);

    [Fact]
    public void A_sum_of_which_a_part_is_invented_says_so()
    {
        TellAll(August, outcome: 0.5m, forecast: 1m, origin: new("Demonstration", IsExample: true));
        Record(given.Posts.Single(p => p.Key == "Skatt"), August, 70m, 140m);

        Sum(At(August), EconomyColumn.Outcome).IsExample.ShouldBeTrue();
        At(August).IsExample(given.Year(2025).RowsIn(BudgetSection.TaxesAndGrants)[0], EconomyColumn.Outcome).ShouldBeFalse();
    }

    private static PeriodSum Sum(EconomyPeriod period, EconomyColumn column) => period.SumOf(period.Budget.Result, column);

    private EconomyPeriod At(Period through) => EconomyPeriod.Of(given.Year(2025), entries, through);

    /// <summary>Every post comes to a share of the budget of 2025.</summary>
    private void TellAll(Period through, decimal? outcome, decimal? forecast, string? but = null, OutcomeOrigin? origin = null)
    {
        foreach (var post in given.Posts.Where(p => p.Key != but))
        {
            var budget = post.AmountOf(given.Plan.Id, 2025)?.Amount;
            Record(post, through, budget * outcome, budget * forecast, origin: origin);
        }
    }

    private void Record(BudgetPost post, Period through, decimal? outcome, decimal? forecast, string? why = null, OutcomeOrigin? origin = null) =>
        entries.AddRange(new AmountRow(new(post.Id, through), entries).Record(
            new(outcome, forecast), Guid.NewGuid(), origin ?? OutcomeOrigin.Manual, Given.Recorded(why: why), Guid.NewGuid()));
}
