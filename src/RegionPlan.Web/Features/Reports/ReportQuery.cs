using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Features.Reports.Comments;

namespace RegionPlan.Web.Features.Reports;

/// <summary>Reads reports for those who write them or may see drafts.</summary>
internal sealed class ReportQuery(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, ApprovalReader approvals, ChangeLog changes)
{
    internal static bool MayWrite(Permissions user, OrganizationUnit unit, OrganizationTree today) => user.Has(Right.WriteReports, unit.Id, today);

    /// <summary>The reports of a year; where it is not given the latest year that is set up and has something that the reader may see.</summary>
    internal async Task<ReportList> ListAsync(ClaimsPrincipal? principal, int? year)
    {
        await using var db = await databases.CreateDbContextAsync();
        var years = await db.FollowUps.Select(f => f.Year).Distinct().OrderBy(y => y).ToListAsync();
        var user = await permissions.OfAsync(principal);
        var withDecided = await db.Reports.Where(r => r.Decisions.Any()).Join(db.FollowUps, r => r.FollowUpId, f => f.Id, (_, f) => f.Year).Distinct().ToListAsync();
        var seen = user is null && withDecided.Count > 0 ? withDecided : years;
        var chosen = year ?? seen.Where(y => y <= plans.Today.Year).DefaultIfEmpty(plans.Today.Year).Max();
        var followUps = await db.FollowUps.AsNoTracking().Where(f => f.Year == chosen).Include(f => f.Versions).Include(f => f.Locks).ToListAsync();
        var ids = followUps.ConvertAll(f => f.Id);
        var reports = (await db.Reports.Where(r => ids.Contains(r.FollowUpId))
            .Select(r => new { r.Id, r.FollowUpId, r.UnitId, Sections = r.Sections.Select(s => new { s.Key, s.Version, s.State }).ToList() }).ToListAsync())
            .ToDictionary(r => (r.FollowUpId, r.UnitId));
        var written = reports.Values.Select(r => r.Id).ToList();
        var decided = await db.ReportDecisions.Where(d => written.Contains(d.ReportId)).ToDictionaryAsync(d => d.ReportId, d => d.DecidedOn);
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync();
        var today = new OrganizationTree(units, plans.Today);
        return new(chosen, years, withDecided.Where(y => y != chosen).Order().ToList(),
        [
            .. from followUp in followUps.OrderBy(f => f.Terms.Through).ThenBy(f => f.Kind).ThenBy(f => f.Number)
               let tree = FollowUpYear.TreeOf(followUp, units)
               let bodies = ReportPlace.BodiesOf(followUp, tree).Select(b => b.Unit).ToList()
               from body in bodies.Concat(reports.Values.Where(r => r.FollowUpId == followUp.Id && decided.ContainsKey(r.Id)).Select(r => units.Find(u => u.Id == r.UnitId)!)).DistinctBy(u => u.Id)
               let report = reports.GetValueOrDefault((followUp.Id, body.Id))
               let decidedOn = report is not null && decided.TryGetValue(report.Id, out var day) ? day : (DateOnly?)null
               let mayWrite = user is not null && MayWrite(user, body, today)
               where mayWrite || decidedOn is not null || user?.Has(Right.ReadDrafts) == true
               let template = ReportTemplate.Of(followUp.Kind, followUp.Terms.Through, body.Kind == UnitKind.Board)
               let states = template.Select(t => report?.Sections.Where(s => s.Key == t.Key).MaxBy(s => s.Version)?.State).ToList()
               select new ListedReport(
                   followUp, body, tree.NameOf(body.Id) ?? body.Placements.MaxBy(p => p.Version)?.Name ?? body.Key, states.Count(s => s == SectionState.Done), states.Count(s => s == SectionState.Begun), template.Count, mayWrite, decidedOn),
        ]);
    }

