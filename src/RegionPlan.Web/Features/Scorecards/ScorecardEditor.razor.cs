using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using RegionPlan.Domain;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>The editor of a styrkort: an interactive island where every change is kept as a draft and deciding is a deliberate act.</summary>
public sealed partial class ScorecardEditor
{
    internal const string UndoId = "angra";

    private EditState? state;
    private EditSteps steps = new(ScorecardContent.Empty);
    private ScorecardContent saved = ScorecardContent.Empty;
    private ClaimsPrincipal principal = new();
    private IReadOnlyList<ScorecardFinding> findings = [];
    private Guid? token;
    private int overVersion;
    private DateTimeOffset? savedAt;
    private ScorecardDraft? clash;
    private IReadOnlyList<Guid> clashes = [];
    private int? decidedSince;
    private string? problem;
    private string? told;
    private string? decisionError;
    private string? focus;
    private Guid? picking;
    private Guid? dragged;
    private Guid? dragOver;
    private bool isBeginning;
    private bool isChecked;
    private bool isSaving;
    private bool isUnsaved;

    /// <summary>The unit's key; already checked by the page.</summary>
    [Parameter, EditorRequired] public required string Unit { get; set; }

    [Parameter, EditorRequired] public required int Year { get; set; }

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    [Inject] private EditQuery Query { get; set; } = null!;

    [Inject] private SaveScorecardDraft Drafts { get; set; } = null!;

    [Inject] private DecideScorecard Decider { get; set; } = null!;

    [Inject] private DefineOwnMeasure Definer { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    [Inject] private ILogger<ScorecardEditor> Log { get; set; } = null!;

    private ScorecardKey Key => new(Unit, Year);

    private ScorecardContent Content => steps.Content;

    private bool IsSaved => !isUnsaved && !isSaving && problem is null && clash is null && decidedSince is null;

    private string SaveState =>
        problem is not null || clash is not null || decidedSince is not null ? "Allt är inte sparat. Se meddelandet ovan."
        : isSaving || isUnsaved ? "Sparar utkast …"
        : savedAt is { } at ? $"Utkast sparat {Sv.Time(at)}"
        : "Inget osparat";

    private IEnumerable<string> ClashNames => clashes.Select(id =>
        Content.Goal(id)?.Name is { Length: > 0 } name ? $"målet ”{name}”"
        : state!.Reading.Perspectives.FirstOrDefault(p => p.Id == id) is { } perspective ? $"texten till {perspective.Name}"
        : "ett mål");

    protected override async Task OnInitializedAsync()
    {
        if (Authentication is not null)
        {
            principal = (await Authentication).User;
        }

        try
        {
            state = await Query.ReadAsync(principal, Key);
        }
        catch (Exception refused) when (refused is AccessRefused or RuleViolation)
        {
            problem = refused.Message;
            return;
        }

        Start();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focus is { } id)
        {
            focus = null;
            await Script.InvokeVoidAsync("rpFocus", id);
        }
    }

    private void Start()
    {
        isBeginning = state!.Draft is null && state.Decided is null;
        saved = state.Draft?.Content ?? state.Decided?.Content ?? ScorecardContent.Empty;
        steps = new(saved);
        (token, savedAt) = (state.Draft?.Token, state.Draft?.SavedAt);
        overVersion = state.Draft?.OverVersion ?? state.Version;
        decidedSince = overVersion == state.Version ? null : state.Version;
    }

    private Task BeginAsync(Beginning beginning)
    {
        isBeginning = false;
        return DoAsync(beginning.Content);
    }

    private Task DoAsync(ScorecardContent content, string? field = null)
    {
        steps.Do(content, field);
        told = null;
        return SeenAsync();
    }

    private Task UndoAsync()
    {
        steps.Undo();
        told = "Ångrade det senaste.";
        return SeenAsync();
    }

    private Task RedoAsync()
    {
        steps.Redo();
        told = "Gjorde om.";
        return SeenAsync();
    }

    private Task ChangeAsync(GoalChange change)
    {
        var done = DoAsync(Content.With(change.Goal), change.Field);
        (focus, told) = (change.Focus ?? focus, change.Told ?? told);
        return done;
    }

    private Task AddAsync(ScorecardGoal goal)
    {
        var done = DoAsync(Content.With(goal));
        (focus, picking) = ($"namn-{goal.Id}", null);
        return done;
    }

