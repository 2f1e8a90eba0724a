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
public sealed record GoalsAbove(IReadOnlyList<(string From, IReadOnlyList<GoalAbove> Goals)> Sources)
{
    internal IReadOnlySet<Guid> Keys => Sources.SelectMany(s => s.Goals).Select(g => g.Id).ToHashSet();

    internal GoalAbove? Find(Guid? id) => Sources.SelectMany(s => s.Goals).FirstOrDefault(g => g.Id == id);

    /// <summary>The goal that takes over after a goal above of last year: the same one, or the one that continues it.</summary>
    internal Guid? Continuing(Guid goalId) =>
        Sources.SelectMany(s => s.Goals).FirstOrDefault(g => g.Id == goalId || g.Goal?.ContinuesId == goalId)?.Id;

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
        return new([.. above.Append(plan)]);
    }
}
