using System.Globalization;
using FluentValidation;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>Rules and readings that the forms of the plan share.</summary>
internal static class FieldRules
{
    internal static IRuleBuilderOptions<T, string?> IsGiven<T>(this IRuleBuilder<T, string?> field, int longest) => field
        .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Fyll i fältet.")
        .MaximumLength(longest).WithMessage($"Skriv högst {longest} tecken.");

    internal static IRuleBuilderOptions<T, string?> IsAtMost<T>(this IRuleBuilder<T, string?> field, int longest) =>
        field.MaximumLength(longest).WithMessage($"Skriv högst {longest} tecken.");

    internal static IRuleBuilderOptions<T, string?> IsDay<T>(this IRuleBuilder<T, string?> field) => field
        .Must(text => TimeAxes.TryReadValidOn(text, out _)).WithMessage("Ange ett datum, till exempel 2024-01-01.");

    internal static IRuleBuilderOptions<T, string?> IsNumberOrEmpty<T>(this IRuleBuilder<T, string?> field) => field
        .Must(text => string.IsNullOrWhiteSpace(text) || IsKeepable(text)).WithMessage("Ange ett tal, till exempel 78,5, eller lämna tomt.");

    /// <summary>The text is the name of a member; a missing field is not.</summary>
    internal static IRuleBuilderOptions<T, string?> IsOneOf<T, TEnum>(this IRuleBuilder<T, string?> field, string message)
        where TEnum : struct, Enum => field.Must(text => Enum.GetNames<TEnum>().Contains(text)).WithMessage(message);

    internal static IRuleBuilderOptions<T, string?> IsMotivation<T>(this IRuleBuilder<T, string?> field) => field
        .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Skriv varför det ändras.")
        .MaximumLength(Recording.MaxWhyLength).WithMessage($"Skriv högst {Recording.MaxWhyLength} tecken.");

    /// <summary>Why something is added, carried on or ended.</summary>
    internal static IRuleBuilderOptions<T, string?> IsReason<T>(this IRuleBuilder<T, string?> field) => field
        .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Skriv varför, till exempel vilket beslut.")
        .MaximumLength(Recording.MaxWhyLength).WithMessage($"Skriv högst {Recording.MaxWhyLength} tecken.");

    internal static IRuleBuilderOptions<T, string?> IsYear<T>(this IRuleBuilder<T, string?> field) => field
        .Must(text => Year(text) is not null).WithMessage("Ange ett år med fyra siffror.");

    /// <summary>A year that a plan can have; null for anything else.</summary>
    internal static int? Year(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100 ? year : null;

    internal static DateOnly Day(string? text) => TimeAxes.TryReadValidOn(text, out var day) ? day : throw new FormatException(text);

    internal static decimal? Number(string? text) => SwedishNumber.TryParse(text, out var number) ? number : null;

    internal static string Typed(decimal? number) => number?.ToString("0.######", Sv.Culture) ?? "";

    internal static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static int Whole(string? text) => int.Parse(text ?? "", NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsKeepable(string text) =>
        SwedishNumber.TryParse(text, out var number) && Math.Abs(number) <= OutcomeValue.Largest && decimal.Round(number, OutcomeValue.MaxDecimals) == number;
}
