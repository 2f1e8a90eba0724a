using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Provenance;

/// <summary>Reads what a recorded figure comes from.</summary>
internal sealed class ProvenanceQuery(IDbContextFactory<RegionPlanDb> databases)
{
    /// <summary>Null where there is no such figure.</summary>
    internal async Task<FigureProvenance?> ReadAsync(Guid entryId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Outcomes.AsNoTracking().SingleOrDefaultAsync(o => o.Id == entryId) is not { } entry
            || await db.Measures.AsNoTracking().Include(m => m.Definitions).Include(m => m.Series).ThenInclude(s => s.Definitions)
                .Include(m => m.Series).ThenInclude(s => s.Targets).SingleOrDefaultAsync(m => m.Series.Any(s => s.Id == entry.SeriesId)) is not { } measure)
        {
            return null;
        }

        var series = measure.Series.Single(s => s.Id == entry.SeriesId);
        var versions = await db.Outcomes.AsNoTracking()
            .Where(o => o.SeriesId == entry.SeriesId && o.UnitId == entry.UnitId && o.Period == entry.Period && o.Sex == entry.Sex)
            .OrderByDescending(o => o.Version).ToListAsync();
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToDictionaryAsync(u => u.Id);
        var definition = measure.Definitions.Current(entry.Period.End, entry.Recorded.At) ?? measure.Definitions.OrderBy(d => d.HoldsFrom).ThenByDescending(d => d.Version).First();
        var own = series.Definitions.Current(entry.Period.End, entry.Recorded.At)?.Terms.Name;
        return new(
            entry,
            measure.Code,
            own is null ? definition.Terms.Name : $"{definition.Terms.Name}: {own}",
            definition.Terms,
            definition,
            NameOf(units, entry.UnitId, entry.Period.End),
            NameOf(units, entry.ReportedByUnitId, entry.Period.End),
            versions,
            await ApprovalReader.ReadAsync(db, versions.Select(v => v.SubmittedRowId), CancellationToken.None),
            Judge(entry, definition.Terms, series),
            await db.ReportsShowingAsync(entryId.ToString(), units));
    }

    private static string NameOf(Dictionary<Guid, OrganizationUnit> units, Guid id, DateOnly day) =>
        units.TryGetValue(id, out var unit) ? unit.NameOn(day) : "";

    /// <summary>Only a total is judged.</summary>
    private static Explanation? Judge(OutcomeEntry entry, MeasureTerms terms, MeasureSeries series)
    {
        if (entry is not { Amount: { } amount, Sex: Sex.Total })
        {
            return null;
        }

        var year = entry.Period.Year;
        var target = series.Targets.Where(t => t.Term == TargetTerm.ShortTerm && t.Slot == year).Current(new(year, 12, 31), entry.Recorded.At)?.Target;
        var assessment = OutcomeAssessment.Of(JudgingRule.Of(terms), target, new(entry.Period, amount), null, MissingReason.NotReported);
        return Explanation.Of(assessment.Reason, terms, year, [], []);
    }
}
