using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Plans;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Features.Administration.Plans;

namespace RegionPlan.Tests.Features.Administration.Plans;

/// <summary>The transition from 2024-2026 to a plan 2027-2029, as the tests prepare it.</summary>
internal static class Transition
{
    internal const string From = "2024-2026";
    internal const string Key = "2027-2029";

    /// <summary>Lays up the plan through the form, which proposes its years.</summary>
    internal static async Task<Browser.Answer> LayUpAsync(this Browser browser, Dictionary<string, string?>? typed = null) =>
        await browser.Submit(await browser.Open("/administration/plan/ny"), "plan", Over(new() { ["Form.Why"] = "Direktivet" }, typed));

    /// <summary>Every measure of the earlier plan is kept, but for those named.</summary>
    internal static async Task CarryAsync(this TestApp app, params (string Code, Continuation? Continuation, string? Text)[] others)
    {
        await using var db = app.Db();
        var measures = await db.Measures.Where(m => db.Plans.Any(p => p.Key == From && p.Id == m.PlanId)).Select(m => new { m.Id, m.Code }).ToListAsync();
        var fates = measures.ConvertAll(m => others.FirstOrDefault(o => o.Code == m.Code) is { Code: not null } other
            ? new MeasureFate(m.Id, other.Continuation, null, other.Text)
            : new MeasureFate(m.Id, Continuation.Kept));
        await app.Services.GetRequiredService<RollOverPlan>().CarryAsync(await app.As("regiondirektor"), Key, From, fates, null);
    }

    /// <summary>The id of a measure of the earlier plan, as it stands in the forms.</summary>
    internal static async Task<string> EarlierAsync(this TestApp app, string code)
    {
        await using var db = app.Db();
        return (await db.Measures.Where(m => m.Code == code && db.Plans.Any(p => p.Key == From && p.Id == m.PlanId)).Select(m => m.Id).SingleAsync()).ToString();
    }

    internal static async Task<List<string>> CodesAsync(this TestApp app)
    {
        await using var db = app.Db();
        return await db.Measures.Where(m => db.Plans.Any(p => p.Key == Key && p.Id == m.PlanId)).Select(m => m.Code).ToListAsync();
    }

    /// <summary>What must be typed for a new measure.</summary>
    internal static Dictionary<string, string?> Measure(Dictionary<string, string?> others) =>
        Over(new() { ["Form.Name"] = "Fossilfria resor", ["Form.UnitText"] = "%", ["Form.Why"] = "Uppdrag" }, others);

    private static Dictionary<string, string?> Over(Dictionary<string, string?> all, Dictionary<string, string?>? others)
    {
        foreach (var (field, text) in others ?? [])
        {
            all[field] = text;
        }

        return all;
    }
}

/// <summary>An app where the plan is prepared with every measure kept; nothing that a class tests may change it.</summary>
public sealed class PreparedApp : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await Demo.StartAsync();
        using var browser = await Browser.SignedInAs(App, "regiondirektor");
        await browser.LayUpAsync();
        await App.CarryAsync();
    }

    public Task DisposeAsync() => App.DisposeAsync();
}
