using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Data;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports;

/// <summary>A decided report, as it is for ever.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Decision">The decision; its files without what they hold.</param>
/// <param name="Document">The report.</param>
/// <param name="Files">Its files.</param>
public sealed record DecidedReading(ReportPlace Place, ReportDecision Decision, ReportDocument Document, IReadOnlyList<ListedFile> Files);

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

/// <summary>Reads decided reports, which are public.</summary>
internal sealed class DecidedReportQuery(IDbContextFactory<RegionPlanDb> databases, ReportQuery reports)
{
    private const string ChangesSection = "andringar";

    /// <summary>Null where the report is not decided, or does not exist.</summary>
    internal async Task<DecidedReading?> ReadAsync(ReportKey key)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await ReportPlace.FindAsync(db, key) is { } place ? await ReadAsync(db, place) : null;
    }

    /// <summary>What a file holds, and its media type; null where there is no such file.</summary>
    internal async Task<(byte[] Content, string ContentType)?> FileAsync(ReportKey key, string name)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await ReportPlace.FindAsync(db, key) is not { } place)
        {
            return null;
        }

        var (followUp, unit) = (place.FollowUp.Id, place.Unit.Unit.Id);
        var file = await db.Reports.Where(r => r.FollowUpId == followUp && r.UnitId == unit).SelectMany(r => r.Decisions).SelectMany(d => d.Files)
            .Where(f => f.Name == name).Select(f => new { f.Content, f.ContentType }).SingleOrDefaultAsync();
        return file is null ? null : (file.Content, file.ContentType);
    }

    /// <summary>What is different now from what was decided.</summary>
    internal async Task<ComparedReport?> WithNowAsync(ReportKey key)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await ReportPlace.FindAsync(db, key) is not { } place || await ReadAsync(db, place) is not { } reading)
        {
            return null;
        }

        return new(reading, "nu", DocumentDifference.Of(reading.Document, ReportComposer.Compose(await reports.ReadAsync(db, place), isDecided: true), ChangesSection));
    }

    /// <summary>What is different from the decided report before, by the same body.</summary>
    internal async Task<ComparedReport?> WithEarlierAsync(ReportKey key)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await ReportPlace.FindAsync(db, key) is not { } place || await ReadAsync(db, place) is not { } reading)
        {
            return null;
        }

        return place.Before is { } before
            && await ReportPlace.FindAsync(db, new(before.Key, key.Unit)) is { } earlierPlace
            && await ReadAsync(db, earlierPlace) is { } earlier
                ? new(reading, before.Terms.Name, DocumentDifference.Of(earlier.Document, reading.Document, ChangesSection))
                : new(reading, null, []);
    }

    private static async Task<DecidedReading?> ReadAsync(RegionPlanDb db, ReportPlace place)
    {
        var (followUp, unit) = (place.FollowUp.Id, place.Unit.Unit.Id);
        var decision = await db.Reports.Where(r => r.FollowUpId == followUp && r.UnitId == unit).SelectMany(r => r.Decisions).AsNoTracking()
            .OrderByDescending(d => d.Version).FirstOrDefaultAsync();
        if (decision is null)
        {
            return null;
        }

        var files = await db.Set<DecidedFile>().Where(f => f.DecisionId == decision.Id).OrderBy(f => f.Name).Select(f => new ListedFile(f.Name, f.Length, f.Sha256)).ToListAsync();
        return new(place, decision, ReportJson.Read(decision.Document), files);
    }
}
