using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Features.RecordOutcomes;

namespace RegionPlan.Tests.Features.RecordOutcomes;

/// <summary>The entry grid's reads and writes, asked directly, as the grid asks them.</summary>
internal static class Desk
{
    internal static DraftTexts Typed(string total, string women = "", string men = "", string comment = "", string reason = "") =>
        new(total, women, men, comment, reason);

    internal static async Task<RowKey> Row(this TestApp app, string code, string period = "2024", string series = "total")
    {
        await using var db = app.Db();
        var id = await db.Measures.Where(m => m.Code == code).SelectMany(m => m.Series).Where(s => s.Key == series).Select(s => s.Id).SingleAsync();
        return new(id, Period.Parse(period));
    }

    internal static Task<RowRecorded> Record(
        this TestApp app, ClaimsPrincipal who, RowKey row, DraftTexts texts, RecordedVersions over = default, Guid? token = null) =>
        app.Services.GetRequiredService<RecordOutcome>().RecordAsync(who, row, texts, over, token);

    internal static Task<DraftSaved> SaveDraft(
        this TestApp app, ClaimsPrincipal who, RowKey row, DraftTexts? texts, RecordedVersions over = default, Guid? token = null) =>
        app.Services.GetRequiredService<SaveDraft>().SaveAsync(who, row, texts, over, token);

    internal static Task<RecordableRows> Rows(this TestApp app, ClaimsPrincipal who, string period = "2024") =>
        app.Services.GetRequiredService<RecordQuery>().ReadAsync(who, Period.Parse(period));

    internal static IEnumerable<string> Codes(this RecordableRows rows) =>
        rows.Goals.SelectMany(g => g.Rows).Select(r => r.Series.Code).Distinct();

    /// <summary>Records as controller.hsf, which must go through.</summary>
    internal static async Task<RowRecorded.Done> Recorded(this TestApp app, RowKey row, DraftTexts texts, RecordedVersions over = default) =>
        (await app.Record(await app.As("controller.hsf"), row, texts, over)).ShouldBeOfType<RowRecorded.Done>();

    /// <summary>Every entry of the row, by sex and version.</summary>
    internal static async Task<List<OutcomeEntry>> Entries(this TestApp app, RowKey row)
    {
        await using var db = app.Db();
        return [.. (await db.Outcomes.AsNoTracking().Where(o => o.SeriesId == row.SeriesId && o.Period == row.Period).ToListAsync())
            .OrderBy(o => o.Sex).ThenBy(o => o.Version)];
    }

    internal static async Task<OutcomeDraft?> Draft(this TestApp app, RowKey row)
    {
        await using var db = app.Db();
        return await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.SeriesId == row.SeriesId && d.Period == row.Period);
    }

    /// <summary>Makes a unit the responsible one of a measure from a day, past every form.</summary>
    internal static async Task Hand(this TestApp app, string code, string unit, DateOnly from)
    {
        await using var db = app.Db();
        var measure = await db.Measures.Include(m => m.Definitions).SingleAsync(m => m.Code == code);
        var to = await db.Units.SingleAsync(u => u.Key == unit);
        measure.Define(
            measure.Definitions.MaxBy(d => d.Version)!.Terms with { ResponsibleUnitId = to.Id }, from, new(app.Clock.Now, "Provet", why: "Ny ansvarig"));
        await db.SaveChangesAsync();
    }

    internal static async Task<Guid> Region(this TestApp app)
    {
        await using var db = app.Db();
        return await db.Units.Where(u => u.Key == OrganizationUnit.RegionKey).Select(u => u.Id).SingleAsync();
    }
}
