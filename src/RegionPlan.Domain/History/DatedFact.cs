namespace RegionPlan.Domain.History;

/// <summary>A fact that holds from a business date (<c>validOn</c> in URLs and the API) until a later one takes over.</summary>
public abstract class DatedFact : Fact
{
    protected DatedFact()
    {
    }

    protected DatedFact(int version, DateOnly holdsFrom, Recording recorded)
        : base(version, recorded) => HoldsFrom = holdsFrom;

    public DateOnly HoldsFrom { get; private init; }
}
