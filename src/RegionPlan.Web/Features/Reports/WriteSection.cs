using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports;

/// <summary>Saves a section of a report as its next version, and clears its draft.</summary>
internal sealed partial class WriteSection(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, TimeProvider clock, ILogger<WriteSection> log)
{
    /// <param name="principal">Who writes.</param>
    /// <param name="key">The report.</param>
    /// <param name="section">The section's key.</param>
    /// <param name="text">The text.</param>
    /// <param name="state">How far it has come.</param>
    /// <param name="over">The version that it was written over; 0 where there was none.</param>
    /// <param name="token">The token of the draft that was last seen; null where there was none.</param>
    /// <exception cref="AccessRefused">The user does not write the report.</exception>
    /// <exception cref="RuleViolation">Somebody else has written since, or the text cannot be saved as it is.</exception>
    internal async Task<ReportSection> WriteAsync(ClaimsPrincipal principal, ReportKey key, string section, string text, SectionState state, int over, Guid? token)
    {
        var saved = await databases.WriteSeriallyAsync(async db =>
        {
            var desk = await ReportDesk.OpenAsync(db, permissions, principal, key, section, plans.Today);
            if (desk.Draft is { } draft && draft.Token != token)
            {
                throw new RuleViolation($"{draft.SavedBy} skriver i avsnittet. Vänta, eller ladda om sidan för att se texten.");
            }

            RefuseUnreadable(text);
            var version = desk.Report.Write(desk.Template, text, state, over, desk.User.Sign(clock.GetUtcNow()));
            if (desk.Draft is not null)
            {
                db.SectionDrafts.Remove(desk.Draft);
            }

            return version;
        });
        LogWritten(saved.Recorded.By, section, key.FollowUp, key.Unit, saved.Version);
        return saved;
    }

    private static void RefuseUnreadable(string text)
    {
        var (prose, notes) = ReportText.WithoutNotes(text);
        if (ReportText.PartsOf(prose).OfType<ReportPart.Prose>().Select(p => MarkdownBlocks.ProblemOf($"{p.Markdown}\n\n{notes}")).OfType<string>().FirstOrDefault() is { } problem)
        {
            throw new RuleViolation(problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} wrote {Section} of {FollowUp} for {Unit}, version {Version}")]
    private partial void LogWritten(string by, string section, string followUp, string unit, int version);
}
