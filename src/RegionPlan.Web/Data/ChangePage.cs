namespace RegionPlan.Web.Data;

/// <summary>A page of changes, the latest first, with the units' names as last recorded.</summary>
/// <param name="Changes">The changes.</param>
/// <param name="HasMore">Whether there are older ones.</param>
/// <param name="UnitNames">The units' names.</param>
/// <param name="Approvals">Who approved the outcomes that were handed in, by the row they were.</param>
/// <param name="RegionId">The region.</param>
public sealed record ChangePage(
    IReadOnlyList<Change> Changes,
    bool HasMore,
    IReadOnlyDictionary<Guid, string> UnitNames,
    IReadOnlyDictionary<Guid, FigureApproval> Approvals,
    Guid? RegionId = null)
{
    public static ChangePage Empty { get; } = new([], false, new Dictionary<Guid, string>(), new Dictionary<Guid, FigureApproval>());
}
