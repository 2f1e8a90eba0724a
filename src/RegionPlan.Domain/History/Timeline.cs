namespace RegionPlan.Domain.History;

/// <summary>The one idiom for reading facts on the two time axes.</summary>
public static class Timeline
{
    /// <summary>The fact that holds on <paramref name="validOn"/> as recorded by <paramref name="asOf"/> (both inclusive), or null.</summary>
    /// <remarks>
    /// Of the facts recorded by then, the one with the latest business date at or before <paramref name="validOn"/>; of several with
    /// the same date, the last recorded. A date before the first fact gives the first, so that a series older than its definition
    /// can be shown.
    /// </remarks>
    public static T? Current<T>(this IEnumerable<T> facts, DateOnly validOn, DateTimeOffset? asOf = null)
        where T : DatedFact
    {
        var known = facts.Where(f => asOf is null || f.Recorded.At <= asOf).ToList();
        return known.Where(f => f.HoldsFrom <= validOn).OrderBy(f => f.HoldsFrom).ThenBy(f => f.Version).LastOrDefault()
            ?? known.GroupBy(f => f.HoldsFrom).MinBy(g => g.Key)?.MaxBy(f => f.Version);
    }

    /// <summary>The last recorded of facts that have no business date of their own, as recorded by <paramref name="asOf"/>.</summary>
    public static T? Latest<T>(this IEnumerable<T> facts, DateTimeOffset? asOf = null)
        where T : Fact => facts.Where(f => asOf is null || f.Recorded.At <= asOf).MaxBy(f => f.Version);

    /// <summary>The number that the next fact about the same thing takes.</summary>
    public static int NextVersion<T>(this IEnumerable<T> facts)
        where T : Fact => facts.Select(f => f.Version).DefaultIfEmpty().Max() + 1;
}
