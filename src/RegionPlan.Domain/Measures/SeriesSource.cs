using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Measures;

/// <summary>Where a series' figures are published, and how that source's definition stands to the plan's words.</summary>
public sealed class SeriesSource : Fact
{
    public const int MaxSystemLength = 40;
    public const int MaxReferenceLength = 40;
    public const int MaxTitleLength = 400;
    public const int MaxTextLength = 2000;

    private SeriesSource() => System = Reference = Title = "";

    internal SeriesSource(int version, string system, string reference, string title, string? definition, string? difference, int? lastYear, Recording recorded)
        : base(version, recorded)
    {
        System = TextLimit.Needed(system, MaxSystemLength, "Källan");
        Reference = TextLimit.Needed(reference, MaxReferenceLength, "Källans nyckel");
        Title = TextLimit.Needed(title, MaxTitleLength, "Källans titel");
        Definition = TextLimit.Optional(definition, MaxTextLength, "Källans definition");
        Difference = TextLimit.Optional(difference, MaxTextLength, "Skillnaden mot källan");
        LastYear = lastYear;
    }

    /// <summary>The publishing system, such as Kolada.</summary>
    public string System { get; private init; }

    /// <summary>The system's key for the series, such as a Kolada nyckeltal id.</summary>
    public string Reference { get; private init; }

    /// <summary>The source's own title.</summary>
    public string Title { get; private init; }

    /// <summary>The source's own definition, shortened.</summary>
    public string? Definition { get; private init; }

    /// <summary>How the source's definition differs from the plan's words; null where it is the same.</summary>
    public string? Difference { get; private init; }

    /// <summary>The last year the source publishes; null while it goes on.</summary>
    public int? LastYear { get; private init; }
}
