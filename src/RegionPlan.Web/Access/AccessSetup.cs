using Microsoft.AspNetCore.Identity;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Access;

/// <summary>Sign-in by cookie with ASP.NET Core Identity.</summary>
internal static class AccessSetup
{
    internal const string SignInPath = "/logga-in";

    private const int MaxKeyLength = 128;

    internal static void AddAccess(this IServiceCollection services)
    {
        services.AddIdentityCore<AppUser>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.Password.RequiredLength = 12;
            options.Password.RequireNonAlphanumeric = true;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            options.Stores.MaxLengthForKeys = MaxKeyLength;
        })
        .AddEntityFrameworkStores<RegionPlanDb>()
        .AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.LoginPath = SignInPath;
            options.AccessDeniedPath = "/ingen-behorighet";
            options.ReturnUrlParameter = "tillbaka";
            options.Cookie.Name = "regionplan";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = TimeSpan.FromHours(9);
            options.SlidingExpiration = true;
        });
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
    }
}
