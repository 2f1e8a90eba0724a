using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Approval;

/// <summary>What came of an approval.</summary>
/// <param name="Rows">How many rows are public now; 0 where another level is to approve them.</param>
/// <param name="Entries">How many outcomes were recorded: a figure that is as it was is not recorded again.</param>
/// <param name="Posts">How many budget posts' amounts are public now.</param>
public sealed record ApprovalResult(int Rows, int Entries, int Posts = 0);

/// <summary>Approves what waits at a level; with the last approval, and in the same transaction, the figures are recorded as outcomes and so public.</summary>
public sealed partial class ApproveSubmission(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, TimeProvider clock, ILogger<ApproveSubmission> log)
{
    private const string ReplacesExample = "Ersätter ett exempelvärde";

    /// <param name="principal">Who approves.</param>
    /// <param name="address">The submission.</param>
    /// <param name="level">The level that approves.</param>
    /// <param name="seen">The version of the submission that was looked at.</param>
    /// <param name="why">Why, where what was handed in before the lock is approved after it.</param>
    /// <exception cref="AccessRefused">Nobody is signed in.</exception>
    /// <exception cref="RuleViolation">It may not be done, or not now; nothing is written.</exception>
    public async Task<ApprovalResult> ApproveAsync(ClaimsPrincipal? principal, SubmissionAddress address, ApprovalLevel level, int seen, string? why = null)
    {
        var result = await databases.WriteSeriallyAsync(async db =>
        {
            var (followUpId, unitId) = await address.ResolveAsync(db);
            var desk = await SubmissionDesk.OpenAsync(db, permissions, principal, followUpId, unitId, plans.Today);
            var signed = desk.User.Sign(clock.GetUtcNow(), why);
            var rows = desk.Submission.Approve(desk.FollowUp, desk.Chain, level, desk.Actor, seen, signed);
            var amounts = desk.Submission.MadePublicBy(desk.Submission.Steps.Latest()!);
            var entries = await RecordAsync(db, desk, rows, signed);
            await RecordAmounts.RecordAsync(db, desk.Submission, amounts, signed);
            return new ApprovalResult(rows.Count, entries, amounts.Count);
        });
        LogApproved(level, address.FollowUpKey, address.UnitKey, result.Rows, result.Entries);
        return result;
    }

    private async Task<int> RecordAsync(RegionPlanDb db, SubmissionDesk desk, IReadOnlyList<SubmittedRow> rows, Recording approved)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        var measures = await MeasuresOfRows.ReadAsync(db, rows);
        var series = rows.Select(r => r.SeriesId).Distinct().ToList();
        var units = rows.Select(r => r.UnitId).Distinct().ToList();
        var recorded = await db.Outcomes.AsNoTracking().Where(o => series.Contains(o.SeriesId) && units.Contains(o.UnitId)).ToListAsync();
        var count = 0;
        foreach (var row in rows)
        {
            var at = new OutcomeRow(row.SeriesId, row.UnitId, row.Period, measures.TermsOf(row), recorded);
            if (Published(row, at) is { } report)
            {
                count += Add(db, at, report, desk, row, approved, measures.NameOf(row));
            }
        }

        return count;
    }

    private int Add(RegionPlanDb db, OutcomeRow at, OutcomeReport report, SubmissionDesk desk, SubmittedRow row, Recording approved, string name)
    {
        try
        {
            var by = new Recording(approved.At, row.Recorded.By, row.Recorded.UserId, row.Recorded.Why ?? approved.Why ?? WhyOverExample(at));
            var made = at.Record(report, desk.Submission.UnitId, OutcomeOrigin.Manual, by, plans.Today, row.Id);
            db.Outcomes.AddRange(made);
            return made.Count;
        }
        catch (RuleViolation violation)
        {
            throw new RuleViolation($"{name}: {violation.Message} Inget godkändes. Skicka tillbaka raden, eller skriv en motivering till godkännandet.");
        }
    }

    /// <summary>
    /// What a row comes to in the store. A cell that it leaves empty takes a value back only where that value was handed in too or a reason
    /// is given; a figure from elsewhere stays beside an analysis. Null where there is nothing to record.
    /// </summary>
    private static OutcomeReport? Published(SubmittedRow row, OutcomeRow at)
    {
        var report = row.Report;
        var kept = report with { Total = Cell(Sex.Total), Women = Cell(Sex.Women), Men = Cell(Sex.Men) };
        return Enum.GetValues<Sex>().Any(sex => kept.For(sex) is not null || at.Current(sex)?.Value is not null) ? kept : null;

        OutcomeValue? Cell(Sex sex) => report.For(sex) ?? (at.Current(sex) is { SubmittedRowId: null } elsewhere && row.Recorded.Why is null ? elsewhere.Value : null);
    }

    /// <summary>An invented figure gives way to a real one without anybody having to say why.</summary>
    private static string? WhyOverExample(OutcomeRow at) =>
        Enum.GetValues<Sex>().Select(at.Current).Where(e => e?.Value is not null).ToList() is { Count: > 0 } there && there.TrueForAll(e => e!.IsExample)
            ? ReplacesExample
            : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "Approved at {Level}: {FollowUp} of {Unit}, {Rows} rows public with {Entries} outcomes")]
    private partial void LogApproved(ApprovalLevel level, string followUp, string unit, int rows, int entries);
}
