using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Economy;

/// <summary>
/// One recorded amount of a budget post: its utfall through a month, or the helårsprognos told then. What is in the store is public; a
/// correction is a new entry with the next version, and an entry without an amount takes the earlier one back.
/// </summary>
public sealed class EconomyEntry : Fact
{
    public const int MaxCommentLength = 2000;

    private EconomyEntry() => Source = "";

    internal EconomyEntry(
        AmountKey key, AmountKind kind, int version, decimal? amount, Guid reportedByUnitId, OutcomeOrigin origin, string? comment, Recording recorded, Guid? submittedAmountId)
        : base(version, recorded)
    {
        PostId = key.PostId;
        Through = key.Through;
        Kind = kind;
        Amount = amount is { } some ? Mnkr.Keepable(some) : null;
        ReportedByUnitId = reportedByUnitId;
        Source = TextLimit.Needed(origin.Source, OutcomeEntry.MaxSourceLength, "Källan");
        IsExample = origin.IsExample;
        Comment = TextLimit.Optional(comment, MaxCommentLength, "Kommentaren");
        SubmittedAmountId = submittedAmountId;
    }

    public Guid PostId { get; private init; }

    /// <summary>The last month that is known; its year is the year that is told of.</summary>
    public Period Through { get; private init; }

    public AmountKind Kind { get; private init; }

    /// <summary>In mnkr, minus for a cost; null where this entry takes the amount back.</summary>
    public decimal? Amount { get; private init; }

    /// <summary>The unit that answers for the amount.</summary>
    public Guid ReportedByUnitId { get; private init; }

    public string Source { get; private init; }

    /// <summary>Invented for demonstration; shown with the word 'exempel'.</summary>
    public bool IsExample { get; private init; }

    public string? Comment { get; private init; }

    /// <summary>The handed-in amounts that it was approved from; null where it was recorded otherwise.</summary>
    public Guid? SubmittedAmountId { get; private init; }

    public AmountKey Key => new(PostId, Through);
}
