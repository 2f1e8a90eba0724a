using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Domain.Scorecards;

/// <summary>An övergripande mål as the chain shows it.</summary>
public sealed record OverarchingGoal(Goal Goal, Wording Wording, Perspective Perspective);

/// <summary>The decided version of a unit's styrkort that is read.</summary>
public sealed record DecidedScorecard(Scorecard Scorecard, ScorecardVersion Version, OrganizationTree.Branch Unit);

/// <summary>An activity of a decided styrkort with how it stands on a day.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Goal">The goal it serves.</param>
/// <param name="Told">Everything told of it, latest last.</param>
/// <param name="State">The state last told; not started where nothing is.</param>
/// <param name="IsOverdue">Its last day has passed and it is neither done nor broken off.</param>
public sealed record CascadeActivity(
    ScorecardActivity Activity, CascadeGoal Goal, IReadOnlyList<ActivityProgress> Told, ActivityState State, bool IsOverdue)
{
    /// <summary>What is shown: late where it is overdue, whatever was told.</summary>
    public ActivityState Shown => IsOverdue ? ActivityState.Delayed : State;
}

/// <summary>Why a goal hangs in nothing.</summary>
public enum LooseGoal
{
    /// <summary>It breaks down a goal above.</summary>
    Tied,

    /// <summary>Its makers chose that it supports no goal above.</summary>
    ByChoice,

    /// <summary>The goal it broke down is not there: another plan, or a styrkort that was changed or never decided.</summary>
    ParentGone,
}

/// <summary>A goal of a decided styrkort in its place in the chain.</summary>
public sealed class CascadeGoal
{
    private readonly List<CascadeGoal> children = [];
    private readonly List<CascadeActivity> activities = [];

    internal CascadeGoal(DecidedScorecard scorecard, ScorecardGoal goal)
    {
        Scorecard = scorecard;
        Goal = goal;
    }

    public DecidedScorecard Scorecard { get; }

    public ScorecardGoal Goal { get; }

    /// <summary>The goal of a styrkort above that it breaks down; null where it breaks down an övergripande mål or nothing.</summary>
    public CascadeGoal? Parent { get; private set; }

    /// <summary>The övergripande mål it breaks down itself; null where it breaks down another styrkort's goal or nothing.</summary>
    public OverarchingGoal? Overarching { get; private set; }

    /// <summary>The goals that break this one down, in the organisation's order.</summary>
    public IReadOnlyList<CascadeGoal> Children => children;

    public IReadOnlyList<CascadeActivity> Activities => activities;

    public LooseGoal Loose => Parent is not null || Overarching is not null ? LooseGoal.Tied
        : Goal.StandsAlone && Goal.ParentGoalId is null ? LooseGoal.ByChoice
        : LooseGoal.ParentGone;

    /// <summary>The goals from this one up, itself first.</summary>
    public IEnumerable<CascadeGoal> Upwards => Parent is null ? [this] : Parent.Upwards.Prepend(this);

    /// <summary>The övergripande mål at the top of its chain; null where the chain hangs in nothing.</summary>
    public OverarchingGoal? Top => Upwards.Last().Overarching;

    /// <summary>This goal and every goal below it.</summary>
    public IEnumerable<CascadeGoal> WithAllBelow => children.SelectMany(c => c.WithAllBelow).Prepend(this);

    internal void Hang(OverarchingGoal overarching) => Overarching = overarching;

    internal void HangUnder(CascadeGoal parent)
    {
        Parent = parent;
        parent.children.Add(this);
    }

    internal void Add(CascadeActivity activity) => activities.Add(activity);
}

/// <summary>How many activities stand in each state, late ones counted as late.</summary>
public sealed record ActivityCounts(int NotStarted, int Ongoing, int Done, int Delayed, int Cancelled)
{
    public int Total => NotStarted + Ongoing + Done + Delayed + Cancelled;

    public static ActivityCounts Of(IEnumerable<CascadeActivity> activities)
    {
        var counts = activities.GroupBy(a => a.Shown).ToDictionary(g => g.Key, g => g.Count());
        return new(
            counts.GetValueOrDefault(ActivityState.NotStarted),
            counts.GetValueOrDefault(ActivityState.Ongoing),
            counts.GetValueOrDefault(ActivityState.Done),
            counts.GetValueOrDefault(ActivityState.Delayed),
            counts.GetValueOrDefault(ActivityState.Cancelled));
    }
}

/// <summary>
/// The chain of one year, from the övergripande mål down to every decided styrkort's goals and activities and back up: the one answer that
/// the chain, the styrkort and the API show.
/// </summary>
public sealed class Cascade
{
    private readonly List<CascadeGoal> goals = [];
    private readonly Dictionary<Guid, CascadeGoal> byId = [];
    private readonly Dictionary<Guid, DecidedScorecard> byUnit;
    private readonly Dictionary<Guid, OverarchingGoal> top = [];
    private readonly GoalLineage lineage;

