using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Provenance;

/// <summary>Reads what a recorded amount of a budget post comes from; nothing that is not public is ever in an answer.</summary>
internal sealed class AmountProvenanceQuery(IDbContextFactory<RegionPlanDb> databases)
{
    /// <summary>An utfall, a helårsprognos or a budget; null where there is no such amount.</summary>
    internal async Task<AmountProvenance?> ReadAsync(Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        var entry = await db.EconomyEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id);
        var postId = entry?.PostId ?? await db.Set<BudgetAmount>().Where(a => a.Id == id).Select(a => (Guid?)a.PostId).SingleOrDefaultAsync();
        if (postId is not { } known)
        {
            return null;
        }

        var post = await db.Set<BudgetPost>().AsNoTracking().Include(p => p.Definitions).Include(p => p.Amounts).SingleAsync(p => p.Id == known);
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToDictionaryAsync(u => u.Id);
        return entry is null ? await BudgetAsync(db, post, post.Amounts.Single(a => a.Id == id), units) : await EntryAsync(db, post, entry, units);
    }

    private static async Task<AmountProvenance> BudgetAsync(RegionPlanDb db, BudgetPost post, BudgetAmount amount, Dictionary<Guid, OrganizationUnit> units)
    {
        var definition = DefinitionOf(post, amount.Year, amount.Recorded.At);
        return new(
            post,
            definition,
            amount.Year,
            $"Budget {amount.Year.ToString(Sv.Culture)}",
            true,
            BoardOf(definition, amount.Year, units),
            null,
            AmountVersion.Of(amount),
            [.. post.Amounts.Where(a => a.PlanId == amount.PlanId && a.Year == amount.Year).OrderByDescending(a => a.Version).Select(AmountVersion.Of)],
            null,
            null,
            await db.ReportsShowingAsync(amount.Id.ToString(), units));
    }

    private static async Task<AmountProvenance> EntryAsync(RegionPlanDb db, BudgetPost post, EconomyEntry entry, Dictionary<Guid, OrganizationUnit> units)
    {
        var year = entry.Through.Year;
        var versions = await db.EconomyEntries.AsNoTracking().Where(e => e.PostId == post.Id && e.Through == entry.Through && e.Kind == entry.Kind)
            .OrderByDescending(e => e.Version).ToListAsync();
        var definition = DefinitionOf(post, year, entry.Recorded.At);
        var budget = (await db.BudgetOfAsync(year, entry.Recorded.At))?.RowsIn(post.Section).FirstOrDefault(r => r.Post.Id == post.Id)?.Decided;
        return new(
            post,
            definition,
            year,
            WhatOf(entry),
            false,
            BoardOf(definition, year, units),
            units.GetValueOrDefault(entry.ReportedByUnitId)?.NameOn(entry.Through.End),
            AmountVersion.Of(entry),
            [.. versions.Select(AmountVersion.Of)],
            await ApprovalOf(db, entry),
            budget,
            await db.ReportsShowingAsync(entry.Id.ToString(), units));
    }

    private static string WhatOf(EconomyEntry entry) => entry.Kind switch
    {
        AmountKind.Outcome => $"Utfall {EconomyText.Span(entry.Through)}",
        AmountKind.Forecast => $"Helårsprognos {entry.Through.Year.ToString(Sv.Culture)}, efter {Sv.Period(entry.Through)}",
    };

    private static PostDefinition DefinitionOf(BudgetPost post, int year, DateTimeOffset asOf) =>
        post.Definitions.Current(new(year, 12, 31), asOf) ?? post.Definitions.Current(new(year, 12, 31))!;

    private static string? BoardOf(PostDefinition definition, int year, Dictionary<Guid, OrganizationUnit> units) =>
        definition.BoardId is { } board ? units.GetValueOrDefault(board)?.NameOn(new(year, 12, 31)) : null;

    private static async Task<AmountApproval?> ApprovalOf(RegionPlanDb db, EconomyEntry entry)
    {
        if (entry.SubmittedAmountId is not { } handedIn)
        {
            return null;
        }

        var id = await db.Set<SubmittedAmount>().Where(a => a.Id == handedIn).Select(a => a.SubmissionId).SingleAsync();
        var submission = await db.Submissions.AsNoTracking().AsSplitQuery().Include(s => s.Steps).ThenInclude(s => s.ReturnedAmounts).Include(s => s.Amounts).SingleAsync(s => s.Id == id);
        var followUp = await db.FollowUps.AsNoTracking().Include(f => f.Versions).SingleAsync(f => f.Id == submission.FollowUpId);
        var amount = submission.Amounts.Single(a => a.Id == handedIn);
        return new(
            followUp.Terms.Name,
            amount.Recorded,
            [.. submission.HistoryOf(amount, []).Approvals.OrderBy(s => s.Version).Select(s => (s.Level!.Value, s.Recorded.By, s.Recorded.At))]);
    }
}
