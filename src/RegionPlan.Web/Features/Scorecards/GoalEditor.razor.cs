using Microsoft.AspNetCore.Components;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>A change of a goal that the editor takes as one step.</summary>
/// <param name="Goal">The goal as it became.</param>
/// <param name="Field">The field that is typed in; null for a step of its own.</param>
/// <param name="Focus">The element that gets the focus afterwards; null to leave it.</param>
/// <param name="Told">What is told about it; null for nothing.</param>
public sealed record GoalChange(ScorecardGoal Goal, string? Field = null, string? Focus = null, string? Told = null);

/// <summary>One goal in the editor.</summary>
public sealed partial class GoalEditor
{
    private const string Alone = "ensamt";

    [Parameter, EditorRequired] public required ScorecardGoal Goal { get; set; }

    [Parameter, EditorRequired] public required int Position { get; set; }

    [Parameter, EditorRequired] public required int Count { get; set; }

    [Parameter] public bool IsDropTarget { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<ScorecardFinding> Findings { get; set; }

    [Parameter] public EventCallback<int> Move { get; set; }

    [Parameter] public EventCallback Remove { get; set; }

    [Parameter] public EventCallback<Guid> DragStart { get; set; }

    [Parameter] public EventCallback<Guid> DragEnter { get; set; }

    [Parameter] public EventCallback DragEnd { get; set; }

    [Parameter] public EventCallback<Guid> Drop { get; set; }

    [Parameter, EditorRequired] public required EditState State { get; set; }

    [Parameter] public EventCallback<GoalChange> Changed { get; set; }

    /// <summary>Defines a measure of the unit's own; null where it could not be.</summary>
    [Parameter, EditorRequired] public required Func<MeasureTerms, Task<FollowedSeries?>> Define { get; set; }

    private string Named => Goal.Name.Length > 0 ? Goal.Name : "utan namn";

    private string Tie => Goal.ParentGoalId?.ToString() ?? (Goal.StandsAlone ? Alone : "");

    private string Id(string field) => $"{field}-{Goal.Id}";

    private string? ErrorOf(Guid part) =>
        Findings.Where(f => f.PartId == part).Select(f => f.Message).ToList() is { Count: > 0 } messages ? string.Join(' ', messages) : null;

    private Task Change(ScorecardGoal goal, string? field) => Changed.InvokeAsync(new(goal, field is null ? null : Id(field)));

    private Task TieAsync(string? value) => Change(
        Goal with { StandsAlone = value == Alone, ParentGoalId = Guid.TryParse(value, out var parent) ? parent : null }, null);

    private Task PickAsync(FollowedSeries series)
    {
        var measure = ScorecardMeasure.New(series.Series.Id);
        return Changed.InvokeAsync(new(Goal.With(measure), null, Id($"malvarde-{measure.Id}"), $"Måttet {series.Name} är tillagt."));
    }

    private Task AddActivityAsync()
    {
        var activity = ScorecardActivity.New();
        return Changed.InvokeAsync(new(Goal.With(activity), null, Id($"aktivitet-{activity.Id}")));
    }

    private Task MovePart(Guid part, int steps, string what) =>
        Changed.InvokeAsync(new(Goal.Move(part, steps), null, Id($"flytta-{part}{(steps < 0 ? "-upp" : "-ned")}"), $"Flyttade {what}."));

    private Task RemovePart(Guid part, string what) => Changed.InvokeAsync(new(Goal.Without(part), null, ScorecardEditor.UndoId, $"{what} är borttaget. Ångra om det blev fel."));
}
