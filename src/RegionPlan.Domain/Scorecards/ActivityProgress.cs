using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Scorecards;

/// <summary>How an activity of a decided styrkort goes, as somebody tells it; the latest holds.</summary>
public sealed class ActivityProgress : Fact
{
    public const int MaxNoteLength = 2000;

    private ActivityProgress()
    {
    }

    /// <param name="scorecardId">The styrkort.</param>
    /// <param name="activityId">The activity.</param>
    /// <param name="earlier">Everything told of the activity before.</param>
    /// <param name="state">How it stands.</param>
    /// <param name="note">What has been done or is in the way; needed when the activity is broken off.</param>
    /// <param name="recorded">Who tells it, and when.</param>
    /// <exception cref="RuleViolation">Nothing is new, the note is too long, or an activity is broken off without one.</exception>
    public ActivityProgress(
        Guid scorecardId, Guid activityId, IEnumerable<ActivityProgress> earlier, ActivityState state, string? note, Recording recorded)
        : base(earlier.NextVersion(), recorded)
    {
        ScorecardId = scorecardId;
        ActivityId = activityId;
        State = state;
        Note = TextLimit.Optional(note, MaxNoteLength, "Anteckningen");
        if (State == ActivityState.Cancelled && Note is null)
        {
            throw new RuleViolation("Skriv varför aktiviteten avbryts.");
        }

        var before = earlier.Latest();
        if ((before?.State ?? ActivityState.NotStarted) == State && (Note is null || Note == before?.Note))
        {
            throw new RuleViolation("Inget är nytt. Välj ett annat läge eller skriv en anteckning.");
        }
    }

    public Guid ScorecardId { get; private init; }

    public Guid ActivityId { get; private init; }

    public ActivityState State { get; private init; }

    public string? Note { get; private init; }
}

/// <summary>How an activity stands.</summary>
public enum ActivityState
{
    /// <summary>Ej påbörjad: what holds until something else is told.</summary>
    NotStarted,

    /// <summary>Pågår.</summary>
    Ongoing,

    /// <summary>Klar.</summary>
    Done,

    /// <summary>Försenad: told to be late; an activity whose last day has passed is late whatever is told.</summary>
    Delayed,

    /// <summary>Avbruten.</summary>
    Cancelled,
}
