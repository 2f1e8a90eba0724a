using RegionPlan.Domain.History;

namespace RegionPlan.Domain.FollowUps;

/// <summary>What those who approve do: let rows through, or send cells back.</summary>
public sealed partial class Submission
{
    /// <summary>Approves everything that waits at a level.</summary>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="chain">The approvals that are needed.</param>
    /// <param name="level">The level.</param>
    /// <param name="actor">Who approves.</param>
    /// <param name="seen">The version that was looked at; approving anything newer unseen is refused.</param>
    /// <param name="recorded">Who, when and, where what was handed in before the lock is approved after it, why.</param>
    /// <returns>
    /// The rows whose last approval this was: they are now to be recorded as outcomes. The amounts are those that the step
    /// <see cref="MadePublicBy"/>.
    /// </returns>
    /// <exception cref="RuleViolation">It may not be done, there is nothing to approve, or something has happened since.</exception>
    public IReadOnlyList<SubmittedRow> Approve(
        FollowUp followUp, IReadOnlyList<ApprovalStep> chain, ApprovalLevel level, SubmissionActor actor, int seen, Recording recorded)
    {
        if (!actor.MayApprove.Contains(level))
        {
            throw new RuleViolation($"Du godkänner inte för {NameOf(level)}.");
        }

        CheckSeen(seen);
        var waiting = Standings(chain).Concat<PartStanding>(AmountStandings(chain)).Where(s => s.WaitsFor == level).ToList();
        if (waiting.Count == 0)
        {
            throw new RuleViolation($"Inget väntar på godkännande av {NameOf(level)}.");
        }

        if (followUp.Locked is not null && recorded.Why is null && waiting.Exists(s => !s.Part.IsCorrection))
        {
            throw new RuleViolation("Uppföljningen är låst, och det som väntar lämnades in före låsningen. Skriv varför det godkänns nu.");
        }

        var isLast = level == chain[^1].Level;
        Add(SubmissionStep.Approval(steps.NextVersion(), level, waiting.Select(s => s.Part.Step).Distinct().Order(), isLast, recorded));
        return isLast ? [.. waiting.OfType<RowStanding>().Select(s => s.Row)] : [];
    }

    /// <summary>Sends named cells back with a comment; they alone are open again, and what others have approved of them is void.</summary>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="chain">The approvals that are needed.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="level">The level that sends back.</param>
    /// <param name="actor">Who sends back.</param>
    /// <param name="seen">The version that was looked at.</param>
    /// <param name="recorded">Who, when and, which is needed, why.</param>
    /// <exception cref="RuleViolation">It may not be done, or not now; the Swedish message says why.</exception>
    public SubmissionStep Return(
        FollowUp followUp, IReadOnlyList<ApprovalStep> chain, IReadOnlyList<ReturnedCell> cells, ApprovalLevel level, SubmissionActor actor, int seen, Recording recorded) =>
        Return(followUp, chain, cells, [], level, actor, seen, recorded);

    /// <summary>Sends named cells and amounts back with a comment; they alone are open again, and what others have approved of them is void.</summary>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="chain">The approvals that are needed.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="returnedAmounts">The amounts.</param>
    /// <param name="level">The level that sends back.</param>
    /// <param name="actor">Who sends back.</param>
    /// <param name="seen">The version that was looked at.</param>
    /// <param name="recorded">Who, when and, which is needed, why.</param>
    /// <exception cref="RuleViolation">It may not be done, or not now; the Swedish message says why.</exception>
    public SubmissionStep Return(
        FollowUp followUp,
        IReadOnlyList<ApprovalStep> chain,
        IReadOnlyList<ReturnedCell> cells,
        IReadOnlyList<ReturnedAmount> returnedAmounts,
        ApprovalLevel level,
        SubmissionActor actor,
        int seen,
        Recording recorded)
    {
        if (!actor.MayApprove.Contains(level))
        {
            throw new RuleViolation($"Du skickar inte tillbaka för {NameOf(level)}.");
        }

        CheckSeen(seen);
        if (recorded.Why is null)
        {
            throw new RuleViolation("Skriv vad som ska rättas, så att den som får tillbaka vet vad som väntas.");
        }

        if (cells.Count + returnedAmounts.Count == 0)
        {
            throw new RuleViolation("Välj minst en ruta att skicka tillbaka.");
        }

        var isLocked = followUp.Locked is not null;
        foreach (var standing in cells.Select(c => (PartStanding?)StandingOf(c.Row, chain)).Concat(returnedAmounts.Select(a => StandingOf(a.Row, chain))))
        {
            CheckReturnable(standing, level, isLocked);
        }

        return Add(SubmissionStep.Return(
            steps.NextVersion(), level, cells.DistinctBy(c => (c.Row, c.Sex)), returnedAmounts.DistinctBy(a => (a.Row, a.Kind)), recorded));
    }

    private static void CheckReturnable(PartStanding? standing, ApprovalLevel level, bool isLocked)
    {
        if (standing is null || !standing.MayBeReturnedBy(level, isLocked))
        {
            throw new RuleViolation(isLocked && standing is { Stage: RowStage.Approved }
                ? "Uppföljningen är låst. Ett godkänt värde ändras nu med en rättelse."
                : $"En av rutorna väntar inte på {NameOf(level)}. Ladda om sidan.");
        }
    }

    private void CheckSeen(int seen)
    {
        if (seen != Version)
        {
            throw new RuleViolation("Något har hänt med inlämningen sedan du öppnade den. Ladda om sidan och se efter innan du går vidare.");
        }
    }

    private static string NameOf(ApprovalLevel level) => level switch
    {
        ApprovalLevel.Unit => "enheten",
        ApprovalLevel.Administration => "förvaltningen",
        ApprovalLevel.Board => "nämnden",
        ApprovalLevel.Region => "regionen",
    };
}
