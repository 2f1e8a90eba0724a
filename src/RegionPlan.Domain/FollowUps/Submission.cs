using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.FollowUps;

/// <summary>
/// What one unit hands in to one follow-up, and its way up: Utkast, Inskickad, Godkänd level by level, public with the last approval. Each
/// step is a fact with a number, so that of two who act on the same state the second is told.
/// </summary>
public sealed class Submission
{
    private readonly List<SubmissionStep> steps = [];
    private readonly List<SubmittedRow> rows = [];

    private Submission()
    {
    }

    public Submission(Guid followUpId, Guid unitId)
    {
        Id = Guid.CreateVersion7();
        FollowUpId = followUpId;
        UnitId = unitId;
    }

    public Guid Id { get; private init; }

    public Guid FollowUpId { get; private init; }

    /// <summary>The unit that reports.</summary>
    public Guid UnitId { get; private init; }

    public IReadOnlyList<SubmissionStep> Steps => steps;

    /// <summary>Every version of every row.</summary>
    public IReadOnlyList<SubmittedRow> Rows => rows;

    /// <summary>The version of the latest step; 0 where nothing was handed in.</summary>
    public int Version => steps.Count == 0 ? 0 : steps.Max(s => s.Version);

    /// <summary>How each row that was handed in stands.</summary>
    /// <param name="chain">The approvals that are needed, in order.</param>
    public IReadOnlyList<RowStanding> Standings(IReadOnlyList<ApprovalStep> chain) =>
        [.. rows.GroupBy(r => r.Key).Select(r => StandingOf(r.Latest()!, chain))];

    /// <summary>How one row stands; null where it was never handed in.</summary>
    public RowStanding? StandingOf(SubmittedRowKey key, IReadOnlyList<ApprovalStep> chain) =>
        rows.Where(r => r.Key == key).Latest() is { } row ? StandingOf(row, chain) : null;

    /// <summary>The version of a row that was made public last; null where none has been.</summary>
    public SubmittedRow? LastPublic(SubmittedRowKey key) =>
        rows.Where(r => r.Key == key && StandingOf(r, []).Approvals.Any(s => s.MakesPublic)).Latest();

    /// <summary>How one version of a row stood when the next was handed in, and now where it is the latest.</summary>
    public RowStanding HistoryOf(SubmittedRow row, IReadOnlyList<ApprovalStep> chain) => StandingOf(row, chain);

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
        if (!actor.MayEnter)
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

    /// <summary>Approves everything that waits at a level.</summary>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="chain">The approvals that are needed.</param>
    /// <param name="level">The level.</param>
    /// <param name="actor">Who approves.</param>
    /// <param name="seen">The version that was looked at; approving anything newer unseen is refused.</param>
    /// <param name="recorded">Who, when and, where what was handed in before the lock is approved after it, why.</param>
    /// <returns>The rows whose last approval this was: they are now to be recorded as outcomes.</returns>
    /// <exception cref="RuleViolation">It may not be done, there is nothing to approve, or something has happened since.</exception>
    public IReadOnlyList<SubmittedRow> Approve(
        FollowUp followUp, IReadOnlyList<ApprovalStep> chain, ApprovalLevel level, SubmissionActor actor, int seen, Recording recorded)
    {
        if (!actor.MayApprove.Contains(level))
        {
            throw new RuleViolation($"Du godkänner inte för {NameOf(level)}.");
        }

        CheckSeen(seen);
        var waiting = Standings(chain).Where(s => s.WaitsFor == level).ToList();
        if (waiting.Count == 0)
        {
            throw new RuleViolation($"Inget väntar på godkännande av {NameOf(level)}.");
        }

        if (followUp.Locked is not null && recorded.Why is null && waiting.Exists(s => !s.Row.IsCorrection))
        {
            throw new RuleViolation("Uppföljningen är låst, och det som väntar lämnades in före låsningen. Skriv varför det godkänns nu.");
        }

        var isLast = level == chain[^1].Level;
        Add(SubmissionStep.Approval(steps.NextVersion(), level, waiting.Select(s => s.Row.Step).Distinct().Order(), isLast, recorded));
        return isLast ? [.. waiting.Select(s => s.Row)] : [];
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
        FollowUp followUp, IReadOnlyList<ApprovalStep> chain, IReadOnlyList<ReturnedCell> cells, ApprovalLevel level, SubmissionActor actor, int seen, Recording recorded)
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

        if (cells.Count == 0)
        {
            throw new RuleViolation("Välj minst en ruta att skicka tillbaka.");
        }

