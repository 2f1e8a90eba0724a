using Microsoft.AspNetCore.Components;

namespace RegionPlan.Web.Shared;

/// <summary>
/// A measure's history as SVG, drawn on the server. Give <see cref="ChartTable"/> the same lines beside it: the drawing is one image to a screen reader.
/// </summary>
public partial class LineChart
{
    private IReadOnlyList<ChartDrawing> drawings = [];

    /// <summary>Unique on the page; the SVG's own ids start with it.</summary>
    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>What the picture shows, in words: from what to what, against which target.</summary>
    [Parameter, EditorRequired] public required string Description { get; set; }

    /// <summary>"%" is written after numbers; anything longer stands by the value axis.</summary>
    [Parameter, EditorRequired] public required string Unit { get; set; }

    [Parameter] public int Decimals { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<Line> Lines { get; set; }

    /// <summary>Drawn as a step over each year that has one; in order of year.</summary>
    [Parameter] public IReadOnlyList<(int Year, decimal Value)> ShortTermTargets { get; set; } = [];

    /// <summary>Drawn as a dashed line over all years; the year is when it is to be reached, where the plan says so.</summary>
    [Parameter] public IReadOnlyList<(int? Year, decimal Value)> LongTermTargets { get; set; } = [];

    /// <summary>First year of a new definition, and what changed.</summary>
    [Parameter] public IReadOnlyList<(int Year, string Text)> Breaks { get; set; } = [];

    private bool HasExamples => Lines.Any(line => line.Points.Any(point => point is { IsExample: true, Value: not null }));

    protected override void OnParametersSet() =>
        drawings = [new ChartDrawing(this, "wide", 760, 330), new ChartDrawing(this, "narrow", 380, 300)];

    /// <summary>A line of outcomes, in order of year. Two neighbours in the list are joined when both have a value: a missing one is a null, never left out.</summary>
    public sealed record Line(string Name, LineKind Kind, IReadOnlyList<Point> Points);

    /// <param name="Year">The outcome's year.</param>
    /// <param name="Value">Null where no outcome is known: a gap in the line.</param>
    /// <param name="IsExample">True for demo data, drawn hollow.</param>
    /// <param name="BreakBefore">True when the definition changed since the point before, so that the two must not be joined.</param>
    public sealed record Point(int Year, decimal? Value, bool IsExample = false, bool BreakBefore = false);
}
