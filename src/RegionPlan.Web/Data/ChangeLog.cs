using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Data;

/// <summary>What a change is about.</summary>
public enum ChangeKind
{
    Outcome,
    Target,
    MeasureDefinition,
    SeriesDefinition,
    PlanWording,
    GoalStatus,
    Organization,
    Scorecard,
    Activity,
    FigureChoice,
    PlanTransition,
    Submission,
    FollowUp,
}

/// <summary>Which changes to read; everything is optional.</summary>
/// <param name="Code">A measure's code.</param>
/// <param name="UnitId">The unit that reported or answers for what changed.</param>
/// <param name="By">Part of the name of who recorded it.</param>
/// <param name="From">The first day, by the region's clock.</param>
/// <param name="To">The last day, by the region's clock.</param>
/// <param name="Kind">What it is about.</param>
public sealed record ChangeFilter(
    string? Code = null, Guid? UnitId = null, string? By = null, DateOnly? From = null, DateOnly? To = null, ChangeKind? Kind = null);

/// <summary>One recorded change: the fact that was appended and the one before it about the same thing, if any.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Earlier">The fact it took over from, for a placement the one that held on its day; null where it was the first.</param>
/// <param name="Subject">The plan part, unit or follow-up it is about; null for a measure's.</param>
/// <param name="Measure">The measure, with the terms that hold for the change; null for plan and organisation.</param>
/// <param name="Parents">The unit above, of a placement, or what a goal or measure continues; null for all else.</param>
/// <param name="UnitId">The unit whose figure or styrkort it is; null for the region's and for all else.</param>
public sealed record Change(ChangeKind Kind, Fact Fact, Fact? Earlier, string? Subject, ChangedMeasure? Measure, ParentNames? Parents = null, Guid? UnitId = null);

/// <summary>The names that the units above had on a placement's first day, as known when it was recorded.</summary>
/// <param name="Now">Above it from then; null for the region.</param>
/// <param name="Before">Above it until then; null where it had no place.</param>
public sealed record ParentNames(string? Now, string? Before);

/// <summary>The measure and series that a change is about.</summary>
/// <param name="Code">The measure's code.</param>
/// <param name="Terms">The terms that hold for the change.</param>
/// <param name="SeriesName">The delmått's name; null where the measure has none.</param>
/// <param name="IsOfPlan">Whether it is a plan's measure, with a page of its own, and not a unit's.</param>
public sealed record ChangedMeasure(string Code, MeasureTerms Terms, string? SeriesName, bool IsOfPlan = true);

