using Microsoft.AspNetCore.Identity;

namespace RegionPlan.Web.Features.Administration.Users;

internal static class UserAdministrationSetup
{
    internal static void AddUserAdministration(this IServiceCollection services)
    {
        services.AddScoped<IdentityErrorDescriber, SwedishIdentityErrors>();
        services.AddSingleton<UserQuery>();
        services.AddSingleton<UserWriting>();
        services.AddSingleton<CreateUser>();
        services.AddSingleton<ChangeUser>();
        services.AddSingleton<ChangePassword>();
        services.AddSingleton<GrantRole>();
        services.AddSingleton<EndRole>();
        services.AddSingleton<LockUser>();
        services.AddSingleton<UnlockUser>();
    }
}
