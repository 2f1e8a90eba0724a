using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Reports;

/// <summary>Reads reports for those who write them or may see drafts.</summary>
internal sealed class ReportQuery(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, ApprovalReader approvals, ChangeLog changes)
{
    private const int MostChanges = 40;

    /// <summary>The bodies that write a report to a follow-up: every nämnd with units below it, and the region where its own is wanted.</summary>
    internal static IEnumerable<OrganizationTree.Branch> BodiesOf(FollowUp followUp, OrganizationTree tree) => followUp.Kind switch
    {
        FollowUpKind.ActivityReport => WantedReviewReader.BoardsOf(tree).Where(b => b.Unit.Kind == UnitKind.Board),
        FollowUpKind.PeriodReport => WantedReviewReader.BoardsOf(tree),
        FollowUpKind.ProgressReport or FollowUpKind.InterimReport or FollowUpKind.AnnualReport => tree.Root is { } root ? [root] : [],
    };

    internal static bool MayWrite(Permissions user, OrganizationUnit unit, OrganizationTree today) => user.Has(Right.WriteReports, unit.Id, today);

    /// <summary>The reports of a year; the latest year that is set up where it is not given.</summary>
    internal async Task<ReportList> ListAsync(ClaimsPrincipal? principal, int? year)
    {
        await using var db = await databases.CreateDbContextAsync();
        var years = await db.FollowUps.Select(f => f.Year).Distinct().OrderBy(y => y).ToListAsync();
        var chosen = year ?? years.Where(y => y <= plans.Today.Year).DefaultIfEmpty(plans.Today.Year).Max();
        if (await permissions.OfAsync(principal) is not { } user)
        {
            return new(chosen, years, []);
        }

        var followUps = await db.FollowUps.AsNoTracking().Where(f => f.Year == chosen).Include(f => f.Versions).Include(f => f.Locks).ToListAsync();
        var ids = followUps.ConvertAll(f => f.Id);
        var reports = await db.Reports.AsNoTracking().Where(r => ids.Contains(r.FollowUpId)).Include(r => r.Sections).ToDictionaryAsync(r => (r.FollowUpId, r.UnitId));
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync();
        var today = new OrganizationTree(units, plans.Today);
        return new(chosen, years,
        [
            .. from followUp in followUps.OrderBy(f => f.Terms.Through).ThenBy(f => f.Kind).ThenBy(f => f.Number)
               from body in BodiesOf(followUp, FollowUpYear.TreeOf(followUp, units))
               let mayWrite = MayWrite(user, body.Unit, today)
               where mayWrite || user.Has(Right.ReadDrafts)
               let template = ReportTemplate.Of(followUp.Kind, followUp.Terms.Through)
               let states = template.Select(t => reports.GetValueOrDefault((followUp.Id, body.Unit.Id))?.Current(t.Key)?.State).ToList()
               select new ListedReport(
                   followUp, body, states.Count(s => s == SectionState.Done), states.Count(s => s == SectionState.Begun), template.Count, mayWrite),
        ]);
    }

