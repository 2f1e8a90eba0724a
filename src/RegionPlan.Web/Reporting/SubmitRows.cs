using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Reporting;

/// <summary>A row that somebody wants to hand in, as typed.</summary>
/// <param name="Key">The row.</param>
/// <param name="Texts">The texts.</param>
/// <param name="Over">The versions that they were typed over.</param>
/// <param name="Token">The token of the draft that was last seen; null where there is none.</param>
internal sealed record TypedRow(SubmittedRowKey Key, DraftTexts Texts, RecordedVersions Over, Guid? Token = null);

/// <summary>What became of a row that was to be handed in.</summary>
internal abstract record RowAnswer
{
    private RowAnswer()
    {
    }

    /// <summary>Handed in; public once its last approval is there.</summary>
    internal sealed record HandedIn(int Version) : RowAnswer;

    /// <summary>Something is to be mended or explained first; the draft stays.</summary>
    internal sealed record NotYet(IReadOnlyList<Finding> Findings) : RowAnswer;

    /// <summary>The row was handed in or recorded since it was typed; both are kept until the user chooses.</summary>
    internal sealed record TakenByAnother(ReportedRow Row) : RowAnswer;

    /// <summary>Somebody else has typed in the row since; their draft is not thrown away.</summary>
    internal sealed record TypedByAnother(OutcomeDraft Theirs) : RowAnswer;

    /// <summary>The unit does not owe the follow-up the row.</summary>
    internal sealed record NotOwed : RowAnswer;
}

/// <summary>
/// Hands in the rows that are ready, all of them or none, and clears their drafts; the rest stay as they are with what is to be mended.
/// Nothing becomes public by it.
/// </summary>
internal sealed partial class SubmitRows(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, SheetReader sheets, PlanReader plans, TimeProvider clock, ILogger<SubmitRows> log)
{
    /// <summary>So many may hand in for the same unit at once; one goes through each time.</summary>
    private const int MostAttempts = 20;

    private static readonly OutcomeInputValidator Validator = new();

    /// <param name="principal">Who hands in.</param>
    /// <param name="scope">What is handed in to.</param>
    /// <param name="rows">The rows as typed.</param>
    /// <returns>What became of each row.</returns>
    /// <exception cref="AccessRefused">The user does not hand in for the unit.</exception>
    /// <exception cref="RuleViolation">The follow-up cannot be reported to, or is not there.</exception>
    internal async Task<IReadOnlyDictionary<SubmittedRowKey, RowAnswer>> SubmitAsync(
        ClaimsPrincipal principal, ReportScope scope, IReadOnlyCollection<TypedRow> rows)
    {
        var (answers, desk, step) = await databases.WriteSeriallyAsync(db => TryAsync(db, principal, scope, rows), MostAttempts);
        if (step is not null)
        {
            LogHandedIn(desk.User.Name, answers.Values.Count(a => a is RowAnswer.HandedIn), desk.UnitName, desk.FollowUp.Key, step.Version);
        }

        return answers;
    }

    /// <summary>What stands in the way of a row; null where it can be handed in.</summary>
    private static RowAnswer? Obstacle(TypedRow typed, ReportedRow? row, OutcomeDraft? draft, DateOnly today)
    {
        if (row is null or { IsDuty: false, Standing: null })
        {
            return new RowAnswer.NotOwed();
        }

        if (draft is not null && draft.Token != typed.Token)
        {
            return new RowAnswer.TypedByAnother(draft);
        }

        if (row.Versions != typed.Over || row.Standing is { Stage: RowStage.Submitted })
        {
            return new RowAnswer.TakenByAnother(row);
        }

        return Validator.Findings(Input(typed, row, today)) is { Count: > 0 } findings ? new RowAnswer.NotYet(findings) : null;
    }

    private static OutcomeInput Input(TypedRow typed, ReportedRow row, DateOnly today) => new(typed.Texts, row.Terms, row.Recorded, today, row.Demands);

    private static RowToSubmit ToSubmit(TypedRow typed, ReportedRow row, DateOnly today)
    {
        var input = Input(typed, row, today);
        return new(typed.Key, input.Report, input.Narrative, string.IsNullOrWhiteSpace(typed.Texts.Reason) ? null : typed.Texts.Reason);
    }

    private async Task<(IReadOnlyDictionary<SubmittedRowKey, RowAnswer> Answers, SubmissionDesk Desk, SubmissionStep? Step)> TryAsync(
        RegionPlanDb db, ClaimsPrincipal principal, ReportScope scope, IReadOnlyCollection<TypedRow> rows)
    {
        var desk = await SubmissionDesk.OpenAsync(db, permissions, principal, scope.FollowUpId, scope.UnitId, plans.Today);
        if (!desk.Actor.MayEnter)
        {
            throw new AccessRefused($"Du får inte lämna in för {desk.UnitName}.");
        }

        if (desk.FollowUp.On(plans.Today) == FollowUpState.Planned)
        {
            throw new RuleViolation($"Uppföljningen öppnar {Sv.Day(desk.FollowUp.Terms.OpensOn)}. Det du har skrivit är kvar som utkast.");
        }

        // Read after the desk: should something be recorded or handed in between, the step's number is taken and all is tried again, so that
        // rows that nobody else touched go in and the others are told of.
        var sheet = (await sheets.SheetAsync(scope))?.Rows.ToDictionary(r => r.Key.Row) ?? [];
        var drafts = await DraftsAsync(db, rows);
        var answers = rows.ToDictionary(r => r.Key, r => Obstacle(r, sheet.GetValueOrDefault(r.Key), drafts.GetValueOrDefault(r.Key), plans.Today));
        var ready = rows.Where(r => answers[r.Key] is null).ToList();
        if (ready.Count == 0)
        {
            // Nothing is kept of a submission that nothing is handed in to.
            db.ChangeTracker.Clear();
            return (answers.ToDictionary(a => a.Key, a => a.Value!), desk, null);
        }

        var step = desk.Submission.Submit(
            desk.FollowUp,
            desk.Chain,
            ready.ConvertAll(r => ToSubmit(r, sheet[r.Key], plans.Today)),
            desk.Actor,
            desk.User.Sign(clock.GetUtcNow()),
            plans.Today);
        db.Drafts.RemoveRange(ready.Select(r => drafts.GetValueOrDefault(r.Key)).OfType<OutcomeDraft>());
        return (
            rows.ToDictionary(r => r.Key, r => answers[r.Key] ?? new RowAnswer.HandedIn(desk.Submission.StandingOf(r.Key, desk.Chain)!.Row.Version)),
            desk,
            step);
    }

    private static async Task<Dictionary<SubmittedRowKey, OutcomeDraft>> DraftsAsync(RegionPlanDb db, IReadOnlyCollection<TypedRow> rows)
    {
        var series = rows.Select(r => r.Key.SeriesId).Distinct().ToList();
        var about = rows.Select(r => r.Key.UnitId).Distinct().ToList();
        return (await db.Drafts.Where(d => series.Contains(d.SeriesId) && about.Contains(d.UnitId)).ToListAsync())
            .ToDictionary(d => new SubmittedRowKey(d.SeriesId, d.UnitId, d.Period));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} handed in {Rows} rows for {Unit} to {FollowUp}, step {Step}")]
    private partial void LogHandedIn(string by, int rows, string unit, string followUp, int step);
}
