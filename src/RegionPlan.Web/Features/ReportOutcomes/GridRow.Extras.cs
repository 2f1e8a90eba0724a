using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Features.ReportOutcomes;

/// <summary>What is told beside the row's figures, and when it is shown.</summary>
public sealed partial class GridRow
{
    private bool wasTried;
    private bool keepsComment;
    private bool keepsAnalysis;
    private string? leadsTo;

    /// <summary>The row's texts beside the figures have been asked for.</summary>
    internal bool IsOpened { get; private set; }

    /// <summary>What has happened to the row, once asked for.</summary>
    internal IReadOnlyList<RowEvent>? History { get; private set; }

    internal bool NeedsReason => IsOpen && (isCorrecting
        || (IsChanged && Enum.GetValues<Sex>().Any(sex => Source.Recorded.Current(sex)?.Value is not null && Texts.For(sex) != BaseTexts.For(sex))));

    /// <summary>Said once the user has tried to hand in.</summary>
    internal string? ReasonMissing => wasTried ? MessageOf(FindingSeverity.NeedsReason) : null;

    /// <summary>Whether what is told beside the figures is shown.</summary>
    internal bool ShowsExtras => HasConflict || Problem is not null || History is not null || IsOpened || State == RowState.Returned
        || (IsOpen && (IsChanged || isCorrecting)) || (!IsOpen && IsChanged);

    internal bool WantsComment => IsOpened || keepsComment || Texts.Comment.Length > 0 || MessageOf(FindingSeverity.NeedsComment) is not null;

    internal bool WantsAnalysis => IsOpened || keepsAnalysis || Texts.Analysis.Length > 0 || Texts.Action.Length > 0
        || MessageOf(FindingSeverity.NeedsAnalysis) is not null;

    internal bool WantsForecast => Source.Demands.IsForecast || Texts.Forecast.Length > 0 || (IsOpened && Sheet.FollowUp.Terms.AsksForForecast);

    /// <summary>Shows what can be told beside the figures, and leads to the comment.</summary>
    internal void Open()
    {
        IsOpened = true;
        leadsTo = FieldId("kommentar");
        Tell();
    }

    /// <summary>The field that somebody is to be led to now that it is drawn; asked once.</summary>
    internal string? TakeLead()
    {
        var id = leadsTo;
        leadsTo = null;
        return id;
    }

    /// <summary>Shows what has happened to the row; null hides it.</summary>
    internal void ShowHistory(IReadOnlyList<RowEvent>? history)
    {
        History = history;
        Tell();
    }
}
