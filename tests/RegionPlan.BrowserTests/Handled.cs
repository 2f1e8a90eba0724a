using Microsoft.EntityFrameworkCore;
using RegionPlan.BrowserTests.Running;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;

namespace RegionPlan.BrowserTests;

/// <summary>What is done above the reporting unit, straight in the database of a running application, as the domain does it.</summary>
internal static class Handled
{
    /// <summary>Sends cells of every row that waits back at the first level.</summary>
    internal static async Task SendBack(this AppProcess process, string followUp, string unit, string why, params Sex[] cells)
    {
        await using var db = Open(process);
        var (found, submission, chain) = await FindAsync(db, followUp, unit);
        var step = chain[0];
        submission.Return(
            found,
            chain,
            [.. submission.Standings(chain).Where(s => s.WaitsFor == step.Level).SelectMany(s => cells.Select(c => new ReturnedCell(s.Row.Key, c)))],
            step.Level,
            new(true, new HashSet<ApprovalLevel> { step.Level }, false),
            submission.Version,
            By("Chefen", why));
        await db.SaveChangesAsync();
    }

    /// <summary>Approves what waits, level by level, and records what then is public.</summary>
    internal static async Task Approve(this AppProcess process, string followUp, string unit)
    {
        await using var db = Open(process);
        var (found, submission, chain) = await FindAsync(db, followUp, unit);
        foreach (var step in chain)
        {
            foreach (var row in submission.Approve(found, chain, step.Level, new(true, new HashSet<ApprovalLevel> { step.Level }, false), submission.Version, By("Chefen")))
            {
                await PutAsync(db, row.SeriesId, row.UnitId, row.Period, row.Report, row.Recorded, row.Id);
            }
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Puts a unit's figure among the recorded ones.</summary>
    internal static async Task Put(this AppProcess process, string unit, string code, string period, decimal numerator, decimal denominator)
    {
        await using var db = Open(process);
        var series = await db.Measures.Where(m => m.Code == code).SelectMany(m => m.Series).Select(s => s.Id).SingleAsync();
        var about = await db.Units.Where(u => u.Key == unit).Select(u => u.Id).SingleAsync();
        await PutAsync(db, series, about, Period.Parse(period), new(OutcomeValue.OfRatio(numerator, denominator, 100)), By("Controllern"), null);
        await db.SaveChangesAsync();
    }

    private static async Task PutAsync(RegionPlanDb db, Guid series, Guid about, Period period, OutcomeReport report, Recording recorded, Guid? submitted)
    {
        var terms = (await db.Measures.Include(m => m.Definitions).SingleAsync(m => m.Series.Any(s => s.Id == series))).Definitions.MaxBy(d => d.Version)!.Terms;
        var entries = await db.Outcomes.Where(o => o.SeriesId == series && o.UnitId == about).ToListAsync();
        db.Outcomes.AddRange(new OutcomeRow(series, about, period, terms, entries).Record(
            report, about, OutcomeOrigin.Manual, recorded, DateOnly.FromDateTime(DateTime.Today), submitted));
    }

    private static async Task<(FollowUp FollowUp, Submission Submission, IReadOnlyList<ApprovalStep> Chain)> FindAsync(RegionPlanDb db, string followUp, string unit)
    {
        var found = (await db.FollowUps.Include(f => f.Versions).Include(f => f.Locks).ToListAsync()).Single(f => f.Key == followUp);
        var units = await db.Units.Include(u => u.Placements).ToListAsync();
        var reporter = units.Single(u => u.Key == unit).Id;
        var submission = await db.Submissions.Include(s => s.Steps).ThenInclude(s => s.Returned).Include(s => s.Rows)
            .SingleAsync(s => s.FollowUpId == found.Id && s.UnitId == reporter);
        return (found, submission, ApprovalChain.Of(FollowUpYear.TreeOf(found, units), reporter, found.Terms.Requires));
    }

    private static Recording By(string name, string? why = null) => new(DateTimeOffset.UtcNow, name, why: why);

    private static RegionPlanDb Open(AppProcess process) =>
        new(new DbContextOptionsBuilder<RegionPlanDb>().UseSqlite($"Data Source={process.DatabaseFile}").Options);
}
