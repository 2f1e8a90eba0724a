using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Domain;

namespace RegionPlan.Tests.Reporting;

/// <summary>The region's recorded figures, as they are and as they are corrected.</summary>
internal static class Recorded
{
    /// <summary>The total of a measure in a year as it holds.</summary>
    internal static async Task<OutcomeEntry> Outcome(this TestApp app, string code, int year)
    {
        await using var db = app.Db();
        var ids = await db.Measures.Where(m => m.Code == code).SelectMany(m => m.Series).Select(s => s.Id).ToListAsync();
        var period = Period.OfYear(year);
        return await db.Outcomes.Where(o => ids.Contains(o.SeriesId) && o.Sex == Sex.Total && o.Period == period).OrderByDescending(o => o.Version).FirstAsync();
    }

    /// <summary>Corrects it, and tells the entry that then holds.</summary>
    internal static async Task<OutcomeEntry> Correct(this TestApp app, string code, int year, decimal amount)
    {
        var held = await app.Outcome(code, year);
        await using var db = app.Db();
        var earlier = await db.Outcomes.Where(o => o.SeriesId == held.SeriesId && o.UnitId == held.UnitId && o.Period == held.Period).ToListAsync();
        var made = new OutcomeRow(held.SeriesId, held.UnitId, held.Period, Given.Percent(), earlier).Record(
            new(OutcomeValue.Of(amount), earlier.Where(o => o.Sex == Sex.Women).MaxBy(o => o.Version)?.Value, earlier.Where(o => o.Sex == Sex.Men).MaxBy(o => o.Version)?.Value),
            held.ReportedByUnitId,
            OutcomeOrigin.Manual,
            new(app.Clock.Now, "Controller", why: "Fel underlag"),
            DateOnly.FromDateTime(app.Clock.Now.UtcDateTime));
        db.Outcomes.AddRange(made);
        await db.SaveChangesAsync();
        return made.Single(o => o.Sex == Sex.Total);
    }
}
