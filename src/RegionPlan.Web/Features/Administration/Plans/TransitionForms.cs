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
internal sealed class FatesForm
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
            int.TryParse(Years.GetValueOrDefault(f.Key), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100 ? year : null,
            Texts.GetValueOrDefault(f.Key)))];
}

/// <summary>Why the plan is put in force or taken back, as posted.</summary>
internal sealed class StandingForm
{
    public string? Why { get; set; }
}
