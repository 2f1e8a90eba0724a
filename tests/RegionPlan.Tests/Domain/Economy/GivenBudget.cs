using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Tests.Domain.Economy;

/// <summary>A small budget to sum: two nämnder, one of each other section, a resultatmål of 2 %.</summary>
internal sealed class GivenBudget
{
    private int order;

    internal Guid Region { get; } = Guid.NewGuid();

    internal Guid Health { get; } = Guid.NewGuid();

    internal Guid Traffic { get; } = Guid.NewGuid();

    internal Plan Plan { get; } = Given.APlan();

    internal List<BudgetPost> Posts { get; } = [];

    internal List<PrintedSum> Printed { get; } = [];

    internal List<ResultForecast> Forecasts { get; } = [];

    internal BudgetYear Year(int year, string? asOf = null) =>
        BudgetYear.Of(new(Plan, Region, Posts, Printed, [new(Plan, 2, "Planen", 1, Given.Recorded())], Forecasts), year, asOf is null ? null : Given.At(asOf));

    /// <summary>A post with its amounts of the plan's years from the first.</summary>
    internal BudgetPost Post(string name, BudgetSection section, Guid? board, params decimal?[] amounts) => Post(name, section, board, null, amounts);

    internal BudgetPost Post(string name, BudgetSection section, Guid? board, BudgetPost? partOf, decimal?[] amounts)
    {
        var post = new BudgetPost(name, section, ++order, partOf);
        post.Define(new(name, board), Plan.FirstDay, Given.Recorded());
        foreach (var (index, amount) in amounts.Index())
        {
            if (amount is { } decided)
            {
                post.Decide(Plan, Plan.FirstYear + index, decided, "Planen", Given.Recorded());
            }
        }

        Posts.Add(post);
        return post;
    }

    internal void Prints(BudgetSum sum, decimal amount, int decimals = 1, Guid? unit = null) =>
        Printed.Add(new(Plan, 2024, sum, unit ?? Region, amount, decimals, "Planen", Printed.Count + 1, Given.Recorded()));

    internal void Forecast(int year, string through, decimal result, decimal? balanceResult) => Forecasts.Add(
        new(year, Period.Parse(through), new() { Result = result, BalanceResult = balanceResult, Decimals = 1 }, "Planen", null, Forecasts.Count + 1, Given.Recorded()));

    /// <summary>Ramar −100 and −20,5; köpt vård −30; bidrag 5; taxes 140 and grants 20; ränta 0,5: a result of 15,0 in 2024.</summary>
    internal static GivenBudget Whole()
    {
        var given = new GivenBudget();
        given.Post("Sjukvård", BudgetSection.BoardFrame, given.Health, -100m, -101m, -102m);
        given.Post("Trafik", BudgetSection.BoardFrame, given.Traffic, -20.5m, -20.5m, -20.5m);
        given.Post("Köpt vård", BudgetSection.JointFrame, given.Health, -30m, -30m, -30m);
        given.Post("Bidrag", BudgetSection.OperatingItem, null, 5m, 5m, 5m);
        given.Post("Skatt", BudgetSection.TaxesAndGrants, null, 140m, 140m, 140m);
        given.Post("Utjämning", BudgetSection.TaxesAndGrants, null, 20m, 20m, 20m);
        given.Post("Ränta", BudgetSection.FinancialItem, null, 0.5m, 0.5m, 0.5m);
        return given;
    }
}
