using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using RegionPlan.Domain;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.RecordOutcomes;

/// <summary>The entry grid: an interactive island where every key press is kept as a draft and recording is a deliberate act.</summary>
public sealed partial class OutcomeGrid
{
    private List<(string Goal, List<GridRow> Rows)> goals = [];
    private ClaimsPrincipal principal = new();
    private string unitName = "";
    private string? message;
    private string? focus;
    private bool isLoaded;
    private bool isRecording;

    /// <summary>The period as text; already checked by the page.</summary>
    [Parameter, EditorRequired] public required string PeriodText { get; set; }

    /// <summary>The key of the unit whose own figures are recorded; null for the region's, which the user's units answer for.</summary>
    [Parameter] public string? UnitKey { get; set; }

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    [Inject] private RecordQuery Query { get; set; } = null!;

    [Inject] private SaveDraft Drafts { get; set; } = null!;

    [Inject] private RecordOutcome Recorder { get; set; } = null!;

    [Inject] private PlanReader Plans { get; set; } = null!;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private ILogger<OutcomeGrid> Log { get; set; } = null!;

    private IEnumerable<GridRow> Rows => goals.SelectMany(g => g.Rows);

    private int Changed => Rows.Count(r => r.IsChanged);

    private string SaveState =>
        Rows.Any(r => r.Problem is not null) ? "Allt är inte sparat. Se de markerade raderna."
        : Rows.Any(r => r.IsSaving || r.IsUnsaved) ? "Sparar utkast …"
        : Rows.Where(r => r.IsChanged).Max(r => r.SavedAt) is { } at ? $"Utkast sparat {Sv.Time(at)}"
        : "Inget osparat";

    protected override async Task OnInitializedAsync()
    {
        if (Authentication is not null)
        {
            principal = (await Authentication).User;
        }

        var period = Period.Parse(PeriodText);
        var rows = await Query.ReadAsync(principal, period, UnitKey);
        unitName = rows.UnitName;
        goals = [.. rows.Goals.Select(g => (g.Goal, g.Rows.Select(r => new GridRow(r, period, Plans.Today)).ToList()))];
        isLoaded = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focus is { } id)
        {
            focus = null;
            await Script.InvokeVoidAsync("rpFocus", id);
        }
    }

    private void Comment(GridRow row)
    {
        row.ShowsComment = true;
        focus = row.CommentId;
    }

    private Task TypeAsync(GridRow row, Sex sex, string? text) => ChangeAsync(row, row.Texts.With(sex, text ?? ""));

    private Task ChangeAsync(GridRow row, DraftTexts texts)
    {
        // A comment that is emptied to be written anew keeps its field.
        row.ShowsComment |= texts.Comment != row.Texts.Comment;
        row.Texts = texts;
        message = null;
        row.Check();
        return KeepAsync(row);
    }

    /// <summary>Saves the row's draft; while one save is on its way, typing asks for one more after it.</summary>
    private async Task KeepAsync(GridRow row)
    {
        row.IsUnsaved = true;
        if (row.IsSaving || row.Theirs is not null)
        {
            return;
        }

        row.IsSaving = true;
        try
        {
            while (row.IsUnsaved)
            {
                row.IsUnsaved = false;
                var texts = row.IsChanged ? row.Texts : null;
                switch (await Drafts.SaveAsync(principal, row.Key, texts, row.Over, row.Token))
                {
                    case DraftSaved.Kept kept:
                        (row.Token, row.SavedAt, row.Problem) = (kept.Token, kept.At, null);
                        break;
                    case DraftSaved.TakenByAnother taken:
                        row.Theirs = taken.Theirs;
                        break;
                }
            }
        }
        catch (AccessRefused refused)
        {
            row.Problem = refused.Message;
        }
        catch (RuleViolation violation)
        {
            row.Problem = violation.Message;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LogError(exception, "The draft of series {SeriesId} for {Period} was not saved", row.Key.SeriesId, row.Key.Period);
            row.Problem = "Utkastet kunde inte sparas. Det du skrev står kvar här; skriv vidare eller försök igen om en stund.";
        }
        finally
        {
            row.IsSaving = false;
        }
    }

    private async Task RecordAllAsync()
    {
        isRecording = true;
        var (recorded, left) = (0, 0);
        foreach (var row in Rows.Where(r => r.IsChanged).ToList())
        {
            if (row.HasConflict || !await RecordAsync(row))
            {
                left++;
            }
            else
            {
                recorded++;
            }
        }

        isRecording = false;
        message = (recorded, left) switch
        {
            (0, 0) => "Det finns inget nytt att registrera.",
            (_, 0) => $"{Sv.Count(recorded, "rad är registrerad", "rader är registrerade")} och syns nu för alla.",
            (0, _) => $"{Sv.Count(left, "rad behöver rättas eller förklaras", "rader behöver rättas eller förklaras")} innan den kan registreras. Inget är förlorat.",
            _ => $"{Sv.Count(recorded, "rad är registrerad", "rader är registrerade")}. {Sv.Count(left, "rad behöver", "rader behöver")} rättas eller förklaras först.",
        };
    }

    private async Task<bool> RecordAsync(GridRow row)
    {
        row.Try();
        try
        {
            switch (await Recorder.RecordAsync(principal, row.Key, row.Texts, row.Over, row.Token))
            {
                case RowRecorded.Done done:
                    row.SeeRecorded(done.Row, mine: true, Clock.GetUtcNow());
                    return true;
                case RowRecorded.TakenByAnother taken:
                    row.SeeRecorded(taken.Row, mine: false, Clock.GetUtcNow());
                    return false;
                case RowRecorded.TypedByAnother typed:
                    row.Theirs = typed.Theirs;
                    return false;
                default:
                    row.Check();
                    return false;
            }
        }
        catch (AccessRefused refused)
        {
            row.Problem = refused.Message;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LogError(exception, "Series {SeriesId} was not recorded for {Period}", row.Key.SeriesId, row.Key.Period);
            row.Problem = "Värdet kunde inte registreras. Det är kvar som utkast; försök igen om en stund.";
        }

        return false;
    }

    private async Task KeepMineAsync(GridRow row)
    {
        message = null;
        if (row.Theirs is { } theirs)
        {
            row.Token = theirs.Token;
            row.Theirs = null;
        }

        row.KeepMineOverRecorded();
        await KeepAsync(row);
    }

    private async Task TakeOtherAsync(GridRow row)
    {
        message = null;
        if (row.Theirs is not null)
        {
            row.TakeTheirs();
            return;
        }

        await UndoAsync(row);
    }

    private async Task UndoAsync(GridRow row)
    {
        message = null;
        var token = row.Token;
        row.StartOver();
        row.Token = token;
        await KeepAsync(row);
    }
}
