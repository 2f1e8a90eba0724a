using System.Globalization;
using RegionPlan.Domain.Assessment;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>The address, within the site, of the page that shows the same answer.</summary>
internal static class PageAddress
{
    internal static string Of(string path, AssessedPlan plan)
    {
        var at = plan.Viewpoint;
        return PageLink.To(
            path,
            plan.Plan.Key,
            at.Year.ToString(CultureInfo.InvariantCulture),
            AsOf(at),
            at.ValidOn == Viewpoint.OfYear(at.Year, at.Today).ValidOn ? null : at.ValidOn.ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>The page of a plan in the year that the pages choose.</summary>
    internal static string OfPlan(AssessedPlan plan) => PageLink.To("/", plan.Plan.Key, asOf: AsOf(plan.Viewpoint));

    /// <summary>A page of the year's styrkort.</summary>
    internal static string OfYear(string path, int year, DateTimeOffset? asOf) =>
        PageLink.To(path, year: year.ToString(CultureInfo.InvariantCulture), asOf: Written(asOf));

    private static string? AsOf(Viewpoint at) => Written(at.AsOf);

    private static string? Written(DateTimeOffset? asOf) => asOf?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
