using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Reports;

/// <summary>Saves as done the sections that live blocks fill and that nobody has written or begun to write, as their template begins them.</summary>
internal sealed partial class MarkFilledSections(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, TimeProvider clock, ILogger<MarkFilledSections> log)
{
    /// <summary>Saves the first version of each, all of them or none.</summary>
    /// <exception cref="AccessRefused">The user does not write the report.</exception>
    /// <exception cref="RuleViolation">The report is decided, there is none such section left, or somebody else wrote in one of them at the same time.</exception>
    internal async Task<IReadOnlyList<ReportSection>> MarkAsync(ClaimsPrincipal principal, ReportKey key)
    {
        var saved = await databases.WriteSeriallyAsync(async db =>
        {
            var (user, report, place) = await ReportDesk.OpenAsync(db, permissions, principal, key, plans.Today);
            var drafted = await db.SectionDrafts.Where(d => d.FollowUpId == report.FollowUpId && d.UnitId == report.UnitId).Select(d => d.Key).ToListAsync();
            var filled = place.Template.Where(t => t.IsFilled && report.Current(t.Key) is null && !drafted.Contains(t.Key)).ToList();
            if (filled.Count == 0)
            {
                throw new RuleViolation("Det finns inga ifyllda avsnitt kvar att markera: alla är skrivna eller påbörjade.");
            }

            var recorded = user.Sign(clock.GetUtcNow());
            return filled.ConvertAll(t => report.Write(t, t.Start, SectionState.Done, 0, recorded));
        });
        LogMarked(saved[0].Recorded.By, saved.Count, key.FollowUp, key.Unit);
        return saved;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} marked {Count} filled sections of {FollowUp} for {Unit} as done")]
    private partial void LogMarked(string by, int count, string followUp, string unit);
}
