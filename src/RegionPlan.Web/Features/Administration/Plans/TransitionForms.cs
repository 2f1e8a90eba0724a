using FluentValidation;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>Which goal each of the plan's goals continues, as posted: the earlier goal's key, or empty where it is new.</summary>
internal sealed class GoalMapForm
{
    public Dictionary<Guid, string?> Goals { get; set; } = [];

    public string? Why { get; set; }

    internal Dictionary<Guid, Guid?> Map => Goals.ToDictionary(g => g.Key, g => Guid.TryParse(g.Value, out var earlier) ? earlier : (Guid?)null);
}

/// <summary>What becomes of each measure, as posted.</summary>
public sealed class FatesForm
{
    internal const string Later = "";
    internal const string Ends = "Ends";

    public Dictionary<Guid, string?> Fates { get; set; } = [];

    public Dictionary<Guid, string?> Years { get; set; } = [];

    public Dictionary<Guid, string?> Texts { get; set; } = [];

    /// <summary>The fates that are told; what is left for later is left out. A year that cannot be read is missing.</summary>
    internal IReadOnlyList<MeasureFate> Told => [.. Fates
        .Where(f => !string.IsNullOrEmpty(f.Value))
        .Select(f => new MeasureFate(
            f.Key,
            Enum.TryParse<Continuation>(f.Value, out var continuation) ? continuation : null,
            FieldRules.Year(Years.GetValueOrDefault(f.Key)),
            Texts.GetValueOrDefault(f.Key)))];
}

/// <summary>Why the plan is put in force or taken back, as posted.</summary>
internal sealed class StandingForm
{
    /// <summary>False where the plan is taken back: what the button that was pressed said.</summary>
    public bool InForce { get; set; }

    public string? Why { get; set; }
}

/// <summary>A measure's mapping, as posted: the earlier measure's key, or empty where the measure is new.</summary>
internal sealed class MappingForm
{
    public int Version { get; set; }

    public string? Earlier { get; set; }

    public string? Continuation { get; set; }

    public string? Year { get; set; }

    public string? Text { get; set; }

    public string? Why { get; set; }

    internal static MappingForm Of(MeasureSuccession? succession) => new()
    {
        Version = succession?.Version ?? 0,
        Earlier = succession?.PredecessorId?.ToString() ?? "",
        Continuation = (succession?.Continuation ?? Domain.Measures.Continuation.Kept).ToString(),
        Year = FieldRules.Typed(succession?.BreakYear),
        Text = succession?.Text,
    };

    /// <summary>What it continues and how; null where it is new.</summary>
    internal MeasureFate? Mapping => Guid.TryParse(Earlier, out var earlier)
        ? new(earlier, Enum.Parse<Continuation>(Continuation!), FieldRules.Year(Year), Text)
        : null;
}

internal sealed class MappingFormValidator : AbstractValidator<MappingForm>
{
    public MappingFormValidator()
    {
        When(f => !string.IsNullOrEmpty(f.Earlier), () => RuleFor(f => f.Continuation).IsOneOf<MappingForm, Continuation>("Välj om måttet behålls eller ändras."));
        When(f => !string.IsNullOrEmpty(f.Earlier) && f.Continuation == nameof(Domain.Measures.Continuation.Changed), () =>
        {
            RuleFor(f => f.Year).IsYear();
            RuleFor(f => f.Text).IsGiven(SeriesBreak.MaxTextLength);
        });
        RuleFor(f => f.Why).IsReason();
    }
}

/// <summary>Why a measure ends or an ending is taken back, as posted.</summary>
internal sealed class EndingForm
{
    /// <summary>False where an ending is taken back: what the button that was pressed said.</summary>
    public bool Ends { get; set; }

    public string? Why { get; set; }
}

internal sealed class EndingFormValidator : AbstractValidator<EndingForm>
{
    public EndingFormValidator() => RuleFor(f => f.Why).IsReason();
}
