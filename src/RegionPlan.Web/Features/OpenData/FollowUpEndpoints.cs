using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>The resources about how a year is followed up.</summary>
internal static class FollowUpEndpoints
{
    internal static void MapFollowUps(this RouteGroupBuilder api) =>
        api.MapList<PublishedFollowUp>("/follow-ups", FollowUpsAsync, new(
            "followUps",
            "Årets uppföljningar",
            "Årshjulet: rapporterna med period, sista dagar per nivå, vem som beslutar när, och om de är planerade, öppna eller låsta."));

    private static async Task<IResult> FollowUpsAsync(
        HttpRequest request, [AsParameters] FollowUpQuery query, IDbContextFactory<RegionPlanDb> databases, PlanReader plans, CancellationToken cancellation)
    {
        var (year, asOf) = query.Read();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var all = (await db.FollowUps.IgnoreQueryFilters().AsNoTracking().Include(f => f.Versions).Include(f => f.Locks).Include(f => f.Withdrawals).ToListAsync(cancellation))
            .Where(f => f.Withdrawals.Latest(asOf) is null);
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(cancellation);
        var today = asOf is { } then && DateOnly.FromDateTime(RegionTime.Local(then)) is var day && day < plans.Today ? day : plans.Today;
        var tree = new OrganizationTree(units, today, asOf);
        var known = all.Select(f => PublishedFollowUp.Of(f, tree, today, asOf)).OfType<PublishedFollowUp>().ToList();
        var chosen = year ?? known.Where(f => f.Year <= today.Year).Select(f => (int?)f.Year).Max() ?? today.Year;
        List<PublishedFollowUp> answer =
            [.. known.Where(f => f.Year == chosen).OrderBy(f => f.Through).ThenBy(f => f.RegionDue).ThenBy(f => f.Kind).ThenBy(f => f.Number)];
        return Answer.List(request, answer, CsvTables.FollowUps(answer), $"arshjul-{chosen}");
    }
}
