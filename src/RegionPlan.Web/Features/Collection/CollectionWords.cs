namespace RegionPlan.Web.Features.Collection;

/// <summary>The stages of a collection in words, only those that something is at.</summary>
internal static class CollectionWords
{
    internal static IEnumerable<(int Count, string Word)> Of(StageCounts counts) => new[]
    {
        (counts.Done, "godkända"),
        (counts.Submitted, "väntar på godkännande"),
        (counts.Returned, "tillbakaskickade"),
        (counts.Late, "försenade"),
        (counts.Due, "att lämna in"),
        (counts.NotOpen, "inte öppnade"),
        (counts.Missed, "lämnades inte in"),
    }.Where(c => c.Item1 > 0);
}
