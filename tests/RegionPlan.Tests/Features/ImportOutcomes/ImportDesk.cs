using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Imports;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Reporting;
using RegionPlan.Web.Features.ImportOutcomes;
using RegionPlan.Web.Reporting;

namespace RegionPlan.Tests.Features.ImportOutcomes;

/// <summary>The import's steps, asked directly, as its pages ask them.</summary>
internal static class ImportDesk
{
    internal const string Controller = "controller.hsf";

    private static ImportWork Work(this TestApp app) => app.Services.GetRequiredService<ImportWork>();

    /// <summary>Uploads a CSV file of the given lines and looks it through.</summary>
    internal static async Task<(Guid Id, CheckedFile File)> Look(
        this TestApp app, string[] lines, string user = Controller, string? followUp = Desk.Annual, string? unit = Desk.Hsf)
    {
        var id = await app.Upload(lines, user, followUp, unit);
        return (id, await app.Look(id, user));
    }

    internal static async Task<Guid> Upload(this TestApp app, string[] lines, string user = Controller, string? followUp = Desk.Annual, string? unit = Desk.Hsf)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
        using var content = new MemoryStream(bytes);
        return await app.Services.GetRequiredService<ReceiveFile>().ReceiveAsync(await app.As(user), content, bytes.Length, "utfall.csv", new(followUp, unit));
    }

    internal static async Task<CheckedFile> Look(this TestApp app, Guid id, string user = Controller)
    {
        await app.Work().CheckAsync(await app.As(user), id);
        var progress = app.Work().Of(id).ShouldNotBeNull();
        progress.Problem.ShouldBeNull();
        return progress.File.ShouldNotBeNull();
    }

    /// <summary>Takes a looked-through file in, and tells why that did not go.</summary>
    internal static async Task<string?> Apply(this TestApp app, Guid id, string user = Controller)
    {
        await (app.Work().ApplyAsync(await app.As(user), id) ?? Task.CompletedTask);
        return app.Work().Of(id)?.Problem;
    }

    internal static async Task<string?> Undo(this TestApp app, Guid id, string user = Controller)
    {
        await app.Work().UndoAsync(await app.As(user), await app.Import(id));
        return app.Work().Of(id)!.Problem;
    }

    /// <summary>Hands in what was taken in and is ready.</summary>
    internal static async Task<HandedIn?> Submit(this TestApp app, Guid id, string user = Controller)
    {
        await app.Work().SubmitAsync(await app.As(user), await app.Import(id));
        return app.Work().Of(id)!.HandedIn;
    }

    internal static async Task<OutcomeImport> Import(this TestApp app, Guid id)
    {
        await using var db = app.Db();
        return await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id);
    }

    /// <summary>What is typed and not handed in, by measure, for everything that the unit owes the follow-up.</summary>
    internal static async Task<Dictionary<string, DraftTexts>> Drafts(this TestApp app, ReportScope scope) =>
        (await app.Sheet(scope)).Rows.Where(r => r.Draft is not null).ToDictionary(r => r.Code, r => r.Draft!.Texts);

    internal static CheckedRow Line(this CheckedFile file, int line) => file.Rows.Single(r => r.Line == line);
}
