using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Administration.Organization;

/// <summary>Tries a change on an organisation that is thrown away, and tells what it would touch.</summary>
public sealed class PreviewQuery(IDbContextFactory<RegionPlanDb> databases, TimeProvider clock)
{
    private static readonly StringComparer Swedish = StringComparer.Create(Sv.Culture, ignoreCase: true);

    /// <summary>Today, by the region's clock.</summary>
    internal DateOnly Today => DateOnly.FromDateTime(RegionTime.Local(clock.GetUtcNow()));

    /// <summary>The organisation as it is, to choose from.</summary>
    internal async Task<OrganizationLedger> LedgerAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.ReadLedgerAsync();
    }

    /// <exception cref="RuleViolation">The change cannot be carried out.</exception>
    internal async Task<ChangePreview> OfAsync(UnitChange change, DateOnly from, string? why, Permissions by)
    {
        await using var db = await databases.CreateDbContextAsync();
        var ledger = await db.ReadLedgerAsync();
        var seen = ledger.Version;
        var day = change is UnitChange.Revert revert && ledger.Changes.FirstOrDefault(c => c.Id == revert.ReorganizationId) is { } reverted
            ? reverted.HoldsFrom
            : from;
        var before = new OrganizationTree(ledger.Units, day);
        var earlier = ledger.Changes;
        var made = ledger.Change(change, from, by.Sign(clock.GetUtcNow(), why));
        var after = new OrganizationTree(ledger.Units, day);
        var units = Compare(ledger, before, after, day);
        var touched = units.Select(u => u.Id).ToHashSet();
        var concerned = touched.Concat(units.Where(u => u.Touch == UnitTouch.Moved).SelectMany(u => after.Below(u.Id)).Select(b => b.Unit.Id)).ToHashSet();
        return new(
            made,
            OrganizationText.Sentence(made, ledger, null),
            seen,
            day < Today,
            units,
            await RolesAsync(db, before, after),
            await MeasuresAsync(db, before, day, Ids(units, UnitTouch.Closed)),
            await ScorecardsAsync(db, before, day.Year, concerned),
            await OutcomesAsync(db, before, day, concerned),
            Later(ledger, earlier, day, touched),
            after);
    }

    private static HashSet<Guid> Ids(IEnumerable<TouchedUnit> units, UnitTouch touch) => [.. units.Where(u => u.Touch == touch).Select(u => u.Id)];

    private static List<TouchedUnit> Compare(OrganizationLedger ledger, OrganizationTree before, OrganizationTree after, DateOnly day)
    {
        var closed = before.All.Where(b => after.Find(b.Unit.Id) is null).Select(b => new TouchedUnit(
            b.Unit.Id, UnitTouch.Closed, b.Unit.Kind, b.Name, b.Name, before.NameOf(b.Placement.ParentId), [.. ledger.SuccessorsOf(b.Unit, day).Select(u => after.NameOf(u.Id)!)], []));
        var founded = after.All.Where(a => before.Find(a.Unit.Id) is null).Select(a => new TouchedUnit(
            a.Unit.Id, UnitTouch.Founded, a.Unit.Kind, null, a.Name, after.NameOf(a.Placement.ParentId), [], []));
        var both = after.All.Select(a => (After: a, Before: before.Find(a.Unit.Id)!)).Where(p => p.Before is not null).ToList();
        var moved = both.Where(p => p.Before.Placement.ParentId != p.After.Placement.ParentId).Select(p => new TouchedUnit(
            p.After.Unit.Id,
            UnitTouch.Moved,
            p.After.Unit.Kind,
            before.NameOf(p.Before.Placement.ParentId),
            p.After.Name,
            after.NameOf(p.After.Placement.ParentId),
            [],
            [.. after.Below(p.After.Unit.Id).Select(b => b.Name)]));
        var renamed = both.Where(p => p.Before.Name != p.After.Name).Select(p => new TouchedUnit(
            p.After.Unit.Id, UnitTouch.Renamed, p.After.Unit.Kind, p.Before.Name, p.After.Name, after.NameOf(p.After.Placement.ParentId), [], []));
        return [.. closed.Concat(founded).Concat(moved).Concat(renamed).OrderBy(u => u.Touch).ThenBy(u => u.Kind).ThenBy(u => u.Name, Swedish)];
    }

    private static async Task<List<TouchedRole>> RolesAsync(RegionPlanDb db, OrganizationTree before, OrganizationTree after)
    {
        var held = await (
            from assignment in db.RoleAssignments.AsNoTracking()
            join user in db.Users.AsNoTracking() on assignment.UserId equals user.Id
            where assignment.EndedAt == null
            select new { user.DisplayName, assignment.Role, assignment.UnitId }).ToListAsync();
        var both = after.All.Where(b => before.Find(b.Unit.Id) is not null).ToList();
        var roles =
            from role in held
            let lost = both.Where(b => before.IsSameOrBelow(b.Unit.Id, role.UnitId) && !after.IsSameOrBelow(b.Unit.Id, role.UnitId)).Select(b => b.Name)
            let gained = both.Where(b => !before.IsSameOrBelow(b.Unit.Id, role.UnitId) && after.IsSameOrBelow(b.Unit.Id, role.UnitId)).Select(b => b.Name)
            let closed = before.Find(role.UnitId) is not null && after.Find(role.UnitId) is null
            where closed || lost.Any() || gained.Any()
            orderby role.DisplayName
            select new TouchedRole(role.DisplayName, role.Role, before.NameOf(role.UnitId) ?? "", closed, [.. lost.Order(Swedish)], [.. gained.Order(Swedish)]);
        return [.. roles];
    }

    private static async Task<List<TouchedMeasure>> MeasuresAsync(RegionPlanDb db, OrganizationTree before, DateOnly day, HashSet<Guid> closed)
    {
        if (closed.Count == 0)
        {
            return [];
        }

        var touched =
            from measure in await db.Measures.AsNoTracking().Include(m => m.Definitions).ToListAsync()
            let terms = measure.Definitions.Current(day)?.Terms
            where terms is not null
            let unit = measure.UnitId is { } owner && closed.Contains(owner) ? owner : terms.ResponsibleUnitId
            where closed.Contains(unit)
            orderby measure.UnitId is not null, measure.Code
            select new TouchedMeasure(measure.Code, terms.Name, before.NameOf(unit) ?? "", measure.UnitId is not null);
        return [.. touched.DistinctBy(t => (t.Code, t.Unit, t.Name))];
    }

    private static async Task<List<TouchedScorecard>> ScorecardsAsync(RegionPlanDb db, OrganizationTree before, int year, HashSet<Guid> units)
    {
        var decided = await db.Scorecards.Where(s => s.Year >= year && units.Contains(s.UnitId) && s.Versions.Any()).Select(s => new { s.UnitId, s.Year }).ToListAsync();
        var drafts = await db.ScorecardDrafts.Where(d => d.Year >= year && units.Contains(d.UnitId)).Select(d => new { d.UnitId, d.Year }).ToListAsync();
        return [.. decided.Union(drafts)
            .Where(s => before.Find(s.UnitId) is not null)
            .Select(s => new TouchedScorecard(before.Find(s.UnitId)!.Unit.Key, before.NameOf(s.UnitId)!, s.Year, decided.Contains(s), drafts.Contains(s)))
            .OrderBy(s => s.Unit, Swedish).ThenBy(s => s.Year)];
    }

    private static async Task<List<TouchedOutcomes>> OutcomesAsync(RegionPlanDb db, OrganizationTree before, DateOnly day, HashSet<Guid> units)
    {
        var entries = await db.Outcomes.Where(o => units.Contains(o.UnitId))
            .Select(o => new { o.SeriesId, o.UnitId, o.Period, o.Sex, o.Version, HasValue = o.Amount != null })
            .ToListAsync();
        return [.. entries
            .Where(o => o.Period.End >= day)
            .GroupBy(o => (o.SeriesId, o.UnitId, o.Period, o.Sex), (key, versions) => (key.UnitId, key.Period, versions.MaxBy(v => v.Version)!.HasValue))
            .Where(o => o.HasValue)
            .GroupBy(o => o.UnitId)
            .Select(g => new TouchedOutcomes(
                before.NameOf(g.Key) ?? "", g.Count(), [.. g.Select(o => o.Period).Distinct().OrderBy(p => p.Recency).Select(Sv.ShortPeriod)]))
            .OrderBy(o => o.Unit, Swedish)];
    }

    private List<(DateOnly From, string Sentence)> Later(
        OrganizationLedger ledger, IReadOnlyList<Reorganization> earlier, DateOnly day, HashSet<Guid> touched) =>
    [
        .. earlier
            .Where(c => c.HoldsFrom > day && c.Kind != ReorganizationKind.Reverted && !ledger.IsTakenBack(c))
            .Where(c => ledger.Units.Any(u => touched.Contains(u.Id) && u.Placements.Any(p => p.ReorganizationId == c.Id)))
            .OrderBy(c => c.HoldsFrom)
            .Select(c => (c.HoldsFrom, OrganizationText.Sentence(c, ledger, Today))),
    ];
}
