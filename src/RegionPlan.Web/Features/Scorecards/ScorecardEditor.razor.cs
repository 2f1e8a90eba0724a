using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using RegionPlan.Domain;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Plans;
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
    private string? company;
    private string? decisionError;
    private string? focus;
    private Guid? picking;
    private Guid? dragged;
    private Guid? dragOver;
    private bool isBegunEmpty;
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

    private bool IsBeginning => state!.Decided is null && Content.IsEmpty && !isBegunEmpty;

    private bool IsAsDecided => Content.SaysTheSameAs(state!.Decided?.Content ?? ScorecardContent.Empty);

    private bool IsSaved => !isUnsaved && !isSaving && problem is null && clash is null && decidedSince is null;

    private string SaveState =>
        problem is not null || clash is not null || decidedSince is not null ? "Allt är inte sparat. Se meddelandet ovan."
        : isSaving || isUnsaved ? "Sparar utkast …"
        : savedAt is { } at ? $"Utkast sparat {Sv.Time(at)}"
        : IsBeginning ? "Inget är sparat än" : "Inget är ändrat";

    private string Here => $"/styrkort/{Unit}/redigera?ar={Year.ToString(CultureInfo.InvariantCulture)}";

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
        saved = state!.Draft?.Content ?? state.Decided?.Content ?? ScorecardContent.Empty;
        steps = new(saved);
        FoldLong();
        (token, savedAt) = (state.Draft?.Token, state.Draft?.SavedAt);
        overVersion = state.Draft?.OverVersion ?? state.Version;
        decidedSince = overVersion == state.Version ? null : state.Version;
    }

    private Task BeginAsync(Beginning beginning)
    {
        isBegunEmpty = beginning.Content.IsEmpty;
        var done = DoAsync(beginning.Content);
        FoldLong();
        focus = state!.Reading.Perspectives.Count > 0 ? PlaceOf(state.Reading.Perspectives[0]) : null;
        return done;
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
        var done = DoAsync(Content.With(change.Make(Content.Goal(change.Shown.Id) ?? change.Shown)), change.Field);
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

        told = $"Målet {moved.Name} är flyttat.";
        var content = Content.With(moved with { PerspectiveId = target.PerspectiveId });
        var beside = content.Goals.Where(g => g.PerspectiveId == target.PerspectiveId).Select(g => g.Id).ToList();
        return DoAsync(content.MoveGoal(moved.Id, beside.IndexOf(target.Id) - beside.IndexOf(moved.Id)));
    }

    private IEnumerable<(string From, GoalAbove Goal)> FromAbove(Guid perspectiveId) =>
        state!.Above.Sources.SelectMany(s => s.Goals.Where(g => g.PerspectiveId == perspectiveId), (s, g) => (s.From, g));

    private static string PlaceOf(Perspective perspective) => $"omrade-{perspective.Order}";

    /// <summary>Throws the draft away and goes back to what is decided; the steps remember it while the page is open.</summary>
    private Task DiscardAsync()
    {
        var done = DoAsync(state!.Decided?.Content ?? ScorecardContent.Empty);
        isBegunEmpty = false;
        (focus, told) = (UndoId, state.Decided is null ? "Utkastet är borta. Ångra om det blev fel." : "Här står nu det beslutade. Ångra om det blev fel.");
        return done;
    }

    private async Task<FollowedSeries> DefineAsync(MeasureTerms terms)
    {
        var series = await Definer.DefineAsync(principal, Key, terms);
        state = state! with { Reading = state.Reading with { Series = new Dictionary<Guid, FollowedSeries>(state.Reading.Series) { [series.Series.Id] = series } } };
        return series;
    }

    private Task CheckAsync()
    {
        isChecked = true;
        findings = state!.Check(Content);
        told = null;
        focus = DecisionPanel.AnswerId;
        return Task.CompletedTask;
    }

    private async Task DecideAsync(DecisionForm form)
    {
        decisionError = null;
        await CheckAsync();
        if (findings.Count > 0)
        {
            return;
        }

        if (!IsSaved)
        {
            decisionError = "Allt är inte sparat än. Vänta tills det står Utkast sparat och besluta sedan.";
            return;
        }

        try
        {
            switch (await Decider.DecideAsync(principal, Key, token, form.Decision, form.Why))
            {
                case ScorecardDecided.Done:
                    Navigation.NavigateTo($"/styrkort/{Unit}?ar={Year.ToString(CultureInfo.InvariantCulture)}", forceLoad: true);
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
        findings = state.Check(Content);
    }
}
