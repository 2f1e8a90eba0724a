using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Measures;

/// <summary>
/// That a measure ends with its plan and is not continued in the next one, or is left out of its own plan while that is prepared; one that
/// does not end takes it back. The latest about a plan holds.
/// </summary>
public sealed class MeasureEnding : Fact
{
    private MeasureEnding()
    {
    }

    internal MeasureEnding(Guid measureId, Guid planId, bool isEnded, int version, Recording recorded)
        : base(version, recorded)
    {
        MeasureId = measureId;
        PlanId = planId;
        IsEnded = isEnded;
    }

    public Guid MeasureId { get; private init; }

    /// <summary>The plan that the measure is not in: the next one, or its own.</summary>
    public Guid PlanId { get; private init; }

    /// <summary>False where the ending is taken back.</summary>
    public bool IsEnded { get; private init; }
}
