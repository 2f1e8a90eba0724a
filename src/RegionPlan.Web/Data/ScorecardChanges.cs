using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Rollup;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Web.Data;

/// <summary>Reads what has been decided and told of styrkort, for the history.</summary>
internal static class ScorecardChanges
{
    /// <summary>The decided versions that pass the filter, latest first.</summary>
    internal static async Task<List<Change>> VersionsAsync(RegionPlanDb db, ChangeFilter filter, int enough, CancellationToken cancellation)
    {
        var scorecards = await db.Scorecards.AsNoTracking().Where(s => filter.UnitId == null || s.UnitId == filter.UnitId).ToDictionaryAsync(s => s.Id, cancellation);
        var ids = scorecards.Keys.ToList();
        var versions = await TakeAsync(db.Set<ScorecardVersion>().AsNoTracking().Where(v => ids.Contains(v.ScorecardId)), filter, enough, cancellation);
        var followed = versions.Where(v => v.Version > 1).Select(v => v.ScorecardId).Distinct().ToList();
        var earlier = (await db.Set<ScorecardVersion>().AsNoTracking().Where(v => followed.Contains(v.ScorecardId)).ToListAsync(cancellation))
            .ToDictionary(v => (v.ScorecardId, v.Version));
        return versions.ConvertAll(v => new Change(
            ChangeKind.Scorecard, v, earlier.GetValueOrDefault((v.ScorecardId, v.Version - 1)), $"Styrkort {scorecards[v.ScorecardId].Year}", null, UnitId: scorecards[v.ScorecardId].UnitId));
    }

    /// <summary>What was told of activities that passes the filter, latest first.</summary>
    internal static async Task<List<Change>> ProgressAsync(RegionPlanDb db, ChangeFilter filter, int enough, CancellationToken cancellation)
    {
        var own = db.Scorecards.Where(s => filter.UnitId == null || s.UnitId == filter.UnitId).Select(s => s.Id);
        var told = await TakeAsync(db.ActivityProgress.AsNoTracking().Where(p => own.Contains(p.ScorecardId)), filter, enough, cancellation);
        var ids = told.Select(p => p.ScorecardId).Distinct().ToList();
        var activities = told.Select(p => p.ActivityId).Distinct().ToList();
        var scorecards = await db.Scorecards.AsNoTracking().Where(s => ids.Contains(s.Id)).Include(s => s.Versions).ToDictionaryAsync(s => s.Id, cancellation);
        var earlier = (await db.ActivityProgress.AsNoTracking().Where(p => activities.Contains(p.ActivityId)).ToListAsync(cancellation))
            .ToDictionary(p => (p.ScorecardId, p.ActivityId, p.Version));
        return told.ConvertAll(p => new Change(
            ChangeKind.Activity,
            p,
            earlier.GetValueOrDefault((p.ScorecardId, p.ActivityId, p.Version - 1)),
            NameOf(scorecards[p.ScorecardId], p.ActivityId),
            null,
            UnitId: scorecards[p.ScorecardId].UnitId));
    }

    /// <summary>The choices between figures that pass the filter, latest first; the caller knows the measures.</summary>
    internal static async Task<List<(ValueChoice Choice, ValueChoice? Earlier)>> ChoicesAsync(
        RegionPlanDb db, ChangeFilter filter, IReadOnlyCollection<Guid> seriesIds, CancellationToken cancellation)
    {
        var choices = await db.ValueChoices.AsNoTracking()
            .Where(c => seriesIds.Contains(c.SeriesId) && (filter.UnitId == null || c.UnitId == filter.UnitId)).ToListAsync(cancellation);
        var earlier = choices.ToDictionary(c => (c.Key, c.Version));
        return choices.ConvertAll(c => (c, earlier.GetValueOrDefault((c.Key, c.Version - 1))));
    }

    private static string NameOf(Scorecard scorecard, Guid activityId) => scorecard.Versions.OrderByDescending(v => v.Version)
        .SelectMany(v => v.Content.Activities).FirstOrDefault(a => a.Id == activityId)?.Name ?? "";

    /// <summary>The latest facts that pass; names are matched here, where å, ä and ö have a case on every database.</summary>
    private static async Task<List<T>> TakeAsync<T>(IQueryable<T> facts, ChangeFilter filter, int enough, CancellationToken cancellation)
        where T : Fact
    {
        var since = filter.From is { } from ? TimeAxes.StartOf(from) : (DateTimeOffset?)null;
        var until = filter.To is { } to ? TimeAxes.StartOf(to.AddDays(1)) : (DateTimeOffset?)null;
        var passing = facts.Where(f => (since == null || f.Recorded.At >= since) && (until == null || f.Recorded.At < until));
        if (filter.By is { } by)
        {
            var names = await facts.Select(f => f.Recorded.By).Distinct().ToListAsync(cancellation);
            names.RemoveAll(name => !name.Contains(by, StringComparison.OrdinalIgnoreCase));
            passing = passing.Where(f => names.Contains(f.Recorded.By));
        }

        return await passing.OrderByDescending(f => f.Recorded.At).ThenByDescending(f => f.Id).Take(enough).ToListAsync(cancellation);
    }
}
