using Microsoft.AspNetCore.WebUtilities;

namespace RegionPlan.Web.Shared;

/// <summary>Addresses of reader pages: only what was chosen stands in them.</summary>
public static class PageLink
{
    /// <summary>The sign-in page, with the way back.</summary>
    public static string SignIn(string back) => back is "/" ? "/logga-in" : QueryHelpers.AddQueryString("/logga-in", "tillbaka", back);

    public static string To(string path, string? plan = null, string? year = null, string? asOf = null, string? validOn = null) =>
        QueryHelpers.AddQueryString(
            path,
            new Dictionary<string, string?> { ["plan"] = plan, ["ar"] = year, ["asOf"] = asOf, ["validOn"] = validOn }
                .Where(q => !string.IsNullOrEmpty(q.Value)));
}
