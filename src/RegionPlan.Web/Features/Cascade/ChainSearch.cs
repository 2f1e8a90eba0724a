using System.Globalization;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Cascade;

/// <summary>A piece of a text; a hit where it is what was searched for.</summary>
public readonly record struct Piece(string Text, bool IsHit);

/// <summary>Looks for a text among what the chain shows: units, goals, measures and activities. Without a text nothing is looked for.</summary>
public sealed class ChainSearch
{
    public const int MaxLength = 100;

    private static readonly CompareInfo Swedish = Sv.Culture.CompareInfo;

    private readonly HashSet<CascadeGoal> found = [];
    private readonly HashSet<CascadeGoal> above = [];
    private readonly IReadOnlyDictionary<Guid, FollowedSeries> series;

    public ChainSearch(string? text, CascadeReading reading)
    {
        Text = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Text = Text[..Math.Min(Text.Length, MaxLength)];
        series = reading.Series;
        if (!IsOn)
        {
            return;
        }

        var chain = reading.Cascade;
        foreach (var goal in chain.Goals.Where(g => Finds(g.Scorecard.Unit.Name) || Finds(g.Goal.Name) || FindsWithin(g)))
        {
            found.Add(goal);
            above.UnionWith(goal.Upwards.Skip(1));
        }

        Units = chain.Tree.All.Count(b => Finds(b.Name));
        Goals = chain.Goals.Count(g => Finds(g.Goal.Name) || Finds(g.Goal.Text)) + chain.Overarching.Count(o => Finds(o.Wording.Name));
        Measures = chain.Goals.SelectMany(g => g.Goal.Measures).Count(Finds);
        Activities = chain.Activities.Count(Finds);
        WithoutScorecard = [.. chain.Tree.All.Where(b => Finds(b.Name) && chain.Of(b.Unit.Id) is null).OrderBy(b => b.Unit.Kind)];
    }

    public string Text { get; }

    public bool IsOn => Text.Length > 0;

    public int Units { get; }

    public int Goals { get; }

    public int Measures { get; }

    public int Activities { get; }

    /// <summary>The units found that have no decided styrkort and so stand nowhere in the chain.</summary>
    public IReadOnlyList<OrganizationTree.Branch> WithoutScorecard { get; } = [];

    public bool FoundAny => Units + Goals + Measures + Activities > 0;

    /// <summary>Whether a goal is shown: it is found, or has a goal that is above or below it.</summary>
    public bool Shows(CascadeGoal goal) => !IsOn || above.Contains(goal) || goal.Upwards.Any(found.Contains)
        || (goal.Top is { } top && Finds(top.Wording.Name));

    /// <summary>Whether a goal is opened: something that it holds is found.</summary>
    public bool Opens(CascadeGoal goal) => IsOn && (above.Contains(goal) || FindsWithin(goal));

    /// <summary>The text cut up into what is and what is not a hit.</summary>
    public IEnumerable<Piece> Pieces(string text)
    {
        var from = 0;
        while (IsOn && Swedish.IndexOf(text.AsSpan(from), Text, CompareOptions.IgnoreCase, out var length) is var at and >= 0 && length > 0)
        {
            if (at > 0)
            {
                yield return new(text.Substring(from, at), false);
            }

            yield return new(text.Substring(from + at, length), true);
            from += at + length;
        }

        if (from < text.Length)
        {
            yield return new(text[from..], false);
        }
    }

    private bool FindsWithin(CascadeGoal goal) => Finds(goal.Goal.Text) || goal.Goal.Measures.Any(Finds) || goal.Activities.Any(Finds);

    private bool Finds(ScorecardMeasure measure) => Finds(measure.Note)
        || (series.TryGetValue(measure.SeriesId, out var followed) && Finds(followed.Name));

    private bool Finds(CascadeActivity activity) => Finds(activity.Activity.Name) || Finds(activity.Activity.Owner);

    private bool Finds(string text) => text.Length > 0 && Swedish.IndexOf(text, Text, CompareOptions.IgnoreCase) >= 0;
}
