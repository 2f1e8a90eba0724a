using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Approval;

/// <summary>The measures that handed-in rows are figures of, by the plan in force: a kept measure's figures stand on the series of an earlier plan.</summary>
internal sealed class MeasuresOfRows
{
    private readonly Dictionary<Guid, List<(Measure Measure, MeasureSeries Series)>> recordedOn;

    private MeasuresOfRows(IReadOnlyList<Measure> measures)
    {
        var lineage = new SeriesLineage(measures);
        recordedOn = measures.SelectMany(m => m.Series, (m, s) => (Measure: m, Series: s))
            .GroupBy(x => lineage.RecordedOn(x.Series.Id)).ToDictionary(g => g.Key, g => g.ToList());
    }

    internal static async Task<MeasuresOfRows> ReadAsync(RegionPlanDb db, IEnumerable<SubmittedRow> rows)
    {
        var series = rows.Select(r => r.SeriesId).Distinct().ToList();
        var codes = await db.Measures.Where(m => m.Series.Any(s => series.Contains(s.Id))).Select(m => m.Id).ToListAsync();
        List<Measure> found = [];
        for (var ids = codes; ids.Count > 0;)
        {
            found.AddRange(await db.Measures.AsNoTracking().Where(m => ids.Contains(m.Id))
                .Include(m => m.Definitions).Include(m => m.Series).ThenInclude(s => s.Definitions).Include(m => m.Successions).ToListAsync());
            var known = found.ConvertAll(m => m.Id);
            ids = await db.Measures.Where(m => !known.Contains(m.Id) && m.Successions.Any(s => s.PredecessorId != null && known.Contains(s.PredecessorId.Value))).Select(m => m.Id).ToListAsync();
        }

        return new(found);
    }

    /// <summary>The terms that hold at the end of the row's period, of the measure that was in force then.</summary>
    /// <exception cref="RuleViolation">The measure is not there.</exception>
    internal MeasureTerms TermsOf(SubmittedRow row) => Of(row).Measure.Definitions.Current(row.Period.End)!.Terms;

    /// <summary>The measure's code and name, with the delmått's where it has one.</summary>
    internal string NameOf(SubmittedRow row)
    {
        var (measure, series) = Of(row);
        var part = series.Definitions.Current(row.Period.End)?.Terms.Name;
        return $"{measure.Code} {TermsOf(row).Name}{(part is null ? "" : $": {part}")}";
    }

    /// <summary>Of the measures that share the series the last whose definition began before the period ended, else the first.</summary>
    private (Measure Measure, MeasureSeries Series) Of(SubmittedRow row)
    {
        if (!recordedOn.TryGetValue(row.SeriesId, out var measures))
        {
            throw new RuleViolation("Måttet finns inte. Ladda om sidan.");
        }

        var ordered = measures.OrderBy(m => m.Measure.Definitions.Min(d => d.HoldsFrom)).ToList();
        var begun = ordered.FindAll(m => m.Measure.Definitions.Any(d => d.HoldsFrom <= row.Period.End));
        return begun.Count > 0 ? begun[^1] : ordered[0];
    }
}
