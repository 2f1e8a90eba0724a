using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Reporting;

namespace RegionPlan.Web.Features.ReportOutcomes;

/// <summary>
/// One row of the grid while it is open: what is typed, what stands in the database, and whether what is typed is kept. Tells when
/// something of it has changed, so that it alone is drawn again.
/// </summary>
public sealed partial class GridRow
{
    private static readonly OutcomeInputValidator Validator = new();
    private readonly DateOnly today;
    private bool isCorrecting;

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

    /// <summary>Counts how often what was typed was replaced by something else, so that the browser stops keeping it.</summary>
    internal int Epoch { get; private set; }

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

    /// <summary>Something is typed that is not handed in.</summary>
    internal bool IsChanged => (Texts with { Reason = "" }) != BaseTexts;

    /// <summary>Typed, open and with nothing to choose between: handed in when the user asks for it.</summary>
    internal bool IsToSend => IsChanged && IsOpen && !HasConflict;

    internal bool IsReady => IsToSend && Findings.Count == 0;

    /// <summary>Nothing at all has been told of the row.</summary>
    internal bool IsMissing => Source.Standing is null && Source.Recorded.Current(Sex.Total)?.Value is null && !IsChanged;

    /// <summary>What stands in the database, as it would be typed.</summary>
    internal DraftTexts BaseTexts => Source.StandingTexts;

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

    /// <summary>Opens what is approved or locked for a change with a reason.</summary>
    internal void BeginCorrection()
    {
        isCorrecting = true;
        leadsTo = FieldId("skal");
        Check();
    }

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

    private void Tell()
    {
        Revision++;
        Changed?.Invoke();
    }
}
