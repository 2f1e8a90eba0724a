using System.Globalization;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Tests.Domain;

/// <summary>Short words for the things tests start from; everything is built through the domain's own verbs.</summary>
internal static class Given
{
    /// <summary>The day regionfullmäktige decided the plan: when everything in it is recorded unless a test says otherwise.</summary>
    public const string PlanDecided = "2023-11-28";

    public static DateOnly Day(string iso) => DateOnly.Parse(iso, CultureInfo.InvariantCulture);

    /// <summary>Noon, UTC, on a day.</summary>
    public static DateTimeOffset At(string iso) => new(Day(iso), new TimeOnly(12, 0), TimeSpan.Zero);

    public static Recording Recorded(string on = PlanDecided, string? why = null) => new(At(on), "Regionstaben", why: why);

    public static PeriodValue Value(string period, decimal amount) => new(Period.Parse(period), amount);

    public static JudgingRule High(int decimals = 1, decimal? tolerance = null, decimal? trendThreshold = null) =>
        new(DesiredDirection.High, decimals, tolerance, trendThreshold);

    public static JudgingRule Low(int decimals = 1, decimal? tolerance = null, decimal? trendThreshold = null) =>
        new(DesiredDirection.Low, decimals, tolerance, trendThreshold);

    public static JudgingRule YesNo() => new(DesiredDirection.Yes, 0);

    /// <summary>A percentage from 0 to 100, high is good, shown with one decimal.</summary>
    public static MeasureTerms Percent(string name = "Medicinsk bedömning inom tre dagar") => new()
    {
        Name = name,
        UnitText = "%",
        LowestPossible = 0,
        HighestPossible = 100,
        RatioScale = 100,
    };

    public static MeasureTerms YesOrNo(string name = "Uppnådd certifiering") => new()
    {
        Name = name,
        UnitText = "ja/nej",
        Decimals = 0,
        Desired = DesiredDirection.Yes,
    };

    public static Plan APlan() => new("2024-2026", 2024, 2026);

    public static Measure AMeasure()
    {
        var plan = APlan();
        var goal = plan.AddGoal(3, new Perspective(2, "Verksamhet"), "Mål 3", null, Recorded());
        return new Measure(plan, goal, goal.AddDirection(1, "Inriktning 1", plan.FirstDay, Recorded()), 11);
    }

    public static MeasureSeries ASeries() => AMeasure().AddSeries("total", new SeriesTerms(), Day("2024-01-01"), Recorded());

    public static GivenPlan APlanWithMeasures() => new();
}

/// <summary>A plan that a test fills with measures, targets and outcomes and then looks at from a point in time.</summary>
internal sealed class GivenPlan
{
    private readonly Perspective perspective = new(1, "Verksamhet");
    private readonly OrganizationUnit region = new(OrganizationUnit.RegionKey, UnitKind.Region);
    private readonly Dictionary<Guid, Measure> measures = [];
    private readonly List<OutcomeEntry> outcomes = [];
    private readonly List<ComparisonValue> comparisons = [];

    public GivenPlan()
    {
        Plan.Word("Regionplan 2024-2026", "Regionfullmäktige", Plan.FirstDay, Given.Recorded());
        region.Place("Region Kalmar län", null, null, Given.Day("2019-01-01"), Given.Recorded());
    }

    public Plan Plan { get; } = Given.APlan();

    /// <summary>Adds a measure by its code, such as 3.11, and returns its series; a second series of the same code needs a key of its own.</summary>
    public MeasureSeries Measure(string code, MeasureTerms? terms = null, string series = "total", SeriesTerms? seriesTerms = null)
    {
        var numbers = code.Split('.').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var goal = Plan.Goals.FirstOrDefault(g => g.Order == numbers[0])
            ?? Plan.AddGoal(numbers[0], perspective, $"Mål {numbers[0]}", null, Given.Recorded());
        var direction = goal.Directions.Count > 0 ? goal.Directions[0] : goal.AddDirection(1, "Inriktning", Plan.FirstDay, Given.Recorded());
        if (measures.Values.FirstOrDefault(m => m.Code == code) is not { } measure)
        {
            measure = new Measure(Plan, goal, direction, numbers[1]);
            measure.Define((terms ?? Given.Percent()) with { ResponsibleUnitId = region.Id }, Plan.FirstDay, Given.Recorded());
            measures.Add(measure.Id, measure);
        }

        return measure.AddSeries(series, seriesTerms ?? new SeriesTerms(), Plan.FirstDay, Given.Recorded());
    }

    public Measure MeasureOf(MeasureSeries series) => measures[series.MeasureId];

    /// <summary>Decides a short-term target before the plan starts.</summary>
    public GivenPlan Target(MeasureSeries series, int year, decimal amount, bool isExample = false)
    {
        series.SetShortTerm(year, new Target.Value(amount), Plan.FirstDay, Given.Recorded(), isExample: isExample);
        return this;
    }

    /// <summary>Records the total of a period.</summary>
    public GivenPlan Outcome(
        MeasureSeries series, string period, decimal total, string on = "2025-02-10", string? why = null, bool isExample = false) =>
        Report(series, period, new OutcomeReport(OutcomeValue.Of(total)), on, why, isExample);

    public GivenPlan TakeBack(MeasureSeries series, string period, string on, string why) =>
        Report(series, period, new OutcomeReport(null), on, why);

    public GivenPlan Report(
        MeasureSeries series, string period, OutcomeReport report, string on = "2025-02-10", string? why = null, bool isExample = false)
    {
        var about = Period.Parse(period);
        var terms = MeasureOf(series).Definitions.Current(about.End)!.Terms;
        var row = new OutcomeRow(series.Id, region.Id, about, terms, outcomes);
        outcomes.AddRange(row.Record(
            report, region.Id, OutcomeOrigin.Manual with { IsExample = isExample }, Given.Recorded(on, why), Given.Day(on)));
        return this;
    }

    public GivenPlan Comparison(MeasureSeries series, string area, string period, decimal amount, int version = 1, string on = "2025-02-10")
    {
        comparisons.Add(new(series.Id, area, area, Period.Parse(period), amount, "Kolada", null, version, Given.Recorded(on)));
        return this;
    }

    /// <summary>The plan as it stands in a year, seen on 1 May the year after unless a test says otherwise.</summary>
    public AssessedPlan Assess(int year = 2024, string? today = null, string? validOn = null, string? asOf = null) =>
        TryAssess(year, today, validOn, asOf).ShouldNotBeNull();

    public AssessedPlan? TryAssess(int year = 2024, string? today = null, string? validOn = null, string? asOf = null)
    {
        var day = today is null ? new DateOnly(year + 1, 5, 1) : Given.Day(today);
        var at = Viewpoint.OfYear(year, day);
        return AssessedPlan.Of(
            new PlanFacts(Plan, [perspective], [.. measures.Values], outcomes, comparisons, [region]),
            at with { ValidOn = validOn is null ? at.ValidOn : Given.Day(validOn), AsOf = asOf is null ? null : Given.At(asOf) });
    }

    /// <summary>The only series of a measure as it stands.</summary>
    public AssessedSeries AssessSeries(
        MeasureSeries series, int year = 2024, string? today = null, string? validOn = null, string? asOf = null) =>
        Assess(year, today, validOn, asOf).Series.Single(s => s.Series.Id == series.Id);
}