    /// <summary>One report; null where there is none such that the reader may see.</summary>
    internal async Task<ReportReading?> ReadAsync(ClaimsPrincipal? principal, ReportKey key)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await permissions.OfAsync(principal) is not { } user || await ReportPlace.FindAsync(db, key) is not { } place)
        {
            return null;
        }

        var today = new OrganizationTree(place.Units, plans.Today);
        var (followUp, unit) = (place.FollowUp.Id, place.Unit.Unit.Id);
        var isOpen = !await db.Reports.AnyAsync(r => r.FollowUpId == followUp && r.UnitId == unit && r.Decisions.Any());
        var mayWrite = MayWrite(user, place.Unit.Unit, today);
        return mayWrite || user.Has(Right.ReadDrafts)
            ? await ReadAsync(db, place, mayWrite && isOpen, isOpen && user.Has(Right.DecideReports, unit, today))
            : null;
    }

    /// <summary>A report as it stands, for whoever may see that.</summary>
    internal async Task<ReportReading> ReadAsync(RegionPlanDb db, ReportPlace place, bool mayWrite = false, bool mayDecide = false) =>
        await AssembleAsync(db, place, await FiguresAsync(db, place), await BoardTextsAsync(db, place), mayWrite, mayDecide);

    /// <summary>The same for a comparison of what it shows: without the account of changes and what could be taken up.</summary>
    internal async Task<ReportReading> ReadNowAsync(RegionPlanDb db, ReportPlace place) =>
        await AssembleAsync(db, place, await FiguresAsync(db, place, withChanges: false), [], mayWrite: false, mayDecide: false);

    private static async Task<ReportReading> AssembleAsync(
        RegionPlanDb db, ReportPlace place, ReportFigures figures, IReadOnlyList<BoardText> boardTexts, bool mayWrite, bool mayDecide)
    {
        var (followUp, unit) = (place.FollowUp, place.Unit);
        var report = await db.Reports.AsNoTracking().Include(r => r.Sections).SingleOrDefaultAsync(r => r.FollowUpId == followUp.Id && r.UnitId == unit.Unit.Id);
        var drafts = await db.SectionDrafts.AsNoTracking().Where(d => d.FollowUpId == followUp.Id && d.UnitId == unit.Unit.Id).ToDictionaryAsync(d => d.Key);
        var open = await CommentQuery.OpenAsync(db, followUp.Id, unit.Unit.Id);
        var sections = place.Template
            .Select(t => new SectionReading(t, report?.Current(t.Key), mayWrite ? drafts.GetValueOrDefault(t.Key) : null, open.GetValueOrDefault(t.Key)));
        return new(followUp, unit, [.. sections], figures, mayWrite, mayDecide, place.DecidedBy, boardTexts);
    }

    /// <summary>Every version of a section, the latest first; none where the reader may not see it.</summary>
    internal async Task<IReadOnlyList<ReportSection>> VersionsAsync(ClaimsPrincipal? principal, ReportKey key, string section)
    {
        if (await ReadAsync(principal, key) is not { } reading)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync();
        return await db.Reports.AsNoTracking().Where(r => r.FollowUpId == reading.FollowUp.Id && r.UnitId == reading.Unit.Unit.Id)
            .SelectMany(r => r.Sections).Where(s => s.Key == section).OrderByDescending(s => s.Version).ToListAsync();
    }

    private async Task<ReportFigures> FiguresAsync(RegionPlanDb db, ReportPlace place, bool withChanges = true)
    {
        var (followUp, tree, body) = (place.FollowUp, place.Tree, place.Unit);
        var plan = (await plans.ReadAsync(new(Year: followUp.Year, Through: followUp.Terms.Through))).Plan;
        var series = plan?.Series.SelectMany(s => s.History.Where(h => h.Period.Year == followUp.Year).Select(h => h.Total?.SeriesId ?? s.Series.Id).Append(s.Series.Id)).Distinct().ToList() ?? [];
        var region = tree.Root?.Unit.Id ?? Guid.Empty;
        var before = place.Before;
        var boardUnits = body.Unit.Kind == UnitKind.Region ? null : tree.Below(body.Unit.Id).Select(b => b.Unit.Id).Append(body.Unit.Id).ToHashSet();
        return new(
            plan,
            await approvals.ToldAsync(series, region),
            (await db.GoalReviews.AsNoTracking().Where(r => r.FollowUpId == followUp.Id && r.IsHandedOver).ToListAsync())
                .GroupBy(r => (r.GoalId, r.UnitId)).Select(g => g.MaxBy(r => r.Version)!).ToLookup(r => r.GoalId),
            tree.All.ToDictionary(b => b.Unit.Id, b => b.Name),
            before is null || !withChanges ? ReportedChanges.None : await ReportedChanges.ReadAsync(changes, place, before, await DecidedAsync(db, before, body.Unit.Id), boardUnits, plan),
            before,
            await ReportedEconomy.ReadAsync(db, followUp, place.Units),
            boardUnits);
    }

    private static Task<DecidedAt?> DecidedAsync(RegionPlanDb db, FollowUp followUp, Guid unitId) => db.Reports
        .Where(r => r.FollowUpId == followUp.Id && r.UnitId == unitId).SelectMany(r => r.Decisions)
        .OrderByDescending(d => d.Version).Select(d => new DecidedAt(d.DecidedOn, d.Recorded.At)).FirstOrDefaultAsync();

    /// <summary>What the nämnder have done in their verksamhetsberättelser of the same period, for the region's report to take up.</summary>
    private static async Task<IReadOnlyList<BoardText>> BoardTextsAsync(RegionPlanDb db, ReportPlace place)
    {
        if (place.Unit.Unit.Kind != UnitKind.Region
            || place.FollowUps.FirstOrDefault(f => f.Kind == FollowUpKind.ActivityReport && f.Terms.Through == place.FollowUp.Terms.Through) is not { } same)
        {
            return [];
        }

        return [.. (await db.Reports.AsNoTracking().Where(r => r.FollowUpId == same.Id).Include(r => r.Sections).ToListAsync())
            .SelectMany(r => r.Sections.Select(s => s.Key).Distinct().Select(k => (r.UnitId, Section: r.Current(k)!)))
            .Where(s => s.Section.State == SectionState.Done)
            .Select(s => new BoardText(place.Tree.NameOf(s.UnitId) ?? "", same, s.Section))
            .OrderBy(t => t.Unit, StringComparer.Create(Shared.Sv.Culture, ignoreCase: true))];
    }
}
