using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Economy;

/// <summary>What became of one budget post.</summary>
internal abstract record AmountAnswer
{
    private AmountAnswer()
    {
    }

    /// <summary>Nothing was typed, or only what stands there already; what others have done with the row stands.</summary>
    internal sealed record Untouched : AmountAnswer;

    /// <summary>Kept as a draft.</summary>
    internal sealed record Kept : AmountAnswer;

    /// <summary>Handed in.</summary>
    internal sealed record HandedIn : AmountAnswer;

    /// <summary>Kept as a draft; something is to be mended or explained before it can be handed in.</summary>
    internal sealed record NotYet(IReadOnlyList<(AmountField Field, string Message)> Findings) : AmountAnswer;

    /// <summary>Somebody else has typed in the row since it was opened; their draft stands until the user saves once more.</summary>
    internal sealed record TypedByAnother(EconomyDraft Theirs) : AmountAnswer;

    /// <summary>The draft that was to be handed in is no longer the one that was seen; it is not handed in unseen.</summary>
    internal sealed record ChangedByAnother(EconomyDraft Theirs) : AmountAnswer;

    /// <summary>Somebody else has handed the row in since it was opened.</summary>
    internal sealed record TakenByAnother(SubmittedAmount Theirs) : AmountAnswer;
}

/// <summary>
/// Keeps everything that a user has typed of a unit's economy, whatever it is, and on request hands in the posts that are ready; the rest
/// stay as drafts with what is to be mended. Nothing becomes public by it.
/// </summary>
internal sealed partial class SaveAmounts(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, EconomySheetReader sheets, PlanReader plans, TimeProvider clock, ILogger<SaveAmounts> log)
{
    private static readonly AmountInputValidator Validator = new();

    /// <param name="principal">Who types.</param>
    /// <param name="followUpId">The follow-up.</param>
    /// <param name="unitId">The unit that hands in.</param>
    /// <param name="typed">The posts as posted.</param>
    /// <param name="handIn">Whether those that are ready are handed in.</param>
    /// <param name="fileName">The file that they came from, which the draft tells; null where they were typed.</param>
    /// <returns>What became of each post.</returns>
    /// <exception cref="AccessRefused">The user does not hand in the unit's economy; nothing is kept.</exception>
    /// <exception cref="RuleViolation">There is nothing to hand in to, or somebody wrote at the very same time.</exception>
    internal async Task<IReadOnlyDictionary<string, AmountAnswer>> SaveAsync(
        ClaimsPrincipal? principal, Guid followUpId, Guid unitId, IReadOnlyCollection<TypedAmounts> typed, bool handIn, string? fileName = null)
    {
        var answers = await databases.WriteSeriallyAsync(db => TryAsync(db, principal, followUpId, unitId, typed, handIn, fileName));
        LogSaved(answers.Values.Count(a => a is AmountAnswer.HandedIn), answers.Values.Count(a => a is AmountAnswer.Kept or AmountAnswer.NotYet));
        return answers;
    }

