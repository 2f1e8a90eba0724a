using RegionPlan.Domain.Plans;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>Which goals are shown by their name only, so that a long styrkort can be seen as a whole and put in order.</summary>
public sealed partial class ScorecardEditor
{
    private const int MostUnfolded = 6;

    private readonly HashSet<Guid> folded = [];

    private bool IsAllFolded => Content.Goals.All(g => folded.Contains(g.Id));

    /// <summary>A styrkort with many goals is opened with their names only.</summary>
    private void FoldLong()
    {
        folded.Clear();
        if (Content.Goals.Count > MostUnfolded)
        {
            folded.UnionWith(Content.Goals.Select(g => g.Id));
        }
    }

    private void Fold(Guid goalId)
    {
        if (!folded.Remove(goalId))
        {
            folded.Add(goalId);
        }
    }

    private void FoldAll()
    {
        if (IsAllFolded)
        {
            folded.Clear();
        }
        else
        {
            folded.UnionWith(Content.Goals.Select(g => g.Id));
        }
    }

    private int CountIn(Perspective perspective) => Content.Goals.Count(g => g.PerspectiveId == perspective.Id);

    /// <summary>Goes to a part that a finding is about, and unfolds the goal it stands in.</summary>
    private void GoTo((string Id, ScorecardGoal? Goal) place)
    {
        focus = place.Id;
        if (place.Goal is { } goal)
        {
            folded.Remove(goal.Id);
        }
    }
}
