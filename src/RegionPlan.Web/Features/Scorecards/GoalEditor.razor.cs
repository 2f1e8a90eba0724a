using Microsoft.AspNetCore.Components;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>
/// A change of a goal that the editor takes as one step. It says what to do, not what the goal becomes: on a slow line the goal that is shown
/// lacks the last keys, and what is made of it would take them away.
/// </summary>
/// <param name="Shown">The goal as it was shown when the user did this.</param>
/// <param name="Make">Makes the change in the goal as it is now.</param>
/// <param name="Field">The field that is typed in; null for a step of its own.</param>
/// <param name="Focus">The element that gets the focus afterwards; null to leave it.</param>
/// <param name="Told">What is told about it; null for nothing.</param>
public sealed record GoalChange(ScorecardGoal Shown, Func<ScorecardGoal, ScorecardGoal> Make, string? Field = null, string? Focus = null, string? Told = null);

/// <summary>One goal in the editor.</summary>
public sealed partial class GoalEditor
{
    private const string Alone = "ensamt";

    [Parameter, EditorRequired] public required ScorecardGoal Goal { get; set; }

    [Parameter, EditorRequired] public required int Position { get; set; }

    [Parameter, EditorRequired] public required int Count { get; set; }

    [Parameter] public bool IsDropTarget { get; set; }

    /// <summary>Whether only its name is shown.</summary>
    [Parameter] public bool IsFolded { get; set; }

    [Parameter] public EventCallback Fold { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<ScorecardFinding> Findings { get; set; }

    [Parameter] public EventCallback<int> Move { get; set; }

    [Parameter] public EventCallback Remove { get; set; }

    [Parameter] public EventCallback<Guid> DragStart { get; set; }

    [Parameter] public EventCallback<Guid> DragEnter { get; set; }

    [Parameter] public EventCallback DragEnd { get; set; }

    [Parameter] public EventCallback<Guid> Drop { get; set; }

    [Parameter, EditorRequired] public required EditState State { get; set; }

    [Parameter] public EventCallback<GoalChange> Changed { get; set; }

    /// <summary>Defines a measure of the unit's own.</summary>
    [Parameter, EditorRequired] public required Func<MeasureTerms, Task<FollowedSeries>> Define { get; set; }

    private string Named => Goal.Name.Length > 0 ? Goal.Name : "utan namn";

    private string Tie => Goal.ParentGoalId?.ToString() ?? (Goal.StandsAlone ? Alone : "");

    private string TieText =>
        Goal.ParentGoalId is { } parent ? State.Above.Find(parent) is { } above ? $"Bryter ned {above.Name}" : "Målet ovanför finns inte längre"
        : Goal.StandsAlone ? "Stöder inget mål ovanför"
        : "Inte kopplat till något mål ovanför än";

    private string? TieError => ErrorOf(Goal.Id, nameof(Goal.ParentGoalId));

    private string PerspectiveId => Goal.PerspectiveId.ToString();

    private int FindingCount => Findings.Count(f => f.PartId is { } part
        && (part == Goal.Id || Goal.Measures.Any(m => m.Id == part) || Goal.Activities.Any(a => a.Id == part)));

    private string Id(string field) => $"{field}-{Goal.Id}";

    private string? ErrorOf(Guid part, params string?[] fields) =>
        Findings.Where(f => f.PartId == part && fields.Contains(f.Field)).Select(f => f.Message).ToList() is { Count: > 0 } messages ? string.Join(' ', messages) : null;

    private Task Change(Func<ScorecardGoal, ScorecardGoal> make, string? field) => Changed.InvokeAsync(new(Goal, make, field is null ? null : Id(field)));

    private Task TieAsync(string? value) => Change(
        goal => goal with { StandsAlone = value == Alone, ParentGoalId = Guid.TryParse(value, out var parent) ? parent : null }, null);

    /// <summary>Moves the goal to another målområde; the focus follows to the same choice there.</summary>
    private Task MoveToPerspectiveAsync(string? value) => State.Reading.Perspectives.FirstOrDefault(p => p.Id.ToString() == value) is { } perspective
        ? Changed.InvokeAsync(new(Goal, goal => goal with { PerspectiveId = perspective.Id }, null, Id("omrade"), $"Målet är flyttat till {perspective.Name}."))
        : Task.CompletedTask;

    private Task PickAsync(FollowedSeries series)
    {
        var measure = ScorecardMeasure.New(series.Series.Id);
        return Changed.InvokeAsync(new(Goal, goal => goal.With(measure), null, $"malvarde-{measure.Id}", $"Måttet {series.Name} är tillagt."));
    }

    private Task AddActivityAsync()
    {
        var activity = ScorecardActivity.New();
        return Changed.InvokeAsync(new(Goal, goal => goal.With(activity), null, $"aktivitet-{activity.Id}"));
    }
}
