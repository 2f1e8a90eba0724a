using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Reporting;

/// <summary>Reads what one unit hands in to one follow-up: the rows it owes, and those it has handed in.</summary>
internal sealed class SheetReader(IDbContextFactory<RegionPlanDb> databases, FollowUpReader followUps, PermissionReader permissions)
{
    /// <summary>The sheet for somebody who hands in for the unit.</summary>
    /// <exception cref="AccessRefused">Nobody is signed in, or the user does not hand in for the unit.</exception>
    internal async Task<ReportSheet?> ReadAsync(ClaimsPrincipal principal, ReportScope scope)
    {
        var user = await permissions.ForWritingAsync(principal);
        if (await FindAsync(scope) is not var (reading, followUp))
        {
            return null;
        }

        return user.MayWriteOutcomesOf(scope.UnitId, reading.Today)
            ? await SheetAsync(reading, followUp, scope)
            : throw new AccessRefused($"Du får inte lämna in för {reading.Today.NameOf(scope.UnitId)}.");
    }

    /// <summary>The sheet as it is now, whoever asks; null where there is no such follow-up or unit.</summary>
    internal async Task<ReportSheet?> SheetAsync(ReportScope scope) =>
        await FindAsync(scope) is var (reading, followUp) ? await SheetAsync(reading, followUp, scope) : null;

    /// <summary>The sheets of several units, read together; a unit that does not stand in the follow-up's organisation has none.</summary>
    /// <param name="reading">The follow-up's year.</param>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="unitIds">The reporting units.</param>
    internal async Task<IReadOnlyList<ReportSheet>> SheetsAsync(FollowUpReading reading, FollowUp followUp, IReadOnlyCollection<Guid> unitIds)
    {
        var tree = reading.FollowUps.TreeOf(followUp);
        var units = unitIds.Select(id => tree.Find(id)).OfType<OrganizationTree.Branch>().Select(u => (Unit: u, Rows: Wanted(reading, followUp, u.Unit.Id))).ToList();
        var facts = await FactsAsync(units.SelectMany(u => u.Rows).Select(r => r.Key).ToList());
        return [.. units.Select(u => Sheet(reading, followUp, u.Unit, u.Rows, facts))];
    }

    private static string Id(SubmittedRowKey key, ReportedSeries series, IReadOnlyCollection<(SubmittedRowKey Key, ReportedSeries Series)> all)
    {
        var id = $"cell-{series.Code.Replace('.', '-').Replace(' ', '-')}-{series.SeriesKey}";
        var sameSeries = all.Count(r => r.Key.SeriesId == key.SeriesId && r.Key.UnitId == key.UnitId) > 1;
        var sameCode = all.Any(r => r.Series != series && r.Series.Code == series.Code && r.Series.SeriesKey == series.SeriesKey);
        return id + (sameCode && !series.Owed.IsRegional ? "-egen" : "") + (sameSeries ? $"-{key.Period}" : "");
    }

    private async Task<(FollowUpReading Reading, FollowUp FollowUp)?> FindAsync(ReportScope scope)
    {
        await using var db = await databases.CreateDbContextAsync();
        var year = await db.FollowUps.Where(f => f.Id == scope.FollowUpId).Select(f => (int?)f.Year).SingleOrDefaultAsync();
        if (year is null)
        {
            return null;
        }

        var reading = await followUps.ReadAsync(year);
        return reading.FollowUps.FollowUps.FirstOrDefault(f => f.Id == scope.FollowUpId) is { } followUp ? (reading, followUp) : null;
    }

    private async Task<ReportSheet?> SheetAsync(FollowUpReading reading, FollowUp followUp, ReportScope scope) =>
        await SheetsAsync(reading, followUp, [scope.UnitId]) is [var sheet] ? sheet : null;

