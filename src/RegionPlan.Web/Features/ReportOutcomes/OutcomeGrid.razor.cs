using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Reporting;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.ReportOutcomes;

/// <summary>The grid of one submission: an interactive island where every key press is kept as a draft and handing in is a deliberate act.</summary>
public sealed partial class OutcomeGrid
{
    private ReportSheet? sheet;
    private List<GridRow> rows = [];
    private HashSet<GridRow>? missing;
    private ClaimsPrincipal principal = new();
    private string? refusal;
    private bool isLoaded;

    /// <summary>The follow-up; already checked by the page.</summary>
    [Parameter, EditorRequired] public Guid FollowUpId { get; set; }

    /// <summary>The reporting unit; already checked by the page.</summary>
    [Parameter, EditorRequired] public Guid UnitId { get; set; }

    /// <summary>Something that the toolbar shows has changed.</summary>
    internal event Action? Changed;

    internal IReadOnlyList<GridRow> Rows => rows;

    /// <summary>What the latest submission came to.</summary>
    internal string? Message { get; private set; }

    internal bool IsSubmitting { get; private set; }

    internal bool IsPlanned => sheet?.State == FollowUpState.Planned;

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    [Inject] private SheetReader Query { get; set; } = null!;

    [Inject] private RowHistoryQuery History { get; set; } = null!;

    [Inject] private SaveDraft Drafts { get; set; } = null!;

    [Inject] private SubmitRows Submitter { get; set; } = null!;

    [Inject] private ILogger<OutcomeGrid> Log { get; set; } = null!;

    private ReportScope Scope => new(FollowUpId, UnitId);

    private bool HasRatio => rows.Exists(r => r.Source.IsRatio);

    private IEnumerable<(string Goal, List<GridRow> Rows)> Shown => rows
        .Where(r => missing is null || missing.Contains(r))
        .GroupBy(r => r.Source.Goal).Select(g => (g.Key, g.ToList()));

    /// <summary>Takes in what somebody types in a row and keeps it.</summary>
    internal Task TypeAsync(GridRow row, DraftTexts texts)
    {
        Message = null;
        row.Type(texts);
        return KeepAsync(row);
    }

    internal async Task KeepMineAsync(GridRow row)
    {
        Message = null;
        row.KeepMine();
        await KeepAsync(row);
    }

    internal async Task TakeOtherAsync(GridRow row)
    {
        Message = null;
        if (row.Theirs is not null)
        {
            row.TakeTheirs();
            return;
        }

        await UndoAsync(row);
    }

    internal async Task UndoAsync(GridRow row)
    {
        Message = null;
        row.StartOver();
        await KeepAsync(row);
    }

    /// <summary>Shows what has happened to a row, or hides it.</summary>
    internal async Task ToggleHistoryAsync(GridRow row)
    {
        if (sheet is not null)
        {
            row.ShowHistory(row.History is null ? await History.ReadAsync(sheet, row.Key.Row) : null);
        }
    }

