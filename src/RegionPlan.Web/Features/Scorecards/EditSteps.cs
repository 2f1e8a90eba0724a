using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>The steps that the editor can take back and do again. Key presses in one field make one step.</summary>
internal sealed class EditSteps
{
    private const int MostSteps = 200;

    private readonly LinkedList<ScorecardContent> done = [];
    private readonly Stack<ScorecardContent> undone = [];
    private string? field;

    internal EditSteps(ScorecardContent content) => Content = content;

    internal ScorecardContent Content { get; private set; }

    internal bool CanUndo => done.Count > 0;

    internal bool CanRedo => undone.Count > 0;

    /// <summary>Takes a step.</summary>
    /// <param name="content">What it leads to.</param>
    /// <param name="into">The field that is typed in; null for a step of its own.</param>
    internal void Do(ScorecardContent content, string? into = null)
    {
        if (into is null || into != field)
        {
            done.AddLast(Content);
            if (done.Count > MostSteps)
            {
                done.RemoveFirst();
            }
        }

        field = into;
        undone.Clear();
        Content = content;
    }

    internal void Undo()
    {
        if (done.Last is { } last)
        {
            undone.Push(Content);
            Content = last.Value;
            done.RemoveLast();
            field = null;
        }
    }

    internal void Redo()
    {
        if (undone.TryPop(out var content))
        {
            done.AddLast(Content);
            Content = content;
            field = null;
        }
    }
}
