namespace RegionPlan.Web.Features.Reports.Export.Serving;

/// <summary>The site's own address, which links in files lead to: the one that letters have (Mail:SiteAddress), else the one it was called by.</summary>
internal sealed class SiteAddress(IConfiguration configuration)
{
    internal Uri? Known { get; } = Uri.TryCreate(configuration["Mail:SiteAddress"], UriKind.Absolute, out var site) ? new Uri(site, "/") : null;

    internal Uri Of(HttpRequest request) => Known ?? new Uri($"{request.Scheme}://{request.Host}/");
}
