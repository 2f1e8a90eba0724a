using System.Globalization;
using FluentValidation;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>One target as posted: a value, or words for a long-term step, or none with its reason.</summary>
public sealed class TargetForm
{
    public int Version { get; set; }

    public string? Value { get; set; }

    public string? NoTarget { get; set; }

    /// <summary>For a long-term step: the year it is to be reached by, if any.</summary>
    public string? Year { get; set; }

    public string? Note { get; set; }

    public string? HoldsFrom { get; set; }

    public string? Why { get; set; }

    internal static TargetForm Of(TargetDecision? decision, int version, MeasureTerms terms, DateOnly holdsFrom) => new()
    {
        Version = version,
        Value = decision?.Target switch
        {
            Target.Value { Amount: var amount } => terms.IsYesNo ? (amount == 1 ? "ja" : "nej") : FieldRules.Typed(amount),
            Target.Words { Text: var text } => text,
            _ => "",
        },
        NoTarget = (decision?.Target as Target.None)?.Reason.ToString() ?? "",
        Year = FieldRules.Typed(decision?.Year),
        Note = decision?.Note,
        HoldsFrom = Shared.Sv.Day(holdsFrom),
    };

    /// <summary>The target, once the form is valid.</summary>
    internal Target Target(MeasureTerms terms, TargetTerm term)
    {
        if (string.IsNullOrWhiteSpace(Value))
        {
            return new Target.None(Enum.Parse<NoTargetReason>(NoTarget!));
        }

        return TryRead(Value, terms, out var number) ? new Target.Value(number)
            : term == TargetTerm.LongTerm ? new Target.Words(Value.Trim())
            : throw new FormatException(Value);
    }

    internal static bool TryRead(string? text, MeasureTerms terms, out decimal number) =>
        terms.IsYesNo ? SwedishNumber.TryParseYesNo(text, out number) : SwedishNumber.TryParse(text, out number);
}

internal sealed class TargetFormValidator : AbstractValidator<TargetForm>
{
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;

    public TargetFormValidator(MeasureTerms terms, TargetTerm term)
    {
        RuleFor(f => f.Value).IsAtMost(TargetDecision.MaxTextLength);
        When(f => !string.IsNullOrWhiteSpace(f.Value), () =>
        {
            if (term == TargetTerm.ShortTerm)
            {
                RuleFor(f => f.Value).Must(t => TargetForm.TryRead(t, terms, out _))
                    .WithMessage(terms.IsYesNo ? "Skriv ja eller nej." : "Ange ett tal, till exempel 87 eller 0,5.");
            }

            RuleFor(f => f.Value).Must(t => !TargetForm.TryRead(t, terms, out var n)
                    || ((terms.LowestPossible is not { } low || n >= low) && (terms.HighestPossible is not { } high || n <= high)
                        && decimal.Round(n, OutcomeValue.MaxDecimals) == n && Math.Abs(n) <= OutcomeValue.Largest))
                .WithMessage($"Ange ett tal inom måttets möjliga värden ({FieldRules.Typed(terms.LowestPossible)} till {FieldRules.Typed(terms.HighestPossible)}), med högst {OutcomeValue.MaxDecimals} decimaler.");
        }).Otherwise(() => RuleFor(f => f.NoTarget)
            .IsOneOf<TargetForm, NoTargetReason>("Ange ett målvärde, eller välj varför måttet är ej målsatt."));
        RuleFor(f => f.Year)
            .Must(t => string.IsNullOrWhiteSpace(t) || (int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= EarliestYear and <= LatestYear))
            .WithMessage("Ange ett år med fyra siffror, eller lämna tomt.");
        RuleFor(f => f.Note).IsAtMost(TargetDecision.MaxNoteLength);
        RuleFor(f => f.HoldsFrom).IsDay();
        RuleFor(f => f.Why).IsMotivation();
    }
}
