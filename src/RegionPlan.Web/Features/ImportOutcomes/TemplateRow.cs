namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>One row of the template: what it is about, and the texts as they are typed or handed in.</summary>
internal sealed record TemplateRow(string FollowUp, string Unit, string Measure, string Series, string About, string Period)
{
    public string UnitName { get; init; } = "";

    public string MeasureName { get; init; } = "";

    public string MeasureUnit { get; init; } = "";

    public string Target { get; init; } = "";

    public string Earlier { get; init; } = "";

    /// <summary>The total as typed; 120/150 is written as numerator and denominator.</summary>
    public string Total { get; init; } = "";

    public string Women { get; init; } = "";

    public string Men { get; init; } = "";

    public string Comment { get; init; } = "";

    public string Analysis { get; init; } = "";

    public string Action { get; init; } = "";

    public string ActionOwner { get; init; } = "";

    public string ActionDue { get; init; } = "";

    public string Forecast { get; init; } = "";

    public string ForecastReason { get; init; } = "";

    public string Reason { get; init; } = "";
}
