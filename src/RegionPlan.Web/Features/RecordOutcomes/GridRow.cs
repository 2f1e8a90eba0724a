using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.RecordOutcomes;

/// <summary>One row of the grid while it is open: what is typed, what is recorded, and whether the two are kept.</summary>
public sealed class GridRow
{
    private readonly RecordableSeries series;
    private readonly DateOnly today;
    private OutcomeRow row;
    private bool wasTried;

    internal GridRow(RecordableRow source, Period period, DateOnly today)
    {
        series = source.Series;
        row = source.Row;
        this.today = today;
        Key = new(series.SeriesId, period, series.UnitId);
        Texts = source.Draft?.Texts ?? RecordedTexts;
        Over = source.Draft?.Over ?? row.Versions;
        Token = source.Draft?.Token;
        SavedAt = source.Draft?.SavedAt;
        RecordedByAnother = Over != row.Versions;
        Check();
    }

    internal static OutcomeInputValidator Validator { get; } = new();

    internal RecordableSeries Series => series;

    internal RowKey Key { get; }

    internal DraftTexts Texts { get; set; }

    internal RecordedVersions Over { get; private set; }

    internal Guid? Token { get; set; }

    internal DateTimeOffset? SavedAt { get; set; }

    internal DateTimeOffset? RecordedAt { get; private set; }

    /// <summary>A save is on its way.</summary>
    internal bool IsSaving { get; set; }

    /// <summary>Typed since the last save began.</summary>
    internal bool IsUnsaved { get; set; }

    /// <summary>Why the last save or recording did not go through.</summary>
    internal string? Problem { get; set; }

    /// <summary>Another user's draft of the same row, to choose between.</summary>
    internal OutcomeDraft? Theirs { get; set; }

    /// <summary>The row was recorded by another since it was typed.</summary>
    internal bool RecordedByAnother { get; private set; }

    internal bool ShowsComment { get; set; }

    internal IReadOnlyList<Finding> Findings { get; private set; } = [];

    internal bool HasConflict => Theirs is not null || RecordedByAnother;

    /// <summary>Something is typed that is not recorded.</summary>
    internal bool IsChanged => (Texts with { Reason = "" }) != RecordedTexts;

    internal bool HasError => Findings.Any(f => f.Severity == FindingSeverity.Error);

    internal bool NeedsReason => IsChanged && Enum.GetValues<Sex>().Any(sex => row.Current(sex)?.Value is not null && Texts.For(sex) != RecordedTexts.For(sex));

    /// <summary>Said once the user has tried to record without a reason.</summary>
    internal string? ReasonMissing => wasTried ? Findings.FirstOrDefault(f => f.Severity == FindingSeverity.NeedsReason)?.Message : null;

    internal bool WantsComment => ShowsComment || Texts.Comment.Length > 0 || Findings.Any(f => f.Severity == FindingSeverity.NeedsComment);

    /// <summary>The recorded values as they would be typed.</summary>
    internal DraftTexts RecordedTexts => new(Typed(Sex.Total), Typed(Sex.Women), Typed(Sex.Men), "", "");

    internal string CellId(Sex sex) => $"{series.RowId}-{sex}".ToLowerInvariant();

    internal string CommentId => $"{CellId(Sex.Total)}-kommentar";

    internal Finding? FindingOf(Sex sex) => IsChanged ? Findings.FirstOrDefault(f => f.Cell == sex && f.Severity != FindingSeverity.NeedsReason) : null;

    internal OutcomeEntry? Recorded(Sex sex) => row.Current(sex);

    /// <summary>The status that the total would have, as it is typed; null where it cannot be recorded as it is.</summary>
    internal OutcomeStatus? StatusAsTyped
    {
        get
        {
            var (value, problem) = Input.Read(Sex.Total);
            if (problem is not null || FindingOf(Sex.Total)?.Severity == FindingSeverity.Error)
            {
                return null;
            }

            var outcome = value is null ? null : new PeriodValue(Key.Period, value.Amount);
            return OutcomeAssessment.Of(
                JudgingRule.Of(series.Terms), series.Target, outcome, null, MissingReason.NotReported).Status;
        }
    }

    /// <summary>The value that a typed numerator/denominator comes to; null for a plain number.</summary>
    internal string? Derived(Sex sex) => Input.Read(sex).Value is { Denominator: not null } value ? "= " + Sv.Value(value.Amount, series.Terms) : null;

    /// <summary>The latest outcome before the period.</summary>
    internal PeriodOutcomes? Previous => series.History.LastOrDefault(h => h.Period.End < Key.Period.Start && h.Total is not null);

    /// <summary>The outcome of the same period one measuring back.</summary>
    internal PeriodOutcomes? SamePeriodEarlier => series.History.FirstOrDefault(h => h.Period == Key.Period.Before(series.Frequency) && h.Total is not null);

    private OutcomeInput Input => new(Texts, series.Terms, row, today);

    /// <summary>The user has asked to record the row as it is.</summary>
    internal void Try() => wasTried = true;

    internal void Check() => Findings = IsChanged ? Validator.Findings(Input) : [];

    /// <summary>Takes in what is recorded now, after a recording of one's own or of another.</summary>
    internal void SeeRecorded(OutcomeRow now, bool mine, DateTimeOffset at)
    {
        row = now;
        if (mine)
        {
            StartOver();
            RecordedAt = at;
        }
        else
        {
            RecordedByAnother = true;
        }

        Check();
    }

    /// <summary>Shows what is recorded, with nothing typed.</summary>
    internal void StartOver()
    {
        Texts = RecordedTexts;
        Over = row.Versions;
        Token = null;
        SavedAt = null;
        Theirs = null;
        Problem = null;
        RecordedByAnother = false;
        ShowsComment = false;
        wasTried = false;
        Check();
    }

    /// <summary>Keeps one's own texts over what another has recorded.</summary>
    internal void KeepMineOverRecorded()
    {
        Over = row.Versions;
        RecordedByAnother = false;
        Check();
    }

    /// <summary>Goes on with the other's draft instead of one's own.</summary>
    internal void TakeTheirs()
    {
        if (Theirs is { } theirs)
        {
            (Texts, Over, Token, SavedAt) = (theirs.Texts, theirs.Over, theirs.Token, theirs.SavedAt);
        }

        Theirs = null;
        Check();
    }

    private string Typed(Sex sex) => row.Current(sex)?.Value switch
    {
        null => "",
        { Numerator: { } numerator, Denominator: { } denominator } => $"{Plain(numerator)}/{Plain(denominator)}",
        { Amount: var amount } when series.Terms.IsYesNo => amount == 1 ? "ja" : "nej",
        { Amount: var amount } => Plain(amount),
    };

    private static string Plain(decimal number) => number.ToString("0.######", Sv.Culture);
}
