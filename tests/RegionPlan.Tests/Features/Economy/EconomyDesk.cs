using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Features.Approval;

namespace RegionPlan.Tests.Features.Economy;

/// <summary>The economy that a unit of the demo hands in to the periodrapport per 30 June 2025, through the pages.</summary>
internal sealed class EconomyDesk(TestApp app, string unit = "folktandvarden", string followUp = EconomyDesk.June)
{
    internal const string June = "2025-periodrapport-2";

    internal string Path => $"/ekonomi/lamna-in?uppfoljning={followUp}&enhet={unit}";

    internal string Review => $"/granska/{followUp}/{unit}";

    /// <summary>Posts the form of a page that was opened before, changed by what is typed.</summary>
    internal static Task<Browser.Answer> Post(Browser browser, Browser.Answer page, bool handIn, params (string Field, string Text)[] typed)
    {
        var fields = typed.ToDictionary(t => t.Field, t => (string?)t.Text);
        fields["gor"] = handIn ? "skicka" : "save";
        return browser.Submit(page, "amounts", fields);
    }

    internal Task<Browser.Answer> Save(Browser browser, params (string Field, string Text)[] typed) => Do(browser, false, typed);

    internal Task<Browser.Answer> HandIn(Browser browser, params (string Field, string Text)[] typed) => Do(browser, true, typed);

    internal async Task<ApprovalResult> Approve(string user, ApprovalLevel level = ApprovalLevel.Administration) =>
        await app.Services.GetRequiredService<ApproveSubmission>().ApproveAsync(await app.As(user), new(followUp, unit), level, (await Submission())!.Version);

    internal async Task Return(string user, string post, AmountKind kind, string why = "Kontrollera beloppet") =>
        await app.Services.GetRequiredService<ReturnCells>().ReturnAsync(
            await app.As(user), new(followUp, unit), ApprovalLevel.Administration, [], (await Submission())!.Version, why, [new((await Key(post)), kind)]);

    internal async Task<Submission?> Submission()
    {
        var reading = await app.Services.GetRequiredService<FollowUpReader>().ReadAsync(2025);
        return reading.FollowUps.SubmissionOf(reading.FollowUps.Find(followUp)!, reading.Units.Single(u => u.Key == unit).Id);
    }

    internal async Task<List<EconomyEntry>> Entries(string post)
    {
        var key = await Key(post);
        await using var db = app.Db();
        return [.. (await db.EconomyEntries.AsNoTracking().Where(e => e.PostId == key.PostId && e.Through == key.Through && !e.IsExample).ToListAsync()).OrderBy(e => e.Kind).ThenBy(e => e.Version)];
    }

    internal async Task<EconomyDraft?> Draft(string post)
    {
        var key = await Key(post);
        await using var db = app.Db();
        return await db.EconomyDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.PostId == key.PostId && d.Through == key.Through);
    }

    internal async Task<AmountKey> Key(string post)
    {
        await using var db = app.Db();
        return new(await db.Set<BudgetPost>().Where(p => p.Key == post).Select(p => p.Id).SingleAsync(), Period.OfMonth(2025, 6));
    }

    private async Task<Browser.Answer> Do(Browser browser, bool handIn, (string Field, string Text)[] typed) =>
        await Post(browser, await browser.Open(Path), handIn, typed);
}
