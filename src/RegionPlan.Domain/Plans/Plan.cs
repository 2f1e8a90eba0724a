using System.Globalization;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Plans;

/// <summary>A regionplan for three years: its goals, directions and focus areas.</summary>
public sealed class Plan
{
    public const int MaxKeyLength = 40;

    private readonly List<Wording> wordings = [];
    private readonly List<Goal> goals = [];
    private readonly List<FocusArea> focusAreas = [];
    private readonly List<PlanStanding> standings = [];

    private Plan()
    {
        Key = "";
        Thresholds = GoalThresholds.Default;
    }

    /// <exception cref="RuleViolation">The key is missing or too long, or the years are in the wrong order.</exception>
    public Plan(string key, int firstYear, int lastYear)
    {
        if (lastYear < firstYear)
        {
            throw new RuleViolation("Planens sista år kan inte ligga före det första.");
        }

        Id = Guid.CreateVersion7();
        Key = TextLimit.Needed(key, MaxKeyLength, "Planens nyckel");
        FirstYear = firstYear;
        LastYear = lastYear;
        Thresholds = GoalThresholds.Default;
    }

    public Guid Id { get; private init; }

    /// <summary>The plan's years, such as <c>2024-2026</c>: the value of <c>plan</c> in URLs and the API.</summary>
    public string Key { get; private init; }

    public int FirstYear { get; private init; }

    public int LastYear { get; private init; }

    /// <summary>The limits by which this plan's goals are judged.</summary>
    public GoalThresholds Thresholds { get; private init; }

    /// <summary>Name, and as text who decides the plan.</summary>
    public IReadOnlyList<Wording> Wordings => wordings;

    public IReadOnlyList<Goal> Goals => goals;

    public IReadOnlyList<FocusArea> FocusAreas => focusAreas;

    public IReadOnlyList<PlanStanding> Standings => standings;

    public DateOnly FirstDay => new(FirstYear, 1, 1);

    /// <summary>The key of a plan for those years.</summary>
    public static string KeyOf(int firstYear, int lastYear) => string.Create(CultureInfo.InvariantCulture, $"{firstYear}-{lastYear}");

    public Wording Word(string name, string? text, DateOnly holdsFrom, Recording recorded)
    {
        var wording = Wording.Next(wordings, name, text, holdsFrom, recorded);
        wordings.Add(wording);
        return wording;
    }

    /// <summary>Whether years may be followed up by the plan, as known at an instant: it is, unless it is said to be in preparation.</summary>
    public bool IsInForce(DateTimeOffset? asOf = null) => standings.Latest(asOf)?.IsInForce ?? true;

    /// <summary>Puts a prepared plan in force, or takes it back to preparation.</summary>
    /// <exception cref="RuleViolation">It stands so already, or it is changed without a motivation.</exception>
    public PlanStanding Stand(bool inForce, Recording recorded)
    {
        if (standings.Count > 0 && IsInForce() == inForce)
        {
            throw new RuleViolation(inForce ? "Planen gäller redan." : "Planen förbereds redan.");
        }

        if (standings.Count > 0 && recorded.Why is null)
        {
            throw new RuleViolation("Skriv varför, till exempel vilket beslut som ligger bakom.");
        }

        var standing = new PlanStanding(Id, inForce, standings.NextVersion(), recorded);
        standings.Add(standing);
        return standing;
    }

    /// <exception cref="RuleViolation">The plan already has a goal with that order.</exception>
    public Goal AddGoal(int order, Perspective perspective, string name, string? text, Recording recorded)
    {
        if (goals.Any(g => g.Order == order))
        {
            throw new RuleViolation($"Planen har redan ett mål {order}.");
        }

        var goal = new Goal(this, order, perspective);
        goal.Word(name, text, FirstDay, recorded);
        goals.Add(goal);
        return goal;
    }

    public FocusArea AddFocusArea(int year, int order, string name, Recording recorded)
    {
        var area = new FocusArea(Id, year, order);
        area.Word(name, null, new DateOnly(year, 1, 1), recorded);
        focusAreas.Add(area);
        return area;
    }
}
