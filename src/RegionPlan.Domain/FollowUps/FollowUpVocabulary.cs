namespace RegionPlan.Domain.FollowUps;

/// <summary>The reports that follow up a year (regionplan 2024-2026, bilaga 7).</summary>
public enum FollowUpKind
{
    /// <summary>Ekonomisk periodrapport.</summary>
    PeriodReport,

    /// <summary>Uppföljningsrapport to regionstyrelsen.</summary>
    ProgressReport,

    /// <summary>Verksamhetsberättelse of regionstyrelsen and each nämnd.</summary>
    ActivityReport,

    /// <summary>Delårsrapport.</summary>
    InterimReport,

    /// <summary>Årsredovisning.</summary>
    AnnualReport,
}

/// <summary>Whether a follow-up can be reported to.</summary>
public enum FollowUpState
{
    /// <summary>Not open yet.</summary>
    Planned,

    /// <summary>Open for reporting, late reporting included.</summary>
    Open,

    /// <summary>Locked: only rättelser.</summary>
    Locked,
}

/// <summary>The levels that approve, from where a figure is entered and up.</summary>
public enum ApprovalLevel
{
    /// <summary>The unit that reports: its chef.</summary>
    Unit,

    /// <summary>The förvaltning: its chef.</summary>
    Administration,

    /// <summary>The nämnd: its secretary.</summary>
    Board,

    /// <summary>The region: regionstaben.</summary>
    Region,
}

/// <summary>What the responsible unit expects of the year's end (helårsprognos).</summary>
public enum YearForecast
{
    /// <summary>Bedöms uppnås.</summary>
    WillBeAchieved,

    /// <summary>Osäkert.</summary>
    Uncertain,

    /// <summary>Bedöms inte uppnås.</summary>
    WillNotBeAchieved,

    /// <summary>Ingen prognos kan lämnas.</summary>
    NotPossible,
}
