namespace RegionPlan.Web.Features.Economy;

internal static class EconomySetup
{
    internal static void AddEconomy(this IServiceCollection services)
    {
        services.AddSingleton<BudgetQuery>();
        services.AddSingleton<EconomySheetReader>();
        services.AddSingleton<SaveAmounts>();
        services.AddSingleton<EconomyTemplateQuery>();
        services.AddSingleton<PostHistoryQuery>();
    }
}
