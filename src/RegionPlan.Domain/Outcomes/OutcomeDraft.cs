namespace RegionPlan.Domain.Outcomes;

/// <summary>
/// What a unit has typed for one series and period but not handed in: the raw texts, whatever they are. Seen by the unit only, changed
/// freely, and gone once handed in. The token changes with every save, so that of two people who write the same row the second is told.
/// </summary>
public sealed class OutcomeDraft
{
    public const int MaxByLength = 200;

    private OutcomeDraft()
    {
        Texts = new("", "", "", "", "");
        SavedBy = "";
    }

    public OutcomeDraft(Guid seriesId, Guid unitId, Period period)
        : this()
    {
        Id = Guid.CreateVersion7();
        SeriesId = seriesId;
        UnitId = unitId;
        Period = period;
    }

    public Guid Id { get; private init; }

    public Guid SeriesId { get; private init; }

    /// <summary>The unit that the outcome would be about.</summary>
    public Guid UnitId { get; private init; }

    public Period Period { get; private init; }

    public DraftTexts Texts { get; private set; }

    /// <summary>The versions that the texts were typed over: recorded and handed in; 0 where there was nothing.</summary>
    public RecordedVersions Over { get; private set; }

    public Guid Token { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public string SavedBy { get; private set; }

    /// <summary>Keeps new texts, whatever they are, and gives the row a new token; a name that is too long is cut.</summary>
    public void Save(DraftTexts texts, RecordedVersions over, DateTimeOffset at, string by)
    {
        Texts = texts;
        Over = over;
        SavedAt = at;
        SavedBy = by.Length > MaxByLength ? by[..MaxByLength] : by;
        Token = Guid.CreateVersion7();
    }

    /// <summary>What stands in the draft, to be put back later.</summary>
    public KeptDraft Keep() => new(Texts, Over, SavedAt, SavedBy);

    /// <summary>Puts back what once stood in the draft, with who wrote it and when.</summary>
    public void PutBack(KeptDraft kept) => Save(kept.Texts, kept.Over, kept.SavedAt, kept.SavedBy);
}

/// <summary>What stood in a draft before something took its place.</summary>
/// <param name="Texts">The texts.</param>
/// <param name="Over">The versions that they were typed over.</param>
/// <param name="SavedAt">When they were kept.</param>
/// <param name="SavedBy">Who typed them.</param>
public sealed record KeptDraft(DraftTexts Texts, RecordedVersions Over, DateTimeOffset SavedAt, string SavedBy);

/// <summary>The raw texts of one row, as typed.</summary>
public sealed record DraftTexts(string Total, string Women, string Men, string Comment, string Reason)
{
    /// <summary>Why the outcome is what it is.</summary>
    public string Analysis { get; init; } = "";

    /// <summary>What is done about a deviation.</summary>
    public string Action { get; init; } = "";

    /// <summary>The role or person who does it.</summary>
    public string ActionOwner { get; init; } = "";

    /// <summary>By when, as typed.</summary>
    public string ActionDue { get; init; } = "";

    /// <summary>The chosen helårsprognos as the name of a <see cref="FollowUps.YearForecast"/>; empty for none.</summary>
    public string Forecast { get; init; } = "";

    /// <summary>Why that is expected.</summary>
    public string ForecastReason { get; init; } = "";

    public string For(Sex sex) => sex switch
    {
        Sex.Total => Total,
        Sex.Women => Women,
        Sex.Men => Men,
    };

    public DraftTexts With(Sex sex, string text) => sex switch
    {
        Sex.Total => this with { Total = text },
        Sex.Women => this with { Women = text },
        Sex.Men => this with { Men = text },
    };
}

/// <summary>The version of the latest entry in each cell of a row, and of the row that was last handed in; 0 where there is none.</summary>
public readonly record struct RecordedVersions(int Total, int Women, int Men, int HandedIn = 0);
