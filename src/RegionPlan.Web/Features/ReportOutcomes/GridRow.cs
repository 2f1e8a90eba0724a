using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Reporting;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.ReportOutcomes;

/// <summary>How a row stands for the one who enters.</summary>
internal enum RowState
{
    /// <summary>Utkast: not handed in.</summary>
    Draft,

    /// <summary>Inskickad: waits for an approval, and is only read.</summary>
    Submitted,

    /// <summary>Tillbakaskickad: the named cells are open.</summary>
    Returned,

    /// <summary>Godkänd: changed only by a rättelse.</summary>
    Approved,

    /// <summary>Låst with its follow-up: changed only by a rättelse.</summary>
    Locked,
}

/// <summary>
/// One row of the grid while it is open: what is typed, what stands in the database, and whether what is typed is kept. Tells when
/// something of it has changed, so that it alone is drawn again.
/// </summary>
public sealed class GridRow
{
    private static readonly OutcomeInputValidator Validator = new();
    private readonly DateOnly today;
    private bool wasTried;
    private bool keepsComment;
    private bool keepsAnalysis;
    private string? leadsTo;
    private bool isCorrecting;
    private bool isSaving;
    private bool isUnsaved;

    internal GridRow(ReportedRow source, ReportSheet sheet)
    {
        Source = source;
        Sheet = sheet;
        today = sheet.Today;
        Texts = KeptTexts = BaseTexts;
        Begin();
    }

    private bool IsLocked => Sheet.State == FollowUpState.Locked;

    /// <summary>Something of the row has changed.</summary>
    internal event Action? Changed;

    /// <summary>Counts the changes, so that the row is drawn again only when there is something new to draw.</summary>
    internal int Revision { get; private set; }

    /// <summary>The sheet that it stands on.</summary>
    internal ReportSheet Sheet { get; private set; }

    internal ReportedRow Source { get; private set; }

    internal RowKey Key => Source.Key;

    /// <summary>What is typed.</summary>
    internal DraftTexts Texts { get; private set; }

    /// <summary>What the row's fields hold: what is typed, or what stands in the database where nothing can be.</summary>
    internal DraftTexts Shown => IsOpen || WasTaken ? Texts : BaseTexts;

    /// <summary>The versions that the texts were typed over.</summary>
    internal RecordedVersions Over { get; private set; }

    internal Guid? Token { get; private set; }

    /// <summary>What the database surely holds of the row: the latest draft that was kept, or else what is handed in or recorded.</summary>
    internal DraftTexts KeptTexts { get; private set; }

    /// <summary>Counts how often what was typed was replaced by something else, so that the browser stops keeping it.</summary>
    internal int Epoch { get; private set; }

    internal DateTimeOffset? SavedAt { get; private set; }

    /// <summary>A save is on its way.</summary>
    internal bool IsSaving
    {
        get => isSaving;
        set => Set(ref isSaving, value);
    }

    /// <summary>Typed since the last save began.</summary>
    internal bool IsUnsaved
    {
        get => isUnsaved;
        set => Set(ref isUnsaved, value);
    }

    /// <summary>Why the last save or submission did not go through.</summary>
    internal string? Problem { get; private set; }

    /// <summary>Another user's draft of the same row, to choose between.</summary>
    internal OutcomeDraft? Theirs { get; private set; }

    /// <summary>The row was handed in or recorded by another since it was typed.</summary>
    internal bool WasTaken { get; private set; }

    /// <summary>The row's texts beside the figures have been asked for.</summary>
    internal bool IsOpened { get; private set; }

    /// <summary>What has happened to the row, once asked for.</summary>
    internal IReadOnlyList<RowEvent>? History { get; private set; }

    internal IReadOnlyList<Finding> Findings { get; private set; } = [];

