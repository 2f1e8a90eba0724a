using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Plans;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Tests.Domain;

/// <summary>Short words for what stands in a styrkort.</summary>
internal static class GivenScorecard
{
    private static readonly Guid AnyPerspective = Guid.CreateVersion7();

    public static ScorecardContent Content(params ScorecardGoal[] goals) => new([], goals);

    /// <summary>A goal that breaks down another, or by choice none where there is no other.</summary>
    public static ScorecardGoal Goal(string name, Guid? above, params ScorecardActivity[] activities) =>
        ScorecardGoal.New(AnyPerspective, name, above) with { StandsAlone = above is null, Activities = activities };

    public static ScorecardActivity Activity(
        string name = "Utbilda handledare", string due = "2025-12-31", string owner = "Verksamhetschef", string? start = null) =>
        ScorecardActivity.New(name) with { Owner = owner, Start = start is null ? null : Given.Day(start), Due = Given.Day(due) };

    public static ScorecardDecision Decision(string by = "Förvaltningschef", string on = "2025-01-20", string? paragraph = null) =>
        new(by, Given.Day(on), paragraph);

    public static Scorecard Decided(OrganizationUnit unit, int year, ScorecardContent content, string on = "2025-01-20")
    {
        var scorecard = new Scorecard(unit, year);
        scorecard.Decide(content, Decision(on: on), Given.Recorded(on));
        return scorecard;
    }
}

/// <summary>A small region with a plan of two goals and the styrkort of 2025, which a test fills and then looks at as a chain.</summary>
internal sealed class GivenCascade
{
    private const int Year = 2025;

    private readonly List<OrganizationUnit> units = [];
    private readonly List<Scorecard> scorecards = [];
    private readonly List<ActivityProgress> progress = [];
    private readonly Plan plan = Given.APlan();

    public GivenCascade()
    {
        Region = Unit("Region Kalmar län", UnitKind.Region, null);
        Board = Unit("Regionstyrelsen", UnitKind.Board, Region);
        Administration = Unit("Folktandvården", UnitKind.Administration, Board);
        Clinic = Unit("Folkhälsokliniken", UnitKind.Division, Administration);
        First = Overarching(1, "Nöjda invånare");
        Second = Overarching(2, "Hållbar ekonomi");
    }

    public OrganizationUnit Region { get; }

    public OrganizationUnit Board { get; }

    public OrganizationUnit Administration { get; }

    public OrganizationUnit Clinic { get; }

    public OverarchingGoal First { get; }

    public OverarchingGoal Second { get; }

    public OrganizationUnit Unit(string name, UnitKind kind, OrganizationUnit? above, string from = "2019-01-01")
    {
        var unit = new OrganizationUnit(name.ToLowerInvariant(), kind);
        unit.Place(name, above, null, Given.Day(from), Given.Recorded());
        units.Add(unit);
        return unit;
    }

    /// <summary>Changes the organisation from a date.</summary>
    public void Change(UnitChange change, string from, string on = "2025-05-01") =>
        new OrganizationLedger(units, []).Change(change, Given.Day(from), Given.Recorded(on, "Beslut i regionstyrelsen"));

    public Scorecard Decide(OrganizationUnit unit, params ScorecardGoal[] goals) => Decide(unit, "2025-01-20", goals);

    public Scorecard Decide(OrganizationUnit unit, string on, params ScorecardGoal[] goals)
    {
        var scorecard = GivenScorecard.Decided(unit, Year, GivenScorecard.Content(goals), on);
        scorecards.Add(scorecard);
        return scorecard;
    }

    public void Tell(Scorecard scorecard, ScorecardActivity activity, ActivityState state, string? note = null, string on = "2025-03-01")
    {
        var earlier = progress.Where(p => p.ScorecardId == scorecard.Id && p.ActivityId == activity.Id).ToList();
        progress.Add(new(scorecard.Id, activity.Id, earlier, state, note, Given.Recorded(on)));
    }

    public Cascade Look(string today = "2025-12-31")
    {
        var day = Given.Day(today);
        return new(
            Year,
            day,
            OrganizationTree.During(units, new(Year, 1, 1), day),
            [First, Second],
            scorecards.Select(s => (s, s.Versions[^1])),
            progress);
    }

    private OverarchingGoal Overarching(int order, string name)
    {
        var perspective = new Perspective(order, $"Målområde {order}");
        var goal = plan.AddGoal(order, perspective, name, null, Given.Recorded());
        return new(goal, goal.Wordings[0], perspective);
    }
}
