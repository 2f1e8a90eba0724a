using System.Globalization;
using Microsoft.AspNetCore.Components;
using RegionPlan.Web.Access;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Economy;

/// <summary>A plan's budget: resultatbudget, driftramar, balanskrav and investments. What it shows is all in the address: plan, ar and asOf.</summary>
public sealed partial class EconomyPage
{
    private readonly AddressReading address = new();
    private DateTimeOffset? asOf;
    private PlanBudget? budget;
    private bool mayHandIn;

    [SupplyParameterFromQuery(Name = "plan")]
    private string? PlanText { get; set; }

    [SupplyParameterFromQuery(Name = "ar")]
    private string? YearText { get; set; }

    /// <summary>The key of a follow-up, or a month such as 2025-08, that the outcome is looked at through.</summary>
    [SupplyParameterFromQuery(Name = "uppfoljning")]
    private string? ThroughText { get; set; }

    [SupplyParameterFromQuery(Name = "asOf")]
    private string? AsOfText { get; set; }

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    private string Path => LinkTo(budget!.Plan.Key, budget.Chosen.Year);

    protected override async Task OnParametersSetAsync()
    {
        address.Clear();
        mayHandIn = (await PermissionReader.OfAsync(HttpContext?.User))?.Has(Right.WriteEconomy) == true;
        (YearText, var year) = address.Year(YearText);
        (AsOfText, asOf) = address.AsOf(AsOfText);
        budget = await Query.ReadAsync(PlanText, year ?? YearOf(ThroughText), asOf, ThroughText);
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

        if (!string.IsNullOrEmpty(ThroughText) && budget.Told.Chosen is { } shown && ThroughText != budget.Told.FollowUp?.Key && ThroughText != shown.Through.ToString())
        {
            address.Tell($"Uppföljningen ”{AddressReading.Shortened(ThroughText)}” har ingen ekonomi {budget.Chosen.Year}. Här visas {EconomyText.Span(shown.Through)}.");
        }

        TellMissing(budget);
    }

    /// <summary>The year that a follow-up's key, or a month, begins with; null where it begins with none.</summary>
    private static int? YearOf(string? through) => int.TryParse(through?.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private void TellMissing(PlanBudget shown)
    {
        foreach (var row in shown.Chosen.Result.Missing.Concat(shown.Chosen.Investments.Missing))
        {
            address.Tell($"{row.Definition.Name} har inget belopp för {shown.Chosen.Year}. Summorna är räknade utan det.");
        }
    }

    private string LinkToMonth(ToldMonth month) => PageLink.With(
        "/ekonomi",
        ("plan", budget!.Plan.Key),
        ("ar", budget.Chosen.Year.ToString(CultureInfo.InvariantCulture)),
        ("uppfoljning", month.FollowUp?.Key ?? month.Through.ToString()),
        ("asOf", AsOfText)) + "#utfall-och-prognos";

    private string LinkTo(string plan, int? year) => PageLink.To("/ekonomi", plan, year?.ToString(CultureInfo.InvariantCulture), AsOfText);
}