    internal RowState State => Source.Standing?.Stage switch
    {
        RowStage.Submitted => RowState.Submitted,
        RowStage.Returned => RowState.Returned,
        RowStage.Approved => IsLocked ? RowState.Locked : RowState.Approved,
        null => IsLocked ? RowState.Locked : RowState.Draft,
    };

    /// <summary>Whether anything of the row can be changed now.</summary>
    internal bool IsOpen => State switch
    {
        RowState.Draft or RowState.Returned => true,
        RowState.Submitted => false,
        RowState.Approved or RowState.Locked => isCorrecting,
    };

    /// <summary>Whether a rättelse can be begun.</summary>
    internal bool MayCorrect => State is RowState.Approved or RowState.Locked && !isCorrecting;

    internal bool IsCorrecting => isCorrecting;

    internal bool HasConflict => Theirs is not null || WasTaken;

    /// <summary>Something is typed that is not handed in.</summary>
    internal bool IsChanged => (Texts with { Reason = "" }) != BaseTexts;

    /// <summary>Typed, open and with nothing to choose between: handed in when the user asks for it.</summary>
    internal bool IsToSend => IsChanged && IsOpen && !HasConflict;

    internal bool IsReady => IsToSend && Findings.Count == 0;

    internal bool NeedsReason => IsOpen && (isCorrecting
        || (IsChanged && Enum.GetValues<Sex>().Any(sex => Source.Recorded.Current(sex)?.Value is not null && Texts.For(sex) != BaseTexts.For(sex))));

    /// <summary>Said once the user has tried to hand in.</summary>
    internal string? ReasonMissing => wasTried ? MessageOf(FindingSeverity.NeedsReason) : null;

    /// <summary>Whether what is told beside the figures is shown.</summary>
    internal bool ShowsExtras => HasConflict || Problem is not null || History is not null || IsOpened || State == RowState.Returned
        || (IsOpen && (IsChanged || isCorrecting)) || (!IsOpen && IsChanged);

    internal bool WantsComment => IsOpened || keepsComment || Texts.Comment.Length > 0 || MessageOf(FindingSeverity.NeedsComment) is not null;

    internal bool WantsAnalysis => IsOpened || keepsAnalysis || Texts.Analysis.Length > 0 || Texts.Action.Length > 0
        || MessageOf(FindingSeverity.NeedsAnalysis) is not null;

    internal bool WantsForecast => Source.Demands.IsForecast || Texts.Forecast.Length > 0 || (IsOpened && Sheet.FollowUp.Terms.AsksForForecast);

    /// <summary>Nothing at all has been told of the row.</summary>
    internal bool IsMissing => Source.Standing is null && Source.Recorded.Current(Sex.Total)?.Value is null && !IsChanged;

    /// <summary>What stands in the database, as it would be typed.</summary>
    internal DraftTexts BaseTexts => Source.StandingTexts;

    /// <summary>The status that the total would have, as it is typed; null where it cannot be handed in as it is.</summary>
    internal OutcomeStatus? StatusAsTyped
    {
        get
        {
            var (value, problem) = Input.Read(Sex.Total);
            if (problem is not null || FindingsOf(Sex.Total).Any(f => f.Severity == FindingSeverity.Error))
            {
                return null;
            }

            var outcome = value is null ? null : new PeriodValue(Key.Period, value.Amount);
            return OutcomeAssessment.Of(
                JudgingRule.Of(Source.Terms), Source.Demands.Target, outcome, null, MissingReason.NotReported).Status;
        }
    }

    private OutcomeInput Input => new(Texts, Source.Terms, Source.Recorded, today, Source.Demands);

    internal string FieldId(string what) => $"{Source.RowId}-{what}";

    internal string CellId(Sex sex) => $"{Source.RowId}-{sex}".ToLowerInvariant();

    /// <summary>Whether a cell can be typed in.</summary>
    internal bool IsCellOpen(Sex sex) => WasTaken || (IsOpen && Source.Standing switch
    {
        { Stage: RowStage.Returned } back => back.ReturnedCells.Contains(sex),
        _ => true,
    });

