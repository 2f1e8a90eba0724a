using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Web.Data;

/// <summary>A series that somebody answers for, with what is needed to show it.</summary>
/// <param name="Owed">Who owes it, about whom and how often.</param>
/// <param name="ShownSeriesId">The series of the year's plan or styrkort; its figures may be recorded on an earlier one that it keeps.</param>
/// <param name="Code">The measure's code.</param>
/// <param name="Name">The measure's name, with the delmått's where it has one.</param>
/// <param name="SeriesKey">The series' own key within the measure.</param>
/// <param name="Goal">The goal that it measures, as a heading.</param>
/// <param name="Terms">The measure's terms that hold.</param>
/// <param name="HasPage">Whether the measure has a page of its own.</param>
public sealed record ReportedSeries(
    OwedSeries Owed, Guid ShownSeriesId, string Code, string Name, string SeriesKey, string Goal, MeasureTerms Terms, bool HasPage);

/// <summary>A year as it is followed up, with the names of what is owed.</summary>
/// <param name="Year">The year.</param>
/// <param name="FollowUps">The follow-ups, who owes what to them and where it stands.</param>
/// <param name="Series">Every series that somebody answers for in the year, in the order of the plan and the styrkort.</param>
/// <param name="Units">All units.</param>
/// <param name="Years">The years that are set up, oldest first.</param>
public sealed record FollowUpReading(
    int Year, FollowUpYear FollowUps, IReadOnlyList<ReportedSeries> Series, IReadOnlyList<OrganizationUnit> Units, IReadOnlyList<int> Years)
{
    private readonly Dictionary<(Guid SeriesId, Guid UnitId), ReportedSeries> byKey = Series.ToDictionary(s => (s.Owed.SeriesId, s.Owed.AboutUnitId));

    private readonly Dictionary<(Guid SeriesId, Guid UnitId), int> places =
        Series.Select((s, place) => (s.Owed, place)).ToDictionary(s => (s.Owed.SeriesId, s.Owed.AboutUnitId), s => s.place);

    /// <summary>The place of one of the series in the order of the plan and the styrkort.</summary>
    public int PlaceOf(ReportedSeries series) => places[(series.Owed.SeriesId, series.Owed.AboutUnitId)];

    /// <summary>What a duty or a handed-in row is about; null where nobody answers for it any longer.</summary>
    public ReportedSeries? Of(SubmittedRowKey key) => byKey.GetValueOrDefault((key.SeriesId, key.UnitId));

    /// <summary>The organisation as it stands today: whose roles count.</summary>
    public OrganizationTree Today { get; } = new(Units, FollowUps.Today);
}

