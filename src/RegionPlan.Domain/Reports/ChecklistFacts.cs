using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;

namespace RegionPlan.Domain.Reports;

/// <summary>A section as it stands when a report is checked.</summary>
/// <param name="Template">What it is to be.</param>
/// <param name="Current">Its latest version; null where nobody has written it.</param>
/// <param name="DraftBy">Who has typed what is not saved; null where nothing is.</param>
/// <param name="OpenComments">How many comments nobody has dealt with.</param>
public sealed record CheckedSection(SectionTemplate Template, ReportSection? Current, string? DraftBy = null, int OpenComments = 0);

/// <summary>A board that assesses the goals in the follow-up.</summary>
/// <param name="UnitId">The nämnd, or the region.</param>
/// <param name="Name">Its name.</param>
/// <param name="Units">The units whose measures it answers for; null for the region, whose are all.</param>
public sealed record AssessingBoard(Guid UnitId, string Name, IReadOnlySet<Guid>? Units);

/// <summary>What a unit owes the follow-up.</summary>
/// <param name="Standing">Where it stands.</param>
/// <param name="Unit">The name of the unit that reports.</param>
/// <param name="Code">The measure's code.</param>
/// <param name="Name">The measure's name.</param>
public sealed record CheckedDuty(DutyStanding Standing, string Unit, string Code, string Name);

/// <summary>The economy of a budget post that a unit owes the follow-up.</summary>
/// <param name="Standing">Where it stands.</param>
/// <param name="Unit">The name of the unit that reports.</param>
public sealed record CheckedEconomy(EconomyStanding Standing, string Unit);

/// <summary>Everything that a report is checked against.</summary>
public sealed record ChecklistFacts
{
    public required FollowUp FollowUp { get; init; }

    /// <summary>The report's sections, in order.</summary>
    public required IReadOnlyList<CheckedSection> Sections { get; init; }

    /// <summary>The plan of the year, with outcomes to the follow-up's last day; null where there is none.</summary>
    public AssessedPlan? Plan { get; init; }

    /// <summary>The series that the report is about: all of the plan's, or those that the nämnd answers for.</summary>
    public IReadOnlyList<AssessedSeries> Series { get; init; } = [];

    /// <summary>What is told beside the year's outcome, by series of the plan.</summary>
    public IReadOnlyDictionary<Guid, RowNarrative> Told { get; init; } = new Dictionary<Guid, RowNarrative>();

    /// <summary>The boards that are to assess the goals; none where the follow-up does not ask for it.</summary>
    public IReadOnlyList<AssessingBoard> Boards { get; init; } = [];

    /// <summary>The latest assessment that each board has handed over of each goal.</summary>
    public IReadOnlyList<GoalReview> Assessments { get; init; } = [];

    /// <summary>The region's day at an instant; that of UTC where it is not given.</summary>
    public Func<DateTimeOffset, DateOnly> DayOf { get; init; } = at => DateOnly.FromDateTime(at.UtcDateTime);

    /// <summary>The figures that are owed to the follow-up.</summary>
    public IReadOnlyList<CheckedDuty> Duties { get; init; } = [];

    /// <summary>The economy that is owed to the follow-up.</summary>
    public IReadOnlyList<CheckedEconomy> Economy { get; init; } = [];

    /// <summary>The region's economy through the follow-up's last month, in its own report; null in a nämnd's, and where the year has no budget.</summary>
    public EconomyPeriod? Period { get; init; }

    /// <summary>The forecasts of the year's result that were published through the follow-up's last day.</summary>
    public IReadOnlyList<ResultForecast> Published { get; init; } = [];

    /// <summary>The time that the law gives; null where it gives none.</summary>
    public StatutoryClock? Clock { get; init; }
}
