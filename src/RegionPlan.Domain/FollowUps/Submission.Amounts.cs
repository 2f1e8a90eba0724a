using RegionPlan.Domain.Economy;
using RegionPlan.Domain.History;

namespace RegionPlan.Domain.FollowUps;

/// <summary>The unit's economy: amounts are handed in, approved and sent back with the same steps as figures.</summary>
public sealed partial class Submission
{
    private readonly List<SubmittedAmount> amounts = [];

    /// <summary>Every version of the amounts of every budget post.</summary>
    public IReadOnlyList<SubmittedAmount> Amounts => amounts;

    /// <summary>How the amounts that were handed in stand.</summary>
    /// <param name="chain">The approvals that are needed, in order.</param>
    public IReadOnlyList<AmountStanding> AmountStandings(IReadOnlyList<ApprovalStep> chain) =>
        [.. amounts.GroupBy(a => a.Key).Select(a => StandingOf(a.Latest()!, chain))];

    /// <summary>How the amounts of one post stand; null where they were never handed in.</summary>
    public AmountStanding? StandingOf(AmountKey key, IReadOnlyList<ApprovalStep> chain) =>
        amounts.Where(a => a.Key == key).Latest() is { } amount ? StandingOf(amount, chain) : null;

    /// <summary>How one version stood when the next was handed in, and now where it is the latest.</summary>
    public AmountStanding HistoryOf(SubmittedAmount amount, IReadOnlyList<ApprovalStep> chain) => StandingOf(amount, chain);

    /// <summary>The amounts whose last approval a step is: they are to be recorded.</summary>
    public IReadOnlyList<SubmittedAmount> MadePublicBy(SubmissionStep step) =>
        step.MakesPublic ? [.. amounts.Where(a => StandingOf(a, []).Approvals.Contains(step))] : [];

    /// <summary>Hands amounts in; with a reason also those that had been approved or whose follow-up is locked, as a rättelse.</summary>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="chain">The approvals that are needed.</param>
    /// <param name="wanted">The amounts, of one post each.</param>
    /// <param name="actor">Who hands in.</param>
    /// <param name="recorded">Who, and when.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="RuleViolation">It may not be done, or not now; the Swedish message says why.</exception>
    public SubmissionStep SubmitAmounts(
        FollowUp followUp, IReadOnlyList<ApprovalStep> chain, IReadOnlyList<AmountToSubmit> wanted, SubmissionActor actor, Recording recorded, DateOnly day)
    {
        CheckMayHandIn(actor.MayEnterAmounts, followUp, chain, day);
        if (wanted.Count == 0)
        {
            throw new RuleViolation("Det finns inget att skicka in. Fyll i minst ett belopp.");
        }

        if (wanted.DistinctBy(a => a.Key).Count() < wanted.Count)
        {
            throw new RuleViolation("Samma budgetpost finns två gånger i det som skickas in. Ladda om sidan och skicka in igen.");
        }

        var version = steps.NextVersion();
        var made = wanted.Select(amount => Made(amount, followUp, chain, version, recorded)).ToList();
        amounts.AddRange(made);
        return Add(SubmissionStep.HandedIn(version, made.TrueForAll(a => a.IsCorrection), recorded));
    }

    private SubmittedAmount Made(AmountToSubmit amount, FollowUp followUp, IReadOnlyList<ApprovalStep> chain, int step, Recording recorded)
    {
        var earlier = amounts.Where(a => a.Key == amount.Key).ToList();
        var standing = earlier.Latest() is { } latest ? StandingOf(latest, chain) : null;
        if (standing is { Stage: RowStage.Submitted })
        {
            throw new RuleViolation("Ett belopp är redan inskickat och väntar på godkännande. Be den som godkänner att skicka tillbaka det.");
        }

        var isLocked = followUp.Locked is not null;
        var isCorrection = isLocked || earlier.Exists(a => StandingOf(a, []).Approvals.Any(s => s.MakesPublic));
        var reason = string.IsNullOrWhiteSpace(amount.Reason) && isCorrection ? ReasonGiven(standing, isLocked) : amount.Reason;
        if (isCorrection && string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleViolation(isLocked ? "Uppföljningen är låst. Skriv varför beloppet rättas." : "Beloppet är redan godkänt. Skriv varför det rättas.");
        }

        if (!isCorrection && amount.Report is { Outcome: null, Forecast: null })
        {
            throw new RuleViolation("Fyll i ett utfall eller en helårsprognos.");
        }

        if (standing is { Stage: RowStage.Returned } back)
        {
            CheckOnlyReturned(back, amount.Report);
        }

        return new(earlier.NextVersion(), step, amount, isCorrection, new(recorded.At, recorded.By, recorded.UserId, reason));
    }

    private static void CheckOnlyReturned(AmountStanding back, AmountReport wanted)
    {
        if (Enum.GetValues<AmountKind>().Any(kind => !back.ReturnedKinds.Contains(kind) && wanted.For(kind) != back.Row.Report.For(kind)))
        {
            throw new RuleViolation("Bara de belopp som skickades tillbaka kan ändras.");
        }
    }

    private AmountStanding StandingOf(SubmittedAmount amount, IReadOnlyList<ApprovalStep> chain)
    {
        var next = amounts.Where(a => a.Key == amount.Key && a.Version > amount.Version).Select(a => (int?)a.Step).Min();
        var (approvals, back) = WayOf(amount, next, step => step.ReturnedAmounts.Any(a => a.Row == amount.Key));
        return new(amount, chain, approvals, back);
    }
}