    internal IEnumerable<Finding> FindingsOf(Sex sex) => IsToSend ? Findings.Where(f => f.Cell == sex && f.Severity != FindingSeverity.NeedsReason) : [];

    /// <summary>What is said of the field that a kind of finding asks for.</summary>
    internal string? MessageOf(FindingSeverity severity)
    {
        var told = (IsToSend ? Findings : []).Where(f => f.Severity == severity)
            .Select(f => f.Cell is { } sex and not Sex.Total ? $"{Sv.Capital(Sv.Sex(sex))}: {f.Message}" : f.Message).Distinct().ToList();
        return told.Count == 0 ? null : string.Join(" ", told);
    }

    /// <summary>The value that a typed numerator/denominator comes to; null for a plain number.</summary>
    internal string? Derived(Sex sex) => Input.Read(sex).Value is { Denominator: not null } value ? "= " + Sv.Value(value.Amount, Source.Terms) : null;

    /// <summary>A part of a ratio as it is typed; empty where the total is no ratio.</summary>
    internal string Part(bool isAbove) => GridField.Part(Shown, isAbove);

    /// <summary>The texts with one part of the total's ratio changed.</summary>
    internal DraftTexts WithPart(bool isAbove, string text) => GridField.WithPart(Texts, isAbove, text);

    /// <summary>What is surely kept of a field: the browser keeps what is typed until it is this.</summary>
    internal string Kept(string field) => GridField.Read(field == GridField.Reason && !IsChanged ? Texts : KeptTexts, field) ?? "";

    /// <summary>Whether a field can be typed in.</summary>
    internal bool IsFieldOpen(string field) => field switch
    {
        GridField.Numerator or GridField.Denominator => Source.IsRatio && IsCellOpen(Sex.Total),
        _ when GridField.SexOf(field) is { } sex => (sex == Sex.Total || Source.IsSplit) && IsCellOpen(sex),
        _ => IsOpen || WasTaken,
    };

    /// <summary>Takes in what somebody types.</summary>
    internal void Type(DraftTexts texts)
    {
        // A text that is emptied to be written anew keeps its field.
        keepsComment |= texts.Comment != Texts.Comment;
        keepsAnalysis |= texts.Analysis != Texts.Analysis || texts.Action != Texts.Action;
        Texts = texts;
        Check();
    }

    /// <summary>The user has asked to hand in the row as it is.</summary>
    internal TypedRow Try()
    {
        wasTried = true;
        Tell();
        return new(Key.Row, Texts, Over, Token);
    }

    /// <summary>The draft was kept.</summary>
    internal void SeeKept(DraftSaved.Kept kept, DraftTexts texts)
    {
        KeptTexts = texts;
        (Token, SavedAt, Problem) = (kept.Token, kept.At, null);
        Tell();
    }

    /// <summary>Somebody else has typed in the row.</summary>
    internal void SeeTheirs(OutcomeDraft theirs)
    {
        Theirs = theirs;
        Tell();
    }

    /// <summary>Which draft is now known of; null for none.</summary>
    internal void KnowDraft(Guid? known) => Token = known;

    internal void SeeProblem(string problem)
    {
        Problem = problem;
        Tell();
    }

    /// <summary>Takes in the row as it is now, after one's own submission or another's.</summary>
    /// <param name="now">The row as it is in the database.</param>
    /// <param name="sheet">The sheet that it stands on now.</param>
    /// <param name="sent">What one has handed in oneself; null where one has not.</param>
    internal void See(ReportedRow now, ReportSheet sheet, DraftTexts? sent = null)
    {
        var (typed, wasChanged, wasOver) = (Texts, IsChanged, Over);
        var isSame = now.Versions == Source.Versions && now.Standing?.Stage == Source.Standing?.Stage && now.Draft?.Token == Source.Draft?.Token;
        var wasOpen = IsOpen;
        (Source, Sheet) = (now, sheet);
        if (wasOpen && wasChanged && State == RowState.Locked)
        {
            // Locked while it was typed in: what is typed stays open, as a rättelse that needs a reason.
            isCorrecting = true;
        }

        if (sent is not null && sent != typed)
        {
            // Typed on while it was handed in: kept, and told.
            Begin();
            (Texts, Over, WasTaken) = (typed, wasOver, true);
            Check();
        }
        else if (sent is not null || (!wasChanged && !isSame))
        {
            Begin();
        }
        else
        {
            WasTaken = wasChanged && now.Versions != Over;
            Check();
        }
    }