    private Task MoveAsync(ScorecardGoal goal, int by)
    {
        var done = DoAsync(Content.MoveGoal(goal.Id, by));
        var beside = Content.Goals.Where(g => g.PerspectiveId == goal.PerspectiveId).ToList();
        focus = $"flytta-{goal.Id}{(by < 0 ? "-upp" : "-ned")}";
        told = $"Målet ligger nu på plats {beside.FindIndex(g => g.Id == goal.Id) + 1} av {beside.Count}.";
        return done;
    }

    private Task RemoveAsync(ScorecardGoal goal)
    {
        var done = DoAsync(Content.Without(goal.Id));
        (focus, told) = (UndoId, $"Målet {goal.Name} är borttaget. Ångra om det blev fel.");
        return done;
    }

    private void EndDrag() => (dragged, dragOver) = (null, null);

    private Task DropAsync(Guid onto)
    {
        var (moved, target) = (dragged is { } id ? Content.Goal(id) : null, Content.Goal(onto));
        EndDrag();
        if (moved is null || target is null || moved.Id == target.Id)
        {
            return Task.CompletedTask;
        }

        var content = Content.With(moved with { PerspectiveId = target.PerspectiveId });
        var beside = content.Goals.Where(g => g.PerspectiveId == target.PerspectiveId).Select(g => g.Id).ToList();
        return DoAsync(content.MoveGoal(moved.Id, beside.IndexOf(target.Id) - beside.IndexOf(moved.Id)));
    }

    private IEnumerable<(string From, GoalAbove Goal)> FromAbove(Guid perspectiveId) =>
        state!.Above.Sources.SelectMany(s => s.Goals.Where(g => g.PerspectiveId == perspectiveId), (s, g) => (s.From, g));

    /// <summary>Throws the draft away and goes back to what is decided; the steps remember it while the page is open.</summary>
    private Task DiscardAsync()
    {
        var done = DoAsync(state!.Decided?.Content ?? ScorecardContent.Empty);
        (focus, told) = (UndoId, "Utkastet är tömt. Ångra om det blev fel.");
        isBeginning = state.Decided is null && state.Beginnings.Count > 0;
        return done;
    }

    private async Task<FollowedSeries?> DefineAsync(MeasureTerms terms)
    {
        try
        {
            var series = await Definer.DefineAsync(principal, Key, terms);
            state = state! with { Reading = state.Reading with { Series = new Dictionary<Guid, FollowedSeries>(state.Reading.Series) { [series.Series.Id] = series } } };
            return series;
        }
        catch (Exception refused) when (refused is AccessRefused or RuleViolation)
        {
            told = refused.Message;
            return null;
        }
    }

    private Task CheckAsync()
    {
        isChecked = true;
        findings = state!.Check(Content);
        told = findings.Count == 0 ? "Styrkortet är klart att besluta." : $"{Sv.Count(findings.Count, "sak", "saker")} att rätta.";
        return Task.CompletedTask;
    }

    private async Task DecideAsync(DecisionForm form)
    {
        decisionError = null;
        await CheckAsync();
        if (findings.Count > 0 || !IsSaved)
        {
            return;
        }

        try
        {
            switch (await Decider.DecideAsync(principal, Key, token, form.Decision, form.Why))
            {
                case ScorecardDecided.Done:
                    Navigation.NavigateTo($"/styrkort/{Unit}?ar={Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}", forceLoad: true);
                    break;
                case ScorecardDecided.NotYet notYet:
                    findings = notYet.Findings;
                    break;
                case ScorecardDecided.ChangedByAnother:
                    decisionError = "Någon annan har ändrat styrkortet sedan du öppnade sidan. Läs igenom det igen och besluta sedan.";
                    await ReloadAsync();
                    break;
            }
        }
        catch (Exception refused) when (refused is AccessRefused or RuleViolation)
        {
            decisionError = refused.Message;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LogError(exception, "The styrkort of {Unit} for {Year} was not decided", Unit, Year);
            decisionError = "Styrkortet kunde inte beslutas. Utkastet är sparat; försök igen om en stund.";
        }
    }

    private async Task ReloadAsync()
    {
        state = await Query.ReadAsync(principal, Key);
        Start();
    }
}
