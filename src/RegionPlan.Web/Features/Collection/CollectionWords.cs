using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Collection;

/// <summary>The stages of a collection and its reminders in words.</summary>
internal static class CollectionWords
{
    private const int MostNamed = 8;

    /// <summary>Whom the reminders were written to.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="unreached">Of how many reminders there was nobody to write to.</param>
    internal static string Of(IReadOnlyList<string> names, int unreached)
    {
        var more = names.Count > MostNamed ? $" och {names.Count - MostNamed} till" : "";
        var letters = names.Count == 0 ? "" : $"Brev är skrivna till {string.Join("; ", names.Take(MostNamed))}{more}.";
        var none = unreached == 0 ? "" : $"För {Sv.Count(unreached, "påminnelse", "påminnelser")} finns ingen att skriva till.";
        return $"{letters} {none}".Trim();
    }

    /// <summary>Only the stages that something is at.</summary>
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
