namespace RegionPlan.Web.Features.Reports.Export.Serving;

/// <summary>Work on a report's files that goes on apart from the page that asked for it.</summary>
/// <param name="at">When it was asked for.</param>
internal abstract class ReportMaking(DateTimeOffset at) : IProgress<ReportFileProgress>
{
    private volatile ReportFileProgress? progress;
    private volatile string? problem;

    internal DateTimeOffset At { get; } = at;

    /// <summary>How far it has come; null where it has not begun.</summary>
    internal ReportFileProgress? Progress => progress;

    /// <summary>Why nothing came of it, in Swedish; null where that has not happened.</summary>
    internal string? Problem => problem;

    internal abstract bool IsRunning { get; }

    internal Task Task { get; set; } = Task.CompletedTask;

    public void Report(ReportFileProgress value) => progress = value;

    internal void Fail(string why) => problem = why;
}
