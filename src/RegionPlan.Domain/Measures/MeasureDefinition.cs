using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Measures;

/// <summary>One version of a measure's terms, from a date.</summary>
public sealed class MeasureDefinition : DatedFact
{
    private MeasureDefinition() => Terms = null!;

    internal MeasureDefinition(int version, MeasureTerms terms, DateOnly holdsFrom, Recording recorded)
        : base(version, holdsFrom, recorded) => Terms = terms;

    public MeasureTerms Terms { get; private init; }
}
