using RegionPlan.Domain;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>How the editor keeps what is written, also when somebody else writes at the same time.</summary>
public sealed partial class ScorecardEditor
{
    /// <summary>A change has been made: looks it over where the user has asked for it, and keeps it.</summary>
    private Task SeenAsync()
    {
        if (isChecked)
        {
            findings = state!.Check(Content);
        }

        return KeepAsync();
    }

    /// <summary>Saves the draft; while one save is on its way, a change asks for one more after it.</summary>
    private async Task KeepAsync()
    {
        isUnsaved = true;
        if (isSaving || clash is not null || decidedSince is not null)
        {
            return;
        }

        isSaving = true;
        try
        {
            while (isUnsaved && clash is null && decidedSince is null)
            {
                isUnsaved = false;
                await SaveAsync(Content);
            }
        }
        catch (Exception refused) when (refused is AccessRefused or RuleViolation)
        {
            problem = refused.Message;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LogError(exception, "The draft of the styrkort of {Unit} for {Year} was not saved", Unit, Year);
            problem = "Utkastet kunde inte sparas. Det du skrev står kvar här; försök igen om en stund.";
        }
        finally
        {
            isSaving = false;
        }
    }

    private async Task SaveAsync(ScorecardContent content)
    {
        var isAsDecided = content.SaysTheSameAs(state!.Decided?.Content ?? ScorecardContent.Empty);
        switch (await Drafts.SaveAsync(principal, Key, isAsDecided ? null : content, overVersion, token))
        {
            case DraftSaved.Kept kept:
                (token, savedAt, saved, problem) = (kept.Token, kept.Token is null ? null : kept.At, content, null);
                break;
            case DraftSaved.TakenByAnother taken when taken.DecidedVersion != overVersion:
                (decidedSince, token) = (taken.DecidedVersion, taken.Theirs?.Token);
                isUnsaved = true;
                break;
            case DraftSaved.TakenByAnother { Theirs: { } theirs }:
                Meet(theirs);
                break;
            case DraftSaved.TakenByAnother:
                (token, isUnsaved) = (null, true);
                told = "Någon annan har tömt utkastet. Ditt sparas som ett nytt.";
                break;
        }
    }

    /// <summary>Each part that both changed, and what each of us did to it.</summary>
    private IEnumerable<(string Name, string Mine, string Theirs)> ClashTexts(ScorecardDraft other) => clashes.Select(id => (
        Content.Goal(id)?.Name is { Length: > 0 } name ? $"Målet ”{name}”"
            : state!.Reading.Perspectives.FirstOrDefault(p => p.Id == id) is { } perspective ? $"Texten till {perspective.Name}"
            : "Ett mål",
        ChangesOf(id, Content),
        ChangesOf(id, other.Content)));

    private string ChangesOf(Guid id, ScorecardContent content)
    {
        var changes = ScorecardDifference.Between(Part(saved), Part(content)).Select(d => DifferenceText.Of(d, state!.Reading.Series)).ToList();
        return changes.Count > 0 ? string.Join("; ", changes) : "ändrad ordning";

        ScorecardContent Part(ScorecardContent whole) => new([.. whole.Texts.Where(t => t.PerspectiveId == id)], [.. whole.Goals.Where(g => g.Id == id)]);
    }

    /// <summary>Puts another's changes together with mine; asks where both changed the same part.</summary>
    private void Meet(ScorecardDraft theirs)
    {
        isUnsaved = true;
        var merged = ScorecardMerge.Of(saved, Content, theirs.Content);
        if (merged.Clashes.Count > 0)
        {
            (clash, clashes) = (theirs, merged.Clashes);
            return;
        }

        GoOnFrom(theirs.Content);
        token = theirs.Token;
        company = $"{theirs.SavedBy} skriver samtidigt. Era ändringar är sammanförda.";
    }

    /// <summary>Puts what another has saved into all my steps.</summary>
    private void GoOnFrom(ScorecardContent theirs)
    {
        var before = saved;
        steps.Rebase(mine => ScorecardMerge.Of(before, mine, theirs).Content);
        saved = theirs;
    }

    private Task KeepMineAsync() => SettleAsync(isMineKept: true);

    private Task TakeTheirsAsync() => SettleAsync(isMineKept: false);

    /// <summary>Goes on from both, each as a step, so that what is not chosen can be had back.</summary>
    private Task SettleAsync(bool isMineKept)
    {
        var other = clash!;
        var theirs = ScorecardMerge.Of(saved, other.Content, Content).Content;
        GoOnFrom(other.Content);
        var mine = Content;
        steps.Do(theirs);
        if (isMineKept)
        {
            steps.Do(mine);
        }

        (token, clash, clashes, told) = (other.Token, null, [], null);
        return SeenAsync();
    }

    private async Task GoOnAfterDecisionAsync()
    {
        try
        {
            state = await Query.ReadAsync(principal, Key);
        }
        catch (Exception refused) when (refused is AccessRefused or RuleViolation)
        {
            problem = refused.Message;
            return;
        }

        (overVersion, decidedSince, token) = (state.Version, null, state.Draft?.Token);
        GoOnFrom(state.Draft?.Content ?? state.Decided?.Content ?? ScorecardContent.Empty);
        await SeenAsync();
    }
}
