namespace RegionPlan.Domain.Scorecards;

/// <summary>
/// A styrkort that is being written: seen only by those who make it, changed freely, and gone once it is decided. The token changes with
/// every save, so that of two who write at once the second is told.
/// </summary>
public sealed class ScorecardDraft
{
    public const int MaxByLength = 200;

    private ScorecardDraft() => (Content, SavedBy) = (ScorecardContent.Empty, "");

    public ScorecardDraft(Guid unitId, int year)
        : this()
    {
        Id = Guid.CreateVersion7();
        UnitId = unitId;
        Year = year;
    }

    public Guid Id { get; private init; }

    public Guid UnitId { get; private init; }

    public int Year { get; private init; }

    public ScorecardContent Content { get; private set; }

    /// <summary>The decided version that the draft was begun from; 0 where there was none.</summary>
    public int OverVersion { get; private set; }

    public Guid Token { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public string SavedBy { get; private set; }

    /// <summary>Keeps a content, whatever it is, and gives the draft a new token.</summary>
    public void Save(ScorecardContent content, int overVersion, DateTimeOffset at, string by)
    {
        Content = content;
        OverVersion = overVersion;
        SavedAt = at;
        SavedBy = by.Length > MaxByLength ? by[..MaxByLength] : by;
        Token = Guid.CreateVersion7();
    }
}