    private static ReportSheet Sheet(
        FollowUpReading reading, FollowUp followUp, OrganizationTree.Branch unit, List<(SubmittedRowKey Key, ReportedSeries Series)> wanted, RowFacts facts)
    {
        var (year, unitId) = (reading.FollowUps, unit.Unit.Id);
        var chain = year.ChainOf(followUp, unitId);
        var duties = year.Of(followUp, unitId).ToDictionary(s => s.Duty.Key);
        var handedIn = (year.SubmissionOf(followUp, unitId)?.Standings(chain) ?? []).ToDictionary(s => s.Row.Key);
        return new(
            new(followUp.Id, unitId),
            followUp,
            unit.Unit.Key,
            unit.Name,
            year.DueOn(followUp, unitId),
            year.Today,
            [.. chain.Select(s => new NamedStep(s, year.TreeOf(followUp).NameOf(s.UnitId) ?? ""))],
            [.. wanted.Select(r => Row(
                r.Key, Id(r.Key, r.Series, wanted), r.Series, duties.GetValueOrDefault(r.Key)?.Duty, handedIn.GetValueOrDefault(r.Key), followUp, facts))]);
    }

    /// <summary>The rows that a unit owes or has handed in, in the order of the plan and the styrkort.</summary>
    private static List<(SubmittedRowKey Key, ReportedSeries Series)> Wanted(FollowUpReading reading, FollowUp followUp, Guid unitId)
    {
        var year = reading.FollowUps;
        var handedIn = (year.SubmissionOf(followUp, unitId)?.Rows ?? []).Select(r => r.Key);
        return [.. year.Of(followUp, unitId).Select(s => s.Duty.Key).Union(handedIn)
            .Select(k => (Key: k, Series: reading.Of(k))).Where(r => r.Series is not null).Select(r => (r.Key, Series: r.Series!))
            .OrderBy(r => reading.PlaceOf(r.Series)).ThenBy(r => r.Key.Period.Recency)];
    }

    private async Task<RowFacts> FactsAsync(List<SubmittedRowKey> keys)
    {
        var series = keys.Select(k => k.SeriesId).Distinct().ToList();
        var about = keys.Select(k => k.UnitId).Distinct().ToList();
        await using var db = await databases.CreateDbContextAsync();
        var outcomes = await db.Outcomes.AsNoTracking().Where(o => series.Contains(o.SeriesId) && about.Contains(o.UnitId)).ToListAsync();
        var drafts = await db.Drafts.AsNoTracking().Where(d => series.Contains(d.SeriesId) && about.Contains(d.UnitId)).ToListAsync();
        var breaks = await db.Measures.AsNoTracking().SelectMany(m => m.Series).Where(s => series.Contains(s.Id))
            .SelectMany(s => s.Breaks, (s, b) => new { s.Id, b.Year }).ToListAsync();
        return new(
            outcomes.ToLookup(o => (o.SeriesId, o.UnitId)),
            drafts.ToDictionary(d => new SubmittedRowKey(d.SeriesId, d.UnitId, d.Period)),
            breaks.ToLookup(b => b.Id, b => b.Year));
    }

    private static ReportedRow Row(
        SubmittedRowKey key, string rowId, ReportedSeries series, Duty? duty, RowStanding? standing, FollowUp followUp, RowFacts facts)
    {
        var outcomes = facts.Outcomes[(key.SeriesId, key.UnitId)];
        return new(
            new(key.SeriesId, key.UnitId, key.Period, series.ShownSeriesId),
            rowId,
            series.Code,
            series.SeriesKey,
            series.Name,
            series.HasPage ? $"/matt/{series.Code}?ar={key.Period.Year.ToString(Sv.Culture)}" : null,
            series.Goal,
            series.Owed.IsRegional,
            duty is not null,
            series.Terms,
            new(
                key.Period,
                series.Owed.Frequency,
                series.Owed.Target,
                PeriodOutcomes.History(outcomes),
                [.. facts.BreakYears[key.SeriesId]],
                followUp.Terms.AsksForAnalysis,
                duty is { IsForecast: true })
            {
                AskedReason = followUp.Locked is not null ? "Uppföljningen är låst. Skriv varför värdet rättas."
                    : standing is { Stage: RowStage.Approved } ? "Värdet är redan godkänt. Skriv varför det rättas."
                    : null,
                Returned = standing is { Stage: RowStage.Returned } ? standing : null,
            },
            new(key.SeriesId, key.UnitId, key.Period, series.Terms, outcomes),
            standing,
            facts.Drafts.GetValueOrDefault(key));
    }

    private sealed record RowFacts(
        ILookup<(Guid SeriesId, Guid UnitId), OutcomeEntry> Outcomes, Dictionary<SubmittedRowKey, OutcomeDraft> Drafts, ILookup<Guid, int> BreakYears);
}
