namespace RegionPlan.Domain.Scorecards;

/// <summary>
/// What stands in a styrkort, as one immutable whole: a text for each perspective and the broken-down goals in their order. Every verb
/// returns a new content, so that a step can be undone by taking the one before. Anything may stand in a draft;
/// <see cref="ScorecardCheck"/> tells what must be mended before it can be decided.
/// </summary>
/// <param name="Texts">Free text for the perspectives that have one.</param>
/// <param name="Goals">The goals, of all perspectives, in the order they are shown within each.</param>
public sealed record ScorecardContent(IReadOnlyList<PerspectiveText> Texts, IReadOnlyList<ScorecardGoal> Goals)
{
    public static ScorecardContent Empty { get; } = new([], []);

    /// <summary>Whether nothing at all is written.</summary>
    public bool IsEmpty => Goals.Count == 0 && Texts.All(t => string.IsNullOrWhiteSpace(t.Text));

    public IEnumerable<ScorecardActivity> Activities => Goals.SelectMany(g => g.Activities);

    public IEnumerable<ScorecardMeasure> Measures => Goals.SelectMany(g => g.Measures);

    public string TextOf(Guid perspectiveId) => Texts.FirstOrDefault(t => t.PerspectiveId == perspectiveId)?.Text ?? "";

    public ScorecardGoal? Goal(Guid id) => Goals.FirstOrDefault(g => g.Id == id);

    public ScorecardContent WithText(Guid perspectiveId, string text) =>
        this with { Texts = [.. Texts.Where(t => t.PerspectiveId != perspectiveId), .. text.Length == 0 ? [] : new[] { new PerspectiveText(perspectiveId, text) }] };

    /// <summary>Adds a goal last, or puts it in the place of the one with the same key.</summary>
    public ScorecardContent With(ScorecardGoal goal) => this with { Goals = Kept.With(Goals, goal, g => g.Id) };

    public ScorecardContent Without(Guid goalId) => this with { Goals = [.. Goals.Where(g => g.Id != goalId)] };

    /// <summary>Moves a goal among those of its perspective: −1 is one step up, 1 one step down. At the end nothing changes.</summary>
    public ScorecardContent MoveGoal(Guid goalId, int steps)
    {
        if (Goal(goalId) is not { } goal)
        {
            return this;
        }

        var beside = Goals.Where(g => g.PerspectiveId == goal.PerspectiveId).ToList();
        var moved = new Queue<ScorecardGoal>(Kept.Move(beside, beside.IndexOf(goal), steps));
        return this with { Goals = [.. Goals.Select(g => g.PerspectiveId == goal.PerspectiveId ? moved.Dequeue() : g)] };
    }

    /// <summary>Whether two contents say the same, whatever lists they are kept in.</summary>
    public bool SaysTheSameAs(ScorecardContent other) =>
        Texts.OrderBy(t => t.PerspectiveId).SequenceEqual(other.Texts.OrderBy(t => t.PerspectiveId))
        && Goals.Select(g => g.Id).SequenceEqual(other.Goals.Select(g => g.Id))
        && Goals.Zip(other.Goals).All(pair => pair.First.SaysTheSameAs(pair.Second));
}

/// <summary>Free text for one perspective of a styrkort.</summary>
public sealed record PerspectiveText(Guid PerspectiveId, string Text);

