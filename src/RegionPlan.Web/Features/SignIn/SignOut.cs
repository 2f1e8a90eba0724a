using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Features.SignIn;

/// <summary>Ends a session; a post from the header or from the sign-out page.</summary>
internal static class SignOut
{
    internal static void MapSignOut(this WebApplication app) => app.MapPost(AccessSetup.SignOutPath, async (
        HttpContext context, IAntiforgery antiforgery, SignInManager<AppUser> signIn) =>
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Redirect(AccessSetup.SignOutPath);
        }

        await signIn.SignOutAsync();
        return Results.Redirect("/");
    }).WithOrder(-1); // Before the page of the same address, which answers a post too.
}
