using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Mail;

namespace RegionPlan.Web.Features.Approval;

/// <summary>Sends named cells back to the unit that reports, with a comment.</summary>
public sealed partial class ReturnCells(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, ReturnMail mail, TimeProvider clock, ILogger<ReturnCells> log)
{
    /// <param name="principal">Who sends back.</param>
    /// <param name="address">The submission.</param>
    /// <param name="level">The level that sends back.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="seen">The version of the submission that was looked at.</param>
    /// <param name="why">What is to be mended.</param>
    /// <param name="amounts">Amounts of the unit's economy that are sent back with them.</param>
    /// <exception cref="AccessRefused">Nobody is signed in.</exception>
    /// <exception cref="RuleViolation">It may not be done, or not now; nothing is written.</exception>
    public async Task ReturnAsync(
        ClaimsPrincipal? principal, SubmissionAddress address, ApprovalLevel level, IReadOnlyList<(SubmittedRowKey Row, Sex Sex)> cells, int seen, string? why, IReadOnlyList<ReturnedAmount>? amounts = null)
    {
        await databases.WriteSeriallyAsync(async db =>
        {
            var (followUpId, unitId) = await address.ResolveAsync(db);
            var desk = await SubmissionDesk.OpenAsync(db, permissions, principal, followUpId, unitId, plans.Today);
            var step = desk.Submission.Return(
                desk.FollowUp, desk.Chain, [.. cells.Select(c => new ReturnedCell(c.Row, c.Sex))], amounts ?? [], level, desk.Actor, seen, desk.User.Sign(clock.GetUtcNow(), why));
            return await mail.EnqueueAsync(db, step, desk.Submission, desk.FollowUp, desk.Unit);
        });
        LogReturned(cells.Count + (amounts?.Count ?? 0), level, address.FollowUpKey, address.UnitKey);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Cells} cells sent back at {Level}: {FollowUp} of {Unit}")]
    private partial void LogReturned(int cells, ApprovalLevel level, string followUp, string unit);
}
