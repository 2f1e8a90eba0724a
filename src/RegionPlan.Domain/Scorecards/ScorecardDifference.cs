namespace RegionPlan.Domain.Scorecards;

/// <summary>What a difference is about.</summary>
public enum ScorecardPart
{
    /// <summary>The free text of a perspective.</summary>
    Text,

    /// <summary>A goal's own words, tie or perspective.</summary>
    Goal,

    /// <summary>A measure and its målvärde.</summary>
    Measure,

    /// <summary>An activity.</summary>
    Activity,
}

/// <summary>One thing that differs between two contents of the same styrkort.</summary>
/// <param name="Part">What it is about.</param>
/// <param name="PartId">The perspective, goal, measure or activity.</param>
/// <param name="Before">As it was; null where it is new. A PerspectiveText, ScorecardGoal, ScorecardMeasure or ScorecardActivity.</param>
/// <param name="After">As it became; null where it was taken out.</param>
public sealed record ScorecardDifference(ScorecardPart Part, Guid PartId, object? Before, object? After)
{
    /// <summary>What is new, taken out and changed, texts first and then goal by goal; the order of parts is not compared.</summary>
    public static IReadOnlyList<ScorecardDifference> Between(ScorecardContent before, ScorecardContent after)
    {
        var differences = new List<ScorecardDifference>();
        Compare(differences, ScorecardPart.Text, Written(before), Written(after), t => t.PerspectiveId);
        Compare(differences, ScorecardPart.Goal, before.Goals, after.Goals, g => g.Id, g => g with { Measures = [], Activities = [] });
        Compare(differences, ScorecardPart.Measure, before.Measures, after.Measures, m => m.Id);
        Compare(differences, ScorecardPart.Activity, before.Activities, after.Activities, a => a.Id);
        return differences;

        static IEnumerable<PerspectiveText> Written(ScorecardContent content) => content.Texts.Where(t => !string.IsNullOrWhiteSpace(t.Text));
    }

    private static void Compare<T>(
        List<ScorecardDifference> differences, ScorecardPart part, IEnumerable<T> before, IEnumerable<T> after, Func<T, Guid> key, Func<T, T>? own = null)
        where T : class
    {
        var old = before.GroupBy(key).ToDictionary(g => g.Key, g => g.First());
        var compared = own ?? (x => x);
        foreach (var now in after.GroupBy(key).Select(g => g.First()))
        {
            if (!old.Remove(key(now), out var was))
            {
                differences.Add(new(part, key(now), null, now));
            }
            else if (!Same(compared(was), compared(now)))
            {
                differences.Add(new(part, key(now), was, now));
            }
        }

        differences.AddRange(old.Values.Select(gone => new ScorecardDifference(part, key(gone), gone, null)));
    }

    /// <summary>Records hold lists by reference, so a goal is compared by its own words.</summary>
    private static bool Same(object before, object after) => (before, after) switch
    {
        (ScorecardGoal a, ScorecardGoal b) =>
            (a.Name, a.Text, a.PerspectiveId, a.ParentGoalId, a.StandsAlone) == (b.Name, b.Text, b.PerspectiveId, b.ParentGoalId, b.StandsAlone),
        _ => Equals(before, after),
    };
}