    /// <summary>Shows what stands in the database, with nothing typed.</summary>
    internal void StartOver()
    {
        Texts = BaseTexts;
        Epoch++;
        Over = Source.Versions;
        (SavedAt, Theirs, Problem, WasTaken, IsOpened) = (null, null, null, false, false);
        wasTried = isCorrecting = keepsComment = keepsAnalysis = false;
        Check();
    }

    /// <summary>Keeps one's own texts: over what another has handed in or recorded, or over another's draft.</summary>
    internal void KeepMine()
    {
        Token = Theirs?.Token ?? Token;
        Theirs = null;
        Over = Source.Versions;
        WasTaken = false;
        isCorrecting = State is RowState.Approved or RowState.Locked;
        Texts = Allowed(Texts);
        Check();
    }

    /// <summary>Goes on with the other's draft instead of one's own.</summary>
    internal void TakeTheirs()
    {
        if (Theirs is { } theirs)
        {
            (Texts, Over, Token, SavedAt) = (theirs.Texts, theirs.Over, theirs.Token, theirs.SavedAt);
            KeptTexts = Texts;
            Epoch++;
        }

        Theirs = null;
        Check();
    }

    /// <summary>Opens what is approved or locked for a change with a reason.</summary>
    internal void BeginCorrection()
    {
        isCorrecting = true;
        leadsTo = FieldId("skal");
        Check();
    }

    /// <summary>Shows what can be told beside the figures, and leads to the comment.</summary>
    internal void Open()
    {
        IsOpened = true;
        leadsTo = FieldId("kommentar");
        Tell();
    }

    /// <summary>The field that somebody is to be led to now that it is drawn; asked once.</summary>
    internal string? TakeLead()
    {
        var id = leadsTo;
        leadsTo = null;
        return id;
    }

    /// <summary>Shows what has happened to the row; null hides it.</summary>
    internal void ShowHistory(IReadOnlyList<RowEvent>? history)
    {
        History = history;
        Tell();
    }

    /// <summary>After a return only the named cells are one's own to change.</summary>
    private DraftTexts Allowed(DraftTexts texts) => Source.Standing is { Stage: RowStage.Returned } back
        ? Enum.GetValues<Sex>().Where(sex => !back.ReturnedCells.Contains(sex)).Aggregate(texts, (kept, sex) => kept.With(sex, BaseTexts.For(sex)))
        : texts;

    /// <summary>Begins with the draft there is, or with what stands in the database.</summary>
    private void Begin()
    {
        StartOver();
        KeptTexts = Texts;
        Token = Source.Draft?.Token;
        if (Source.Draft is { } draft)
        {
            (Texts, Over, SavedAt) = (Allowed(draft.Texts), draft.Over, draft.SavedAt);
            KeptTexts = Texts;
            isCorrecting = State is RowState.Approved or RowState.Locked;
            WasTaken = IsChanged && Over != Source.Versions;
        }

        Check();
    }

    private void Check()
    {
        Findings = IsChanged && IsOpen ? Validator.Findings(Input) : [];
        Tell();
    }

    private void Set(ref bool field, bool value)
    {
        if (field != value)
        {
            field = value;
            Tell();
        }
    }

    private void Tell()
    {
        Revision++;
        Changed?.Invoke();
    }
}
