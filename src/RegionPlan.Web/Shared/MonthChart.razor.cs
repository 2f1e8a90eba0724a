using Microsoft.AspNetCore.Components;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Shared;

/// <summary>Lines of months with an optional level to compare with, drawn on the server.</summary>
public partial class MonthChart
{
    private IReadOnlyList<MonthDrawing> drawings = [];

    /// <summary>Unique on the page; the SVG's own ids start with it.</summary>
    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>What the picture shows, in words.</summary>
    [Parameter, EditorRequired] public required string Description { get; set; }

    [Parameter, EditorRequired] public required string Unit { get; set; }

    [Parameter] public int Decimals { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<Line> Lines { get; set; }

    /// <summary>A value that all months are compared with, and what it is.</summary>
    [Parameter] public (decimal Value, string Text)? Level { get; set; }

    /// <summary>What the months are, over the table's first column.</summary>
    [Parameter] public string MonthHeading { get; set; } = "Månad";

    /// <summary>Whether every point has its value beside it: for few points.</summary>
    [Parameter] public bool ShowsValues { get; set; }

    protected override void OnParametersSet() => drawings = [new(this, "wide", 760, 300), new(this, "narrow", 380, 280)];

    /// <summary>A line of months in order. A month without a value is a null: a gap.</summary>
    public sealed record Line(string Name, LineKind Kind, IReadOnlyList<Point> Points);

    /// <param name="Month">The month.</param>
    /// <param name="Value">Null where it is not known.</param>
    /// <param name="IsExample">Invented for demonstration, drawn hollow.</param>
    public sealed record Point(Period Month, decimal? Value, bool IsExample = false);
}
