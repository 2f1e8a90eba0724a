using RegionPlan.Domain.FollowUps;

namespace RegionPlan.Domain.Reports;

/// <summary>
/// How long is left until a report must have come to fullmäktige and the auditors: a delårsrapport of at least half and at most two thirds of
/// the year within two months of its period, the årsredovisning on 15 April the year after at the latest (KL 11 kap.).
/// </summary>
/// <param name="Latest">The last day.</param>
/// <param name="Today">The day it is looked at.</param>
/// <param name="PlannedDecision">The day that the decision is planned for; null where none is.</param>
/// <param name="Decided">The day that it was decided; null while it is not.</param>
public sealed record StatutoryClock(DateOnly Latest, DateOnly Today, DateOnly? PlannedDecision, DateOnly? Decided)
{
    /// <summary>Where the time is set.</summary>
    public const string Source = "KL 11 kap.";

    private const int AnnualMonth = 4;
    private const int AnnualDay = 15;

    /// <summary>The days until the last one, from today or from the day of the decision; below zero where it has passed.</summary>
    public int DaysLeft => Latest.DayNumber - (Decided ?? Today).DayNumber;

    /// <summary>Whether the last day has passed without a decision.</summary>
    public bool IsPassed => Decided is null && DaysLeft < 0;

    /// <summary>Whether the decision is planned after the last day, so that the report must be handed over before it.</summary>
    public bool IsPlannedAfter => PlannedDecision > Latest;

    /// <summary>The clock of a follow-up's report by the region; null where the law sets no time.</summary>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="today">The day it is looked at.</param>
    /// <param name="decided">The day that the report was decided; null while it is not.</param>
    public static StatutoryClock? Of(FollowUp followUp, DateOnly today, DateOnly? decided = null) => LatestFor(followUp) is { } latest
        ? new(latest, today, followUp.Terms.DecidedOn, decided)
        : null;

    private static DateOnly? LatestFor(FollowUp followUp) => followUp.Kind == FollowUpKind.AnnualReport
        ? new DateOnly(followUp.Year + 1, AnnualMonth, AnnualDay)
        : followUp.Terms.LatestByLaw(followUp.Kind);
}
