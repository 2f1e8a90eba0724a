namespace RegionPlan.Domain.Reports;

/// <summary>What is wrong, or worth knowing, before a report is decided.</summary>
public enum ChecklistKind
{
    /// <summary>A required section that nobody has written.</summary>
    SectionMissing,

    /// <summary>A section that is begun and not done.</summary>
    SectionBegun,

    /// <summary>A section that is done, with a draft that is not saved.</summary>
    SectionUnsaved,

    /// <summary>A live block that is none, or that shows a measure or goal that the plan does not have.</summary>
    BlockUnknown,

    /// <summary>A comment that nobody has dealt with.</summary>
    CommentOpen,

    /// <summary>No outcome of a målsatt measure for a period that is over.</summary>
    OutcomeMissing,

    /// <summary>No helårsprognos of a målsatt measure that is measured once a year.</summary>
    ForecastMissing,

    /// <summary>A målvärde that is not reached, without analysis or åtgärd.</summary>
    DeviationUnexplained,

    /// <summary>A number in the text that differs from what is recorded.</summary>
    NumberDiffers,

    /// <summary>A figure that was corrected after the section that quotes it was saved.</summary>
    FigureCorrected,

    /// <summary>An assessment that differs from the computed status without a motivation.</summary>
    StatusUnmotivated,

    /// <summary>Assessments that a board has not handed over.</summary>
    AssessmentMissing,

    /// <summary>What a unit owes the follow-up and that is not handed in or not approved.</summary>
    DutyOpen,

    /// <summary>The follow-up is not locked.</summary>
    NotLocked,

    /// <summary>Figures that are invented for demonstration.</summary>
    ExampleFigure,

    /// <summary>The law's last day has passed, or the decision is planned after it.</summary>
    LateByLaw,
}

/// <summary>How much a finding matters.</summary>
public enum ChecklistSeverity
{
    /// <summary>Att rätta.</summary>
    Mend,

    /// <summary>Kontrollera: it may be right as it is.</summary>
    Check,

    /// <summary>Att känna till.</summary>
    Note,
}

/// <summary>Something to mend or to know before a report is decided. It blocks nothing.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What it is and how to mend it, in Swedish.</param>
public sealed record ChecklistFinding(ChecklistKind Kind, ChecklistSeverity Severity, string Message)
{
    /// <summary>The key of the section it is in; null where it is in none.</summary>
    public string? Section { get; init; }

    /// <summary>The code of the measure it is about; null where it is about none.</summary>
    public string? Measure { get; init; }

    /// <summary>The number of the goal it is about; null where it is about none.</summary>
    public int? Goal { get; init; }

    /// <summary>The unit that can mend it; null where it is not a unit's.</summary>
    public Guid? UnitId { get; init; }
}
