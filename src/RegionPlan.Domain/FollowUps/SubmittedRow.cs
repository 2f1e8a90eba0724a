using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.FollowUps;

/// <summary>Which row of a submission: a series about a unit in a period.</summary>
public readonly record struct SubmittedRowKey(Guid SeriesId, Guid UnitId, Period Period);

/// <summary>What is told beside the figures of a row.</summary>
public sealed record RowNarrative
{
    public const int MaxTextLength = 4000;
    public const int MaxOwnerLength = 200;

    public static RowNarrative Empty { get; } = new();

    /// <summary>A remark that is shown with the figure.</summary>
    public string? Comment { get; init; }

    /// <summary>Why the outcome is what it is.</summary>
    public string? Analysis { get; init; }

    /// <summary>What is done about a deviation (åtgärd).</summary>
    public string? Action { get; init; }

    /// <summary>The role or person who does it.</summary>
    public string? ActionOwner { get; init; }

    /// <summary>By when.</summary>
    public DateOnly? ActionDue { get; init; }

    /// <summary>What is expected of the year's end; null where it is not told.</summary>
    public YearForecast? Forecast { get; init; }

    /// <summary>Why that is expected.</summary>
    public string? ForecastReason { get; init; }

    /// <summary>Whether nothing at all is told.</summary>
    public bool IsEmpty => this == Empty;

    /// <summary>The same as it is kept.</summary>
    /// <exception cref="RuleViolation">A text is too long, or an åtgärd is half told.</exception>
    internal RowNarrative Checked()
    {
        var kept = this with
        {
            Comment = TextLimit.Optional(Comment, OutcomeEntry.MaxCommentLength, "Kommentaren"),
            Analysis = TextLimit.Optional(Analysis, MaxTextLength, "Analysen"),
            Action = TextLimit.Optional(Action, MaxTextLength, "Åtgärden"),
            ActionOwner = TextLimit.Optional(ActionOwner, MaxOwnerLength, "Ansvarig för åtgärden"),
            ForecastReason = TextLimit.Optional(ForecastReason, MaxTextLength, "Motiveringen till prognosen"),
        };
        if (kept.Action is null && (kept.ActionOwner ?? (object?)kept.ActionDue) is not null)
        {
            throw new RuleViolation("Skriv vad åtgärden är, eller ta bort ansvarig och datum.");
        }

        if (kept.Forecast is null && kept.ForecastReason is not null)
        {
            throw new RuleViolation("Välj en helårsprognos, eller ta bort motiveringen till den.");
        }

        return kept;
    }
}

/// <summary>What is handed in for one row.</summary>
/// <param name="Key">The row.</param>
/// <param name="Report">The figures; without any where only an analysis or a prognos is handed in.</param>
/// <param name="Narrative">What is told beside them.</param>
/// <param name="Reason">Why a figure that has been approved is changed; null where none has.</param>
public sealed record RowToSubmit(SubmittedRowKey Key, OutcomeReport Report, RowNarrative Narrative, string? Reason = null)
{
    /// <summary>Whether it says nothing at all.</summary>
    public bool IsEmpty => Report is { Total: null, Women: null, Men: null } && Narrative.IsEmpty;
}

/// <summary>One version of a row that a unit has handed in: appended, never changed. It is public once its last approval is there.</summary>
public sealed class SubmittedRow : SubmittedPart
{
    private SubmittedRow() => Narrative = RowNarrative.Empty;

    internal SubmittedRow(int version, int step, RowToSubmit row, bool isCorrection, Recording recorded)
        : base(version, step, isCorrection, recorded)
    {
        SeriesId = row.Key.SeriesId;
        UnitId = row.Key.UnitId;
        Period = row.Key.Period;
        (TotalAmount, TotalNumerator, TotalDenominator) = Parts(row.Report.Total);
        (WomenAmount, WomenNumerator, WomenDenominator) = Parts(row.Report.Women);
        (MenAmount, MenNumerator, MenDenominator) = Parts(row.Report.Men);
        Narrative = row.Narrative.Checked();
    }

    public Guid SeriesId { get; private init; }

    /// <summary>The unit that the figures are about.</summary>
    public Guid UnitId { get; private init; }

    public Period Period { get; private init; }

    public RowNarrative Narrative { get; private init; }

    public SubmittedRowKey Key => new(SeriesId, UnitId, Period);

    /// <summary>The figures that were handed in.</summary>
    public OutcomeReport Report => new(
        Whole(TotalAmount, TotalNumerator, TotalDenominator),
        Whole(WomenAmount, WomenNumerator, WomenDenominator),
        Whole(MenAmount, MenNumerator, MenDenominator),
        Narrative.Comment);

    private decimal? TotalAmount { get; init; }

    private decimal? TotalNumerator { get; init; }

    private decimal? TotalDenominator { get; init; }

    private decimal? WomenAmount { get; init; }

    private decimal? WomenNumerator { get; init; }

    private decimal? WomenDenominator { get; init; }

    private decimal? MenAmount { get; init; }

    private decimal? MenNumerator { get; init; }

    private decimal? MenDenominator { get; init; }

    private static (decimal?, decimal?, decimal?) Parts(OutcomeValue? value) => (value?.Amount, value?.Numerator, value?.Denominator);

    private static OutcomeValue? Whole(decimal? amount, decimal? numerator, decimal? denominator) =>
        amount is { } some ? OutcomeValue.Stored(some, numerator, denominator) : null;
}
