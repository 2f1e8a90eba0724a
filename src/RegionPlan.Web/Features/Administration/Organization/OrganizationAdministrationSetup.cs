namespace RegionPlan.Web.Features.Administration.Organization;

internal static class OrganizationAdministrationSetup
{
    internal static void AddOrganizationAdministration(this IServiceCollection services)
    {
        services.AddSingleton<PreviewQuery>();
        services.AddSingleton<ChangeOrganization>();
    }
}
