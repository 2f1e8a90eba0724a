using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.FollowUps;

/// <summary>Handing rows in, for the first time, after a return, or as a rättelse.</summary>
public sealed partial class Submission
{
    /// <summary>Hands rows in; with a reason also rows that had been approved or whose follow-up is locked, as a rättelse.</summary>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="chain">The approvals that are needed.</param>
    /// <param name="wanted">The rows; their figures are already checked.</param>
    /// <param name="actor">Who hands in.</param>
    /// <param name="recorded">Who, and when.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="RuleViolation">It may not be done, or not now; the Swedish message says why.</exception>
    public SubmissionStep Submit(
        FollowUp followUp, IReadOnlyList<ApprovalStep> chain, IReadOnlyList<RowToSubmit> wanted, SubmissionActor actor, Recording recorded, DateOnly day)
    {
        CheckMayHandIn(actor.MayEnter, followUp, chain, day);
        if (wanted.Count == 0)
        {
            throw new RuleViolation("Det finns inget att skicka in. Fyll i minst en rad.");
        }

        if (wanted.DistinctBy(r => r.Key).Count() < wanted.Count)
        {
            throw new RuleViolation("Samma rad finns två gånger i det som skickas in. Ladda om sidan och skicka in igen.");
        }

        var version = steps.NextVersion();
        var made = wanted.Select(row => Made(row, followUp, chain, version, recorded)).ToList();
        rows.AddRange(made);
        return Add(SubmissionStep.HandedIn(version, made.TrueForAll(r => r.IsCorrection), recorded));
    }

    private static void CheckMayHandIn(bool isAllowed, FollowUp followUp, IReadOnlyList<ApprovalStep> chain, DateOnly day)
    {
        if (!isAllowed)
        {
            throw new RuleViolation("Du lämnar inte in för enheten.");
        }

        if (chain.Count == 0)
        {
            throw new RuleViolation("Enheten finns inte i organisationen under perioden, så ingen kan godkänna. Kontakta administratören.");
        }

        if (followUp.On(day) == FollowUpState.Planned)
        {
            throw new RuleViolation("Uppföljningen har inte öppnat än. Det du har skrivit är kvar som utkast.");
        }
    }

    private SubmittedRow Made(RowToSubmit row, FollowUp followUp, IReadOnlyList<ApprovalStep> chain, int step, Recording recorded)
    {
        var earlier = rows.Where(r => r.Key == row.Key).ToList();
        var standing = earlier.Latest() is { } latest ? StandingOf(latest, chain) : null;
        if (standing is { Stage: RowStage.Submitted })
        {
            throw new RuleViolation("En rad är redan inskickad och väntar på godkännande. Be den som godkänner att skicka tillbaka den.");
        }

        var isLocked = followUp.Locked is not null;
        var isCorrection = isLocked || WasPublic(row.Key);
        var reason = string.IsNullOrWhiteSpace(row.Reason) && isCorrection ? ReasonGiven(standing, isLocked) : row.Reason;
        if (isCorrection && string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleViolation(isLocked ? "Uppföljningen är låst. Skriv varför värdet rättas." : "Värdet är redan godkänt. Skriv varför det rättas.");
        }

        if (!isCorrection && row.IsEmpty)
        {
            throw new RuleViolation("En rad är tom. Fyll i ett värde, en kommentar eller en prognos.");
        }

        if (standing is { Stage: RowStage.Returned } back)
        {
            CheckOnlyReturned(back, row.Report);
        }

        return new(earlier.NextVersion(), step, row, isCorrection, new(recorded.At, recorded.By, recorded.UserId, reason));
    }

    /// <summary>The reason that stands already: of a rättelse that came back, or the comment that a public value was sent back with before the lock.</summary>
    private static string? ReasonGiven(PartStanding? standing, bool isLocked) => standing switch
    {
        { Stage: RowStage.Returned, Part: { IsCorrection: true, Recorded.Why: { } given } } => given,
        { Stage: RowStage.Returned, ReturnedBy.Recorded.Why: { } comment } when !isLocked => comment,
        _ => null,
    };

    private static void CheckOnlyReturned(RowStanding back, OutcomeReport wanted)
    {
        foreach (var sex in Enum.GetValues<Sex>())
        {
            if (!back.ReturnedCells.Contains(sex) && wanted.For(sex) != back.Row.Report.For(sex))
            {
                throw new RuleViolation("Bara de rutor som skickades tillbaka kan ändras.");
            }
        }
    }

    /// <summary>Whether any version of a row has been made public.</summary>
    private bool WasPublic(SubmittedRowKey key) => LastPublic(key) is not null;
}
