using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Provenance;

/// <summary>Finds the decided reports that show a figure.</summary>
internal static class DecidedReportFinder
{
    /// <param name="db">The database.</param>
    /// <param name="shown">What identifies the figure in a report: its id, or the address of what it is derived from.</param>
    /// <param name="units">All units.</param>
    internal static async Task<List<DecidedIn>> ReportsShowingAsync(this RegionPlanDb db, string shown, IReadOnlyDictionary<Guid, OrganizationUnit> units)
    {
        var decided = await (
            from decision in db.ReportDecisions
            where decision.Document.Contains(shown)
            join report in db.Reports on decision.ReportId equals report.Id
            select new { report.FollowUpId, report.UnitId, decision.DecidedOn }).ToListAsync();
        var ids = decided.ConvertAll(d => d.FollowUpId);
        var followUps = await db.FollowUps.AsNoTracking().Where(f => ids.Contains(f.Id)).Include(f => f.Versions).ToDictionaryAsync(f => f.Id);
        return
        [
            .. from report in decided
               let followUp = followUps[report.FollowUpId]
               orderby followUp.Terms.Through
               select new DecidedIn(
                   $"{followUp.Terms.Name}, {units[report.UnitId].NameOn(followUp.Terms.Through)}",
                   $"/rapporter/{followUp.Key}/{units[report.UnitId].Key}",
                   report.DecidedOn),
        ];
    }

    /// <summary>What a unit is called on a day.</summary>
    internal static string NameOn(this OrganizationUnit unit, DateOnly day) => unit.On(day)?.Name ?? unit.Key;
}
