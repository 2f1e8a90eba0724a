using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Reports;

/// <summary>What every write to a section begins with.</summary>
/// <param name="User">Who writes.</param>
/// <param name="Report">The report, tracked; new and not yet kept where nothing was written.</param>
/// <param name="Template">The section.</param>
/// <param name="Draft">What is being written, tracked; null where nothing is.</param>
internal sealed record ReportDesk(Permissions User, Report Report, SectionTemplate Template, SectionDraft? Draft)
{
    /// <exception cref="AccessRefused">The user does not write the report.</exception>
    /// <exception cref="RuleViolation">There is no such report or section, or the report is decided.</exception>
    internal static async Task<ReportDesk> OpenAsync(
        RegionPlanDb db, PermissionReader permissions, ClaimsPrincipal? principal, ReportKey key, string section, DateOnly today)
    {
        var (user, report, place) = await OpenAsync(db, permissions, principal, key, today);
        var template = place.Template.FirstOrDefault(t => t.Key == section)
            ?? throw new RuleViolation("Avsnittet finns inte i rapporten. Gå till rapporten och välj det där.");
        var draft = await db.SectionDrafts.SingleOrDefaultAsync(d => d.FollowUpId == report.FollowUpId && d.UnitId == report.UnitId && d.Key == section);
        return new(user, report, template, draft);
    }

    /// <summary>The whole report, tracked, as it is opened for writing.</summary>
    /// <exception cref="AccessRefused">The user does not write the report.</exception>
    /// <exception cref="RuleViolation">There is no such report, or it is decided.</exception>
    internal static async Task<(Permissions User, Report Report, ReportPlace Place)> OpenAsync(
        RegionPlanDb db, PermissionReader permissions, ClaimsPrincipal? principal, ReportKey key, DateOnly today)
    {
        var user = await permissions.ForWritingAsync(principal);
        var place = await ReportPlace.FindAsync(db, key) ?? throw new RuleViolation("Rapporten finns inte. Gå till Rapporter och välj den där.");
        if (!ReportQuery.MayWrite(user, place.Unit.Unit, new(place.Units, today)))
        {
            throw new AccessRefused($"Du skriver inte rapporten för {place.Unit.Name}.");
        }

        var (followUp, unit) = (place.FollowUp.Id, place.Unit.Unit.Id);
        var report = await db.Reports.Include(r => r.Sections).Include(r => r.Decisions).SingleOrDefaultAsync(r => r.FollowUpId == followUp && r.UnitId == unit);
        if (report is null)
        {
            report = new(followUp, unit);
            db.Reports.Add(report);
        }

        report.RefuseDecided();
        return (user, report, place);
    }
}
