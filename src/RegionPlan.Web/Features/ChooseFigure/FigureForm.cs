using RegionPlan.Domain.Rollup;

namespace RegionPlan.Web.Features.ChooseFigure;

/// <summary>The choice as it is posted.</summary>
internal sealed class FigureForm
{
    public string? Chosen { get; set; }

    /// <summary>The chosen figure; null where none of the two is named.</summary>
    public FigureOrigin? Origin => Enum.TryParse<FigureOrigin>(Chosen, out var origin) && Enum.IsDefined(origin) ? origin : null;

    public string? Why { get; set; }

    /// <summary>The number of the latest choice when the page was opened; 0 where there was none.</summary>
    public int Version { get; set; }

    /// <summary>The two figures as they were read, so that another pair is not chosen between unseen.</summary>
    public string? Seen { get; set; }
}