    /// <summary>Hands in every row that is ready, and tells what is left.</summary>
    internal async Task SubmitAsync()
    {
        var sending = rows.Where(r => r.IsToSend).ToList();
        if (IsSubmitting || sheet is null)
        {
            return;
        }

        IsSubmitting = true;
        Message = null;
        Tell();
        try
        {
            while (sending.Exists(r => r.IsSaving))
            {
                await Task.WhenAll(sending.Select(r => r.Saving));
            }

            var typed = sending.ConvertAll(r => r.Try());
            var answers = await Submitter.SubmitAsync(principal, Scope, typed);
            await SeeAsync(sending, typed, answers);
            Message = Told(answers, sending);
        }
        catch (AccessRefused refused)
        {
            Message = refused.Message;
        }
        catch (RuleViolation violation)
        {
            Message = violation.Message;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LogError(exception, "{Rows} rows were not handed in to {FollowUpId}", sending.Count, FollowUpId);
            Message = "Raderna kunde inte skickas in. De är kvar som utkast; försök igen om en stund.";
        }
        finally
        {
            IsSubmitting = false;
            Tell();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        if (Authentication is not null)
        {
            principal = (await Authentication).User;
        }

        try
        {
            sheet = await Query.ReadAsync(principal, Scope);
        }
        catch (AccessRefused refused)
        {
            refusal = refused.Message;
        }

        rows = sheet is null ? [] : [.. sheet.Rows.Select(r => new GridRow(r, sheet))];
        rows.ForEach(r => r.Changed += Tell);
        isLoaded = true;
    }

    private void Tell() => Changed?.Invoke();

    private void Filter(ChangeEventArgs change) => missing = change.Value is true ? [.. rows.Where(r => r.IsMissing)] : null;

    /// <summary>Saves the row's draft; while one save is on its way, typing asks for one more after it.</summary>
    /// <remarks>
    /// A key that finds a save on its way is answered at once: were it to wait, the row would be drawn again when the save is done, over what has
    /// been typed since.
    /// </remarks>
    private Task KeepAsync(GridRow row)
    {
        row.IsUnsaved = true;
        return row.IsSaving || row.Theirs is not null ? Task.CompletedTask : row.Saving = SaveAllAsync(row);
    }

    private async Task SaveAllAsync(GridRow row)
    {
        row.IsSaving = true;
        try
        {
            while (row.IsUnsaved && row.Theirs is null)
            {
                row.IsUnsaved = false;
                await SaveAsync(row);
            }
        }
        catch (AccessRefused refused)
        {
            row.SeeProblem(refused.Message);
        }
        catch (RuleViolation violation)
        {
            row.SeeProblem(violation.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LogError(exception, "The draft of series {SeriesId} for {Period} was not saved", row.Key.SeriesId, row.Key.Period);
            row.SeeProblem("Utkastet kunde inte sparas. Det du skrev står kvar här; skriv vidare eller försök igen om en stund.");
        }
        finally
        {
            row.IsSaving = false;
        }
    }

    private async Task SaveAsync(GridRow row)
    {
        var texts = row.Texts;
        switch (await Drafts.SaveAsync(principal, Scope, row.Key, row.IsChanged ? texts : null, row.Over, row.Token))
        {
            case DraftSaved.Kept kept:
                row.SeeKept(kept, texts);
                if (kept.HandedIn != row.Source.Versions.HandedIn && await Query.SheetAsync(Scope) is { } now)
                {
                    // Somebody else has handed in the row since it was read.
                    See(row, now);
                }

                break;
            case DraftSaved.TakenByAnother taken:
                row.SeeTheirs(taken.Theirs);
                break;
        }
    }

    private static void See(GridRow row, ReportSheet now, DraftTexts? sent = null)
    {
        if (now.Rows.FirstOrDefault(r => r.Key == row.Key) is { } source)
        {
            row.See(source, now, sent);
        }
    }

    /// <summary>Shows what became of each row, and what others have done meanwhile.</summary>
    private async Task SeeAsync(List<GridRow> sent, List<TypedRow> typed, IReadOnlyDictionary<SubmittedRowKey, RowAnswer> answers)
    {
        if (await Query.SheetAsync(Scope) is not { } now)
        {
            return;
        }

        var texts = typed.ToDictionary(t => t.Key, t => t.Texts);
        foreach (var row in rows)
        {
            switch (answers.GetValueOrDefault(row.Key.Row))
            {
                case RowAnswer.HandedIn:
                    See(row, now, texts[row.Key.Row]);
                    break;
                case RowAnswer.TypedByAnother other:
                    row.SeeTheirs(other.Theirs);
                    break;
                case RowAnswer.NotOwed:
                    row.SeeProblem("Enheten redovisar inte längre raden till uppföljningen. Det du skrev är kvar som utkast.");
                    break;
                default:
                    See(row, now);
                    break;
            }
        }

        // What was typed over a row that another handed in is kept, though the draft that it stood in went with their submission.
        foreach (var row in sent.Where(r => r.WasTaken))
        {
            row.KnowDraft(now.Rows.FirstOrDefault(r => r.Key == row.Key)?.Draft?.Token);
            await KeepAsync(row);
        }
    }

    private string Told(IReadOnlyDictionary<SubmittedRowKey, RowAnswer> answers, List<GridRow> sending)
    {
        var done = answers.Values.Count(a => a is RowAnswer.HandedIn);
        var left = sending.Where(r => answers[r.Key.Row] is not RowAnswer.HandedIn).Select(r => r.Source.Code).Distinct().ToList();
        var waits = sheet!.Chain.Count > 0 ? sheet.Chain[0].Name : "";
        var handedIn = done == 0 ? "" : $"{Sv.Count(done, "rad är inskickad", "rader är inskickade")} och väntar på godkännande av {waits}.";
        var rest = left.Count == 0 ? ""
            : $"{Sv.Count(sending.Count - done, "rad är", "rader är")} inte klar{(sending.Count - done == 1 ? "" : "a")}: {string.Join(", ", left.Take(8))}{(left.Count > 8 ? " …" : "")}. Se vad som ska rättas eller förklaras vid raden; inget är förlorat.";
        return (done, left.Count) is (0, 0) ? "Det finns inget nytt att skicka in." : $"{handedIn} {rest}".Trim();
    }
}
