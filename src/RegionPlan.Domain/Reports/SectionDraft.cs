namespace RegionPlan.Domain.Reports;

/// <summary>
/// A section that is being written, kept as it is typed and seen by those who write. The token changes with every save, so that of two who
/// write the same section the second is told.
/// </summary>
public sealed class SectionDraft
{
    public const int MaxByLength = 200;

    private SectionDraft() => Key = Text = SavedBy = "";

    public SectionDraft(Guid followUpId, Guid unitId, string key)
        : this()
    {
        Id = Guid.CreateVersion7();
        FollowUpId = followUpId;
        UnitId = unitId;
        Key = key;
    }

    public Guid Id { get; private init; }

    public Guid FollowUpId { get; private init; }

    /// <summary>The body whose report it is.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>The section's key in the template.</summary>
    public string Key { get; private init; }

    public string Text { get; private set; }

    /// <summary>The saved version that it was begun from; 0 where there was none.</summary>
    public int OverVersion { get; private set; }

    public Guid Token { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public string SavedBy { get; private set; }

    /// <summary>Keeps a text, whatever it is, and gives the draft a new token.</summary>
    public void Save(string text, int overVersion, DateTimeOffset at, string by)
    {
        Text = text;
        OverVersion = overVersion;
        SavedAt = at;
        SavedBy = by.Length > MaxByLength ? by[..MaxByLength] : by;
        Token = Guid.CreateVersion7();
    }
}
