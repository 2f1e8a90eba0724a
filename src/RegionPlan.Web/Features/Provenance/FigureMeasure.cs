using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Provenance;

/// <summary>The measure that a figure of a year is read by, as it was known.</summary>
/// <param name="Measure">The measure, of the plan that the year is followed up by.</param>
/// <param name="Series">The series, with its målvärden.</param>
/// <param name="Definition">The version of the terms.</param>
/// <param name="Name">The measure's name, with the delmått's where it has one.</param>
/// <param name="AsOf">When it was known.</param>
public sealed record FigureMeasure(Measure Measure, MeasureSeries Series, MeasureDefinition Definition, string Name, DateTimeOffset AsOf)
{
    internal MeasureTerms Terms => Definition.Terms;

    /// <param name="db">The database.</param>
    /// <param name="seriesId">The series itself.</param>
    /// <param name="day">The day that the terms hold.</param>
    /// <param name="asOf">When it was known.</param>
    /// <returns>Null where there is no such series.</returns>
    internal static async Task<FigureMeasure?> OfSeriesAsync(RegionPlanDb db, Guid seriesId, DateOnly day, DateTimeOffset asOf) =>
        (await MeasuresAsync(db)).SelectMany(m => m.Series.Where(s => s.Id == seriesId), (m, s) => Of(m, s, day, asOf)).FirstOrDefault();

    /// <param name="db">The database.</param>
    /// <param name="seriesId">The series itself, or the one that its figures are recorded on in an earlier plan.</param>
    /// <param name="day">The day that the terms hold.</param>
    /// <param name="asOf">When it was known.</param>
    /// <returns>Null where there is no such series.</returns>
    internal static async Task<FigureMeasure?> ReadAsync(RegionPlanDb db, Guid seriesId, DateOnly day, DateTimeOffset asOf)
    {
        var measures = await MeasuresAsync(db);
        var begins = await db.Plans.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.FirstYear);
        var lineage = new SeriesLineage(measures, asOf);
        return measures
            .SelectMany(m => m.Series, (m, s) => (Measure: m, Series: s))
            .Where(x => x.Series.Id == seriesId || (lineage.RecordedOn(x.Series.Id) == seriesId && x.Measure.PlanId is { } plan && begins[plan] <= day.Year))
            .OrderByDescending(x => x.Measure.PlanId is { } plan ? begins[plan] : 0)
            .Select(x => Of(x.Measure, x.Series, day, asOf))
            .FirstOrDefault();
    }

    /// <summary>Explains the colour of a value with the målvärde that was known.</summary>
    /// <param name="period">The period.</param>
    /// <param name="amount">The value.</param>
    /// <param name="isExample">Whether the value is invented for demonstration.</param>
    internal Explanation Judge(Period period, decimal amount, bool isExample)
    {
        var target = Series.Targets.Where(t => t.Term == TargetTerm.ShortTerm && t.Slot == period.Year).Current(new(period.Year, 12, 31), AsOf);
        var assessment = OutcomeAssessment.Of(JudgingRule.Of(Terms), target?.Target, new(period, amount), null, MissingReason.NotReported);
        return Explanation.Of(assessment.Reason, Terms, period.Year, [], [], target?.IsExample ?? false, isExample);
    }

    private static Task<List<Measure>> MeasuresAsync(RegionPlanDb db) => db.Measures.AsNoTracking()
        .Include(m => m.Definitions)
        .Include(m => m.Series).ThenInclude(s => s.Definitions)
        .Include(m => m.Series).ThenInclude(s => s.Targets)
        .Include(m => m.Successions)
        .ToListAsync();

    /// <summary>Where the terms were not known yet, the first that were.</summary>
    private static FigureMeasure Of(Measure measure, MeasureSeries series, DateOnly day, DateTimeOffset asOf)
    {
        var definition = measure.Definitions.Current(day, asOf) ?? measure.Definitions.OrderBy(d => d.HoldsFrom).ThenByDescending(d => d.Version).First();
        var own = series.Definitions.Current(day, asOf)?.Terms.Name;
        return new(measure, series, definition, own is null ? definition.Terms.Name : $"{definition.Terms.Name}: {own}", asOf);
    }
}
