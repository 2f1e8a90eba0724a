namespace RegionPlan.Web.Features.Scorecards;

/// <summary>What is posted about how an activity goes, as it stands in the form.</summary>
internal sealed class ProgressForm
{
    public string? State { get; set; }

    public string? Note { get; set; }

    /// <summary>The number of what was last told when the page was opened.</summary>
    public int Version { get; set; }
}