    /// <summary>One report; null where there is none such that the reader may see.</summary>
    internal async Task<ReportReading?> ReadAsync(ClaimsPrincipal? principal, ReportKey key)
    {
        if (await permissions.OfAsync(principal) is not { } user
            || !int.TryParse(key.FollowUp.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync();
        var followUps = await db.FollowUps.AsNoTracking().Where(f => f.Year == year || f.Year == year - 1)
            .Include(f => f.Versions).Include(f => f.Locks).ToListAsync();
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync();
        if (followUps.Find(f => f.Key == key.FollowUp) is not { } followUp
            || BodiesOf(followUp, FollowUpYear.TreeOf(followUp, units)).FirstOrDefault(b => b.Unit.Key == key.Unit) is not { } body)
        {
            return null;
        }

        var mayWrite = MayWrite(user, body.Unit, new(units, plans.Today));
        if (!mayWrite && !user.Has(Right.ReadDrafts))
        {
            return null;
        }

        var report = await db.Reports.AsNoTracking().Include(r => r.Sections).SingleOrDefaultAsync(r => r.FollowUpId == followUp.Id && r.UnitId == body.Unit.Id);
        var drafts = await db.SectionDrafts.AsNoTracking().Where(d => d.FollowUpId == followUp.Id && d.UnitId == body.Unit.Id).ToDictionaryAsync(d => d.Key);
        var sections = ReportTemplate.Of(followUp.Kind, followUp.Terms.Through)
            .Select(t => new SectionReading(t, report?.Current(t.Key), mayWrite ? drafts.GetValueOrDefault(t.Key) : null));
        return new(
            followUp, body, [.. sections], await FiguresAsync(db, followUp, followUps, body, units), mayWrite, await BoardTextsAsync(db, followUp, followUps, body, units));
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

    private async Task<ReportFigures> FiguresAsync(RegionPlanDb db, FollowUp followUp, List<FollowUp> followUps, OrganizationTree.Branch body, List<OrganizationUnit> units)
    {
        var tree = FollowUpYear.TreeOf(followUp, units);
        var plan = (await plans.ReadAsync(new(Year: followUp.Year, Through: followUp.Terms.Through))).Plan;
        var series = plan?.Series.SelectMany(s => s.History.Where(h => h.Period.Year == followUp.Year).Select(h => h.Total?.SeriesId ?? s.Series.Id).Append(s.Series.Id)).Distinct().ToList() ?? [];
        var region = tree.Root?.Unit.Id ?? Guid.Empty;
        var before = Before(followUp, followUps);
        return new(
            plan,
            await approvals.ToldAsync(series, region),
            (await db.GoalReviews.AsNoTracking().Where(r => r.FollowUpId == followUp.Id && r.IsHandedOver).ToListAsync())
                .GroupBy(r => (r.GoalId, r.UnitId)).Select(g => g.MaxBy(r => r.Version)!).ToLookup(r => r.GoalId),
            tree.All.ToDictionary(b => b.Unit.Id, b => b.Name),
            before is null ? ChangePage.Empty : await changes.ReadAsync(new(From: before.Terms.RegionDue.AddDays(1)), 0, MostChanges),
            before,
            body.Unit.Kind == UnitKind.Region ? null : tree.Below(body.Unit.Id).Select(b => b.Unit.Id).Append(body.Unit.Id).ToHashSet());
    }

    /// <summary>The report before: the latest one that ended earlier, of those that say how the goals go.</summary>
    private static FollowUp? Before(FollowUp followUp, IEnumerable<FollowUp> followUps) => followUps
        .Where(f => f.Terms.Through < followUp.Terms.Through && WantedReviewReader.IsAssessed(f) && f.Kind != FollowUpKind.ActivityReport)
        .MaxBy(f => f.Terms.Through);

    /// <summary>What the nämnder have done in their verksamhetsberättelser of the same period, for the region's report to take up.</summary>
    private static async Task<IReadOnlyList<BoardText>> BoardTextsAsync(
        RegionPlanDb db, FollowUp followUp, List<FollowUp> followUps, OrganizationTree.Branch body, List<OrganizationUnit> units)
    {
        if (body.Unit.Kind != UnitKind.Region
            || followUps.Find(f => f.Kind == FollowUpKind.ActivityReport && f.Terms.Through == followUp.Terms.Through) is not { } same)
        {
            return [];
        }

        var tree = FollowUpYear.TreeOf(followUp, units);
        return [.. (await db.Reports.AsNoTracking().Where(r => r.FollowUpId == same.Id).Include(r => r.Sections).ToListAsync())
            .SelectMany(r => r.Sections.Select(s => s.Key).Distinct().Select(k => (r.UnitId, Section: r.Current(k)!)))
            .Where(s => s.Section.State == SectionState.Done)
            .Select(s => new BoardText(tree.NameOf(s.UnitId) ?? "", same, s.Section))
            .OrderBy(t => t.Unit, StringComparer.Create(Shared.Sv.Culture, ignoreCase: true))];
    }
}
