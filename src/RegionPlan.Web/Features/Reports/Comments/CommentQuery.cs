using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Reports.Comments;

/// <summary>A comment with whether it is dealt with.</summary>
/// <param name="Comment">What was said.</param>
/// <param name="Closing">Who dealt with it; null while nobody has.</param>
public sealed record CommentReading(SectionComment Comment, SectionCommentClosing? Closing);

/// <summary>Reads the comments on a report's sections, for somebody who may see the report.</summary>
internal sealed class CommentQuery(IDbContextFactory<RegionPlanDb> databases)
{
    /// <summary>The comments on one section, the latest first.</summary>
    internal async Task<IReadOnlyList<CommentReading>> ReadAsync(ReportReading report, string section)
    {
        await using var db = await databases.CreateDbContextAsync();
        var comments = await db.SectionComments.AsNoTracking()
            .Where(c => c.FollowUpId == report.FollowUp.Id && c.UnitId == report.Unit.Unit.Id && c.Key == section).ToListAsync();
        var ids = comments.ConvertAll(c => c.Id);
        var closings = (await db.SectionCommentClosings.AsNoTracking().Where(c => ids.Contains(c.CommentId)).ToListAsync()).ToLookup(c => c.CommentId);
        return [.. comments.OrderByDescending(c => c.Version).Select(c => new CommentReading(c, closings[c.Id].Latest()))];
    }

    /// <summary>How many comments on each section of a report nobody has dealt with.</summary>
    internal static Task<Dictionary<string, int>> OpenAsync(RegionPlanDb db, Guid followUpId, Guid unitId) => db.SectionComments
        .Where(c => c.FollowUpId == followUpId && c.UnitId == unitId && !db.SectionCommentClosings.Any(d => d.CommentId == c.Id))
        .GroupBy(c => c.Key).Select(g => new { g.Key, Open = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Open);
}
