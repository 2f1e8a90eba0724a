using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.RecordOutcomes;

/// <summary>Which row of the grid: a series in a period, for a unit or, without one, for the region as a whole.</summary>
internal readonly record struct RowKey(Guid SeriesId, Period Period, Guid? UnitId = null);

/// <summary>What both writes of the grid begin with: the row as it is in the database now, and that the user may write it.</summary>
internal sealed class WritableRow
{
    private WritableRow(RegionPlanDb db, Permissions user, MeasureTerms terms, Guid recordedOn, Guid unitId, Guid reportedBy, OutcomeRow row, OutcomeDraft? draft)
    {
        Db = db;
        User = user;
        Terms = terms;
        RecordedOn = recordedOn;
        UnitId = unitId;
        ReportedBy = reportedBy;
        Row = row;
        Draft = draft;
    }

    internal RegionPlanDb Db { get; }

    internal Permissions User { get; }

    internal MeasureTerms Terms { get; }

    /// <summary>The series that the figures are recorded on: the row's own, or the first of an earlier plan that it keeps.</summary>
    internal Guid RecordedOn { get; }

    /// <summary>The unit that the outcome is about.</summary>
    internal Guid UnitId { get; }

    /// <summary>The unit that answers for the figure.</summary>
    internal Guid ReportedBy { get; }

    internal OutcomeRow Row { get; }

    internal OutcomeDraft? Draft { get; }

    /// <exception cref="AccessRefused">The user is not signed in or answers for another unit.</exception>
    /// <exception cref="RuleViolation">There is no such series.</exception>
    internal static async Task<WritableRow> OpenAsync(RegionPlanDb db, PermissionReader permissions, ClaimsPrincipal principal, RowKey key, DateOnly today)
    {
        var user = await permissions.ForWritingAsync(principal);
        var measure = await db.Measures.AsNoTracking()
            .Include(m => m.Definitions).Include(m => m.Series).Include(m => m.Successions)
            .FirstOrDefaultAsync(m => m.Series.Any(s => s.Id == key.SeriesId))
            ?? throw new RuleViolation("Måttet finns inte. Ladda om sidan.");
        var terms = measure.Definitions.Current(key.Period.End)!.Terms;
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync();
        var tree = new OrganizationTree(units, today);
        var regionId = tree.Root!.Unit.Id;
        var (unitId, responsible) = key.UnitId is { } of && of != regionId ? (of, of) : (regionId, terms.ResponsibleUnitId);
        if (!user.MayWriteOutcomesOf(responsible, tree))
        {
            throw new AccessRefused($"Du får inte registrera utfall för {measure.Code}: {tree.NameOf(responsible)} ansvarar för {(unitId == regionId ? "måttet" : "värdet")}.");
        }

        if (unitId != regionId)
        {
            await CheckFollowsAsync(db, units, unitId, measure, key);
        }

        var recordedOn = new SeriesLineage([measure, .. await db.EarlierOfAsync([measure])]).RecordedOn(key.SeriesId);
        var entries = await db.Outcomes.AsNoTracking()
            .Where(o => o.SeriesId == recordedOn && o.UnitId == unitId && o.Period == key.Period).ToListAsync();
        var draft = await db.Drafts.FirstOrDefaultAsync(d => d.SeriesId == recordedOn && d.UnitId == unitId && d.Period == key.Period);
        return new(db, user, terms, recordedOn, unitId, responsible, new(recordedOn, unitId, key.Period, terms, entries), draft);
    }

    /// <summary>A unit records what its decided styrkort of the year follows, and what it has defined itself.</summary>
    private static async Task CheckFollowsAsync(RegionPlanDb db, List<OrganizationUnit> units, Guid unitId, Measure measure, RowKey key)
    {
        if (OrganizationTree.During(units, key.Period.Start, key.Period.End).Find(unitId) is not { } unit)
        {
            throw new RuleViolation("Enheten fanns inte under perioden. Välj en annan period.");
        }

        var scorecard = await db.Scorecards.AsNoTracking().Include(s => s.Versions).SingleOrDefaultAsync(s => s.UnitId == unitId && s.Year == key.Period.Year);
        if (measure.UnitId != unitId && scorecard?.Versions.Latest()?.Content.Measures.Any(m => m.SeriesId == key.SeriesId) != true)
        {
            throw new RuleViolation($"{unit.Name} följer inte måttet {key.Period.Year}. Lägg in det i styrkortet och besluta det först.");
        }
    }
}