    /// <param name="year">The year of the styrkort.</param>
    /// <param name="today">The day from which lateness is seen.</param>
    /// <param name="tree">The organisation through the year.</param>
    /// <param name="overarching">The regionplan's goals.</param>
    /// <param name="scorecards">The decided styrkort of the year.</param>
    /// <param name="progress">Everything told of their activities that is to be known.</param>
    /// <param name="lineage">How goals continue from plan to plan, so that a tie to another plan's goal is a tie to its successor.</param>
    public Cascade(
        int year,
        DateOnly today,
        OrganizationTree tree,
        IReadOnlyList<OverarchingGoal> overarching,
        IEnumerable<(Scorecard Scorecard, ScorecardVersion Version)> scorecards,
        IEnumerable<ActivityProgress> progress,
        GoalLineage? lineage = null)
    {
        Year = year;
        Tree = tree;
        Overarching = overarching;
        byUnit = scorecards
            .Select(s => (s.Scorecard, s.Version, Branch: tree.Find(s.Scorecard.UnitId)))
            .Where(s => s.Branch is not null)
            .ToDictionary(s => s.Scorecard.UnitId, s => new DecidedScorecard(s.Scorecard, s.Version, s.Branch!));
        var told = progress.OrderBy(p => p.Version).ToLookup(p => (p.ScorecardId, p.ActivityId));
        Scorecards = [.. InOrder(tree).Where(b => byUnit.ContainsKey(b.Unit.Id)).Select(b => byUnit[b.Unit.Id])];
        foreach (var scorecard in Scorecards)
        {
            foreach (var goal in scorecard.Version.Content.Goals)
            {
                var node = new CascadeGoal(scorecard, goal);
                goals.Add(node);
                byId.TryAdd(goal.Id, node);
                foreach (var activity in goal.Activities)
                {
                    node.Add(Stand(activity, node, [.. told[(scorecard.Scorecard.Id, activity.Id)]], today));
                }
            }
        }

        this.lineage = lineage ?? new([]);
        foreach (var goal in overarching)
        {
            top.TryAdd(this.lineage.FirstOf(goal.Goal.Id), goal);
        }

        foreach (var node in goals)
        {
            if (node.Goal.ParentGoalId is not { } parentId)
            {
                continue;
            }

            if (OverarchingOf(parentId) is { } overarchingGoal)
            {
                node.Hang(overarchingGoal);
            }
            else if (byId.TryGetValue(parentId, out var parent) && !parent.Upwards.Contains(node))
            {
                node.HangUnder(parent);
            }
        }
    }

    public int Year { get; }

    public OrganizationTree Tree { get; }

    public IReadOnlyList<OverarchingGoal> Overarching { get; }

    /// <summary>The decided styrkort, in the organisation's order.</summary>
    public IReadOnlyList<DecidedScorecard> Scorecards { get; }

    /// <summary>Every goal, styrkort by styrkort.</summary>
    public IReadOnlyList<CascadeGoal> Goals => goals;

    public IEnumerable<CascadeActivity> Activities => Goals.SelectMany(g => g.Activities);

    public DecidedScorecard? Of(Guid unitId) => byUnit.GetValueOrDefault(unitId);

    public CascadeGoal? Goal(Guid id) => byId.GetValueOrDefault(id);

    public CascadeActivity? Activity(Guid id) => Activities.FirstOrDefault(a => a.Activity.Id == id);

    /// <summary>The övergripande mål that a goal of any plan is, or continues as, in the plan of the year; null where it is none.</summary>
    public OverarchingGoal? OverarchingOf(Guid goalId) => top.GetValueOrDefault(lineage.FirstOf(goalId));

    /// <summary>The goals that break an övergripande mål down themselves.</summary>
    public IEnumerable<CascadeGoal> Under(OverarchingGoal overarching) => Goals.Where(g => g.Overarching == overarching);

    /// <summary>The övergripande mål that no nämnd has broken down.</summary>
    public IEnumerable<OverarchingGoal> NotBrokenDown =>
        Overarching.Where(o => !Under(o).Any(g => g.Scorecard.Unit.Unit.Kind == UnitKind.Board));

    /// <summary>The units that should have a decided styrkort and have none.</summary>
    public IEnumerable<OrganizationTree.Branch> WithoutScorecard => InOrder(Tree).Where(b => Owes(b) && !byUnit.ContainsKey(b.Unit.Id));

    /// <summary>The goals that hang in nothing, by choice or because what they broke down is gone.</summary>
    public IEnumerable<CascadeGoal> LooseGoals => Goals.Where(g => g.Loose != LooseGoal.Tied);

    /// <summary>The activities whose last day has passed, longest overdue first.</summary>
    public IEnumerable<CascadeActivity> Overdue => Activities.Where(a => a.IsOverdue).OrderBy(a => a.Activity.Due);

    /// <summary>
    /// Whether a unit is one that makes a styrkort: every unit with an operation of its own, and the nämnder that have a förvaltning. The
    /// region has its regionplan, and bodies without a förvaltning, such as valberedningen, plan nothing.
    /// </summary>
    public bool Owes(OrganizationTree.Branch branch) => branch.ClosedFrom is null && branch.Unit.Kind switch
    {
        UnitKind.Region => false,
        UnitKind.Board => Tree.ChildrenOf(branch.Unit.Id).Any(),
        UnitKind.Administration or UnitKind.Division or UnitKind.Department or UnitKind.Unit => true,
    };

    /// <summary>The units of a tree, each before those below it.</summary>
    private static IEnumerable<OrganizationTree.Branch> InOrder(OrganizationTree tree) =>
        tree.Root is { } root ? tree.Below(root.Unit.Id).Prepend(root) : [];

    private static CascadeActivity Stand(ScorecardActivity activity, CascadeGoal goal, IReadOnlyList<ActivityProgress> told, DateOnly today)
    {
        var state = told.Count > 0 ? told[^1].State : ActivityState.NotStarted;
        return new(activity, goal, told, state, activity.Due < today && state is not (ActivityState.Done or ActivityState.Cancelled));
    }
}
