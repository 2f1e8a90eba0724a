using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>The open data: the same answers as the pages, for programs, under <see cref="Root"/>.</summary>
internal static class OpenDataSetup
{
    internal const string Root = "/api/v1";

    private const string OpenToAll = "open-data";

    internal static void AddOpenData(this IServiceCollection services)
    {
        services.AddSingleton<UnitNames>();
        services.AddSingleton<OrganizationReader>();
        services.ConfigureHttpJsonOptions(options => Write(options.SerializerOptions));
        services.AddCors(options => options.AddPolicy(OpenToAll, AnyoneMayGet));
        services.AddOpenApi(OpenDataDocument.Name, OpenDataDocument.Describe);
    }

    internal static void MapOpenData(this WebApplication app)
    {
        app.UseCors();
        app.MapOpenApi().ForPrograms();
        var api = app.MapGroup(Root).ForPrograms().WithTags("Öppna data");
        api.AddEndpointFilter<RefusalFilter>().AddEndpointFilterFactory(KnownParameters.Check);
        api.MapResources();
    }

    /// <summary>Callable from any site, and refused by status alone: neither the sign-in page nor the page for what is not found.</summary>
    private static T ForPrograms<T>(this T endpoints)
        where T : IEndpointConventionBuilder =>
        endpoints.RequireCors(OpenToAll).DisableCookieRedirect().WithMetadata(new SkipStatusCodePagesAttribute());

    private static void AnyoneMayGet(CorsPolicyBuilder policy) => policy.AllowAnyOrigin().AllowAnyHeader().WithMethods(HttpMethods.Get);

    /// <summary>å, ä and ö as they are, which is safe as application/json is never part of a page.</summary>
    private static void Write(JsonSerializerOptions json)
    {
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
