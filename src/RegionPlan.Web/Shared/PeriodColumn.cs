namespace RegionPlan.Web.Shared;

/// <summary>A column of the table of a year's economy through a month: what is recorded, and the differences between them.</summary>
public enum PeriodColumn
{
    Budget,
    Outcome,
    OutcomeBefore,

    /// <summary>The outcome less that of the year before.</summary>
    Change,
    Forecast,

    /// <summary>The forecast, or the whole year's outcome, less the budget.</summary>
    Deviation,
}
