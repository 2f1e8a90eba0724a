using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using RegionPlan.Domain;
using RegionPlan.Web.Access;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>A page of the transition to a plan: reads it, and saves a step of it or says what is to be mended.</summary>
public abstract class TransitionStep : ComponentBase
{
    [Parameter] public string PlanKey { get; set; } = "";

    /// <summary>The plan to take over from; the newest before with measures where it is left out.</summary>
    [SupplyParameterFromQuery(Name = "fran")] protected string? FromKey { get; set; }

    [CascadingParameter] protected HttpContext? HttpContext { get; set; }

    [Inject] private protected RollOverPlan RollOver { get; set; } = null!;

    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    protected FormErrors Errors { get; set; } = new();

    /// <summary>The transition; null where there is no such plan or none before it.</summary>
    private protected PlanTransition? Transition { get; private set; }

    /// <summary>The page that the steps begin from and come back to.</summary>
    protected string Overview => Transition!.Address("overgang");

    /// <summary>Whether something is posted; its form is then shown, whatever has become of its subject meanwhile.</summary>
    private protected bool IsPosted => HttpContext?.Request.Method == HttpMethods.Post;

    /// <summary>The transition as it stands; the page is not found where there is none, or not what it is about.</summary>
    private protected async Task ReadAsync(Func<PlanTransition, bool>? hasSubject = null)
    {
        Transition = await RollOver.ReadAsync(PlanKey, FromKey);
        if (Transition is null || hasSubject?.Invoke(Transition) == false)
        {
            Transition = null;
            PageStatus.Set(HttpContext, StatusCodes.Status404NotFound);
        }
    }

    /// <summary>Saves, and goes back to the overview.</summary>
    /// <param name="save">The write.</param>
    /// <param name="check">What is to be mended in the form's fields first; null where they are free.</param>
    /// <param name="form">The form's name in the post.</param>
    private protected async Task SaveAsync(Func<Task> save, ValidationResult? check = null, string form = "Form")
    {
        Errors = check is null ? new() : FormErrors.Of(check, form);
        if (Errors.All.Count > 0)
        {
            return;
        }

        try
        {
            await save();
            Navigation.NavigateTo(Overview);
        }
        catch (RuleViolation violation)
        {
            Errors.Add(violation.Message);
        }
        catch (AccessRefused refused)
        {
            Errors.Add(refused.Message);
        }
    }
}
