using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Measures;

/// <summary>What can be changed about one series of a measure.</summary>
public sealed record SeriesTerms
{
    public const int MaxNameLength = 200;
    public const int MaxAbbreviationLength = 30;

    /// <summary>The delmått's name; null where the measure has no delmått.</summary>
    public string? Name { get; init; }

    public string? Abbreviation { get; init; }

    /// <summary>How often this series is measured, where it differs from the measure's own frequency.</summary>
    public Frequency? Frequency { get; init; }

    /// <summary>The last year that is measured; null while measuring goes on.</summary>
    public int? MeasuredThrough { get; init; }

    /// <summary>The same terms as they are kept: texts trimmed, blank ones none.</summary>
    /// <exception cref="RuleViolation">A text is too long.</exception>
    internal SeriesTerms Checked() => this with
    {
        Name = TextLimit.Optional(Name, MaxNameLength, "Delmåttets namn"),
        Abbreviation = TextLimit.Optional(Abbreviation, MaxAbbreviationLength, "Delmåttets förkortning"),
    };
}

/// <summary>One version of a series' terms, from a date.</summary>
public sealed class SeriesDefinition : DatedFact
{
    private SeriesDefinition() => Terms = null!;

    internal SeriesDefinition(int version, SeriesTerms terms, DateOnly holdsFrom, Recording recorded)
        : base(version, holdsFrom, recorded) => Terms = terms;

    public SeriesTerms Terms { get; private init; }
}
