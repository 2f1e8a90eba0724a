using FsCheck;
using FsCheck.Fluent;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Tests.Domain.Scorecards;

/// <summary>One change that somebody makes, the same whatever it is made in.</summary>
/// <param name="Kind">Which verb.</param>
/// <param name="At">Which part, counted round.</param>
/// <param name="Word">What is typed.</param>
public sealed record Edit(int Kind, int At, int Word)
{
    private const int Kinds = 9;

    internal ScorecardContent Do(ScorecardContent content)
    {
        var goal = content.Goals.Count > 0 ? content.Goals[At % content.Goals.Count] : null;
        return (Kind, goal) switch
        {
            (0, _) or (_, null) => content.With(ScorecardGoal.New(Edits.Perspectives[At % Edits.Perspectives.Length], $"Nytt {Word}")),
            (1, _) => content.With(goal with { Name = $"Ord {Word}" }),
            (2, _) => content.Without(goal.Id),
            (3, _) => content.MoveGoal(goal.Id, (Word % 5) - 2),
            (4, _) => content.WithText(Edits.Perspectives[At % Edits.Perspectives.Length], Word % 4 == 0 ? "" : $"Text {Word}"),
            (5, _) => content.With(goal.With(ScorecardMeasure.New(Guid.NewGuid()) with { Target = $"{Word}" })),
            (6, _) => content.With(goal.With(ScorecardActivity.New($"Göra {Word}"))),
            (7, _) when goal.Measures.Count > 0 => content.With(goal.With(goal.Measures[0] with { Target = $"{Word}" })),
            _ => content.With(goal with { PerspectiveId = Edits.Perspectives[Word % Edits.Perspectives.Length] }),
        };
    }

    internal static Gen<Edit> Any =>
        from kind in Gen.Choose(0, Kinds - 1)
        from at in Gen.Choose(0, 9)
        from word in Gen.Choose(0, 5)
        select new Edit(kind, at, word);
}

/// <summary>Contents as people make them, one change after the other.</summary>
internal static class Edits
{
    internal static readonly Guid[] Perspectives = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    internal static Gen<Edit[]> Some => Edit.Any.ArrayOf().Select(edits => edits.Take(8).ToArray());

    internal static Gen<ScorecardContent> AContent => Some.Select(edits => ScorecardContent.Empty.After(edits));

    internal static ScorecardContent After(this ScorecardContent content, IEnumerable<Edit> edits) => edits.Aggregate(content, (c, edit) => edit.Do(c));

    /// <summary>A content that two go on from, and what each makes of it.</summary>
    internal static Arbitrary<(ScorecardContent Before, ScorecardContent Mine, ScorecardContent Theirs)> TwoAtOnce => (
        from before in AContent
        from mine in Some
        from theirs in Some
        select (before, before.After(mine), before.After(theirs))).ToArbitrary();
}
