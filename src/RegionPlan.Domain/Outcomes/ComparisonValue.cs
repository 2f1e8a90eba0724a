using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Outcomes;

/// <summary>A published value of the same series for someone else: riket, or another region.</summary>
public sealed class ComparisonValue : Fact
{
    public const int MaxCodeLength = 10;
    public const int MaxNameLength = 100;

    /// <summary>Kolada's code for the whole country.</summary>
    public const string NationCode = "0000";

    private ComparisonValue() => AreaCode = AreaName = Source = "";

    /// <exception cref="RuleViolation">A text is missing or too long.</exception>
    public ComparisonValue(
        Guid seriesId, string areaCode, string areaName, Period period, decimal amount, string source, string? reference, int version, Recording recorded)
        : base(version, recorded)
    {
        SeriesId = seriesId;
        AreaCode = TextLimit.Needed(areaCode, MaxCodeLength, "Områdets kod");
        AreaName = TextLimit.Needed(areaName, MaxNameLength, "Områdets namn");
        Period = period;
        Amount = amount;
        Source = TextLimit.Needed(source, OutcomeEntry.MaxSourceLength, "Källan");
        SourceReference = TextLimit.Optional(reference, OutcomeEntry.MaxReferenceLength, "Källans nyckel");
    }

    public Guid SeriesId { get; private init; }

    /// <summary>The area's code in Kolada: 0000 for riket, 0001 to 0025 for the regions.</summary>
    public string AreaCode { get; private init; }

    public string AreaName { get; private init; }

    public Period Period { get; private init; }

    /// <summary>In the measure's unit.</summary>
    public decimal Amount { get; private init; }

    public string Source { get; private init; }

    public string? SourceReference { get; private init; }
}
