using RegionPlan.Domain.History;
using RegionPlan.Domain.Rollup;

namespace RegionPlan.Web.Data;

/// <summary>Which changes to read; everything is optional.</summary>
/// <param name="Code">A measure's code.</param>
/// <param name="UnitId">The unit that reported or answers for what changed.</param>
/// <param name="By">Part of the name of who recorded it.</param>
/// <param name="From">The first day, by the region's clock.</param>
/// <param name="To">The last day, by the region's clock.</param>
/// <param name="Kind">What it is about.</param>
public sealed record ChangeFilter(
    string? Code = null, Guid? UnitId = null, string? By = null, DateOnly? From = null, DateOnly? To = null, ChangeKind? Kind = null)
{
    /// <summary>Of several kinds; null for all.</summary>
    public IReadOnlyCollection<ChangeKind>? Kinds { get; init; }

    /// <summary>Only what took over from something recorded before, and choices between figures: nothing that was recorded for the first time.</summary>
    public bool OnlyAnew { get; init; }

    /// <summary>Whether changes of a kind are asked for.</summary>
    public bool Wants(ChangeKind kind) => (Kind is null || Kind == kind) && Kinds?.Contains(kind) != false;

    /// <summary>Whether a fact was recorded by whom and when it is asked for.</summary>
    public bool Passes(Fact fact) =>
        (!OnlyAnew || fact.Version > 1 || fact is ValueChoice)
        && (By is null || fact.Recorded.By.Contains(By, StringComparison.OrdinalIgnoreCase))
        && (From is not { } from || fact.Recorded.At >= TimeAxes.StartOf(from))
        && (To is not { } to || fact.Recorded.At < TimeAxes.StartOf(to.AddDays(1)));
}
