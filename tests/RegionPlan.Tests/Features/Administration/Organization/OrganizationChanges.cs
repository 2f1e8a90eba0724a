using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Organization;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Features.Administration.Organization;

namespace RegionPlan.Tests.Features.Administration.Organization;

/// <summary>Short words for changing the organisation of an app, in the browser and past it.</summary>
internal static class OrganizationChanges
{
    internal const string Home = "/administration/organisation";

    internal static async Task<Guid> UnitId(this TestApp app, string key)
    {
        await using var db = app.Db();
        return await db.Units.Where(u => u.Key == key).Select(u => u.Id).SingleAsync();
    }

    /// <summary>Every unit on a day as "Unit &lt; Parent", with what had been recorded by then.</summary>
    internal static async Task<IReadOnlyList<string>> Organization(this TestApp app, string day, DateTimeOffset? asOf = null)
    {
        await using var db = app.Db();
        var tree = new OrganizationTree(await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(), DateOnly.Parse(day, Web.Shared.Sv.Culture), asOf);
        return [.. tree.All.Select(b => $"{b.Name} < {tree.NameOf(b.Placement.ParentId)}").Order(StringComparer.Ordinal)];
    }

    internal static async Task<int> Changes(this TestApp app)
    {
        await using var db = app.Db();
        return await db.Reorganizations.CountAsync();
    }

    /// <summary>Changes the organisation as the administrator, past the pages.</summary>
    internal static async Task<OrganizationChanged> Change(this TestApp app, UnitChange change, string from, int? seen = null, string user = "admin", string? why = "Beslut § 1") =>
        await app.Services.GetRequiredService<ChangeOrganization>().ChangeAsync(
            await app.As(user), change, DateOnly.Parse(from, Web.Shared.Sv.Culture), why, seen ?? await app.Changes());

    /// <summary>Fills in the form of a change and asks to see what it touches.</summary>
    internal static async Task<Browser.Answer> Review(this Browser browser, string action, Dictionary<string, string?> typed) =>
        await browser.Submit(await browser.Open($"{Home}/{action}"), "change", new(typed) { ["Form.Step"] = "granska" });

    /// <summary>Carries out the change that a preview shows.</summary>
    internal static Task<Browser.Answer> CarryOut(this Browser browser, Browser.Answer preview) =>
        browser.Submit(preview, "change", new() { ["Form.Step"] = "genomfor" });

    /// <summary>Two units without anything below them, and without styrkort, measures or roles among the demo seeds.</summary>
    internal static Dictionary<string, string?> Merging(string from = "2025-07-01") => new()
    {
        ["Form.Units[0]"] = "regionservice-upphandling",
        ["Form.Units[1]"] = "regionservice-logistik",
        ["Form.Name"] = "Service",
        ["Form.From"] = from,
        ["Form.Why"] = "Regionstyrelsen § 73",
    };
}
