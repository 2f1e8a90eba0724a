namespace RegionPlan.Domain.Outcomes;

/// <summary>What a unit reports for one series and period: the total, and women and men where split; null where nothing is reported.</summary>
public sealed record OutcomeReport(OutcomeValue? Total, OutcomeValue? Women = null, OutcomeValue? Men = null, string? Comment = null)
{
    public OutcomeValue? For(Sex sex) => sex switch
    {
        Sex.Total => Total,
        Sex.Women => Women,
        Sex.Men => Men,
    };
}

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Cannot be handed in or recorded.</summary>
    Error,

    /// <summary>Can be handed in with a comment.</summary>
    NeedsComment,

    /// <summary>Can be handed in with an analysis.</summary>
    NeedsAnalysis,

    /// <summary>Can be handed in with a prognos and, where it is not that the målvärde is reached, why.</summary>
    NeedsForecast,

    /// <summary>Can be handed in with a reason for the change.</summary>
    NeedsReason,
}

/// <summary>Something to mend or explain in a report; <paramref name="Cell"/> is null where it is about the whole row.</summary>
public sealed record Finding(Sex? Cell, FindingSeverity Severity, string Message);