/// <summary>A page of changes, the latest first, with the units' names as last recorded.</summary>
/// <param name="Changes">The changes.</param>
/// <param name="HasMore">Whether there are older ones.</param>
/// <param name="UnitNames">The units' names.</param>
/// <param name="Approvals">Who approved the outcomes that were handed in, by the row they were.</param>
/// <param name="RegionId">The region.</param>
public sealed record ChangePage(
    IReadOnlyList<Change> Changes,
    bool HasMore,
    IReadOnlyDictionary<Guid, string> UnitNames,
    IReadOnlyDictionary<Guid, FigureApproval> Approvals,
    Guid? RegionId = null)
{
    public static ChangePage Empty { get; } = new([], false, new Dictionary<Guid, string>(), new Dictionary<Guid, FigureApproval>());
}

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
        var measures = await MeasuresAsync(db, filter.Code, cancellation);
        var enough = skip + take + 1;
        List<Change> changes = [];
        if (Wants(ChangeKind.Outcome))
        {
            changes.AddRange(await OutcomesAsync(db, filter, measures, enough, cancellation));
        }

        changes.AddRange(measures.SelectMany(m => DefinitionsOf(m, filter)).Where(c => Wants(c.Kind)));
        if (Wants(ChangeKind.PlanTransition))
        {
            changes.AddRange(await TransitionsAsync(db, filter, measures, cancellation));
        }

        if (filter.Code is null && filter.UnitId is null && (Wants(ChangeKind.PlanWording) || Wants(ChangeKind.GoalStatus) || Wants(ChangeKind.PlanTransition)))
        {
            changes.AddRange((await PlanChangesAsync(db, cancellation)).Where(c => Wants(c.Kind) && Passes(c.Fact, filter)));
        }

        if (filter.Code is null && Wants(ChangeKind.Organization))
        {
            changes.AddRange((await PlacementsAsync(db, filter.UnitId, cancellation)).Where(c => Passes(c.Fact, filter)));
        }

        if (filter.Code is null && Wants(ChangeKind.Scorecard))
        {
            changes.AddRange(await ScorecardChanges.VersionsAsync(db, filter, enough, cancellation));
        }

        if (filter.Code is null && Wants(ChangeKind.Activity))
        {
            changes.AddRange(await ScorecardChanges.ProgressAsync(db, filter, enough, cancellation));
        }

        if (filter.Code is null && filter.UnitId is null && Wants(ChangeKind.FollowUp))
        {
            changes.AddRange((await FollowUpsAsync(db, cancellation)).Where(c => Passes(c.Fact, filter)));
        }

        if (filter.Code is null && Wants(ChangeKind.Submission))
        {
            changes.AddRange(await SubmissionChanges.ReadAsync(db, filter, enough, cancellation));
        }

        if (filter.Code is null && Wants(ChangeKind.GoalStatus))
        {
            changes.AddRange((await ReviewChanges.ReadAsync(db, filter.UnitId, cancellation)).Where(c => Passes(c.Fact, filter)));
        }

        if (Wants(ChangeKind.FigureChoice))
        {
            var bySeries = measures.SelectMany(m => m.Series, (m, s) => (Measure: m, Series: s)).ToDictionary(x => x.Series.Id);
            var region = await RegionAsync(db, cancellation);
            changes.AddRange((await ScorecardChanges.ChoicesAsync(db, filter, [.. bySeries.Keys], cancellation))
                .Where(c => Passes(c.Choice, filter))
                .Select(c => new Change(
                    ChangeKind.FigureChoice,
                    c.Choice,
                    c.Earlier,
                    null,
                    Named(bySeries[c.Choice.SeriesId].Measure, bySeries[c.Choice.SeriesId].Series, c.Choice.Period.End),
                    UnitId: c.Choice.UnitId == region ? null : c.Choice.UnitId)));
        }

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

        bool Wants(ChangeKind kind) => filter.Kind is null || filter.Kind == kind;
    }

    private static async Task<List<Measure>> MeasuresAsync(RegionPlanDb db, string? code, CancellationToken cancellation) => await db.Measures.AsNoTracking()
        .Where(m => code == null || m.Code == code)
        .Include(m => m.Definitions)
        .Include(m => m.Series).ThenInclude(s => s.Definitions)
        .Include(m => m.Series).ThenInclude(s => s.Targets)
        .Include(m => m.Successions)
        .Include(m => m.Endings)
        .ToListAsync(cancellation);

    private static async Task<List<Change>> OutcomesAsync(
        RegionPlanDb db, ChangeFilter filter, List<Measure> measures, int enough, CancellationToken cancellation)
    {
        var query = db.Outcomes.AsNoTracking();
        if (filter.Code is not null)
        {
            var series = measures.SelectMany(m => m.Series).Select(s => s.Id).ToList();
            query = query.Where(o => series.Contains(o.SeriesId));
        }

        query = filter.UnitId is { } unit ? query.Where(o => o.ReportedByUnitId == unit || o.UnitId == unit) : query;
        if (filter.By is { } by)
        {
            // Few names, many entries: the names are matched here, where å, ä and ö have a case on every database.
            var names = await db.Outcomes.Select(o => o.Recorded.By).Distinct().ToListAsync(cancellation);
            names.RemoveAll(name => !name.Contains(by, StringComparison.OrdinalIgnoreCase));
            query = query.Where(o => names.Contains(o.Recorded.By));
        }

        query = filter.From is { } from ? query.Where(o => o.Recorded.At >= TimeAxes.StartOf(from)) : query;
        query = filter.To is { } to ? query.Where(o => o.Recorded.At < TimeAxes.StartOf(to.AddDays(1))) : query;
        var rows = await (
            from entry in query.OrderByDescending(o => o.Recorded.At).ThenByDescending(o => o.Period).ThenByDescending(o => o.Id).Take(enough)
            join before in db.Outcomes.AsNoTracking()
                on new { entry.SeriesId, entry.UnitId, entry.Period, entry.Sex, Version = entry.Version - 1 }
                equals new { before.SeriesId, before.UnitId, before.Period, before.Sex, before.Version } into earlier
            from before in earlier.DefaultIfEmpty()
            select new { Entry = entry, Before = before }).ToListAsync(cancellation);
        var bySeries = measures.SelectMany(m => m.Series, (m, s) => (Measure: m, Series: s)).ToDictionary(x => x.Series.Id);
        var region = await RegionAsync(db, cancellation);
        return rows.ConvertAll(r => new Change(
            ChangeKind.Outcome,
            r.Entry,
            r.Before,
            null,
            Named(bySeries[r.Entry.SeriesId].Measure, bySeries[r.Entry.SeriesId].Series, r.Entry.Period.End),
            UnitId: r.Entry.UnitId == region ? null : r.Entry.UnitId));
    }

    private static Task<Guid> RegionAsync(RegionPlanDb db, CancellationToken cancellation) =>
        db.Units.Where(u => u.Key == OrganizationUnit.RegionKey).Select(u => u.Id).SingleAsync(cancellation);

    private static IEnumerable<Change> DefinitionsOf(Measure measure, ChangeFilter filter)
    {
        if (!AnswersFor(filter.UnitId, measure))
        {
            return [];
        }

        var own = Steps(measure.Definitions)
            .Select(s => new Change(ChangeKind.MeasureDefinition, s.Fact, s.Earlier, null, new(measure.Code, s.Fact.Terms, null, measure.PlanId is not null)));
        var series = measure.Series.SelectMany(x => Steps(x.Definitions)
            .Select(s => new Change(ChangeKind.SeriesDefinition, s.Fact, s.Earlier, null, Named(measure, x, s.Fact.HoldsFrom))));
        var targets = measure.Series.SelectMany(x => x.Targets.GroupBy(t => (t.Term, t.Slot)).SelectMany(g => Steps(g)
            .Select(s => new Change(ChangeKind.Target, s.Fact, s.Earlier, null, Named(measure, x, s.Fact.HoldsFrom)))));
        return own.Concat(series).Concat(targets).Where(c => Passes(c.Fact, filter));
    }

    /// <summary>What measures continue, and which end.</summary>
    private static async Task<IEnumerable<Change>> TransitionsAsync(
        RegionPlanDb db, ChangeFilter filter, List<Measure> measures, CancellationToken cancellation)
    {
        if (!measures.Exists(m => m.Successions.Count + m.Endings.Count > 0))
        {
            return [];
        }

        var plans = await db.Plans.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Key, cancellation);
        var names = (await db.Measures.Where(m => m.PlanId != null).Select(m => new { m.Id, m.Code, m.PlanId }).ToListAsync(cancellation))
            .ToDictionary(m => m.Id, m => $"{m.Code} i {plans[m.PlanId!.Value]}");
        return measures.Where(m => AnswersFor(filter.UnitId, m)).SelectMany(m =>
        {
            var named = new ChangedMeasure(m.Code, m.Definitions.Latest()!.Terms, null);
            return Steps(m.Successions)
                .Select(s => new Change(
                    ChangeKind.PlanTransition, s.Fact, s.Earlier, null, named, new(NameOf(names, s.Fact.PredecessorId), NameOf(names, s.Earlier?.PredecessorId))))
                .Concat(m.Endings.GroupBy(e => e.PlanId).SelectMany(about => Steps(about)
                    .Select(s => new Change(ChangeKind.PlanTransition, s.Fact, s.Earlier, $"Övergång till {plans[about.Key]}", named))));
        }).Where(c => Passes(c.Fact, filter));
    }

    private static bool AnswersFor(Guid? unitId, Measure measure) =>
        unitId is null || measure.Definitions.MaxBy(d => d.Version)!.Terms.ResponsibleUnitId == unitId;

    private static async Task<List<Change>> PlanChangesAsync(RegionPlanDb db, CancellationToken cancellation)
    {
        var plans = await db.Plans.AsNoTracking()
            .Include(p => p.Wordings)
            .Include(p => p.FocusAreas).ThenInclude(f => f.Wordings)
            .Include(p => p.Goals).ThenInclude(g => g.Wordings)
            .Include(p => p.Goals).ThenInclude(g => g.Overrides)
            .Include(p => p.Goals).ThenInclude(g => g.Directions).ThenInclude(d => d.Wordings)
            .Include(p => p.Goals).ThenInclude(g => g.Successions)
            .Include(p => p.Standings)
            .ToListAsync(cancellation);
        var goals = plans.SelectMany(p => p.Goals, (p, g) => (g.Id, Name: $"mål {g.Order} {g.Wordings.Latest()?.Name}, {p.Key}")).ToDictionary(g => g.Id, g => g.Name);
        var transitions = plans.SelectMany(p =>
            Steps(p.Standings).Select(s => new Change(ChangeKind.PlanTransition, s.Fact, s.Earlier, $"Regionplan {p.Key}", null))
                .Concat(p.Goals.SelectMany(g => Steps(g.Successions).Select(s => new Change(
                    ChangeKind.PlanTransition,
                    s.Fact,
                    s.Earlier,
                    $"Mål {g.Order}, {p.Key}",
                    null,
                    new(NameOf(goals, s.Fact.PredecessorId), NameOf(goals, s.Earlier?.PredecessorId)))))));
        return [.. transitions, .. plans.SelectMany(p =>
            Worded(p.Wordings, "Regionplan")
                .Concat(p.Goals.SelectMany(g => Worded(g.Wordings, $"Mål {g.Order}, {p.Key}")))
                .Concat(p.Goals.SelectMany(g => g.Directions).SelectMany(d => Worded(d.Wordings, $"Långsiktig inriktning, {p.Key}")))
                .Concat(p.FocusAreas.SelectMany(f => Worded(f.Wordings, $"Fokusområde {f.Year}")))
                .Concat(p.Goals.SelectMany(g => g.Overrides.GroupBy(o => o.Year).SelectMany(year => Steps(year)
                    .Select(s => new Change(ChangeKind.GoalStatus, s.Fact, s.Earlier, $"Mål {g.Order}, {p.Key}, bedömning {year.Key}", null))))))];

        static IEnumerable<Change> Worded(IReadOnlyList<Wording> wordings, string subject) =>
            Steps(wordings).Select(s => new Change(ChangeKind.PlanWording, s.Fact, s.Earlier, subject, null));
    }

    private static async Task<List<Change>> FollowUpsAsync(RegionPlanDb db, CancellationToken cancellation)
    {
        var followUps = await db.FollowUps.AsNoTracking().Include(f => f.Versions).Include(f => f.Locks).ToListAsync(cancellation);
        return
        [
            .. followUps.SelectMany(f => Steps(f.Versions).Select(s => new Change(ChangeKind.FollowUp, s.Fact, s.Earlier, f.Terms.Name, null))),
            .. followUps.SelectMany(f => Steps(f.Locks).Select(s => new Change(ChangeKind.FollowUp, s.Fact, s.Earlier, f.Terms.Name, null))),
        ];
    }

    private static async Task<List<Change>> PlacementsAsync(RegionPlanDb db, Guid? unitId, CancellationToken cancellation)
    {
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToDictionaryAsync(u => u.Id, cancellation);
        return
        [
            .. from unit in units.Values
               where unitId is null || unit.Id == unitId
               from placement in unit.Placements
               let before = unit.Before(placement)
               select new Change(ChangeKind.Organization, placement, before, placement.Name, null, new(NameAbove(placement, placement), NameAbove(placement, before))),
        ];

        string? NameAbove(Placement at, Placement? placed) => placed?.ParentId is { } id && units.TryGetValue(id, out var above)
            ? (above.On(at.HoldsFrom, at.Recorded.At) ?? above.Placements.Latest())?.Name
            : null;
    }

    private static string? NameOf(Dictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;

    private static IEnumerable<(T Fact, T? Earlier)> Steps<T>(IEnumerable<T> facts)
        where T : Fact
    {
        T? earlier = null;
        foreach (var fact in facts.OrderBy(f => f.Version))
        {
            yield return (fact, earlier);
            earlier = fact;
        }
    }

    private static ChangedMeasure Named(Measure measure, MeasureSeries series, DateOnly on) =>
        new(measure.Code, measure.Definitions.Current(on)!.Terms, series.Definitions.Current(on)?.Terms.Name, measure.PlanId is not null);

    private static bool Passes(Fact fact, ChangeFilter filter) =>
        (filter.By is null || fact.Recorded.By.Contains(filter.By, StringComparison.OrdinalIgnoreCase))
        && (filter.From is not { } from || fact.Recorded.At >= TimeAxes.StartOf(from))
        && (filter.To is not { } to || fact.Recorded.At < TimeAxes.StartOf(to.AddDays(1)));
}
