using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Reports.Comments;

/// <summary>Adds comments to a section, and notes that one is dealt with; for those who write the report.</summary>
internal sealed partial class CommentSection(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, TimeProvider clock, ILogger<CommentSection> log)
{
    /// <summary>Two who comment at once take the same number; the second is given the next.</summary>
    private const int Attempts = 5;

    /// <param name="principal">Who comments.</param>
    /// <param name="key">The report.</param>
    /// <param name="section">The section's key.</param>
    /// <param name="text">What is said.</param>
    /// <exception cref="AccessRefused">The user does not write the report.</exception>
    /// <exception cref="RuleViolation">There is no such section, or the text is missing or too long.</exception>
    internal async Task AddAsync(ClaimsPrincipal principal, ReportKey key, string section, string? text)
    {
        var added = await databases.WriteSeriallyAsync(
            async db =>
            {
                var desk = await OpenAsync(db, principal, key, section);
                var (followUp, unit) = (desk.Report.FollowUpId, desk.Report.UnitId);
                var earlier = await db.SectionComments.AsNoTracking().Where(c => c.FollowUpId == followUp && c.UnitId == unit && c.Key == section).ToListAsync();
                return db.SectionComments.Add(new(followUp, unit, desk.Template, earlier, text, desk.User.Sign(clock.GetUtcNow()))).Entity;
            },
            Attempts);
        LogAdded(added.Recorded.By, section, key.FollowUp, key.Unit);
    }

    /// <param name="principal">Who has dealt with it.</param>
    /// <param name="key">The report.</param>
    /// <param name="section">The section's key.</param>
    /// <param name="commentId">The comment.</param>
    /// <param name="what">What was done about it; may be left out.</param>
    /// <exception cref="AccessRefused">The user does not write the report.</exception>
    /// <exception cref="RuleViolation">There is no such comment, or somebody has dealt with it already.</exception>
    internal async Task CloseAsync(ClaimsPrincipal principal, ReportKey key, string section, Guid commentId, string? what)
    {
        var closed = await databases.WriteSeriallyAsync(
            async db =>
            {
                var desk = await OpenAsync(db, principal, key, section);
                var (followUp, unit) = (desk.Report.FollowUpId, desk.Report.UnitId);
                var comment = await db.SectionComments.AsNoTracking()
                    .SingleOrDefaultAsync(c => c.Id == commentId && c.FollowUpId == followUp && c.UnitId == unit && c.Key == section)
                    ?? throw new RuleViolation("Kommentaren finns inte på avsnittet. Ladda om sidan.");
                var earlier = await db.SectionCommentClosings.AsNoTracking().Where(c => c.CommentId == commentId).ToListAsync();
                return db.SectionCommentClosings.Add(new(comment, earlier, desk.User.Sign(clock.GetUtcNow(), what))).Entity;
            },
            Attempts);
        LogClosed(closed.Recorded.By, section, key.FollowUp, key.Unit);
    }

    /// <summary>The report itself is left as it is: one that nobody has written in is not begun by a comment.</summary>
    private async Task<ReportDesk> OpenAsync(RegionPlanDb db, ClaimsPrincipal principal, ReportKey key, string section)
    {
        var desk = await ReportDesk.OpenAsync(db, permissions, principal, key, section, plans.Today);
        db.ChangeTracker.Clear();
        return desk;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} commented on {Section} of {FollowUp} for {Unit}")]
    private partial void LogAdded(string by, string section, string followUp, string unit);

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} dealt with a comment on {Section} of {FollowUp} for {Unit}")]
    private partial void LogClosed(string by, string section, string followUp, string unit);
}
