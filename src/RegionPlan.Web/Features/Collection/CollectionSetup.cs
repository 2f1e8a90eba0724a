namespace RegionPlan.Web.Features.Collection;

internal static class CollectionSetup
{
    internal static void AddCollection(this IServiceCollection services)
    {
        services.AddSingleton<CollectionQuery>();
        services.AddSingleton<LockFollowUp>();
        services.AddSingleton<RemindUnits>();
    }
}
