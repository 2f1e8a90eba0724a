using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.RecordOutcomes;

/// <summary>A series as the grid shows it: the region's, or one that a unit follows.</summary>
/// <param name="SeriesId">The series.</param>
/// <param name="UnitId">The unit that the outcome is about; null for the region as a whole.</param>
/// <param name="RowId">What the row's elements are named by.</param>
/// <param name="Code">The measure's code.</param>
/// <param name="FullName">The measure's name, with the delmått's where it has one.</param>
/// <param name="Href">The measure's page; null where it has none.</param>
/// <param name="Terms">The measure's terms that hold.</param>
/// <param name="Frequency">How often it is measured.</param>
/// <param name="Target">The målvärde that the outcome is judged by: the region's, or the unit's own; null where nothing is known of one.</param>
/// <param name="History">The recorded outcomes by period, oldest first.</param>
internal sealed record RecordableSeries(
    Guid SeriesId,
    Guid? UnitId,
    string RowId,
    string Code,
    string FullName,
    string? Href,
    MeasureTerms Terms,
    Frequency Frequency,
    Target? Target,
    IReadOnlyList<PeriodOutcomes> History);

/// <summary>One row of the entry grid: a series, what is recorded for the period, and what the unit has typed.</summary>
internal sealed record RecordableRow(RecordableSeries Series, OutcomeRow Row, OutcomeDraft? Draft);

/// <summary>The rows that a user may write, by goal.</summary>
internal sealed record RecordableRows(Period Period, string UnitName, IReadOnlyList<(string Goal, IReadOnlyList<RecordableRow> Rows)> Goals);

