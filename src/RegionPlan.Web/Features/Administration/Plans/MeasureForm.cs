using FluentValidation;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>A measure's terms as posted; everything is text so that nothing typed is lost.</summary>
public class MeasureForm
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public string? Definition { get; set; }

    public string? UnitText { get; set; }

    public string? Decimals { get; set; }

    public string? Desired { get; set; }

    public string? Frequency { get; set; }

    public string? SexSplit { get; set; }

    public string? Source { get; set; }

    public string? Responsible { get; set; }

    public string? Lowest { get; set; }

    public string? Highest { get; set; }

    public string? RatioScale { get; set; }

    public string? Tolerance { get; set; }

    public string? TrendThreshold { get; set; }

    public string? LargestChange { get; set; }

    public string? BandWidth { get; set; }

    public string? Note { get; set; }

    public string? HoldsFrom { get; set; }

    public string? Why { get; set; }

    internal static MeasureForm Of(AssessedMeasure measure, DateOnly today)
    {
        var terms = measure.Terms;
        return new()
        {
            Version = measure.Measure.Definitions.Max(d => d.Version),
            Name = terms.Name,
            Definition = terms.Definition,
            UnitText = terms.UnitText,
            Decimals = FieldRules.Typed(terms.Decimals),
            Desired = terms.Desired.ToString(),
            Frequency = terms.Frequency.ToString(),
            SexSplit = terms.SexSplit.ToString(),
            Source = terms.Source,
            Responsible = terms.ResponsibleUnitId.ToString(),
            Lowest = FieldRules.Typed(terms.LowestPossible),
            Highest = FieldRules.Typed(terms.HighestPossible),
            RatioScale = FieldRules.Typed(terms.RatioScale),
            Tolerance = FieldRules.Typed(terms.Tolerance),
            TrendThreshold = FieldRules.Typed(terms.TrendThreshold),
            LargestChange = FieldRules.Typed(terms.LargestChange * 100),
            BandWidth = FieldRules.Typed(terms.BandWidth),
            Note = terms.Note,
            HoldsFrom = Shared.Sv.Day(today),
        };
    }

    /// <summary>The terms, once the form is valid.</summary>
    internal MeasureTerms Terms() => new()
    {
        Name = Name!.Trim(),
        Definition = FieldRules.Text(Definition),
        UnitText = UnitText!.Trim(),
        Decimals = FieldRules.Whole(Decimals),
        Desired = Enum.Parse<DesiredDirection>(Desired!),
        Frequency = Enum.Parse<Frequency>(Frequency!),
        SexSplit = Enum.Parse<SexSplit>(SexSplit!),
        Source = FieldRules.Text(Source),
        ResponsibleUnitId = Guid.Parse(Responsible!),
        LowestPossible = FieldRules.Number(Lowest),
        HighestPossible = FieldRules.Number(Highest),
        RatioScale = FieldRules.Number(RatioScale)!.Value,
        Tolerance = FieldRules.Number(Tolerance),
        TrendThreshold = FieldRules.Number(TrendThreshold),
        LargestChange = FieldRules.Number(LargestChange) / 100,
        BandWidth = FieldRules.Number(BandWidth),
        Note = FieldRules.Text(Note),
    };
}

internal sealed class MeasureFormValidator : AbstractValidator<MeasureForm>
{
    /// <param name="unitIds">The units that can answer for a measure.</param>
    public MeasureFormValidator(IReadOnlySet<Guid> unitIds)
    {
        RuleFor(f => f.Name).IsGiven(MeasureTerms.MaxNameLength);
        RuleFor(f => f.Definition).IsAtMost(MeasureTerms.MaxTextLength);
        RuleFor(f => f.UnitText).IsGiven(MeasureTerms.MaxUnitLength);
        RuleFor(f => f.Decimals).Must(t => t is ['0' or '1' or '2' or '3' or '4']).WithMessage("Ange 0 till 4.");
        RuleFor(f => f.Desired).IsOneOf<MeasureForm, DesiredDirection>("Välj en riktning.");
        RuleFor(f => f.Frequency).IsOneOf<MeasureForm, Frequency>("Välj hur ofta.");
        RuleFor(f => f.SexSplit).IsOneOf<MeasureForm, SexSplit>("Välj ett alternativ.");
        RuleFor(f => f.Source).IsAtMost(MeasureTerms.MaxSourceLength);
        RuleFor(f => f.Responsible).Must(t => Guid.TryParse(t, out var id) && unitIds.Contains(id)).WithMessage("Välj en enhet.");
        RuleFor(f => f.Lowest).IsNumberOrEmpty();
        RuleFor(f => f.Highest).IsNumberOrEmpty();
        RuleFor(f => f.RatioScale)
            .Must(t => !string.IsNullOrWhiteSpace(t)).WithMessage("Ange ett tal, till exempel 100 för procent.")
            .IsNumberOrEmpty();
        RuleFor(f => f.Tolerance).IsNumberOrEmpty();
        RuleFor(f => f.TrendThreshold).IsNumberOrEmpty();
        RuleFor(f => f.LargestChange).IsNumberOrEmpty();
        RuleFor(f => f.BandWidth).IsNumberOrEmpty();
        RuleFor(f => f.Note).IsAtMost(MeasureTerms.MaxTextLength);
        RuleFor(f => f.HoldsFrom).IsDay();
        RuleFor(f => f.Why).IsMotivation();
    }
}
