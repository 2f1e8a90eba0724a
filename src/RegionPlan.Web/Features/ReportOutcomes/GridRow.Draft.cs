using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Reporting;

namespace RegionPlan.Web.Features.ReportOutcomes;

/// <summary>What is kept of the row while it is typed in, and what comes of it when others have been there too.</summary>
public sealed partial class GridRow
{
    private bool isSaving;
    private bool isUnsaved;

    /// <summary>The versions that the texts were typed over.</summary>
    internal RecordedVersions Over { get; private set; }

    internal Guid? Token { get; private set; }

    /// <summary>What the database surely holds of the row: the latest draft that was kept, or else what is handed in or recorded.</summary>
    internal DraftTexts KeptTexts { get; private set; }

    internal DateTimeOffset? SavedAt { get; private set; }

    /// <summary>A save is on its way.</summary>
    internal bool IsSaving
    {
        get => isSaving;
        set => Set(ref isSaving, value);
    }

    /// <summary>The save that is on its way, or else the last one.</summary>
    internal Task Saving { get; set; } = Task.CompletedTask;

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

    internal bool HasConflict => Theirs is not null || WasTaken;

    /// <summary>What is surely kept of a field: the browser keeps what is typed until it is this.</summary>
    internal string Kept(string field) => GridField.Read(field == GridField.Reason && !IsChanged ? Texts : KeptTexts, field) ?? "";

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

    /// <summary>After a return only the named cells are one's own to change.</summary>
    private DraftTexts Allowed(DraftTexts texts) => Source.Standing is { Stage: RowStage.Returned } back
        ? Enum.GetValues<Sex>().Where(sex => !back.ReturnedCells.Contains(sex)).Aggregate(texts, (kept, sex) => kept.With(sex, BaseTexts.For(sex)))
        : texts;

    private void Set(ref bool field, bool value)
    {
        if (field != value)
        {
            field = value;
            Tell();
        }
    }
}
