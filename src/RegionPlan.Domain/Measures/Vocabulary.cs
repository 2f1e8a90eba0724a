namespace RegionPlan.Domain.Measures;

/// <summary>Which way a measure's value should go.</summary>
public enum DesiredDirection
{
    /// <summary>Higher is better.</summary>
    High,

    /// <summary>Lower is better.</summary>
    Low,

    /// <summary>A yes/no measure: the outcome is 1 (yes) or 0 (no) and is wanted equal to the target.</summary>
    Yes,
}

/// <summary>How often a measure is measured; tells which earlier period it is compared with.</summary>
public enum Frequency
{
    Month,
    Tertial,
    Year,
    EverySecondYear,
}

/// <summary>Whether a measure is split into women and men.</summary>
public enum SexSplit
{
    /// <summary>May be reported with women and men beside the total: what holds where the plan says nothing.</summary>
    Allowed,

    /// <summary>Should be reported with women and men.</summary>
    Expected,

    /// <summary>Has no meaning per sex.</summary>
    None,
}

/// <summary>Why a series has no short-term target in a year.</summary>
public enum NoTargetReason
{
    /// <summary>Measured every second year; the plan sets no target for the years between.</summary>
    Biennial,

    /// <summary>No target has been decided.</summary>
    NotDecided,

    /// <summary>A target may exist, but not in the material the application was given.</summary>
    MissingInSource,
}

/// <summary>Which of a series' two targets is meant.</summary>
public enum TargetTerm
{
    /// <summary>Kortsiktigt målvärde: for one year.</summary>
    ShortTerm,

    /// <summary>Långsiktigt målvärde: one or more steps, with a year where the plan gives one.</summary>
    LongTerm,
}

/// <summary>How the figures of several units become one for the unit above them.</summary>
public enum Aggregation
{
    /// <summary>Cannot be summed: recorded where it is measured.</summary>
    None,

    /// <summary>A ratio: numerators and denominators are summed, each for themselves.</summary>
    Ratio,

    /// <summary>A count: the values are summed.</summary>
    Sum,
}
