using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Reporting;

namespace RegionPlan.Tests.Reporting;

/// <summary>A figure to be looked at or put: a series in a period, of a unit or, without one, of the region.</summary>
internal readonly record struct FigureKey(Guid SeriesId, Period Period, Guid? UnitId = null);

/// <summary>The entry grid's reads and writes, asked directly, as the grid asks them; and what stands above them, as the domain does it.</summary>
internal static class Desk
{
    internal const string Annual = "2024-arsredovisning-1";
    internal const string Hsf = "halso-och-sjukvardsforvaltningen";
    private static readonly HashSet<ApprovalLevel> EveryLevel = [.. Enum.GetValues<ApprovalLevel>()];

    internal static DraftTexts Typed(string total, string women = "", string men = "", string comment = "", string reason = "", string analysis = "") =>
        new(total, women, men, comment, reason) { Analysis = analysis };

    /// <summary>What one unit hands in to one follow-up.</summary>
    internal static async Task<ReportScope> Scope(this TestApp app, string followUp = Annual, string unit = Hsf)
    {
        await using var db = app.Db();
        var all = await db.FollowUps.Include(f => f.Versions).ToListAsync();
        return new(all.Single(f => f.Key == followUp).Id, await db.Units.Where(u => u.Key == unit).Select(u => u.Id).SingleAsync());
    }

    internal static async Task<ReportSheet> Sheet(this TestApp app, ReportScope scope) =>
        (await app.Services.GetRequiredService<SheetReader>().SheetAsync(scope)).ShouldNotBeNull();

    internal static async Task<ReportSheet?> SheetFor(this TestApp app, ClaimsPrincipal who, ReportScope scope) =>
        await app.Services.GetRequiredService<SheetReader>().ReadAsync(who, scope);

    /// <summary>The row of a measure as it is now.</summary>
    internal static async Task<ReportedRow> RowOf(this TestApp app, ReportScope scope, string code, string series = "total")
    {
        var sheet = await app.Sheet(scope);
        return sheet.Rows.Single(r => r.Code == code && r.RowId.EndsWith("-" + series, StringComparison.Ordinal));
    }

    internal static Task<DraftSaved> SaveDraft(
        this TestApp app, ClaimsPrincipal who, ReportScope scope, RowKey key, DraftTexts? texts, RecordedVersions over = default, Guid? token = null) =>
        app.Services.GetRequiredService<SaveDraft>().SaveAsync(who, scope, key, texts, over, token);

    internal static Task<IReadOnlyDictionary<SubmittedRowKey, RowAnswer>> Submit(this TestApp app, ClaimsPrincipal who, ReportScope scope, params TypedRow[] rows) =>
        app.Services.GetRequiredService<SubmitRows>().SubmitAsync(who, scope, rows);

    /// <summary>Hands in one row as it stands now, and tells what became of it.</summary>
    internal static async Task<RowAnswer> Submit(this TestApp app, string user, ReportScope scope, string code, DraftTexts texts)
    {
        var row = await app.RowOf(scope, code);
        return (await app.Submit(await app.As(user), scope, new TypedRow(row.Key.Row, texts, row.Versions, row.Draft?.Token)))[row.Key.Row];
    }

    internal static async Task HandedIn(this TestApp app, ReportScope scope, string code, DraftTexts texts, string user = "controller.hsf") =>
        (await app.Submit(user, scope, code, texts)).ShouldBeOfType<RowAnswer.HandedIn>();

