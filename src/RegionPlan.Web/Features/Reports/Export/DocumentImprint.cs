namespace RegionPlan.Web.Features.Reports.Export;

/// <summary>What is said of a report in its files, besides what it says itself.</summary>
/// <param name="Region">The region's name.</param>
/// <param name="Standing">What it is: a working material as of a time, or decided by whom and when.</param>
/// <param name="BaseAddress">The site's address, for links to its pages; null where such links are left as words.</param>
public sealed record DocumentImprint(string Region, string Standing, Uri? BaseAddress = null)
{
    /// <summary>The document's language.</summary>
    public string Language { get; init; } = "sv-SE";

    /// <summary>A link that leads somewhere from outside the site; null where it does not.</summary>
    internal string? Whole(string? href)
    {
        if (href is null || href.StartsWith('#'))
        {
            return null;
        }

        if (href.StartsWith('/'))
        {
            return BaseAddress is null ? null : new Uri(BaseAddress, href).AbsoluteUri;
        }

        return Uri.TryCreate(href, UriKind.Absolute, out var whole) ? whole.AbsoluteUri : null;
    }
}
