using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>The steps that the editor can take back and do again. Key presses in one field make one step.</summary>
internal sealed class EditSteps
{
    private const int MostSteps = 200;

    private List<ScorecardContent> done = [];
    private List<ScorecardContent> undone = [];
    private string? field;

    internal EditSteps(ScorecardContent content) => Content = content;

    internal ScorecardContent Content { get; private set; }

    internal bool CanUndo => done.Count > 0;

    internal bool CanRedo => undone.Count > 0;

    /// <summary>Takes a step; one that changes nothing is none.</summary>
    /// <param name="content">What it leads to.</param>
    /// <param name="into">The field that is typed in; null for a step of its own.</param>
    internal void Do(ScorecardContent content, string? into = null)
    {
        if (content.SaysTheSameAs(Content))
        {
            return;
        }

        if (into is null || into != field)
        {
            done.Add(Content);
            if (done.Count > MostSteps)
            {
                done.RemoveAt(0);
            }
        }

        field = into;
        undone.Clear();
        Content = content;
    }

    internal void Undo() => Turn(done, undone);

    internal void Redo() => Turn(undone, done);

    /// <summary>Puts what another has written into every step, so that to undo takes back one's own changes only.</summary>
    /// <param name="merge">A content of one's own with the other's changes in it.</param>
    internal void Rebase(Func<ScorecardContent, ScorecardContent> merge)
    {
        done = done.ConvertAll(c => merge(c));
        undone = undone.ConvertAll(c => merge(c));
        Content = merge(Content);
    }

    private void Turn(List<ScorecardContent> from, List<ScorecardContent> to)
    {
        if (from.Count > 0)
        {
            to.Add(Content);
            Content = from[^1];
            from.RemoveAt(from.Count - 1);
            field = null;
        }
    }
}
