using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.RecordOutcomes;

/// <summary>What became of a row that was to be recorded.</summary>
internal abstract record RowRecorded
{
    private RowRecorded()
    {
    }

    /// <summary>Public now; <paramref name="Entries"/> is how many cells were new.</summary>
    internal sealed record Done(int Entries, OutcomeRow Row) : RowRecorded;

    /// <summary>Something is to be mended or explained first; the draft stays.</summary>
    internal sealed record NotYet(IReadOnlyList<Finding> Findings) : RowRecorded;

    /// <summary>Somebody else recorded the row since it was typed; both are kept until the user chooses.</summary>
    internal sealed record TakenByAnother(OutcomeRow Row) : RowRecorded;

    /// <summary>Somebody else has typed in the row since; their draft is not thrown away.</summary>
    internal sealed record TypedByAnother(OutcomeDraft Theirs) : RowRecorded;
}

/// <summary>Appends the outcomes of one row, makes them public and clears the draft, all or nothing.</summary>
internal sealed partial class RecordOutcome(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, TimeProvider clock, ILogger<RecordOutcome> log)
{
    private static readonly OutcomeInputValidator Validator = new();

    /// <param name="principal">Who records.</param>
    /// <param name="key">The row.</param>
    /// <param name="texts">The cells, the comment and the reason for a change, as typed.</param>
    /// <param name="over">The recorded versions that the texts were typed over.</param>
    /// <param name="token">The token of the draft that was last seen; null where there is none.</param>
    /// <exception cref="AccessRefused">The user answers for another unit.</exception>
    internal async Task<RowRecorded> RecordAsync(ClaimsPrincipal principal, RowKey key, DraftTexts texts, RecordedVersions over, Guid? token)
    {
        await using var db = await databases.CreateDbContextAsync();
        var writable = await WritableRow.OpenAsync(db, permissions, principal, key, plans.Today);
        if (writable.Draft is { } theirs && theirs.Token != token)
        {
            return new RowRecorded.TypedByAnother(theirs);
        }

        if (writable.Row.Versions != over)
        {
            return new RowRecorded.TakenByAnother(writable.Row);
        }

        var input = new OutcomeInput(texts, writable.Terms, writable.Row, plans.Today);
        if (Validator.Findings(input) is { Count: > 0 } findings)
        {
            return new RowRecorded.NotYet(findings);
        }

        var entries = writable.Row.Record(
            input.Report, writable.ReportedBy, OutcomeOrigin.Manual, writable.User.Sign(clock.GetUtcNow(), texts.Reason), plans.Today);
        db.Outcomes.AddRange(entries);
        if (writable.Draft is { } draft)
        {
            db.Drafts.Remove(draft);
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.IsTakenByAnother())
        {
            await using var fresh = await databases.CreateDbContextAsync();
            return new RowRecorded.TakenByAnother((await WritableRow.OpenAsync(fresh, permissions, principal, key, plans.Today)).Row);
        }

        LogRecorded(writable.User.Name, entries.Count, key.SeriesId, key.Period);
        await using var after = await databases.CreateDbContextAsync();
        return new RowRecorded.Done(entries.Count, (await WritableRow.OpenAsync(after, permissions, principal, key, plans.Today)).Row);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} recorded {Entries} outcomes of series {SeriesId} for {Period}")]
    private partial void LogRecorded(string by, int entries, Guid seriesId, Period period);
}
