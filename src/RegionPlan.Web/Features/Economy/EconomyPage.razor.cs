using System.Globalization;
using Microsoft.AspNetCore.Components;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Economy;

/// <summary>A plan's budget: resultatbudget, driftramar, balanskrav and investments. What it shows is all in the address: plan, ar and asOf.</summary>
public sealed partial class EconomyPage
{
    private readonly AddressReading address = new();
    private DateTimeOffset? asOf;
    private PlanBudget? budget;

    [SupplyParameterFromQuery(Name = "plan")]
    private string? PlanText { get; set; }

    [SupplyParameterFromQuery(Name = "ar")]
    private string? YearText { get; set; }

    [SupplyParameterFromQuery(Name = "asOf")]
    private string? AsOfText { get; set; }

    private string Path => LinkTo(budget!.Plan.Key, budget.Chosen.Year);

    protected override async Task OnParametersSetAsync()
    {
        address.Clear();
        (YearText, var year) = address.Year(YearText);
        (AsOfText, asOf) = address.AsOf(AsOfText);
        budget = await Query.ReadAsync(PlanText, year, asOf);
        if (budget is null)
        {
            return;
        }

        if (PlanText is not null && PlanText != budget.Plan.Key)
        {
            address.Tell($"Regionplanen ”{AddressReading.Shortened(PlanText)}” har ingen budget här. Här visas {budget.PlanName}.");
            PlanText = null;
        }

        if (year is { } asked && asked != budget.Chosen.Year)
        {
            address.Tell($"{budget.PlanName} har ingen budget för {asked}. Här visas {budget.Chosen.Year}.");
        }

        TellMissing(budget);
    }

    private void TellMissing(PlanBudget shown)
    {
        foreach (var row in shown.Chosen.Result.Missing.Concat(shown.Chosen.Investments.Missing))
        {
            address.Tell($"{row.Definition.Name} har inget belopp för {shown.Chosen.Year}. Summorna är räknade utan det.");
        }
    }

    private string LinkTo(string plan, int? year) => PageLink.To("/ekonomi", plan, year?.ToString(CultureInfo.InvariantCulture), AsOfText);
}
