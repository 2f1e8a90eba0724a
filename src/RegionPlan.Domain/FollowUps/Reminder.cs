using RegionPlan.Domain.History;

namespace RegionPlan.Domain.FollowUps;

/// <summary>That a unit was reminded of a follow-up: of what it has not handed in, or of what waits for an approval. Each is a fact of its own.</summary>
public sealed class Reminder : Fact
{
    public const int MaxTextLength = 500;

    private Reminder() => Text = "";

    /// <param name="followUpId">The follow-up.</param>
    /// <param name="unitId">The unit that is to do something.</param>
    /// <param name="level">The level that is to approve there; null where the unit is to hand in.</param>
    /// <param name="earlier">The reminders before it, to the same unit in the same follow-up.</param>
    /// <param name="text">What is asked for.</param>
    /// <param name="recorded">Who reminds, and when.</param>
    /// <exception cref="RuleViolation">The text is missing or too long.</exception>
    public Reminder(Guid followUpId, Guid unitId, ApprovalLevel? level, IEnumerable<Reminder> earlier, string? text, Recording recorded)
        : base(earlier.Where(r => r.FollowUpId == followUpId && r.UnitId == unitId).NextVersion(), recorded)
    {
        FollowUpId = followUpId;
        UnitId = unitId;
        Level = level;
        Text = TextLimit.Needed(text, MaxTextLength, "Påminnelsen");
    }

    public Guid FollowUpId { get; private init; }

    /// <summary>The unit that is to do something.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>The level that is to approve there; null where the unit is to hand in.</summary>
    public ApprovalLevel? Level { get; private init; }

    /// <summary>What is asked for.</summary>
    public string Text { get; private init; }
}
