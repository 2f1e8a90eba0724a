using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.YearWheel;

/// <summary>A year's follow-ups as the wheel shows them.</summary>
/// <param name="Year">The year.</param>
/// <param name="FollowUps">Its follow-ups in the order of the year; empty where it is not set up.</param>
/// <param name="Years">The years that are set up, oldest first.</param>
/// <param name="Units">All units.</param>
/// <param name="Today">Today.</param>
public sealed record WheelYear(
    int Year, IReadOnlyList<FollowUp> FollowUps, IReadOnlyList<int> Years, IReadOnlyList<OrganizationUnit> Units, DateOnly Today)
{
    /// <summary>The organisation as it stands today.</summary>
    internal OrganizationTree Tree { get; } = new(Units, Today);

    internal FollowUp? Find(string key) => FollowUps.FirstOrDefault(f => f.Key == key);

    /// <summary>The bodies that can decide a report: regionfullmäktige, then the nämnder.</summary>
    internal IEnumerable<(Guid Id, string Name)> Bodies => Tree.All
        .Where(b => b.Unit.Kind is UnitKind.Region or UnitKind.Board)
        .OrderBy(b => b.Unit.Kind).ThenBy(b => b.Name, StringComparer.Create(Shared.Sv.Culture, ignoreCase: true))
        .Select(b => (b.Unit.Id, Shared.FollowUpText.DecidedBy(b.Unit.Id, Tree)));
}

/// <summary>Reads the follow-ups of a year.</summary>
internal sealed class WheelQuery(IDbContextFactory<RegionPlanDb> databases, PlanReader plans)
{
    /// <param name="year">The year; where it is not given, this one if it is set up, else the latest before it or the first after.</param>
    internal async Task<WheelYear> ReadAsync(int? year)
    {
        await using var db = await databases.CreateDbContextAsync();
        var years = await db.FollowUps.Select(f => f.Year).Distinct().OrderBy(y => y).ToListAsync();
        var now = plans.Today.Year;
        var chosen = year ?? years.Where(y => y <= now).Select(y => (int?)y).LastOrDefault() ?? years.Select(y => (int?)y).FirstOrDefault() ?? now;
        var followUps = await db.FollowUps.AsNoTracking().Where(f => f.Year == chosen).Include(f => f.Versions).Include(f => f.Locks).ToListAsync();
        return new(
            chosen,
            [.. followUps.OrderBy(f => f.Terms.Through).ThenBy(f => f.Terms.RegionDue).ThenBy(f => f.Kind).ThenBy(f => f.Number)],
            years,
            await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(),
            plans.Today);
    }

    /// <summary>The year that a follow-up's key names; null where it names none.</summary>
    internal static int? YearOf(string key) =>
        key.Length > 4 && int.TryParse(key.AsSpan(0, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : null;
}
