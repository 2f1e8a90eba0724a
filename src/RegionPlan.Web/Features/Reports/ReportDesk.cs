using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
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
    /// <exception cref="RuleViolation">There is no such report or section.</exception>
    internal static async Task<ReportDesk> OpenAsync(
        RegionPlanDb db, PermissionReader permissions, ClaimsPrincipal? principal, ReportKey key, string section, DateOnly today)
    {
        var user = await permissions.ForWritingAsync(principal);
        _ = int.TryParse(key.FollowUp.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year);
        var followUp = (await db.FollowUps.AsNoTracking().Where(f => f.Year == year).Include(f => f.Versions).Include(f => f.Locks).ToListAsync()).Find(f => f.Key == key.FollowUp)
            ?? throw new RuleViolation("Rapporten finns inte. Gå till Rapporter och välj den där.");
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync();
        var body = ReportQuery.BodiesOf(followUp, FollowUpYear.TreeOf(followUp, units)).FirstOrDefault(b => b.Unit.Key == key.Unit)
            ?? throw new RuleViolation("Enheten skriver ingen rapport till uppföljningen.");
        if (!ReportQuery.MayWrite(user, body.Unit, new(units, today)))
        {
            throw new AccessRefused($"Du skriver inte rapporten för {body.Name}.");
        }

        var template = ReportTemplate.Of(followUp.Kind, followUp.Terms.Through).FirstOrDefault(t => t.Key == section)
            ?? throw new RuleViolation("Avsnittet finns inte i rapporten. Gå till rapporten och välj det där.");
        var report = await db.Reports.Include(r => r.Sections).SingleOrDefaultAsync(r => r.FollowUpId == followUp.Id && r.UnitId == body.Unit.Id);
        if (report is null)
        {
            report = new(followUp.Id, body.Unit.Id);
            db.Reports.Add(report);
        }

        var draft = await db.SectionDrafts.SingleOrDefaultAsync(d => d.FollowUpId == followUp.Id && d.UnitId == body.Unit.Id && d.Key == section);
        return new(user, report, template, draft);
    }
}
