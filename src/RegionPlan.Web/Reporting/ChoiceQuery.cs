using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Reporting;

/// <summary>Reads which follow-ups and units there are to hand in for, and chooses where the address does not.</summary>
internal sealed class ChoiceQuery(IDbContextFactory<RegionPlanDb> databases, FollowUpReader reader, PlanReader plans)
{
    /// <param name="user">Who hands in.</param>
    /// <param name="followUpKey">The follow-up of the address; null for the one with the most urgent duty.</param>
    /// <param name="unitKey">The unit of the address; null for the one with the most urgent duty.</param>
    internal async Task<ReportChoice> ReadAsync(Permissions user, string? followUpKey, string? unitKey)
    {
        var all = await FollowUpsAsync();
        var asked = all.FirstOrDefault(f => f.Key == followUpKey);
        var notice = asked is null && !string.IsNullOrEmpty(followUpKey)
            ? "Uppföljningen i adressen finns inte, eller samlar inte in något. Välj en i listan." : null;
        var (reading, followUp, wanted) = asked is null
            ? await MostUrgentAsync(user, all, unitKey)
            : (await reader.ReadAsync(asked.Year), asked, unitKey);
        if (followUp is null)
        {
            return new(all, [], null, null, notice);
        }

        var units = UnitsOf(reading, followUp, user);
        var unit = units.Find(u => u.Unit.Key == wanted);
        if (unit is null && !string.IsNullOrEmpty(unitKey))
        {
            notice ??= $"Enheten i adressen har inget att lämna in till {followUp.Terms.Name}, eller du lämnar inte in för den. Välj en i listan.";
        }

        return new(all, units, followUp, unit ?? MostUrgentUnit(reading, followUp, units, user), notice);
    }

    /// <summary>The reporting units of a follow-up that the user may hand in for, in the order of the organisation.</summary>
    private static List<OrganizationTree.Branch> UnitsOf(FollowUpReading reading, FollowUp followUp, Permissions user)
    {
        var year = reading.FollowUps;
        return [.. year.Of(followUp).Select(s => s.Duty.Series.ReporterId)
            .Concat(year.Submissions.Where(s => s.FollowUpId == followUp.Id).Select(s => s.UnitId))
            .Distinct()
            .Where(id => user.MayWriteOutcomesOf(id, reading.Today))
            .Select(id => year.TreeOf(followUp).Find(id)).OfType<OrganizationTree.Branch>()
            .OrderBy(u => u.Unit.Kind).ThenBy(u => u.Name, StringComparer.Create(Shared.Sv.Culture, ignoreCase: true))];
    }

    private static OrganizationTree.Branch? MostUrgentUnit(FollowUpReading reading, FollowUp followUp, List<OrganizationTree.Branch> units, Permissions user)
    {
        var urgent = MostUrgent(reading.FollowUps.Of(followUp).Where(s => units.Exists(u => u.Unit.Id == s.Duty.Series.ReporterId)), user);
        return units.Find(u => u.Unit.Id == urgent?.Duty.Series.ReporterId)
            ?? units.Find(u => user.Roles.Any(r => r.UnitId == u.Unit.Id)) ?? units.FirstOrDefault();
    }

    /// <summary>The user's own units before those below them, what is sent back before the rest, and then by the last day.</summary>
    private static DutyStanding? MostUrgent(IEnumerable<DutyStanding> standings, Permissions user) => standings
        .Where(s => s.IsOpen)
        .OrderBy(s => user.Roles.Any(r => r.UnitId == s.Duty.Series.ReporterId) ? 0 : 1)
        .ThenBy(s => s.Stage == DutyStage.Returned ? 0 : 1)
        .ThenBy(s => s.DueOn)
        .FirstOrDefault();

    private async Task<(FollowUpReading Reading, FollowUp? FollowUp, string? UnitKey)> MostUrgentAsync(
        Permissions user, IReadOnlyList<FollowUp> all, string? unitKey)
    {
        var today = plans.Today;
        List<FollowUpReading> readings = [];
        foreach (var year in all.Select(f => f.Year).Distinct().Where(y => y <= today.Year && y >= today.Year - 1).OrderDescending())
        {
            readings.Add(await reader.ReadAsync(year));
        }

        // The newest year with something open: what was never handed in years ago is no longer where work begins.
        foreach (var reading in readings)
        {
            var may = reading.FollowUps.Standings.Where(s =>
                user.MayWriteOutcomesOf(s.Duty.Series.ReporterId, reading.Today)
                && (string.IsNullOrEmpty(unitKey) || reading.FollowUps.TreeOf(s.Duty.FollowUp).Find(s.Duty.Series.ReporterId)?.Unit.Key == unitKey));
            if (MostUrgent(may, user) is { } urgent)
            {
                return (reading, urgent.Duty.FollowUp, reading.FollowUps.TreeOf(urgent.Duty.FollowUp).Find(urgent.Duty.Series.ReporterId)?.Unit.Key);
            }
        }

        var last = all.Where(f => f.Terms.OpensOn <= today).MaxBy(f => f.Terms.Through) ?? (all.Count > 0 ? all[0] : null);
        return (await reader.ReadAsync(last?.Year), last, unitKey);
    }

    private async Task<IReadOnlyList<FollowUp>> FollowUpsAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return [.. (await db.FollowUps.AsNoTracking().Include(f => f.Versions).Include(f => f.Locks).ToListAsync())
            .Where(f => f.Terms.Collects)
            .OrderByDescending(f => f.Year).ThenByDescending(f => f.Terms.Through).ThenBy(f => f.Kind).ThenBy(f => f.Number)];
    }
}