/// <summary>A verksamhetsmål: an övergripande mål, or a goal of the styrkort above, broken down for the unit.</summary>
/// <param name="Id">Its key, the same in every version of the styrkort.</param>
/// <param name="PerspectiveId">The målområde it stands under.</param>
/// <param name="Name">What is to be achieved.</param>
/// <param name="Text">More about it; empty where there is none.</param>
/// <param name="ParentGoalId">The goal it breaks down: of the regionplan, or of the styrkort of a unit above; null where none is chosen.</param>
/// <param name="StandsAlone">Chosen to support no goal above; shown so wherever the goal is shown.</param>
/// <param name="Measures">The measures that follow it up.</param>
/// <param name="Activities">What is done to reach it.</param>
/// <param name="ContinuesId">The goal of last year's styrkort that it was taken over from.</param>
public sealed record ScorecardGoal(
    Guid Id,
    Guid PerspectiveId,
    string Name,
    string Text,
    Guid? ParentGoalId,
    bool StandsAlone,
    IReadOnlyList<ScorecardMeasure> Measures,
    IReadOnlyList<ScorecardActivity> Activities,
    Guid? ContinuesId = null)
{
    public const int MaxNameLength = 300;
    public const int MaxTextLength = 4000;

    public static ScorecardGoal New(Guid perspectiveId, string name = "", Guid? parentGoalId = null) =>
        new(Guid.CreateVersion7(), perspectiveId, name, "", parentGoalId, false, [], []);

    /// <summary>Whether two goals have the same words, measures and activities, whatever lists they are kept in.</summary>
    public bool SaysTheSameAs(ScorecardGoal other) =>
        (Name, Text, PerspectiveId, ParentGoalId, StandsAlone) == (other.Name, other.Text, other.PerspectiveId, other.ParentGoalId, other.StandsAlone)
        && Measures.SequenceEqual(other.Measures)
        && Activities.SequenceEqual(other.Activities);

    public ScorecardGoal With(ScorecardMeasure measure) => this with { Measures = Kept.With(Measures, measure, m => m.Id) };

    public ScorecardGoal With(ScorecardActivity activity) => this with { Activities = Kept.With(Activities, activity, a => a.Id) };

    public ScorecardGoal Without(Guid partId) => this with
    {
        Measures = [.. Measures.Where(m => m.Id != partId)],
        Activities = [.. Activities.Where(a => a.Id != partId)],
    };

    /// <summary>Moves a measure or an activity among its own: −1 is one step up, 1 one step down.</summary>
    public ScorecardGoal Move(Guid partId, int steps) => this with
    {
        Measures = Kept.Move(Measures, Kept.IndexOf(Measures, m => m.Id == partId), steps),
        Activities = Kept.Move(Activities, Kept.IndexOf(Activities, a => a.Id == partId), steps),
    };
}

/// <summary>A measure that a unit follows: one taken over from the regionplan or the styrkort above, or one of its own.</summary>
/// <param name="Id">Its key in the styrkort, the same in every version.</param>
/// <param name="SeriesId">The series that is followed.</param>
/// <param name="Target">The unit's own målvärde for the year as typed, in the measure's unit; empty where the unit sets none.</param>
/// <param name="Note">A remark beside the målvärde; empty where there is none.</param>
public sealed record ScorecardMeasure(Guid Id, Guid SeriesId, string Target, string Note)
{
    public const int MaxTargetLength = 40;
    public const int MaxNoteLength = 1000;

    public static ScorecardMeasure New(Guid seriesId) => new(Guid.CreateVersion7(), seriesId, "", "");
}

/// <summary>An aktivitet: what is done, by whom and when. How it goes is recorded as <see cref="ActivityProgress"/>.</summary>
/// <param name="Id">Its key, the same in every version of the styrkort.</param>
/// <param name="Name">What is done.</param>
/// <param name="Owner">The role or person who answers for it.</param>
/// <param name="Start">The first day; null where it is not set.</param>
/// <param name="Due">The last day; null where it is not set.</param>
/// <param name="Text">More about it; empty where there is none.</param>
/// <param name="ContinuesId">The activity of last year's styrkort that it was taken over from.</param>
public sealed record ScorecardActivity(Guid Id, string Name, string Owner, DateOnly? Start, DateOnly? Due, string Text, Guid? ContinuesId = null)
{
    public const int MaxNameLength = 300;
    public const int MaxOwnerLength = 200;
    public const int MaxTextLength = 4000;

    public static ScorecardActivity New(string name = "") => new(Guid.CreateVersion7(), name, "", null, null, "");
}

/// <summary>What the lists of a content have in common.</summary>
internal static class Kept
{
    internal static IReadOnlyList<T> With<T>(IReadOnlyList<T> all, T one, Func<T, Guid> key) =>
        IndexOf(all, x => key(x) == key(one)) < 0 ? [.. all, one] : [.. all.Select(x => key(x) == key(one) ? one : x)];

    internal static IReadOnlyList<T> Move<T>(IReadOnlyList<T> all, int index, int steps)
    {
        var to = Math.Clamp(index + steps, 0, Math.Max(all.Count - 1, 0));
        if (index < 0 || to == index)
        {
            return all;
        }

        var moved = all.ToList();
        moved.RemoveAt(index);
        moved.Insert(to, all[index]);
        return moved;
    }

    internal static int IndexOf<T>(IReadOnlyList<T> all, Func<T, bool> isIt)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (isIt(all[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
