namespace RegionPlan.Web.Features.ImportOutcomes.Files;

/// <summary>The columns of the file that are read, in the template's order. Their headings are in <see cref="Headings"/>.</summary>
internal enum ImportColumn
{
    FollowUp,
    Unit,
    Measure,
    Series,
    About,
    Period,
    Total,
    Numerator,
    Denominator,
    Women,
    Men,
    Comment,
    Analysis,
    Action,
    ActionOwner,
    ActionDue,
    Forecast,
    ForecastReason,
    Reason,

    /// <summary>Tells which unit where the key does not, and is held against it where it does.</summary>
    UnitName,

    /// <summary>Held against the measure of the row.</summary>
    MeasureName,
}