        foreach (var cell in cells)
        {
            if (StandingOf(cell.Row, chain) is not { } standing || !standing.MayBeReturnedBy(level, isLocked: followUp.Locked is not null))
            {
                throw new RuleViolation(followUp.Locked is not null && StandingOf(cell.Row, chain) is { Stage: RowStage.Approved }
                    ? "Uppföljningen är låst. Ett godkänt värde ändras nu med en rättelse."
                    : $"En av rutorna väntar inte på {NameOf(level)}. Ladda om sidan.");
            }
        }

        return Add(SubmissionStep.Return(steps.NextVersion(), level, cells.DistinctBy(c => (c.Row, c.Sex)), recorded));
    }

    private SubmissionStep Add(SubmissionStep step)
    {
        steps.Add(step);
        return step;
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
    private static string? ReasonGiven(RowStanding? standing, bool isLocked) => standing switch
    {
        { Stage: RowStage.Returned, Row: { IsCorrection: true, Recorded.Why: { } given } } => given,
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

    private void CheckSeen(int seen)
    {
        if (seen != Version)
        {
            throw new RuleViolation("Något har hänt med inlämningen sedan du öppnade den. Ladda om sidan och se efter innan du går vidare.");
        }
    }

    private RowStanding StandingOf(SubmittedRow row, IReadOnlyList<ApprovalStep> chain)
    {
        var next = rows.Where(r => r.Key == row.Key && r.Version > row.Version).Select(r => (int?)r.Step).Min();
        List<SubmissionStep> approvals = [];
        SubmissionStep? back = null;
        foreach (var step in steps.Where(s => s.Version > row.Step && !(s.Version >= next)).OrderBy(s => s.Version))
        {
            switch (step.Kind)
            {
                case SubmissionStepKind.Approved when back is null && step.Approves.Contains(row.Step):
                    approvals.Add(step);
                    break;
                case SubmissionStepKind.Returned when step.Returned.Any(c => c.Row == row.Key):
                    back = step;
                    break;
                case SubmissionStepKind.Approved or SubmissionStepKind.Returned or SubmissionStepKind.Submitted or SubmissionStepKind.Corrected:
                    break;
            }
        }

        return new(row, chain, approvals, back);
    }

    private static string NameOf(ApprovalLevel level) => level switch
    {
        ApprovalLevel.Unit => "enheten",
        ApprovalLevel.Administration => "förvaltningen",
        ApprovalLevel.Board => "nämnden",
        ApprovalLevel.Region => "regionen",
    };
}

/// <summary>Where a handed-in row is on its way.</summary>
public enum RowStage
{
    /// <summary>Waits for an approval.</summary>
    Submitted,

    /// <summary>Sent back; the named cells are open.</summary>
    Returned,

    /// <summary>Has every approval that is needed, and is public.</summary>
    Approved,
}

/// <summary>How a row that was handed in stands.</summary>
/// <param name="Row">Its latest version.</param>
/// <param name="Chain">The approvals that are needed.</param>
/// <param name="Approvals">Those it has, in order.</param>
/// <param name="ReturnedBy">The step that sent it back; null where none has.</param>
public sealed record RowStanding(SubmittedRow Row, IReadOnlyList<ApprovalStep> Chain, IReadOnlyList<SubmissionStep> Approvals, SubmissionStep? ReturnedBy)
{
    public RowStage Stage =>
        ReturnedBy is not null ? RowStage.Returned
        : Approvals.Any(a => a.MakesPublic) ? RowStage.Approved
        : RowStage.Submitted;

    /// <summary>
    /// The level that it waits for: the next above the last that approved it, and where the follow-up has come to require less since, the last
    /// that is required. Null where it waits for none.
    /// </summary>
    public ApprovalLevel? WaitsFor => Stage != RowStage.Submitted || Chain.Count == 0
        ? null
        : (Chain.FirstOrDefault(s => !(s.Level <= Approvals.Max(a => a.Level))) ?? Chain[^1]).Level;

    /// <summary>The cells that are open after a return.</summary>
    public IReadOnlySet<Sex> ReturnedCells => (ReturnedBy?.Returned ?? []).Where(c => c.Row == Row.Key).Select(c => c.Sex).ToHashSet();

    /// <summary>Whether a level may send it back: while it waits there or above where it last was approved, and what is public only before the lock.</summary>
    public bool MayBeReturnedBy(ApprovalLevel level, bool isLocked) => Stage switch
    {
        RowStage.Submitted => Chain.Any(s => s.Level == level) && level >= WaitsFor,
        RowStage.Approved => !isLocked && Chain.Count > 0 && level == Chain[^1].Level,
        RowStage.Returned => false,
    };
}