    private async Task<IReadOnlyDictionary<string, AmountAnswer>> TryAsync(
        RegionPlanDb db, ClaimsPrincipal? principal, Guid followUpId, Guid unitId, IReadOnlyCollection<TypedAmounts> typed, bool handIn, string? fileName)
    {
        var desk = await SubmissionDesk.OpenAsync(db, permissions, principal, followUpId, unitId, plans.Today);
        if (!desk.Actor.MayEnterAmounts)
        {
            throw new AccessRefused($"Du får inte lämna in ekonomin för {desk.UnitName}.");
        }

        var sheet = await sheets.SheetAsync(db, desk.FollowUp, unitId) ?? throw new RuleViolation($"{desk.UnitName} har ingen ekonomi att lämna in till {desk.FollowUp.Terms.Name}.");
        var through = EconomyDuties.MonthOf(desk.FollowUp);
        var drafts = await db.EconomyDrafts.Where(d => d.Through == through).ToDictionaryAsync(d => d.PostId);
        Dictionary<string, AmountAnswer> answers = [];
        List<AmountInput> ready = [];
        foreach (var post in typed)
        {
            if (sheet.Find(post.PostKey) is not { } row)
            {
                continue;
            }

            var input = new AmountInput(row, post.Over(row));
            var draft = drafts.GetValueOrDefault(row.Duty.Row.Post.Id);

            // What the user typed, or the very draft that stood there, is what the user wants; anything else is another's.
            var isWanted = post.IsTouched || (draft is not null && draft.Token == post.Token);
            answers[post.PostKey] = isWanted ? Keep(db, post, input, draft, fileName is null ? desk.User.Name : $"{desk.User.Name}, ur {fileName}") : Leave(post, draft, handIn);
            if (handIn && answers[post.PostKey] is AmountAnswer.Kept && Checked(input) is { } answer)
            {
                answers[post.PostKey] = answer;
                ready.AddRange(answer is AmountAnswer.HandedIn ? [input] : []);
            }
        }

        if (ready.Count > 0)
        {
            desk.Submission.SubmitAmounts(desk.FollowUp, desk.Chain, ready.ConvertAll(ToSubmit), desk.Actor, desk.User.Sign(clock.GetUtcNow()), plans.Today);
            db.EconomyDrafts.RemoveRange(ready.Select(i => drafts.GetValueOrDefault(i.Row.Duty.Row.Post.Id)).OfType<EconomyDraft>());
            db.EconomyDrafts.Local.Where(d => db.Entry(d).State == EntityState.Added && ready.Exists(i => i.Row.Duty.Key == d.Key)).ToList().ForEach(d => db.Entry(d).State = EntityState.Detached);
        }
        else if (desk.Submission.Version == 0)
        {
            // Nothing is kept of a submission that nothing is handed in to.
            db.Entry(desk.Submission).State = EntityState.Detached;
        }

        return answers;
    }

    /// <summary>A row that the user has not typed in is left as it is, whatever others have made of it; told only if a draft that was seen was to be handed in.</summary>
    private static AmountAnswer Leave(TypedAmounts shown, EconomyDraft? draft, bool handIn) =>
        draft is not null && shown.Token is not null && handIn ? new AmountAnswer.ChangedByAnother(draft) : new AmountAnswer.Untouched();

    /// <summary>Keeps what was typed, but never over what somebody else has typed or handed in unseen.</summary>
    private AmountAnswer Keep(RegionPlanDb db, TypedAmounts typed, AmountInput input, EconomyDraft? draft, string by)
    {
        var (row, texts) = (input.Row, input.Texts);
        if (draft is not null && draft.Token != typed.Token && draft.Texts != texts)
        {
            return new AmountAnswer.TypedByAnother(draft);
        }

        if (!input.IsChanged && string.IsNullOrWhiteSpace(texts.Reason))
        {
            if (draft is not null)
            {
                db.EconomyDrafts.Remove(draft);
            }

            return new AmountAnswer.Untouched();
        }

        var kept = draft;
        if (kept is null)
        {
            kept = new(row.Duty.Key);
            db.EconomyDrafts.Add(kept);
        }

        if (kept.Texts != texts)
        {
            kept.Save(texts, clock.GetUtcNow(), by);
        }

        return row.Version != typed.Version ? new AmountAnswer.TakenByAnother(row.Standing!.Row) : new AmountAnswer.Kept();
    }

    private static AmountAnswer? Checked(AmountInput input)
    {
        if (input.Row.IsWaiting)
        {
            return new AmountAnswer.TakenByAnother(input.Row.Standing!.Row);
        }

        var findings = Validator.Validate(input).Errors.ConvertAll(e => (Enum.Parse<AmountField>(e.PropertyName), e.ErrorMessage));
        return findings.Count > 0 ? new AmountAnswer.NotYet(findings) : new AmountAnswer.HandedIn();
    }

    private static AmountToSubmit ToSubmit(AmountInput input) =>
        new(input.Row.Duty.Key, input.Report, string.IsNullOrWhiteSpace(input.Texts.Reason) ? null : input.Texts.Reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Economy: {HandedIn} posts handed in, {Kept} kept as drafts")]
    private partial void LogSaved(int handedIn, int kept);
}
