using RegionPlan.Domain.Economy;

namespace RegionPlan.Tests.Domain.Economy;

public sealed class BudgetYearTests
{
    private readonly GivenBudget given = GivenBudget.Whole();

    [Fact]
    public void Every_sum_is_derived_from_the_posts_and_the_sums_before_it()
    {
        var year = given.Year(2024);

        year.Boards.Select(b => (b.UnitId, b.Amount)).ShouldBe([(given.Health, -100m), (given.Traffic, -20.5m)]);
        (year.BoardsTotal.Amount, year.Frames.Amount, year.NetCost.Amount).ShouldBe((-120.5m, -150.5m, -145.5m));
        (year.TaxesAndGrants.Amount, year.Financing.Amount, year.Result.Amount).ShouldBe((160m, 160.5m, 15m));
    }

    [Fact]
    public void A_sum_says_what_it_was_summed_from()
    {
        var terms = given.Year(2024).Frames.Terms;

        terms[0].ShouldBeOfType<SumTerm.Part>().Whole.Sum.ShouldBe(BudgetSum.Boards);
        terms[1].ShouldBeOfType<SumTerm.Post>().Row.Definition.Name.ShouldBe("Köpt vård");
        terms.Sum(t => t.Amount).ShouldBe(-150.5m);
    }

    [Fact]
    public void A_ram_outside_the_namnder_is_not_in_its_namnds_sum() =>
        given.Year(2024).Boards[0].Terms.Cast<SumTerm.Post>().Select(t => t.Row.Definition.Name).ShouldBe(["Sjukvård"]);

    [Fact]
    public void A_row_that_tells_a_part_of_another_is_shown_with_it_and_never_summed()
    {
        given.Post("varav akut", BudgetSection.BoardFrame, given.Health, given.Posts[0], [-40m]);

        var year = given.Year(2024);

        year.Boards[0].Amount.ShouldBe(-100);
        year.RowsIn(BudgetSection.BoardFrame)[0].Parts.Single().Amount.ShouldBe(-40);
        year.RowsIn(BudgetSection.BoardFrame).Count.ShouldBe(2);
    }

    [Fact]
    public void The_printed_figure_stands_beside_a_derived_one_that_differs_at_its_decimals()
    {
        given.Prints(BudgetSum.NetCost, -145.4m);
        given.Prints(BudgetSum.Frames, -151m, decimals: 0);
        given.Prints(BudgetSum.Board, -100.1m, unit: given.Health);

        var year = given.Year(2024);

        (year.NetCost.Amount, year.NetCost.Printed!.Amount, year.NetCost.DiffersFromPrinted).ShouldBe((-145.5m, -145.4m, true));
        year.Frames.DiffersFromPrinted.ShouldBeFalse("−150,5 is −151 in whole mnkr");
        year.Boards.Select(b => b.DiffersFromPrinted).ShouldBe([true, false]);
        year.Result.Amount.ShouldBe(15, "what is printed is never counted with");
    }

    [Fact]
    public void A_post_without_an_amount_in_a_year_is_told_by_every_sum_that_lacks_it()
    {
        given.Post("Läkemedel", BudgetSection.JointFrame, given.Health, -50m);

        given.Year(2024).Result.Missing.ShouldBeEmpty();
        var year = given.Year(2025);
        year.BoardsTotal.Missing.ShouldBeEmpty();
        year.Frames.Missing.Single().Definition.Name.ShouldBe("Läkemedel");
        year.Result.Missing.Count.ShouldBe(1);
    }

    [Fact]
    public void As_of_an_earlier_time_the_sums_are_those_that_were_known()
    {
        given.Posts[0].Decide(given.Plan, 2024, -110, "Tilläggsbudget", Given.Recorded("2024-06-01", "Beslut"));

        given.Year(2024).Result.Amount.ShouldBe(5);
        given.Year(2024, "2024-05-31").Result.Amount.ShouldBe(15);
        given.Year(2024, "2023-01-01").Boards.ShouldBeEmpty("nothing was recorded");
    }

    [Fact]
    public void Another_plans_amounts_are_not_counted()
    {
        var later = new RegionPlan.Domain.Plans.Plan("2025-2027", 2025, 2027);
        given.Posts[0].Decide(later, 2025, -999, "Senare plan", Given.Recorded());

        given.Year(2025).Boards[0].Amount.ShouldBe(-101);
    }

    [Fact]
    public void The_resultatmal_is_a_share_of_taxes_and_grants()
    {
        var target = given.Year(2024).Target!;

        (target.Basis.Amount, target.Amount, target.Distance, target.IsReached).ShouldBe((160m, 3.2m, 11.8m, true));
        target.ResultPercent.ShouldBe(9.375m);
    }

    [Fact]
    public void The_bridge_goes_from_the_result_by_adjustments_to_reserves_and_what_is_restored()
    {
        given.Post("Orealiserat", BudgetSection.BalanceAdjustment, null, -4m);
        given.Post("RUR", BudgetSection.Reserve, null, 2m, null, null);
        given.Post("Återställning", BudgetSection.Restoration, null, -3m, -9m, 0m);

        var bridge = given.Year(2024).Bridge;

        (bridge.Result.Amount, bridge.Adjusted.Amount, bridge.BalanceResult.Amount).ShouldBe((15m, 11m, 10m));
        bridge.BalanceResult.Terms.Select(t => t.Amount).ShouldBe([11m, 2m, -3m]);
        var next = given.Year(2025).Bridge;
        next.Reserves.ShouldBeEmpty();
        next.BalanceResult.Missing.ShouldBeEmpty("a blank reserve says that none is used");
        next.BalanceResult.Amount.ShouldBe(14m - 9m);
    }

    [Fact]
    public void A_deficit_before_the_plan_is_to_be_restored_within_three_years_and_the_years_restorations_are_counted_together()
    {
        given.Forecast(2023, "2023-04", -30, -20);
        given.Forecast(2023, "2023-08", -25, -11.5m);
        given.Post("Återställning", BudgetSection.Restoration, null, -3m, -9m, 0m);

        Left(2024).ShouldBe((2026, 11.5m, 3m, 8.5m));
        Left(2025).ShouldBe((2026, 11.5m, 12m, 0m));
        Left(2026).ShouldBe((2026, 11.5m, 12m, 0m));
        (int, decimal, decimal, decimal) Left(int year) => given.Year(year).Bridge.ToRestore is { } d ? (d.By, d.Amount, d.Restored, d.Left) : default;
    }

    [Fact]
    public void Without_a_deficit_there_is_nothing_to_restore()
    {
        given.Forecast(2023, "2023-08", -25, 3);

        given.Year(2024).Bridge.ToRestore.ShouldBeNull();
    }
}
