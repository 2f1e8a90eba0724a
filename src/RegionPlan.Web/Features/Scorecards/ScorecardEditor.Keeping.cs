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
            problem = "Utkastet kunde inte sparas. Det du skrev står kvar här; skriv vidare eller försök igen om en stund.";
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
                (token, savedAt, saved, problem) = (kept.Token, kept.At, content, null);
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

    /// <summary>Puts another's changes together with mine; asks where both changed the same part.</summary>
    private void Meet(ScorecardDraft theirs)
    {
        var merged = ScorecardMerge.Of(saved, Content, theirs.Content);
        isUnsaved = true;
        if (merged.Clashes.Count > 0)
        {
            (clash, clashes) = (theirs, merged.Clashes);
            return;
        }

        steps.Do(merged.Content);
        (token, saved) = (theirs.Token, theirs.Content);
        told = $"{theirs.SavedBy} skriver samtidigt. Era ändringar är sammanförda.";
    }

    private Task KeepMineAsync() => SettleAsync(theirs => [theirs.Content, ScorecardMerge.Of(saved, Content, theirs.Content).Content]);

    private Task TakeTheirsAsync() => SettleAsync(theirs => [ScorecardMerge.Of(saved, theirs.Content, Content).Content]);

    /// <summary>Goes on from both, each as a step, so that what is not chosen can be had back.</summary>
    private Task SettleAsync(Func<ScorecardDraft, ScorecardContent[]> choose)
    {
        var theirs = clash!;
        foreach (var content in choose(theirs))
        {
            steps.Do(content);
        }

        (token, saved, clash, clashes, told) = (theirs.Token, theirs.Content, null, [], null);
        return SeenAsync();
    }

    private async Task GoOnAfterDecisionAsync()
    {
        var mine = Content;
        state = await Query.ReadAsync(principal, Key);
        (overVersion, decidedSince, token) = (state.Version, null, state.Draft?.Token);
        saved = state.Draft?.Content ?? state.Decided?.Content ?? ScorecardContent.Empty;
        steps.Do(mine);
        await SeenAsync();
    }
}
