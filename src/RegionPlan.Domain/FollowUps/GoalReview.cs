using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.History;

namespace RegionPlan.Domain.FollowUps;

/// <summary>What a nämnd, or regionstyrelsen for the whole region, says of a goal in a follow-up.</summary>
/// <param name="Status">Its own judgement; null to stand by the computed one.</param>
/// <param name="Forecast">What it expects of the year's end; null where it is not told.</param>
/// <param name="Analysis">How the goal goes, and why.</param>
/// <param name="Actions">What is done about what does not go well.</param>
public sealed record ReviewTerms(GoalStatus? Status, YearForecast? Forecast, string? Analysis, string? Actions)
{
    public const int MaxTextLength = 4000;

    /// <summary>The same as it is kept.</summary>
    /// <exception cref="RuleViolation">A text is too long, or the status is not one that a person gives.</exception>
    internal ReviewTerms Checked()
    {
        if (Status is GoalStatus.InsufficientBasis or GoalStatus.NotAssessed)
        {
            throw new RuleViolation("Välj uppnått, delvis uppnått eller ej uppnått, eller stå för den beräknade bedömningen.");
        }

        return this with
        {
            Analysis = TextLimit.Optional(Analysis, MaxTextLength, "Analysen"),
            Actions = TextLimit.Optional(Actions, MaxTextLength, "Åtgärderna"),
        };
    }
}

/// <summary>
/// One version of the assessment of a goal in a follow-up by one board (bedömning). It is read by others once it is handed over; the
/// computed status stands beside it as it was then, and a motivation for another one is <see cref="Recording.Why"/>.
/// </summary>
public sealed class GoalReview : Fact
{
    private GoalReview() => Terms = new(null, null, null, null);

    /// <param name="followUp">The follow-up.</param>
    /// <param name="goalId">The goal.</param>
    /// <param name="unitId">The nämnd, or the region.</param>
    /// <param name="earlier">Every version of the same assessment before.</param>
    /// <param name="terms">What is said.</param>
    /// <param name="computed">The status that the figures give now.</param>
    /// <param name="isHandedOver">Whether others may read it.</param>
    /// <param name="recorded">Who, when and, for another status than the computed one or after the lock, why.</param>
    /// <exception cref="RuleViolation">A motivation or the analysis is missing, or a text is too long.</exception>
    public GoalReview(
        FollowUp followUp, Guid goalId, Guid unitId, IEnumerable<GoalReview> earlier, ReviewTerms terms, GoalStatus computed, bool isHandedOver, Recording recorded)
        : base(earlier.NextVersion(), recorded)
    {
        if (terms.Status is { } status && status != computed && recorded.Why is null)
        {
            throw new RuleViolation("Bedömningen är en annan än den beräknade. Skriv varför.");
        }

        if (followUp.Locked is not null && recorded.Why is null)
        {
            throw new RuleViolation("Uppföljningen är låst. Skriv varför bedömningen rättas.");
        }

        var kept = terms.Checked();
        if (isHandedOver && kept.Analysis is null)
        {
            throw new RuleViolation("Skriv en analys innan bedömningen lämnas.");
        }

        FollowUpId = followUp.Id;
        GoalId = goalId;
        UnitId = unitId;
        Terms = kept;
        Computed = computed;
        IsHandedOver = isHandedOver;
    }

    public Guid FollowUpId { get; private init; }

    public Guid GoalId { get; private init; }

    /// <summary>The nämnd, or the region for regionstyrelsen's own assessment over all.</summary>
    public Guid UnitId { get; private init; }

    public ReviewTerms Terms { get; private init; }

    /// <summary>The status that the figures gave when it was written.</summary>
    public GoalStatus Computed { get; private init; }

    /// <summary>Whether others than those who write may read it.</summary>
    public bool IsHandedOver { get; private init; }

    /// <summary>The status that is told: the board's own, or the computed.</summary>
    public GoalStatus Status => Terms.Status ?? Computed;
}
