namespace RegionPlan.Domain.Measures;

/// <summary>What defines a measure: everything that can be changed about it, as one immutable whole.</summary>
public sealed record MeasureTerms
{
    public const int MaxNameLength = 400;
    public const int MaxTextLength = 4000;
    public const int MaxUnitLength = 100;
    public const int MaxSourceLength = 400;
    public const int MaxDecimals = 4;

    public required string Name { get; init; }

    /// <summary>The definition; null where the plan does not give one.</summary>
    public string? Definition { get; init; }

    /// <summary>The unit of every value of the measure as text, such as <c>%</c> or <c>per 1 000 invånare över 80 år</c>.</summary>
    public required string UnitText { get; init; }

    /// <summary>The decimals values are shown with, and so judged by: 0 to 4.</summary>
    public int Decimals { get; init; } = 1;

    public DesiredDirection Desired { get; init; }

    public Frequency Frequency { get; init; } = Frequency.Year;

    public SexSplit SexSplit { get; init; }

    /// <summary>Where the figures come from; null where the plan does not say.</summary>
    public string? Source { get; init; }

    /// <summary>The unit that answers for the measure and reports its outcomes.</summary>
    public Guid ResponsibleUnitId { get; init; }

    /// <summary>The lowest possible value, in the measure's unit; null for no limit.</summary>
    public decimal? LowestPossible { get; init; }

    /// <summary>The highest possible value, in the measure's unit; null for no limit.</summary>
    public decimal? HighestPossible { get; init; }

    /// <summary>What a numerator/denominator is multiplied by to give the value: 100 for percent, 1 000 for 'per 1 000'.</summary>
    public decimal RatioScale { get; init; } = 1;

    /// <summary>How the figures of units are summed up the organisation; null for what fits its kind: a share is a ratio, everything else is not summed.</summary>
    public Aggregation? Aggregation { get; init; }

    /// <summary>How far from the target still counts as partly achieved, in the measure's unit; null for the default share of the target.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>The smallest change that is a change, in the measure's unit; null for one unit of the last shown decimal.</summary>
    public decimal? TrendThreshold { get; init; }

    /// <summary>
    /// The largest change against the same period earlier that needs no comment, as a share of the earlier value: 0.25 for 25 %; null for the default.
    /// </summary>
    public decimal? LargestChange { get; init; }

    /// <summary>How far outside its earlier values a value needs no comment, as a multiple of their spread; null for the default.</summary>
    public decimal? BandWidth { get; init; }

    /// <summary>A remark shown beside the measure, such as what the plan's footnote says.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the value is a share of a whole, so that a numerator cannot exceed its denominator.</summary>
    public bool IsShare => HighestPossible is { } highest && highest == RatioScale;

    /// <summary>How the figures of units are summed, whether said or by its kind.</summary>
    public Aggregation Summed => Aggregation ?? (IsShare && !IsYesNo ? Measures.Aggregation.Ratio : Measures.Aggregation.None);

    /// <summary>Whether the outcome is yes or no.</summary>
    public bool IsYesNo => Desired == DesiredDirection.Yes;

    /// <exception cref="RuleViolation">A term is missing, too long or contradicts another; the Swedish message says which.</exception>
    internal void Check()
    {
        TextLimit.Needed(Name, MaxNameLength, "Namnet");
        TextLimit.Needed(UnitText, MaxUnitLength, "Enheten");
        TextLimit.Optional(Definition, MaxTextLength, "Definitionen");
        TextLimit.Optional(Source, MaxSourceLength, "Källan");
        TextLimit.Optional(Note, MaxTextLength, "Anmärkningen");
        if (Decimals is < 0 or > MaxDecimals)
        {
            throw new RuleViolation($"Antalet decimaler ska vara 0 till {MaxDecimals}.");
        }

        if (LowestPossible > HighestPossible)
        {
            throw new RuleViolation("Det lägsta möjliga värdet kan inte vara större än det högsta.");
        }

        if (Tolerance < 0 || TrendThreshold < 0)
        {
            throw new RuleViolation("Tolerans och tröskel för trend ska vara noll eller större.");
        }

        if (LargestChange <= 0)
        {
            throw new RuleViolation("Största ändring utan kommentar ska vara större än noll. Lämna tomt för den vanliga gränsen.");
        }

        if (BandWidth < 0)
        {
            throw new RuleViolation("Bredden på det historiska bandet ska vara noll eller större. Lämna tomt för den vanliga bredden.");
        }

        if (RatioScale <= 0)
        {
            throw new RuleViolation("Täljare/nämnare ska multipliceras med ett tal större än noll.");
        }
    }
}