/// <summary>Reads the entry grid of a period for a user: the region's series that the user's units answer for, or a unit's own figures.</summary>
internal sealed class RecordQuery(
    IDbContextFactory<RegionPlanDb> databases, PlanReader plans, CascadeReader cascades, PermissionReader permissions)
{
    /// <param name="principal">Who records.</param>
    /// <param name="period">The period.</param>
    /// <param name="unitKey">The unit whose own figures are recorded; null for the region's.</param>
    internal async Task<RecordableRows> ReadAsync(ClaimsPrincipal principal, Period period, string? unitKey = null)
    {
        var user = await permissions.ForWritingAsync(principal);
        await using var db = await databases.CreateDbContextAsync();
        var tree = new OrganizationTree(await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(), plans.Today);
        return unitKey is null ? await RegionAsync(db, user, period, tree) : await UnitAsync(db, user, period, tree, unitKey);
    }

    /// <summary>The units whose own figures the user may record for a period: those with a decided styrkort that follows something.</summary>
    internal async Task<IReadOnlyList<OrganizationTree.Branch>> UnitsAsync(Permissions user, Period period)
    {
        var reading = await cascades.ReadAsync(period.Year);
        var today = new OrganizationTree(reading.Units, plans.Today);
        var during = OrganizationTree.During(reading.Units, period.Start, period.End);
        return [.. reading.Cascade.Scorecards
            .Where(s => s.Version.Content.Measures.Any() && during.Find(s.Unit.Unit.Id) is not null && user.MayWriteOutcomesOf(s.Unit.Unit.Id, today))
            .Select(s => s.Unit)];
    }

    private async Task<RecordableRows> RegionAsync(RegionPlanDb db, Permissions user, Period period, OrganizationTree tree)
    {
        var plan = (await plans.ReadAsync(new(Year: period.Year, ValidOn: period.End))).Plan;
        var regionId = tree.Root!.Unit.Id;
        var (entries, drafts) = await RecordedAsync(db, regionId, period);
        List<Measure> measures = [.. (plan?.Measures ?? []).Select(m => m.Measure)];
        var lineage = new SeriesLineage([.. measures, .. await db.EarlierOfAsync(measures)]);
        var goals = (plan?.Goals ?? [])
            .Select(g => (
                Goal: $"{g.Goal.Order} {g.Wording.Name}",
                Rows: (IReadOnlyList<RecordableRow>)[.. g.Measures
                    .Where(m => user.MayWriteOutcomesOf(m.Terms.ResponsibleUnitId, tree))
                    .SelectMany(m => m.Series)
                    .Select(s => (Series: s, Id: lineage.RecordedOn(s.Series.Id)))
                    .Select(s => new RecordableRow(
                        OfRegion(s.Series, period), new(s.Id, regionId, period, s.Series.MeasureTerms, entries[s.Id]), drafts.GetValueOrDefault(s.Id)))]))
            .Where(g => g.Rows.Count > 0);
        var units = user.Roles.Select(r => tree.NameOf(r.UnitId)).OfType<string>().Distinct();
        return new(period, string.Join(", ", units), [.. goals]);
    }

    private async Task<RecordableRows> UnitAsync(RegionPlanDb db, Permissions user, Period period, OrganizationTree tree, string unitKey)
    {
        var reading = await cascades.ReadAsync(period.Year);
        if (OrganizationTree.During(reading.Units, period.Start, period.End).Find(unitKey) is not { } unit
            || reading.Cascade.Of(unit.Unit.Id) is not { } scorecard
            || !user.MayWriteOutcomesOf(unit.Unit.Id, tree))
        {
            return new(period, tree.Find(unitKey)?.Name ?? "", []);
        }

        var id = unit.Unit.Id;
        var (entries, drafts) = await RecordedAsync(db, id, period);
        var history = (await db.Outcomes.AsNoTracking().Where(o => o.UnitId == id).ToListAsync()).ToLookup(o => o.SeriesId);
        HashSet<Guid> taken = [];
        var goals = scorecard.Version.Content.Goals
            .Select(g => (
                Goal: g.Name,
                Rows: (IReadOnlyList<RecordableRow>)[.. g.Measures
                    .Where(m => taken.Add(m.SeriesId))
                    .Select(m => (Followed: m, Series: reading.Series.GetValueOrDefault(m.SeriesId)))
                    .Where(m => m.Series is not null)
                    .Select(m => (m.Followed, Series: m.Series!, Id: reading.Lineage.RecordedOn(m.Followed.SeriesId)))
                    .Select(m => new RecordableRow(
                        OfUnit(unit, m.Followed, m.Series, PeriodOutcomes.History(history[m.Id])),
                        new(m.Id, id, period, m.Series.Terms, entries[m.Id]),
                        drafts.GetValueOrDefault(m.Id)))]))
            .Where(g => g.Rows.Count > 0);
        return new(period, unit.Name, [.. goals]);
    }

    private static async Task<(ILookup<Guid, OutcomeEntry> Entries, Dictionary<Guid, OutcomeDraft> Drafts)> RecordedAsync(RegionPlanDb db, Guid unitId, Period period) => (
        (await db.Outcomes.AsNoTracking().Where(o => o.UnitId == unitId && o.Period == period).ToListAsync()).ToLookup(o => o.SeriesId),
        (await db.Drafts.AsNoTracking().Where(d => d.UnitId == unitId && d.Period == period).ToListAsync()).ToDictionary(d => d.SeriesId));

    private static RecordableSeries OfRegion(AssessedSeries series, Period period) => new(
        series.Series.Id,
        null,
        $"cell-{series.Measure.Code.Replace('.', '-')}-{series.Series.Key}",
        series.Measure.Code,
        series.FullName,
        $"/matt/{series.Measure.Code}?ar={period.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
        series.MeasureTerms,
        series.Frequency,
        series.ShortTerm?.Target,
        series.History);

    private static RecordableSeries OfUnit(
        OrganizationTree.Branch unit, ScorecardMeasure followed, FollowedSeries series, IReadOnlyList<PeriodOutcomes> history) => new(
        series.Series.Id,
        unit.Unit.Id,
        $"cell-{unit.Unit.Key}-{series.Measure.Code.Replace('.', '-')}-{series.Series.Key}",
        series.Measure.Code,
        series.Name,
        series.Measure.PlanId is null ? null : $"/matt/{series.Measure.Code}",
        series.Terms,
        series.SeriesTerms.Frequency ?? series.Terms.Frequency,
        ScorecardCheck.Amount(followed, series.Terms) is { } amount ? new Target.Value(amount) : null,
        history);
}
