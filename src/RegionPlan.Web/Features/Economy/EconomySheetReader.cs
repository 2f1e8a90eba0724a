using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

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

    /// <summary>The sheets of every unit that the user hands in for to the chosen follow-up, and what else the year's budget has; null where there is none.</summary>
    internal async Task<EconomySheets?> SheetsAsync(EconomyChoice choice)
    {
        if (choice.FollowUp is null)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync();
        var reading = await followUps.ReadAsync(choice.FollowUp.Year);
        var followUp = reading.FollowUps.Find(choice.FollowUp.Key)!;
        if (await db.BudgetOfAsync(followUp.Year) is not { } budget)
        {
            return null;
        }

        var tree = reading.FollowUps.TreeOf(followUp);
        var duties = EconomyLoading.DutiesOf(reading.FollowUps, followUp, budget, reading.Units);
        var told = await ToldAsync(db, followUp);
        DerivedSum[] sums =
        [
            .. budget.Boards, budget.BoardsTotal, budget.Frames, budget.NetCost, budget.TaxesAndGrants, budget.Financing, budget.Result, budget.Bridge.Adjusted,
            budget.Bridge.BalanceResult, budget.Investments,
        ];
        return new(
            followUp,
            [.. choice.Units.Select(u => Sheet(reading.FollowUps, followUp, u, duties, told)).OfType<EconomySheet>()],
            duties,
            tree,
            [.. sums.Select(s => EconomyText.Name(s, id => tree.NameOf(id) ?? ""))]);
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

        var duties = EconomyLoading.DutiesOf(year, followUp, await db.BudgetOfAsync(followUp.Year), reading.Units);
        return Sheet(year, followUp, unit, duties, await ToldAsync(db, followUp));
    }

    private static async Task<Told> ToldAsync(RegionPlanDb db, FollowUp followUp)
    {
        var through = EconomyDuties.MonthOf(followUp);
        return new(
            await db.EntriesOfAsync(followUp.Year), await db.EconomyDrafts.AsNoTracking().Where(d => d.Through == through).ToDictionaryAsync(d => d.PostId));
    }

    private static EconomySheet? Sheet(FollowUpYear year, FollowUp followUp, OrganizationTree.Branch unit, IReadOnlyList<EconomyDuty> all, Told told)
    {
        var duties = all.Where(d => d.ReporterId == unit.Unit.Id).ToList();
        if (duties.Count == 0)
        {
            return null;
        }

        var chain = year.ChainOf(followUp, unit.Unit.Id);
        var submission = year.SubmissionOf(followUp, unit.Unit.Id);
        return new(
            followUp,
            unit.Unit,
            unit.Name,
            year.DueOn(followUp, unit.Unit.Id),
            year.Today,
            [.. chain.Select(s => year.TreeOf(followUp).NameOf(s.UnitId) ?? "")],
            duties.ConvertAll(duty => Row(duty, told.Entries, submission?.StandingOf(duty.Key, chain), told.Drafts.GetValueOrDefault(duty.Row.Post.Id))));
    }

    private static EconomySheetRow Row(EconomyDuty duty, List<EconomyEntry> entries, AmountStanding? standing, EconomyDraft? draft)
    {
        var before = entries.Where(e => e.PostId == duty.Row.Post.Id && e.Kind == AmountKind.Outcome && e.Through == Period.OfMonth(duty.Through.Year - 1, duty.Through.Number)).Latest();
        return new(duty, new(duty.Key, entries), standing, draft, before?.Amount, before is { IsExample: true });
    }

    private sealed record Told(List<EconomyEntry> Entries, Dictionary<Guid, EconomyDraft> Drafts);

    private async Task<FollowUp?> LatestOpenAsync(List<FollowUp> all)
    {
        var today = (await followUps.ReadAsync()).FollowUps.Today;
        return all.Find(f => f.On(today) == FollowUpState.Open);
    }
}
