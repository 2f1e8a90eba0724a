using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Measures;

/// <summary>One decided version of a short-term target for a year, or of one step of a long-term target.</summary>
public sealed class TargetDecision : DatedFact
{
    public const int MaxTextLength = 200;
    public const int MaxNoteLength = 1000;

    private TargetDecision()
    {
    }

    internal TargetDecision(
        int version, TargetTerm term, int slot, int? year, Target target, string? note, bool isExample, DateOnly holdsFrom, Recording recorded)
        : base(version, holdsFrom, recorded)
    {
        Term = term;
        Slot = slot;
        Year = year;
        Amount = (target as Target.Value)?.Amount;
        Text = (target as Target.Words)?.Text;
        NoTarget = (target as Target.None)?.Reason;
        Note = TextLimit.Optional(note, MaxNoteLength, "Fotnoten");
        IsExample = isExample;
    }

    public TargetTerm Term { get; private init; }

    /// <summary>The year for a short-term target; the step, from 1, for a long-term one.</summary>
    public int Slot { get; private init; }

    /// <summary>The year by which the target is to be reached; null for a long-term target without one.</summary>
    public int? Year { get; private init; }

    /// <summary>The plan's footnote to the value, if any.</summary>
    public string? Note { get; private init; }

    /// <summary>Invented for demonstration; judged against like others, shown with the word 'exempel' and never counted when the default year is chosen.</summary>
    public bool IsExample { get; private init; }

    public Target Target => (Amount, Text) switch
    {
        ({ } amount, _) => new Target.Value(amount),
        (_, { } text) => new Target.Words(text),
        (null, null) => new Target.None(NoTarget ?? NoTargetReason.MissingInSource),
    };

    /// <summary>The value in the measure's unit, where the target is one.</summary>
    public decimal? Amount { get; private init; }

    private string? Text { get; init; }

    private NoTargetReason? NoTarget { get; init; }
}
