using RegionPlan.Domain;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.Economy;

public sealed class BudgetPostTests
{
    private readonly GivenBudget given = new();

    [Fact]
    public void An_amount_decided_anew_takes_over_and_the_earlier_one_stays()
    {
        var post = given.Post("Sjukvård", BudgetSection.BoardFrame, given.Health, -100m);

        post.Decide(given.Plan, 2024, -110, "Tilläggsbudget", Given.Recorded("2024-06-01", "Tilläggsbudget § 7"));

        post.AmountOf(given.Plan.Id, 2024)!.Amount.ShouldBe(-110);
        post.AmountOf(given.Plan.Id, 2024, Given.At("2024-05-31"))!.Amount.ShouldBe(-100);
        post.Amounts.Select(a => a.Version).ShouldBe([1, 2]);
    }

    [Fact]
    public void An_amount_decided_anew_needs_a_motivation() =>
        Refused(() => given.Post("Sjukvård", BudgetSection.BoardFrame, given.Health, -100m).Decide(given.Plan, 2024, -110, "Planen", Given.Recorded())).ShouldStartWith("Skriv varför");

    [Fact]
    public void Each_year_has_versions_of_its_own() =>
        given.Post("Sjukvård", BudgetSection.BoardFrame, given.Health, -100m, -101m).Amounts.Select(a => a.Version).ShouldBe([1, 1]);

    [Theory]
    [InlineData(2023)]
    [InlineData(2027)]
    public void Only_the_plans_years_are_decided(int year) =>
        Refused(() => new BudgetPost("ram", BudgetSection.JointFrame, 1).Decide(given.Plan, year, -1, "Planen", Given.Recorded())).ShouldContain("2024–2026");

    [Theory]
    [InlineData("1000001")]
    [InlineData("-1000001")]
    [InlineData("0.0001")]
    public void An_amount_in_kronor_or_finer_than_a_thousand_is_refused(string amount) =>
        Refused(() => given.Post("Ram", BudgetSection.JointFrame, null, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))).ShouldContain("miljoner kronor");

    [Fact]
    public void A_driftram_belongs_to_a_namnd() => Refused(() => given.Post("Ram", BudgetSection.BoardFrame, null, -1m)).ShouldContain("Välj vilken");

    [Fact]
    public void A_part_of_a_part_or_of_another_section_is_refused()
    {
        var whole = new BudgetPost("hela", BudgetSection.BoardFrame, 1);
        var part = new BudgetPost("del", BudgetSection.BoardFrame, 1, whole);

        Refused(() => new BudgetPost("ny", BudgetSection.BoardFrame, 1, part));
        Refused(() => new BudgetPost("ny", BudgetSection.JointFrame, 1, whole));
    }

    [Fact]
    public void A_renamed_post_keeps_its_name_for_earlier_years()
    {
        var given = GivenBudget.Whole();
        given.Posts[0].Define(new("Hälsovård", given.Health), new(2025, 1, 1), Given.Recorded("2024-12-01", "Nytt namn"));

        given.Year(2024).RowsIn(BudgetSection.BoardFrame)[0].Definition.Name.ShouldBe("Sjukvård");
        given.Year(2025).RowsIn(BudgetSection.BoardFrame)[0].Definition.Name.ShouldBe("Hälsovård");
    }

    [Fact]
    public void A_forecast_is_made_after_a_month_of_its_year()
    {
        var figures = new ForecastFigures { Result = 435, Budget = 364, BalanceResult = 351 };

        var forecast = new ResultForecast(2025, Period.OfMonth(2025, 10), figures, "Källan", null, 1, Given.Recorded());

        (forecast.Figures.Deviation, forecast.Figures.Adjustments, forecast.RestoredBy).ShouldBe((71m, -84m, null));
        Refused(() => new ResultForecast(2025, Period.OfMonth(2024, 10), figures, "Källan", null, 1, Given.Recorded()));
        Refused(() => new ResultForecast(2025, Period.OfYear(2025), figures, "Källan", null, 1, Given.Recorded()));
    }

    [Fact]
    public void A_resultatmal_is_a_share() => Refused(() => new ResultGoal(given.Plan, 204.6m, "Planen", 1, Given.Recorded())).ShouldContain("procent");

    private static string Refused(Func<object> act) => Should.Throw<RuleViolation>(() => _ = act()).Message;
}
