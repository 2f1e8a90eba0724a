using RegionPlan.Domain.History;

namespace RegionPlan.Web.Data;

/// <summary>Facts about one thing as steps, each with the one before it.</summary>
internal static class FactSteps
{
    internal static IEnumerable<(T Fact, T? Earlier)> Steps<T>(this IEnumerable<T> facts)
        where T : Fact
    {
        T? earlier = null;
        foreach (var fact in facts.OrderBy(f => f.Version))
        {
            yield return (fact, earlier);
            earlier = fact;
        }
    }
}
