using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.ChooseFigure;

/// <summary>Reads the two figures to choose between.</summary>
internal sealed class FigureQuery(IDbContextFactory<RegionPlanDb> databases, CascadeReader cascades, UnitFigureReader figures)
{
    /// <summary>The question; null where there is no such unit, series or figure.</summary>
    internal async Task<FigureQuestion?> ReadAsync(string unitKey, Guid seriesId, string periodText)
    {
        if (!Period.TryParse(periodText, out var period))
        {
            return null;
        }

        var reading = await cascades.ReadAsync(period.Year);
        if (reading.Cascade.Tree.Find(unitKey) is not { } unit || reading.Series.GetValueOrDefault(seriesId) is not { } series)
        {
            return null;
        }

        if ((await figures.ReadAsync(reading, [seriesId])).Of(seriesId, unit.Unit.Id, period) is not { Value: not null } figure)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync();
        var recordedOn = reading.Lineage.RecordedOn(seriesId);
        var earlier = await db.ValueChoices.AsNoTracking()
            .Where(c => c.SeriesId == recordedOn && c.UnitId == unit.Unit.Id && c.Period == period && c.Sex == Sex.Total)
            .OrderBy(c => c.Version).ToListAsync();
        return new(unit, series, period, figure, earlier, reading.Cascade.Tree);
    }
}
