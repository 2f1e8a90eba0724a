using FluentValidation;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.History;

namespace RegionPlan.Web.Features.Goals;

/// <summary>A status set on a goal, as posted; an empty status goes back to the computed one.</summary>
public sealed class OverrideForm
{
    public int Version { get; set; }

    public string? Status { get; set; }

    public string? Why { get; set; }
}

internal sealed class OverrideFormValidator : AbstractValidator<OverrideForm>
{
    public OverrideFormValidator()
    {
        RuleFor(f => f.Status)
            .Must(s => string.IsNullOrEmpty(s) || s is nameof(GoalStatus.Achieved) or nameof(GoalStatus.PartlyAchieved) or nameof(GoalStatus.NotAchieved))
            .WithMessage("Välj en bedömning i listan.");
        RuleFor(f => f.Why)
            .Must(w => !string.IsNullOrWhiteSpace(w)).WithMessage("Skriv varför bedömningen ändras.")
            .MaximumLength(Recording.MaxWhyLength).WithMessage($"Skriv högst {Recording.MaxWhyLength} tecken.");
    }
}
