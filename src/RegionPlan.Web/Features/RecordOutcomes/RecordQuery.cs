using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.RecordOutcomes;

/// <summary>One row of the entry grid: a series, what is recorded for the period, and what the unit has typed.</summary>
internal sealed record RecordableRow(AssessedSeries Series, string? ResponsibleUnit, OutcomeRow Row, OutcomeDraft? Draft);

/// <summary>The rows that a user may write, by goal.</summary>
internal sealed record RecordableRows(Period Period, string UnitName, IReadOnlyList<(string Goal, IReadOnlyList<RecordableRow> Rows)> Goals);

/// <summary>Reads the entry grid of a period for a user: the series whose responsible unit is the user's own or below it.</summary>
internal sealed class RecordQuery(IDbContextFactory<RegionPlanDb> databases, PlanReader plans, PermissionReader permissions)
{
    internal async Task<RecordableRows> ReadAsync(ClaimsPrincipal principal, Period period)
    {
        var user = await permissions.ForWritingAsync(principal);
        var plan = (await plans.ReadAsync(new(Year: period.Year, ValidOn: period.End))).Plan;
        await using var db = await databases.CreateDbContextAsync();
        var tree = new OrganizationTree(await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(), plans.Today);
        var regionId = tree.All.Single(b => b.Unit.Key == OrganizationUnit.RegionKey).Unit.Id;
        var entries = (await db.Outcomes.AsNoTracking().Where(o => o.UnitId == regionId && o.Period == period).ToListAsync()).ToLookup(o => o.SeriesId);
        var drafts = (await db.Drafts.AsNoTracking().Where(d => d.UnitId == regionId && d.Period == period).ToListAsync()).ToDictionary(d => d.SeriesId);
        var goals = (plan?.Goals ?? [])
            .Select(g => (
                Goal: $"{g.Goal.Order} {g.Wording.Name}",
                Rows: (IReadOnlyList<RecordableRow>)[.. g.Measures
                    .Where(m => user.MayWriteOutcomesOf(m.Terms.ResponsibleUnitId, tree))
                    .SelectMany(m => m.Series, (m, s) => new RecordableRow(
                        s,
                        m.ResponsibleUnit,
                        new(s.Series.Id, regionId, period, m.Terms, entries[s.Series.Id]),
                        drafts.GetValueOrDefault(s.Series.Id)))]))
            .Where(g => g.Rows.Count > 0);
        var units = user.Roles.Select(r => tree.NameOf(r.UnitId)).OfType<string>().Distinct();
        return new(period, string.Join(", ", units), [.. goals]);
    }
}
