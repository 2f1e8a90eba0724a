using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Economy;

/// <summary>Reads the budget posts that a unit hands in the economy of, with what is typed, handed in and recorded.</summary>
internal sealed class EconomySheetReader(IDbContextFactory<RegionPlanDb> databases, FollowUpReader followUps)
{
    /// <param name="user">Who hands in.</param>
    /// <param name="followUpKey">The follow-up of the address; null for the latest that is open.</param>
    /// <param name="unitKey">The unit of the address; null for the first that the user hands in for.</param>
    internal async Task<EconomyChoice> ChooseAsync(Permissions user, string? followUpKey, string? unitKey)
    {
        await using var db = await databases.CreateDbContextAsync();
        var all = (await db.FollowUps.AsNoTracking().Include(f => f.Versions).Include(f => f.Locks).ToListAsync())
            .GroupBy(f => f.Year).SelectMany(EconomyDuties.Collecting).OrderByDescending(f => f.Terms.Through).ToList();
        var asked = all.Find(f => f.Key == followUpKey);
        var followUp = asked ?? (await LatestOpenAsync(all)) ?? all.FirstOrDefault();
        var notice = asked is null && !string.IsNullOrEmpty(followUpKey) ? "Till uppföljningen i adressen lämnas ingen ekonomi in. Välj en i listan." : null;
        if (followUp is null)
        {
            return new(all, [], null, null, notice);
        }

        var reading = await followUps.ReadAsync(followUp.Year);
        var tree = reading.FollowUps.TreeOf(followUp);
        var duties = EconomyLoading.DutiesOf(reading.FollowUps, reading.FollowUps.Find(followUp.Key)!, await db.BudgetOfAsync(followUp.Year), reading.Units);
        List<OrganizationTree.Branch> units = [.. duties.Select(d => d.ReporterId).Distinct()
            .Where(id => user.Has(Right.WriteEconomy, id, reading.Today)).Select(id => tree.Find(id)).OfType<OrganizationTree.Branch>()];
        var unit = units.Find(u => u.Unit.Key == unitKey);
        if (unit is null && !string.IsNullOrEmpty(unitKey))
        {
            notice ??= $"Enheten i adressen har ingen ekonomi att lämna in till {followUp.Terms.Name}, eller du lämnar inte in för den. Välj en i listan.";
        }

        unit ??= units.Find(u => user.Roles.Any(r => r.UnitId == u.Unit.Id)) ?? units.FirstOrDefault();
        return new(all, units, followUp, unit is null ? null : await SheetAsync(db, reading, followUp.Key, unit.Unit.Id), notice);
    }

    /// <summary>The sheet as it is now, whoever asks; null where the unit owes the follow-up no economy.</summary>
    internal async Task<EconomySheet?> SheetAsync(RegionPlanDb db, FollowUp followUp, Guid unitId) =>
        await SheetAsync(db, await followUps.ReadAsync(followUp.Year), followUp.Key, unitId);

    private static async Task<EconomySheet?> SheetAsync(RegionPlanDb db, FollowUpReading reading, string followUpKey, Guid unitId)
    {
        var year = reading.FollowUps;
        if (year.Find(followUpKey) is not { } followUp || year.TreeOf(followUp).Find(unitId) is not { } unit)
        {
            return null;
        }

        var duties = EconomyLoading.DutiesOf(year, followUp, await db.BudgetOfAsync(followUp.Year), reading.Units).Where(d => d.ReporterId == unitId).ToList();
        if (duties.Count == 0)
        {
            return null;
        }

        var entries = await db.EntriesOfAsync(followUp.Year);
        var through = EconomyDuties.MonthOf(followUp);
        var drafts = await db.EconomyDrafts.AsNoTracking().Where(d => d.Through == through).ToDictionaryAsync(d => d.PostId);
        var chain = year.ChainOf(followUp, unitId);
        var submission = year.SubmissionOf(followUp, unitId);
        return new(
            followUp,
            unit.Unit,
            unit.Name,
            year.DueOn(followUp, unitId),
            year.Today,
            [.. chain.Select(s => year.TreeOf(followUp).NameOf(s.UnitId) ?? "")],
            duties.ConvertAll(duty => Row(duty, entries, submission?.StandingOf(duty.Key, chain), drafts.GetValueOrDefault(duty.Row.Post.Id))));
    }

    private static EconomySheetRow Row(EconomyDuty duty, List<EconomyEntry> entries, AmountStanding? standing, EconomyDraft? draft)
    {
        var before = entries.Where(e => e.PostId == duty.Row.Post.Id && e.Kind == AmountKind.Outcome && e.Through == Period.OfMonth(duty.Through.Year - 1, duty.Through.Number)).Latest();
        return new(duty, new(duty.Key, entries), standing, draft, before?.Amount, before is { IsExample: true });
    }

    private async Task<FollowUp?> LatestOpenAsync(List<FollowUp> all)
    {
        var today = (await followUps.ReadAsync()).FollowUps.Today;
        return all.Find(f => f.On(today) == FollowUpState.Open);
    }
}
