namespace RegionPlan.Domain.Scorecards;

/// <summary>What became of two people's changes to the same styrkort.</summary>
/// <param name="Content">Both changes; where they clash, what the one who merges wrote.</param>
/// <param name="Clashes">The perspectives whose text, and the goals that, both changed differently.</param>
public sealed record ScorecardMerge(ScorecardContent Content, IReadOnlyList<Guid> Clashes)
{
    /// <summary>Puts two contents together that were both made from the same one, text by text and goal by goal.</summary>
    /// <param name="before">What both began from.</param>
    /// <param name="mine">What the one who merges made of it.</param>
    /// <param name="theirs">What the other made of it.</param>
    public static ScorecardMerge Of(ScorecardContent before, ScorecardContent mine, ScorecardContent theirs)
    {
        var clashes = new List<Guid>();
        var texts = Parts(before.Texts, mine.Texts, theirs.Texts, t => t.PerspectiveId, (a, b) => a == b, clashes);
        var goals = Parts(before.Goals, mine.Goals, theirs.Goals, g => g.Id, (a, b) => a.SaysTheSameAs(b), clashes);
        return new(new(texts, goals), clashes);
    }

    private static List<T> Parts<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> mine, IReadOnlyList<T> theirs, Func<T, Guid> key, Func<T, T, bool> same, List<Guid> clashes)
        where T : class
    {
        var (old, own, other) = (before.ToDictionary(key), mine.ToDictionary(key), theirs.ToDictionary(key));

        // The order is that of the one who moved, added or took out anything; where both did, mine if I moved anything, else theirs.
        var isMine = Keys(theirs).SequenceEqual(Keys(before))
            || (!Keys(mine).SequenceEqual(Keys(before)) && !Keys(before).Where(own.ContainsKey).SequenceEqual(Keys(mine).Where(old.ContainsKey)));
        var order = isMine ? Keys(mine).Concat(Keys(theirs)) : Keys(theirs).Concat(Keys(mine));
        return [.. order.Distinct().Select(One).OfType<T>()];

        T? One(Guid id)
        {
            var (was, i, they) = (old.GetValueOrDefault(id), own.GetValueOrDefault(id), other.GetValueOrDefault(id));
            if (Equal(was, i))
            {
                return they;
            }

            if (!Equal(was, they) && !Equal(i, they))
            {
                clashes.Add(id);

                // What one took out and the other went on writing stays.
                return i ?? they;
            }

            return i;
        }

        bool Equal(T? a, T? b) => a is null || b is null ? a is null && b is null : same(a, b);

        IEnumerable<Guid> Keys(IReadOnlyList<T> all) => all.Select(key);
    }
}
