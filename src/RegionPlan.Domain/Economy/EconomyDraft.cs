using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Economy;

/// <summary>
/// What a unit has typed for one budget post through a month but not handed in: the raw texts, whatever they are. The token changes with
/// every save, so that of two people who write the same row the second is told.
/// </summary>
public sealed class EconomyDraft
{
    private EconomyDraft()
    {
        Texts = AmountTexts.Empty;
        SavedBy = "";
    }

    public EconomyDraft(AmountKey key)
        : this()
    {
        Id = Guid.CreateVersion7();
        PostId = key.PostId;
        Through = key.Through;
    }

    public Guid Id { get; private init; }

    public Guid PostId { get; private init; }

    public Period Through { get; private init; }

    public AmountTexts Texts { get; private set; }

    public Guid Token { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public string SavedBy { get; private set; }

    public AmountKey Key => new(PostId, Through);

    /// <summary>Keeps new texts, whatever they are, and gives the row a new token; a name that is too long is cut.</summary>
    public void Save(AmountTexts texts, DateTimeOffset at, string by)
    {
        Texts = texts;
        SavedAt = at;
        SavedBy = by.Length > OutcomeDraft.MaxByLength ? by[..OutcomeDraft.MaxByLength] : by;
        Token = Guid.CreateVersion7();
    }
}

/// <summary>The raw texts of one budget post, as typed.</summary>
public sealed record AmountTexts(string Outcome, string Forecast, string Comment, string Reason)
{
    public static AmountTexts Empty { get; } = new("", "", "", "");
}
