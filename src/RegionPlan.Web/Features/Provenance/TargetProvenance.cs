using RegionPlan.Domain.Measures;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Provenance;

/// <summary>Everything that a decided målvärde comes from, and what has become of it.</summary>
/// <param name="Measure">The measure, as it was known when the målvärde was recorded.</param>
/// <param name="Decision">The målvärde.</param>
/// <param name="Versions">Every version of the same målvärde, the latest first; the decision among them.</param>
/// <param name="PlanName">The plan that it belongs to.</param>
/// <param name="Reports">The decided reports that show it.</param>
public sealed record TargetProvenance(
    FigureMeasure Measure, TargetDecision Decision, IReadOnlyList<TargetDecision> Versions, string PlanName, IReadOnlyList<DecidedIn> Reports)
{
    /// <summary>The version that holds now.</summary>
    internal TargetDecision Latest => Versions[0];

    internal bool Holds => Latest.Id == Decision.Id;

    /// <summary>Målvärde 2025; Långsiktigt målvärde till 2027.</summary>
    internal string What => (Decision.Term, Decision.Year) switch
    {
        (TargetTerm.ShortTerm, _) => $"Målvärde {Decision.Slot.ToString(Sv.Culture)}",
        (TargetTerm.LongTerm, { } year) => $"Långsiktigt målvärde till {year.ToString(Sv.Culture)}",
        (TargetTerm.LongTerm, null) => "Långsiktigt målvärde",
        _ => throw new ArgumentOutOfRangeException(nameof(Decision), Decision.Term, null),
    };

    internal string TextOf(TargetDecision decision) => Sv.Target(decision.Target, Measure.Terms);
}
