using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace RegionPlan.Web.Features.Errors;

/// <summary>The application's own pages for what is not there, what went wrong, and a form that was open too long.</summary>
internal static class ErrorPages
{
    internal static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/fel", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/hittas-inte/{0}", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            // A page is for somebody who reads; what was sent is answered by its status alone.
            if (!HttpMethods.IsGet(context.Request.Method) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return next(context);
        });
    }

    /// <summary>Explains instead of failing when a form's token is too old or missing; stands after UseAntiforgery.</summary>
    internal static void UseTooOldFormPage(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            context.Response.Redirect("/for-gammal");
            return;
        }

        await next(context);
    });
}