/// <summary>Reads the follow-ups of a year: who owes what, what has been handed in and where it stands.</summary>
public sealed class FollowUpReader(IDbContextFactory<RegionPlanDb> databases, PlanReader plans, CascadeReader cascades)
{
    /// <param name="year">The year; the newest that is set up, or this year, where it is not given.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<FollowUpReading> ReadAsync(int? year = null, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var years = await db.FollowUps.Select(f => f.Year).Distinct().OrderBy(y => y).ToListAsync(cancellation);
        var chosen = year ?? years.Where(y => y <= plans.Today.Year).Select(y => (int?)y).LastOrDefault() ?? plans.Today.Year;
        var followUps = await db.FollowUps.AsNoTracking().Where(f => f.Year == chosen)
            .Include(f => f.Versions).Include(f => f.Locks).ToListAsync(cancellation);
        var ids = followUps.ConvertAll(f => f.Id);
        var submissions = await db.Submissions.AsNoTracking().Where(s => ids.Contains(s.FollowUpId))
            .Include(s => s.Steps).ThenInclude(s => s.Returned).Include(s => s.Rows)
            .Include(s => s.Steps).ThenInclude(s => s.ReturnedAmounts).Include(s => s.Amounts).ToListAsync(cancellation);
        var cascade = await cascades.ReadAsync(chosen, cancellation: cancellation);
        var series = new List<ReportedSeries>([.. await OfRegionAsync(db, chosen, cascade, cancellation), .. OfUnits(cascade)]);
        var periods = Periods(chosen);
        var recorded = (await db.Outcomes.AsNoTracking().Where(o => periods.Contains(o.Period) && o.Sex == Sex.Total && !o.IsExample)
                .Select(o => new { o.SeriesId, o.UnitId, o.Period, o.Version, HasValue = o.Amount != null }).ToListAsync(cancellation))
            .GroupBy(o => new SubmittedRowKey(o.SeriesId, o.UnitId, o.Period))
            .Where(g => g.MaxBy(o => o.Version)!.HasValue).Select(g => g.Key).ToHashSet();
        var read = new FollowUpYear(
            followUps, Duties.Of(followUps, series.Select(s => s.Owed), chosen), submissions, cascade.Units, recorded, plans.Today, await db.YearEconomyAsync(chosen, cascade.Units, cancellation));
        return new(chosen, read, series, cascade.Units, years);
    }

    /// <summary>The region's own measures: reported by the unit that answers for each.</summary>
    private async Task<IEnumerable<ReportedSeries>> OfRegionAsync(RegionPlanDb db, int year, CascadeReading cascade, CancellationToken cancellation)
    {
        var plan = (await plans.ReadAsync(new(Year: year), cancellation)).Plan;
        if (plan is null || cascade.Units.FirstOrDefault(u => u.Key == OrganizationUnit.RegionKey) is not { } region)
        {
            return [];
        }

        List<Measure> measures = [.. plan.Measures.Select(m => m.Measure)];
        var lineage = new SeriesLineage([.. measures, .. await db.EarlierOfAsync(measures, cancellation)]);
        return from goal in plan.Goals
               from one in goal.Series
               select new ReportedSeries(
                   new(
                       lineage.RecordedOn(one.Series.Id),
                       region.Id,
                       one.MeasureTerms.ResponsibleUnitId,
                       IsRegional: true,
                       one.Frequency,
                       one.Terms.MeasuredThrough,
                       one.ShortTerm?.Target,
                       one.History.Where(h => h.Total is not null).Select(h => h.Period.Year).ToHashSet())
                   {
                       IsCounted = FinancialMeasures.IsCounted(one.Measure.Code, year),
                   },
                   one.Series.Id,
                   one.Measure.Code,
                   one.FullName,
                   one.Series.Key,
                   $"{goal.Goal.Order} {goal.Wording.Name}",
                   one.MeasureTerms,
                   HasPage: true);
    }

    /// <summary>What the units' decided styrkort follow: each unit reports its own figures.</summary>
    private static IEnumerable<ReportedSeries> OfUnits(CascadeReading cascade)
    {
        HashSet<(Guid, Guid)> taken = [];
        return from scorecard in cascade.Cascade.Scorecards
               from goal in scorecard.Version.Content.Goals
               from followed in goal.Measures
               let series = cascade.Series.GetValueOrDefault(followed.SeriesId)
               where series is not null
               let unit = scorecard.Unit.Unit.Id
               let recordedOn = cascade.Lineage.RecordedOn(followed.SeriesId)
               where taken.Add((recordedOn, unit))
               select new ReportedSeries(
                   new(
                       recordedOn,
                       unit,
                       unit,
                       IsRegional: false,
                       series.SeriesTerms.Frequency ?? series.Terms.Frequency,
                       series.SeriesTerms.MeasuredThrough,
                       ScorecardCheck.Amount(followed, series.Terms) is { } amount ? new Target.Value(amount) : null,
                       new HashSet<int>()),
                   followed.SeriesId,
                   series.Measure.Code,
                   series.Name,
                   series.Series.Key,
                   goal.Name,
                   series.Terms,
                   HasPage: series.Measure.PlanId is not null);
    }

    private static List<Period> Periods(int year) =>
        [Period.OfYear(year), .. Enumerable.Range(1, 3).Select(n => Period.OfTertial(year, n)), .. Enumerable.Range(1, 12).Select(n => Period.OfMonth(year, n))];
}
