using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using RegionPlan.Domain;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Access;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports;

/// <summary>Where a section is written: every change is kept as a draft, and saving a version is a deliberate act.</summary>
public sealed partial class SectionEditor
{
    private ClaimsPrincipal principal = new();
    private SectionReading? section;
    private ReportFigures? figures;
    private IReadOnlyList<BoardText> boardTexts = [];
    private IReadOnlyList<ReportSection> versions = [];
    private string text = "";
    private int over;
    private Guid? token;
    private DateTimeOffset? keptAt;
    private bool isUnsaved;
    private Task keeping = Task.CompletedTask;
    private bool isBusy;
    private string? problem;
    private string? refusal;
    private string? told;
    private IReadOnlyList<string> blockProblems = [];
    private SectionDraft? theirs;
    private ReportSection? savedSince;
    private bool hasChosen;

    /// <summary>The follow-up's key.</summary>
    [Parameter, EditorRequired] public required string FollowUpKey { get; set; }

    /// <summary>The body's key.</summary>
    [Parameter, EditorRequired] public required string UnitKey { get; set; }

    /// <summary>The section's key.</summary>
    [Parameter, EditorRequired] public required string SectionKey { get; set; }

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    [Inject] private ReportQuery Query { get; set; } = null!;

    [Inject] private SaveSectionDraft Drafts { get; set; } = null!;

    [Inject] private WriteSection Writer { get; set; } = null!;

    [Inject] private ILogger<SectionEditor> Log { get; set; } = null!;

    private static IEnumerable<(string Name, string Text)> Inserts =>
    [
        ("Rubrik", "## "), ("Lista", "- "), ("Tabell", "| Kolumn | Kolumn |\n|---|---|\n|  |  |\n"),
        .. Enum.GetValues<LiveBlockKind>().Select(k => (ReportWords.Block(k), ReportText.Written(k) + "\n")),
    ];

    private ReportKey Key => new(FollowUpKey, UnitKey);

    private bool HasConflict => theirs is not null || savedSince is not null;

    private string OtherText => theirs?.Text ?? savedSince?.Text ?? "";

    private string Standing => versions.Count > 0 ? versions[0].Text : section!.Template.Start;

    private string Saved => HasConflict ? "Inte sparat: välj text ovanför"
        : isUnsaved || !keeping.IsCompleted ? "Sparar …"
        : told ?? (keptAt is { } at ? $"Utkast sparat {Sv.Time(at)}" : versions.Count > 0 ? $"Version {versions[0].Version} gäller" : "");

    protected override async Task OnInitializedAsync()
    {
        if (Authentication is not null)
        {
            principal = (await Authentication).User;
        }

        await ReadAsync();
        if (section is null)
        {
            refusal = "Avsnittet finns inte längre, eller så skriver du inte rapporten.";
            return;
        }

        over = section.Current?.Version ?? 0;
        text = section.Draft?.Text ?? section.Text;
        (token, keptAt) = (section.Draft?.Token, section.Draft?.SavedAt);
        if (section.Draft is { } draft && draft.OverVersion != over)
        {
            savedSince = section.Current;
        }
    }

    /// <summary>What is shown stays where there is nothing newer to show, so that a refusal never takes the text away.</summary>
    private async Task ReadAsync()
    {
        if (await Query.ReadAsync(principal, Key) is not { MayWrite: true } reading || reading.Find(SectionKey) is not { } found)
        {
            return;
        }

        (section, figures, boardTexts) = (found, reading.Figures, [.. reading.BoardTexts.Where(t => t.Section.Key == SectionKey)]);
        versions = await Query.VersionsAsync(principal, Key, SectionKey);
    }

    private Task InsertAsync(string inserted) => TypeAsync(text.TrimEnd('\n') is { Length: > 0 } before ? $"{before}\n\n{inserted}" : inserted);

    /// <summary>Takes in what is typed and keeps it; while one save is on its way, typing asks for one more after it.</summary>
    private Task TypeAsync(string typed)
    {
        (text, told, problem, isUnsaved) = (typed, null, null, true);
        blockProblems = [];
        return keeping.IsCompleted && !HasConflict ? keeping = KeepAsync() : Task.CompletedTask;
    }

    private async Task KeepAsync()
    {
        try
        {
            while (isUnsaved && !HasConflict)
            {
                isUnsaved = false;
                await KeepAsync(text);
            }
        }
        catch (Exception refused) when (refused is AccessRefused or RuleViolation)
        {
            problem = refused.Message;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LogError(exception, "The draft of {Section} of {FollowUp} for {Unit} was not kept", SectionKey, FollowUpKey, UnitKey);
            problem = "Utkastet kunde inte sparas. Texten står kvar här; försök igen om en stund.";
        }
    }

    private async Task KeepAsync(string now)
    {
        switch (await Drafts.SaveAsync(principal, Key, SectionKey, now == Standing ? null : now, over, token))
        {
            case SectionDraftKept.Kept kept:
                (token, keptAt, hasChosen) = (kept.Token, kept.Token is null ? null : kept.At, false);
                break;
            case SectionDraftKept.TakenByAnother { Saved: { } saved } when saved.Version != over:
                savedSince = saved;
                break;
            case SectionDraftKept.TakenByAnother { Theirs: { } other }:
                theirs = other;
                break;
            case SectionDraftKept.TakenByAnother:
                (token, isUnsaved) = (null, true);
                break;
        }
    }

    private Task KeepMineAsync() => GoOnAsync(text);

    private Task TakeOtherAsync() => GoOnAsync(OtherText);

    /// <summary>Goes on from what was shown, never from what is in the database now: what has been written since is then shown before it is written over.</summary>
    private async Task GoOnAsync(string chosen)
    {
        if (!HasConflict)
        {
            return;
        }

        (over, token) = (savedSince?.Version ?? over, theirs?.Token ?? token);
        (text, theirs, savedSince, hasChosen) = (chosen, null, null, true);
        await ReadAsync();
        await TypeAsync(text);
    }

    private async Task WriteAsync(SectionState state)
    {
        isBusy = true;
        problem = null;
        try
        {
            await keeping;
            var saved = await Writer.WriteAsync(principal, Key, SectionKey, text, state, over, token);
            (over, token, keptAt, text) = (saved.Version, null, null, saved.Text);
            await ReadAsync();
            blockProblems = ReportChecklist.ProblemsOf(saved.Text, figures?.Plan);
            told = $"Version {saved.Version.ToString(Sv.Culture)} är sparad som {ReportWords.State(state).ToLower(Sv.Culture)}";
        }
        catch (Exception refused) when (refused is AccessRefused or RuleViolation)
        {
            problem = refused.Message;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LogError(exception, "{Section} of {FollowUp} for {Unit} was not saved", SectionKey, FollowUpKey, UnitKey);
            problem = "Avsnittet kunde inte sparas. Texten är kvar som utkast; försök igen om en stund.";
        }
        finally
        {
            isBusy = false;
        }
    }
}
