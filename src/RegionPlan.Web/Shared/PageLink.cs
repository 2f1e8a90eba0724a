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

    /// <summary>A path with what was chosen after it; what is empty is left out.</summary>
    public static string With(string path, params (string Name, string? Value)[] chosen) => QueryHelpers.AddQueryString(
        path, chosen.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => KeyValuePair.Create(q.Name, q.Value)));
}
