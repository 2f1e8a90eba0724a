using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Access;

/// <summary>Sign-in by cookie with ASP.NET Core Identity, and who may read without signing in.</summary>
internal static class AccessSetup
{
    internal const string SignInPath = "/logga-in";
    internal const string SignOutPath = "/logga-ut";
    internal const string CircuitPath = "/_blazor";

    private const string ApiPath = "/api";
    private const int MaxKeyLength = 128;

    internal static void AddAccess(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddIdentityCore<AppUser>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.Password.RequiredLength = 10;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            options.Stores.MaxLengthForKeys = MaxKeyLength;
        })
        .AddEntityFrameworkStores<RegionPlanDb>()
        .AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = SignInPath;
            options.AccessDeniedPath = "/ingen-behorighet";
            options.ReturnUrlParameter = "tillbaka";
            options.Cookie.Name = "regionplan";
            options.ExpireTimeSpan = TimeSpan.FromHours(9);
            var redirect = options.Events.OnRedirectToLogin;
            options.Events.OnRedirectToLogin = context =>
            {
                if (!context.Request.Path.StartsWithSegments(ApiPath, StringComparison.OrdinalIgnoreCase))
                {
                    return redirect(context);
                }

                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            };
        });
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthorization(options => options.FallbackPolicy = configuration.GetValue("Access:PublicReading", true)
            ? null
            : new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddSingleton<PermissionReader>();

        // Kept beside the data, so that people stay signed in when the application starts again.
        services.AddDataProtection().SetApplicationName("RegionPlan").PersistKeysToFileSystem(new DirectoryInfo(
            configuration["DataProtection:KeyFolder"] is { Length: > 0 } folder ? folder : Path.Combine(environment.ContentRootPath, "data", "keys")));
    }

    /// <summary>Lets only signed-in users of this site open a circuit; anonymous readers never need one.</summary>
    internal static void UseGuardedCircuits(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(CircuitPath, StringComparison.OrdinalIgnoreCase))
        {
            var origin = context.Request.Headers.Origin.ToString();
            if (context.User.Identity is not { IsAuthenticated: true })
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            if (origin.Length > 0 && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Authority != context.Request.Host.Value))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }
        }

        await next(context);
    });
}
