using FluentValidation;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>The name and text of a part of the plan, as posted.</summary>
public sealed class WordingForm
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public string? Text { get; set; }

    public string? HoldsFrom { get; set; }

    public string? Why { get; set; }

    internal static WordingForm Of(IReadOnlyList<Wording> wordings, Wording current, DateOnly today) => new()
    {
        Version = wordings.Max(w => w.Version),
        Name = current.Name,
        Text = current.Text,
        HoldsFrom = Shared.Sv.Day(today),
    };
}

internal sealed class WordingFormValidator : AbstractValidator<WordingForm>
{
    public WordingFormValidator()
    {
        RuleFor(f => f.Name).IsGiven(Wording.MaxNameLength);
        RuleFor(f => f.Text).IsAtMost(Wording.MaxTextLength);
        RuleFor(f => f.HoldsFrom).IsDay();
        RuleFor(f => f.Why).IsMotivation();
    }
}
