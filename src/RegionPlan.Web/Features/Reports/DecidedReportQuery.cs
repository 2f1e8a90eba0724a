using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Data;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports;

/// <summary>A decided report, as it is for ever: nothing of it is read from what may change.</summary>
/// <param name="Decision">The decision; its files without what they hold.</param>
/// <param name="Document">The report.</param>
/// <param name="Files">Its files.</param>
public sealed record DecidedReading(ReportDecision Decision, ReportDocument Document, IReadOnlyList<ListedFile> Files);

/// <summary>A file of a decided report, without what it holds.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Its digest.</param>
public sealed record ListedFile(string Name, int Length, string Sha256);

/// <summary>A decided report beside another one.</summary>
/// <param name="Reading">The decided report.</param>
/// <param name="Other">What it is compared with, in words; null where there is nothing.</param>
/// <param name="Differences">What differs, from the other to this one or from this one to now.</param>
internal sealed record ComparedReport(DecidedReading Reading, string? Other, IReadOnlyList<DocumentDifference> Differences);

/// <summary>Reads decided reports, which are public; whatever becomes of the organisation they are found by the address that they had.</summary>
internal sealed partial class DecidedReportQuery(IDbContextFactory<RegionPlanDb> databases, ReportQuery reports, ILogger<DecidedReportQuery> log)
{
    private const string ChangesSection = "andringar";

    /// <summary>Null where the report is not decided, or does not exist.</summary>
    internal async Task<DecidedReading?> ReadAsync(ReportKey key)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await FindAsync(db, key) is { } report ? await ReadAsync(db, report.Id) : null;
    }

    /// <summary>What a file holds, and its media type; null where there is no such file.</summary>
    internal async Task<(byte[] Content, string ContentType)?> FileAsync(ReportKey key, string name)
    {
        await using var db = await databases.CreateDbContextAsync();
        var file = await FindAsync(db, key) is { Id: var id }
            ? await db.Reports.Where(r => r.Id == id).SelectMany(r => r.Decisions).SelectMany(d => d.Files)
                .Where(f => f.Name == name).Select(f => new { f.Content, f.ContentType }).SingleOrDefaultAsync()
            : null;
        return file is null ? null : (file.Content, file.ContentType);
    }

    /// <summary>What is different now from what was decided; nothing to compare with where the report could not be put together now.</summary>
    internal async Task<ComparedReport?> WithNowAsync(ReportKey key)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await FindAsync(db, key) is not { } report || await ReadAsync(db, report.Id) is not { } reading)
        {
            return null;
        }

        return await ReportPlace.FindAsync(db, key) is { } place && await NowAsync(db, place, key) is { } now
            ? new(reading, "nu", DocumentDifference.Of(reading.Document, now, ChangesSection))
            : new(reading, null, []);
    }

    /// <summary>What is different from the decided report before by the same body: of the same kind where there is one.</summary>
    internal async Task<ComparedReport?> WithEarlierAsync(ReportKey key)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await FindAsync(db, key) is not { } report || await ReadAsync(db, report.Id) is not { } reading)
        {
            return null;
        }

        var others = await db.Reports.Where(r => r.UnitId == report.UnitId && r.Id != report.Id && r.Decisions.Any()).Select(r => new { r.Id, r.FollowUpId }).ToListAsync();
        var ids = others.Select(o => o.FollowUpId).Append(report.FollowUpId).ToList();
        var followUps = await db.FollowUps.AsNoTracking().Where(f => ids.Contains(f.Id)).Include(f => f.Versions).ToDictionaryAsync(f => f.Id);
        var kind = followUps[report.FollowUpId].Kind;
        foreach (var other in others.OrderByDescending(o => followUps[o.FollowUpId].Kind == kind).ThenByDescending(o => followUps[o.FollowUpId].Terms.Through))
        {
            if (await ReadAsync(db, other.Id) is { } earlier && earlier.Document.Through < reading.Document.Through)
            {
                return new(reading, earlier.Document.Title, DocumentDifference.Of(earlier.Document, reading.Document, ChangesSection));
            }
        }

        return new(reading, null, []);
    }

    /// <summary>A decided report is read whatever is wrong with what is recorded now.</summary>
    private async Task<ReportDocument?> NowAsync(RegionPlanDb db, ReportPlace place, ReportKey key)
    {
        try
        {
            return ReportComposer.Compose(await reports.ReadNowAsync(db, place), isDecided: true);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotComposed(exception, key.FollowUp, key.Unit);
            return null;
        }
    }

    private static async Task<Report?> FindAsync(RegionPlanDb db, ReportKey key) => await (
        from report in db.Reports.AsNoTracking()
        join followUp in db.FollowUps on report.FollowUpId equals followUp.Id
        join unit in db.Units on report.UnitId equals unit.Id
        where unit.Key == key.Unit && report.Decisions.Any()
        select new { report, followUp }).ToListAsync() is var found
            ? found.Find(f => f.followUp.Key == key.FollowUp)?.report
            : null;

    private static async Task<DecidedReading?> ReadAsync(RegionPlanDb db, Guid reportId)
    {
        var decision = await db.Reports.Where(r => r.Id == reportId).SelectMany(r => r.Decisions).AsNoTracking()
            .OrderByDescending(d => d.Version).FirstOrDefaultAsync();
        if (decision is null)
        {
            return null;
        }

        var files = await db.Set<DecidedFile>().Where(f => f.DecisionId == decision.Id).OrderBy(f => f.Name).Select(f => new ListedFile(f.Name, f.Length, f.Sha256)).ToListAsync();
        return new(decision, ReportJson.Read(decision.Document), files);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The decided report on {FollowUp} for {Unit} could not be compared with now")]
    private partial void LogNotComposed(Exception exception, string followUp, string unit);
}
