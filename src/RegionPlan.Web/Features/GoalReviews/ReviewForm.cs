using FluentValidation;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.GoalReviews;

/// <summary>An assessment as posted; an empty status stands by the computed one.</summary>
public sealed class ReviewForm
{
    public int Version { get; set; }

    public string? Status { get; set; }

    public string? Forecast { get; set; }

    public string? Analysis { get; set; }

    public string? Actions { get; set; }

    public string? Why { get; set; }

    /// <summary>Which button was pressed: kept for oneself, or handed over.</summary>
    public string? Step { get; set; }

    internal const string HandOver = "lamna";

    internal static IEnumerable<(string Key, string Text)> Statuses =>
        new[] { GoalStatus.Achieved, GoalStatus.PartlyAchieved, GoalStatus.NotAchieved }.Select(s => (s.ToString(), StatusMark.Of(s).Word)).Prepend(("", "Enligt beräkningen"));

    internal static IEnumerable<(string Key, string Text)> Forecasts =>
        Enum.GetValues<YearForecast>().Select(f => (f.ToString(), Sv.Capital(FollowUpText.Forecast(f)))).Prepend(("", "Välj"));

    internal ReviewTerms Terms => new(
        string.IsNullOrEmpty(Status) ? null : Enum.Parse<GoalStatus>(Status),
        string.IsNullOrEmpty(Forecast) ? null : Enum.Parse<YearForecast>(Forecast),
        Analysis,
        Actions);

    internal static ReviewForm Of(GoalReview? latest, int version) => new()
    {
        Version = version,
        Status = latest?.Terms.Status?.ToString() ?? "",
        Forecast = latest?.Terms.Forecast?.ToString() ?? "",
        Analysis = latest?.Terms.Analysis,
        Actions = latest?.Terms.Actions,
        Why = latest?.Recorded.Why,
    };
}

internal sealed class ReviewFormValidator : AbstractValidator<ReviewForm>
{
    public ReviewFormValidator()
    {
        RuleFor(f => f.Status).Must(s => ReviewForm.Statuses.Any(o => o.Key == (s ?? ""))).WithMessage("Välj en bedömning i listan.");
        RuleFor(f => f.Forecast).Must(s => ReviewForm.Forecasts.Any(o => o.Key == (s ?? ""))).WithMessage("Välj en prognos i listan.");
        RuleFor(f => f.Analysis).MaximumLength(ReviewTerms.MaxTextLength).WithMessage($"Skriv högst {ReviewTerms.MaxTextLength} tecken.");
        RuleFor(f => f.Actions).MaximumLength(ReviewTerms.MaxTextLength).WithMessage($"Skriv högst {ReviewTerms.MaxTextLength} tecken.");
        RuleFor(f => f.Why).MaximumLength(Recording.MaxWhyLength).WithMessage($"Skriv högst {Recording.MaxWhyLength} tecken.");
        RuleFor(f => f.Analysis).NotEmpty().When(f => f.Step == ReviewForm.HandOver).WithMessage("Skriv en analys innan bedömningen lämnas.");
    }
}
