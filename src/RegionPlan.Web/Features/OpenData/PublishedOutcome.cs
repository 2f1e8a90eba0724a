using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>A current outcome: the latest recorded for its series, period and sex.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Code">The measure's code.</param>
/// <param name="Series">The series' key within the measure.</param>
/// <param name="SeriesName">The delmått's name; null where the measure has no delmått.</param>
/// <param name="Period">2024, 2024-T2 or 2024-08.</param>
/// <param name="Sex">Whose outcome it is.</param>
/// <param name="Value">In the measure's unit, as recorded; 1 is yes and 0 is no for a yes/no measure.</param>
/// <param name="Unit">The measure's unit, such as %.</param>
/// <param name="Numerator">What the value was counted from, where it was reported so.</param>
/// <param name="Denominator">What the value was counted from, where it was reported so.</param>
/// <param name="Source">Where the figure comes from.</param>
/// <param name="SourceReference">The source's own key for it, such as a Kolada nyckeltal id.</param>
/// <param name="Comment">The reporting unit's comment.</param>
/// <param name="IsExample">Invented for demonstration; never the region's own figure.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="ReportedBy">The unit that answers for the figure; persons are not published.</param>
/// <param name="Version">1 for the first value recorded, then one more for each correction.</param>
public sealed record PublishedOutcome(
    string Plan,
    string Code,
    string Series,
    string? SeriesName,
    string Period,
    Sex Sex,
    decimal Value,
    string Unit,
    decimal? Numerator,
    decimal? Denominator,
    string Source,
    string? SourceReference,
    string? Comment,
    bool IsExample,
    DateTime RecordedAt,
    string? ReportedBy,
    int Version)
{
    internal static IEnumerable<PublishedOutcome> AllOf(AssessedSeries series, AssessedPlan plan, Func<Guid, string?> unitName) =>
        from period in series.History
        from entry in new[] { period.Total, period.Women, period.Men }
        let value = entry?.Amount
        where value is not null
        select new PublishedOutcome(
            plan.Plan.Key,
            series.Measure.Code,
            series.Series.Key,
            series.Terms.Name,
            entry.Period.ToString(),
            entry.Sex,
            value.Value,
            series.MeasureTerms.UnitText,
            entry.Numerator,
            entry.Denominator,
            entry.Source,
            entry.SourceReference,
            entry.Comment,
            entry.IsExample,
            entry.Recorded.At.UtcDateTime,
            unitName(entry.ReportedByUnitId),
            entry.Version);
}