    /// <summary>Approves everything that waits, level by level to the last, and records what then is public.</summary>
    internal static async Task ApproveAll(this TestApp app, ReportScope scope)
    {
        await using var db = app.Db();
        var desk = await app.OpenAsync(db, scope);
        foreach (var step in desk.Chain)
        {
            foreach (var row in desk.Submission.Approve(desk.FollowUp, desk.Chain, step.Level, new(true, EveryLevel, true), desk.Submission.Version, app.By("Chefen")))
            {
                await RecordAsync(app, db, row, scope.UnitId);
            }
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Sends cells of a row back at the first level.</summary>
    internal static async Task SendBack(this TestApp app, ReportScope scope, string code, string why, params Sex[] cells)
    {
        var key = (await app.RowOf(scope, code)).Key.Row;
        await using var db = app.Db();
        var desk = await app.OpenAsync(db, scope);
        desk.Submission.Return(
            desk.FollowUp,
            desk.Chain,
            [.. cells.Select(c => new ReturnedCell(key, c))],
            desk.Chain[0].Level,
            new(true, EveryLevel, true),
            desk.Submission.Version,
            app.By("Chefen", why));
        await db.SaveChangesAsync();
    }

    internal static async Task Lock(this TestApp app, string followUp = Annual)
    {
        await using var db = app.Db();
        var found = (await db.FollowUps.Include(f => f.Versions).Include(f => f.Locks).ToListAsync()).Single(f => f.Key == followUp);
        found.Lock(new(false, EveryLevel, true), app.By("Regionstaben", "Bokslutet är klart"), DateOnly.FromDateTime(app.Clock.Now.Date), isComplete: false);
        await db.SaveChangesAsync();
    }

    internal static async Task<FigureKey> Row(this TestApp app, string code, string period = "2024", string series = "total")
    {
        await using var db = app.Db();
        var id = await db.Measures.Where(m => m.Code == code).SelectMany(m => m.Series).Where(s => s.Key == series).Select(s => s.Id).SingleAsync();
        return new(id, Period.Parse(period));
    }

    /// <summary>Puts a figure among the recorded ones as an approval does, past every form; signed by a demo user.</summary>
    internal static async Task<IReadOnlyList<OutcomeEntry>> Recorded(this TestApp app, FigureKey key, DraftTexts texts, string by = "controller.hsf")
    {
        await using var db = app.Db();
        var unit = key.UnitId ?? await app.Region();
        var measure = await db.Measures.Include(m => m.Definitions).SingleAsync(m => m.Series.Any(s => s.Id == key.SeriesId));
        var terms = measure.Definitions.MaxBy(d => d.Version)!.Terms;
        var user = await app.User(by);
        var row = new OutcomeRow(key.SeriesId, unit, key.Period, terms, await db.Outcomes.Where(o => o.SeriesId == key.SeriesId).ToListAsync());
        var demands = new RowDemands(key.Period, Frequency.Year, null, [], [], AsksForAnalysis: false, IsForecast: false);
        var today = DateOnly.FromDateTime(app.Clock.Now.Date);
        var entries = row.Record(
            new OutcomeInput(texts, terms, row, today, demands).Report,
            key.UnitId ?? terms.ResponsibleUnitId,
            OutcomeOrigin.Manual,
            new(app.Clock.Now, user.DisplayName, user.Id, texts.Reason),
            today);
        db.Outcomes.AddRange(entries);
        await db.SaveChangesAsync();
        return entries;
    }

    /// <summary>Every entry of the figure, by sex and version.</summary>
    internal static async Task<List<OutcomeEntry>> Entries(this TestApp app, FigureKey row)
    {
        await using var db = app.Db();
        return [.. (await db.Outcomes.AsNoTracking().Where(o => o.SeriesId == row.SeriesId && o.Period == row.Period).ToListAsync())
            .OrderBy(o => o.Sex).ThenBy(o => o.Version)];
    }

    internal static async Task<OutcomeDraft?> Draft(this TestApp app, RowKey row)
    {
        await using var db = app.Db();
        return await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.SeriesId == row.SeriesId && d.Period == row.Period && d.UnitId == row.AboutUnitId);
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

    private static Recording By(this TestApp app, string name, string? why = null) => new(app.Clock.Now, name, why: why);

    private static async Task<SubmissionDesk> OpenAsync(this TestApp app, RegionPlanDb db, ReportScope scope) => await SubmissionDesk.OpenAsync(
        db,
        app.Services.GetRequiredService<PermissionReader>(),
        await app.As("regiondirektor"),
        scope.FollowUpId,
        scope.UnitId,
        DateOnly.FromDateTime(app.Clock.Now.Date));

    private static async Task RecordAsync(TestApp app, RegionPlanDb db, SubmittedRow row, Guid reporter)
    {
        var terms = (await db.Measures.Include(m => m.Definitions).SingleAsync(m => m.Series.Any(s => s.Id == row.SeriesId))).Definitions.MaxBy(d => d.Version)!.Terms;
        var entries = await db.Outcomes.Where(o => o.SeriesId == row.SeriesId && o.UnitId == row.UnitId).ToListAsync();
        db.Outcomes.AddRange(new OutcomeRow(row.SeriesId, row.UnitId, row.Period, terms, entries).Record(
            row.Report, reporter, OutcomeOrigin.Manual, row.Recorded, DateOnly.FromDateTime(app.Clock.Now.Date), row.Id));
    }
}
