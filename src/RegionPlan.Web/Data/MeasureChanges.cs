using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Web.Data;

/// <summary>Reads how measures, delmått and målvärden are defined, and what measures continue, for the history.</summary>
internal static class MeasureChanges
{
    internal static async Task<List<Measure>> ReadAsync(RegionPlanDb db, string? code, CancellationToken cancellation) => await db.Measures.AsNoTracking()
        .Where(m => code == null || m.Code == code)
        .Include(m => m.Definitions)
        .Include(m => m.Series).ThenInclude(s => s.Definitions)
        .Include(m => m.Series).ThenInclude(s => s.Targets)
        .Include(m => m.Successions)
        .Include(m => m.Endings)
        .ToListAsync(cancellation);

    internal static IEnumerable<Change> DefinitionsOf(Measure measure, ChangeFilter filter)
    {
        if (!AnswersFor(filter.UnitId, measure))
        {
            return [];
        }

        var own = measure.Definitions.Steps()
            .Select(s => new Change(ChangeKind.MeasureDefinition, s.Fact, s.Earlier, null, new(measure.Code, s.Fact.Terms, null, measure.PlanId is not null)));
        var series = measure.Series.SelectMany(x => x.Definitions.Steps()
            .Select(s => new Change(ChangeKind.SeriesDefinition, s.Fact, s.Earlier, null, Named(measure, x, s.Fact.HoldsFrom))));
        var targets = measure.Series.SelectMany(x => x.Targets.GroupBy(t => (t.Term, t.Slot)).SelectMany(g => g.Steps()
            .Select(s => new Change(ChangeKind.Target, s.Fact, s.Earlier, null, Named(measure, x, s.Fact.HoldsFrom)))));
        return own.Concat(series).Concat(targets).Where(c => filter.Passes(c.Fact));
    }

    /// <summary>What measures continue, and which end.</summary>
    internal static async Task<IEnumerable<Change>> TransitionsAsync(
        RegionPlanDb db, ChangeFilter filter, List<Measure> measures, CancellationToken cancellation)
    {
        if (!measures.Exists(m => m.Successions.Count + m.Endings.Count > 0))
        {
            return [];
        }

        var plans = await db.Plans.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Key, cancellation);
        var names = (await db.Measures.Where(m => m.PlanId != null).Select(m => new { m.Id, m.Code, m.PlanId }).ToListAsync(cancellation))
            .ToDictionary(m => m.Id, m => $"{m.Code} i {plans[m.PlanId!.Value]}");
        return measures.Where(m => AnswersFor(filter.UnitId, m)).SelectMany(m =>
        {
            var named = new ChangedMeasure(m.Code, m.Definitions.Latest()!.Terms, null);
            return m.Successions.Steps()
                .Select(s => new Change(
                    ChangeKind.PlanTransition, s.Fact, s.Earlier, null, named, ParentNames.Of(names, s.Fact.PredecessorId, s.Earlier?.PredecessorId)))
                .Concat(m.Endings.GroupBy(e => e.PlanId).SelectMany(about => about.Steps()
                    .Select(s => new Change(ChangeKind.PlanTransition, s.Fact, s.Earlier, $"Övergång till {plans[about.Key]}", named))));
        }).Where(c => filter.Passes(c.Fact));
    }

    /// <summary>The measure and series that a change is about, as they were defined on a day.</summary>
    internal static ChangedMeasure Named(Measure measure, MeasureSeries series, DateOnly on) =>
        new(measure.Code, measure.Definitions.Current(on)!.Terms, series.Definitions.Current(on)?.Terms.Name, measure.PlanId is not null);

    private static bool AnswersFor(Guid? unitId, Measure measure) =>
        unitId is null || measure.Definitions.MaxBy(d => d.Version)!.Terms.ResponsibleUnitId == unitId;
}
