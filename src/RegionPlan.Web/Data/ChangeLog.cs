using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Data;

/// <summary>Reads the history from the same facts that pages are made of.</summary>
public sealed class ChangeLog(IDbContextFactory<RegionPlanDb> databases)
{
    /// <summary>The changes that pass the filter, latest first.</summary>
    /// <param name="filter">What to read.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many to read at most.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<ChangePage> ReadAsync(ChangeFilter filter, int skip, int take, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        List<Change> changes =
        [
            .. await OfMeasuresAsync(db, filter, skip + take + 1, cancellation),
            .. filter.Code is null ? await OfUnitsAsync(db, filter, skip + take + 1, cancellation) : [],
            .. filter is { Code: null, UnitId: null } ? await OfTheWholeAsync(db, filter, cancellation) : [],
        ];
        var page = changes
            .OrderByDescending(c => c.Fact.Recorded.At)
            .ThenBy(c => c.Kind)
            .ThenByDescending(c => (c.Fact as OutcomeEntry)?.Period.ToString(), StringComparer.Ordinal)
            .ThenByDescending(c => c.Fact.Id)
            .Skip(skip).Take(take + 1).ToList();
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(cancellation);
        var names = units.ToDictionary(u => u.Id, u => u.Placements.Latest()?.Name ?? u.Key);
        var approvals = await ApprovalReader.ReadAsync(db, page.Select(c => (c.Fact as OutcomeEntry)?.SubmittedRowId), cancellation);
        return new([.. page.Take(take)], page.Count > take, names, approvals, units.Find(u => u.Key == OrganizationUnit.RegionKey)?.Id);
    }

    private static async Task<List<Change>> OfMeasuresAsync(RegionPlanDb db, ChangeFilter filter, int enough, CancellationToken cancellation)
    {
        var measures = await MeasureChanges.ReadAsync(db, filter.Code, cancellation);
        return
        [
            .. filter.Wants(ChangeKind.Outcome) ? await FigureChanges.OutcomesAsync(db, filter, measures, enough, cancellation) : [],
            .. measures.SelectMany(m => MeasureChanges.DefinitionsOf(m, filter)).Where(c => filter.Wants(c.Kind)),
            .. filter.Wants(ChangeKind.PlanTransition) ? await MeasureChanges.TransitionsAsync(db, filter, measures, cancellation) : [],
            .. filter.Wants(ChangeKind.FigureChoice) ? await FigureChanges.ChoicesAsync(db, filter, measures, cancellation) : [],
        ];
    }

    private static async Task<List<Change>> OfUnitsAsync(RegionPlanDb db, ChangeFilter filter, int enough, CancellationToken cancellation) =>
    [
        .. filter.Wants(ChangeKind.Organization) ? Passing(await OrganizationChanges.ReadAsync(db, filter.UnitId, cancellation), filter) : [],
        .. filter.Wants(ChangeKind.Scorecard) ? await ScorecardChanges.VersionsAsync(db, filter, enough, cancellation) : [],
        .. filter.Wants(ChangeKind.Activity) ? await ScorecardChanges.ProgressAsync(db, filter, enough, cancellation) : [],
        .. filter.Wants(ChangeKind.Submission) ? await SubmissionChanges.ReadAsync(db, filter, enough, cancellation) : [],
        .. filter.Wants(ChangeKind.Report) ? Passing(await ReportChanges.ReadAsync(db, filter.UnitId, cancellation), filter) : [],
        .. filter.Wants(ChangeKind.Economy) ? Passing(await EconomyChanges.ReadAsync(db, filter.UnitId, cancellation), filter) : [],
        .. filter.Wants(ChangeKind.GoalStatus) ? Passing(await ReviewChanges.ReadAsync(db, filter.UnitId, cancellation), filter) : [],
    ];

    private static async Task<List<Change>> OfTheWholeAsync(RegionPlanDb db, ChangeFilter filter, CancellationToken cancellation) =>
    [
        .. filter.Wants(ChangeKind.PlanWording) || filter.Wants(ChangeKind.GoalStatus) || filter.Wants(ChangeKind.PlanTransition)
            ? Passing(await PlanChanges.ReadAsync(db, cancellation), filter).Where(c => filter.Wants(c.Kind))
            : [],
        .. filter.Wants(ChangeKind.FollowUp) ? Passing(await FollowUpChanges.ReadAsync(db, cancellation), filter) : [],
    ];

    private static IEnumerable<Change> Passing(IEnumerable<Change> changes, ChangeFilter filter) => changes.Where(c => filter.Passes(c.Fact));
}
