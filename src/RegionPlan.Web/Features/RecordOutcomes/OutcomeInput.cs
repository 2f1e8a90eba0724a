using FluentValidation;
using RegionPlan.Domain;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Features.RecordOutcomes;

/// <summary>One row as typed, with what it is checked against.</summary>
internal sealed record OutcomeInput(DraftTexts Texts, MeasureTerms Terms, OutcomeRow Row, DateOnly Today)
{
    private const char RatioSign = '/';

    /// <summary>The values that could be read; null for an empty cell and for one that cannot be read.</summary>
    internal OutcomeReport Report => new(Read(Sex.Total).Value, Read(Sex.Women).Value, Read(Sex.Men).Value, Texts.Comment);

    /// <summary>Reads a cell: a number, numerator/denominator such as 120/150, or yes or no.</summary>
    internal (OutcomeValue? Value, string? Problem) Read(Sex sex)
    {
        var text = Texts.For(sex).Trim();
        if (text.Length == 0)
        {
            return (null, null);
        }

        try
        {
            if (Terms.IsYesNo)
            {
                return SwedishNumber.TryParseYesNo(text, out var answer) ? (OutcomeValue.Of(answer), null) : (null, "Skriv ja eller nej.");
            }

            if (text.Split(RatioSign) is [var above, var below])
            {
                return SwedishNumber.TryParse(above, out var numerator) && SwedishNumber.TryParse(below, out var denominator)
                    ? (OutcomeValue.OfRatio(numerator, denominator, Terms.RatioScale), null)
                    : (null, "Skriv täljare/nämnare med två tal, till exempel 120/150.");
            }

            return SwedishNumber.TryParse(text, out var number) ? (OutcomeValue.Of(number), null) : (null, "Ange ett tal, till exempel 78,5.");
        }
        catch (RuleViolation violation)
        {
            return (null, violation.Message);
        }
        catch (OverflowException)
        {
            return (null, "Talet är för stort. Kontrollera antalet siffror.");
        }
    }
}

/// <summary>The one place where typed outcomes are validated: first that each cell can be read, then the domain's own rules.</summary>
internal sealed class OutcomeInputValidator : AbstractValidator<OutcomeInput>
{
    public OutcomeInputValidator() => RuleFor(i => i).Custom((input, context) =>
    {
        var unreadable = Enum.GetValues<Sex>().Where(sex => input.Read(sex).Problem is not null).ToHashSet();
        foreach (var sex in unreadable)
        {
            Add(context, new(sex, FindingSeverity.Error, input.Read(sex).Problem!));
        }

        // A cell that cannot be read counts as empty to the domain; what it would say of that cell is not told.
        foreach (var finding in input.Row.Check(input.Report, input.Today, input.Texts.Reason.Trim().Length > 0)
            .Where(f => f.Cell is not { } cell || !unreadable.Contains(cell)))
        {
            Add(context, finding);
        }

        if (input.Texts.Reason.Length > Domain.History.Recording.MaxWhyLength)
        {
            Add(context, new(null, FindingSeverity.Error, $"Motiveringen får vara högst {Domain.History.Recording.MaxWhyLength} tecken. Korta den."));
        }
    });

    /// <summary>The findings of a row, worst first.</summary>
    internal IReadOnlyList<Finding> Findings(OutcomeInput input) =>
        [.. Validate(input).Errors.Select(e => (Finding)e.CustomState).OrderBy(f => f.Severity)];

    private static void Add(ValidationContext<OutcomeInput> context, Finding finding) =>
        context.AddFailure(new FluentValidation.Results.ValidationFailure(finding.Cell?.ToString() ?? "", finding.Message) { CustomState = finding });
}
