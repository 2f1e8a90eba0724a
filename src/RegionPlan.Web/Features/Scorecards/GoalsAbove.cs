using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>A goal that a unit may break down.</summary>
/// <param name="Id">Its key: of a regionplan's goal or of a styrkort's.</param>
/// <param name="PerspectiveId">The målområde it stands under.</param>
/// <param name="Name">Its words.</param>
/// <param name="Goal">The styrkort's goal with its measures; null for an övergripande mål.</param>
public sealed record GoalAbove(Guid Id, Guid PerspectiveId, string Name, ScorecardGoal? Goal)
{
    /// <summary>The same goal for the unit below: its words and measures, tied to it, without målvärden.</summary>
    internal ScorecardGoal BrokenDown() => ScorecardGoal.New(PerspectiveId, Name, Id) with
    {
        Measures = [.. (Goal?.Measures ?? []).Select(m => ScorecardMeasure.New(m.SeriesId))],
    };
}

/// <summary>The goals above a unit, nearest first: those of each decided styrkort up the tree, and last the regionplan's.</summary>
/// <param name="Sources">The goals by where they stand.</param>
/// <param name="InPlan">The plan's goal that a goal of any plan is or continues as; null where it is none.</param>
public sealed record GoalsAbove(IReadOnlyList<(string From, IReadOnlyList<GoalAbove> Goals)> Sources, Func<Guid, Guid?> InPlan)
{
    private IEnumerable<GoalAbove> All => Sources.SelectMany(s => s.Goals);

    /// <summary>The keys that the goals of a content may be tied to: those above, and of other plans those that continue as one above.</summary>
    internal IReadOnlySet<Guid> KeysFor(ScorecardContent content) =>
        All.Select(g => g.Id).Concat(content.Goals.Select(g => g.ParentGoalId).OfType<Guid>().Where(id => Find(id) is not null)).ToHashSet();

    internal GoalAbove? Find(Guid? id) => id is not { } key ? null
        : All.FirstOrDefault(g => g.Id == key) ?? (InPlan(key) is { } continued ? All.FirstOrDefault(g => g.Id == continued) : null);

    /// <summary>The goal that takes over after a goal above of last year: the same one, or the one that continues it.</summary>
    internal Guid? Continuing(Guid goalId) => (Find(goalId) ?? All.FirstOrDefault(g => g.Goal?.ContinuesId == goalId))?.Id;

    internal static GoalsAbove Of(CascadeReading reading, Guid unitId)
    {
        var above = reading.Cascade.Tree.PathTo(unitId).Reverse().Skip(1)
            .Select(branch => reading.Cascade.Of(branch.Unit.Id))
            .OfType<DecidedScorecard>()
            .Select(s => (
                $"Styrkortet för {s.Unit.Name}",
                (IReadOnlyList<GoalAbove>)[.. s.Version.Content.Goals.Select(g => new GoalAbove(g.Id, g.PerspectiveId, g.Name, g))]));
        var plan = (
            reading.PlanName ?? "Regionplanen",
            (IReadOnlyList<GoalAbove>)[.. reading.Cascade.Overarching.Select(o => new GoalAbove(o.Goal.Id, o.Perspective.Id, o.Wording.Name, null))]);
        return new([.. above.Append(plan)], id => reading.Cascade.OverarchingOf(id)?.Goal.Id);
    }
}
