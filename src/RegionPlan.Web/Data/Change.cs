using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Web.Data;

/// <summary>What a change is about.</summary>
public enum ChangeKind
{
    Outcome,
    Target,
    MeasureDefinition,
    SeriesDefinition,
    PlanWording,
    GoalStatus,
    Organization,
    Scorecard,
    Activity,
    FigureChoice,
    PlanTransition,
    Submission,
    FollowUp,
    Report,
    Economy,
}

/// <summary>One recorded change: the fact that was appended and the one before it about the same thing, if any.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Earlier">The fact it took over from, for a placement the one that held on its day; null where it was the first.</param>
/// <param name="Subject">The plan part, unit or follow-up it is about; null for a measure's.</param>
/// <param name="Measure">The measure, with the terms that hold for the change; null for plan and organisation.</param>
/// <param name="Parents">The unit above, of a placement, or what a goal or measure continues; null for all else.</param>
/// <param name="UnitId">The unit whose figure or styrkort it is; null for the region's and for all else.</param>
public sealed record Change(ChangeKind Kind, Fact Fact, Fact? Earlier, string? Subject, ChangedMeasure? Measure, ParentNames? Parents = null, Guid? UnitId = null);

/// <summary>The names that the units above had on a placement's first day, as known when it was recorded.</summary>
/// <param name="Now">Above it from then; null for the region.</param>
/// <param name="Before">Above it until then; null where it had no place.</param>
public sealed record ParentNames(string? Now, string? Before)
{
    internal static ParentNames Of(Dictionary<Guid, string> names, Guid? now, Guid? before) => new(NameOf(names, now), NameOf(names, before));

    private static string? NameOf(Dictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
}

/// <summary>The measure and series that a change is about.</summary>
/// <param name="Code">The measure's code.</param>
/// <param name="Terms">The terms that hold for the change.</param>
/// <param name="SeriesName">The delmått's name; null where the measure has none.</param>
/// <param name="IsOfPlan">Whether it is a plan's measure, with a page of its own, and not a unit's.</param>
public sealed record ChangedMeasure(string Code, MeasureTerms Terms, string? SeriesName, bool IsOfPlan = true);
