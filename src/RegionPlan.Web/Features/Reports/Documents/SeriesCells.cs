using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports.Documents;

/// <summary>A series as the cells of a table.</summary>
internal static class SeriesCells
{
    /// <summary>The column of what is judged by the figures.</summary>
    internal const string StatusColumn = "Status";

    /// <summary>The column of how the figures move.</summary>
    internal const string TrendColumn = "Trend";

    /// <param name="caption">What the table shows.</param>
    /// <param name="series">The series, one a row.</param>
    /// <param name="year">The year.</param>
    /// <param name="name">What a row is called; null for the whole name.</param>
    internal static DocumentBlock.Table TableOf(string caption, IEnumerable<AssessedSeries> series, int year, Func<AssessedSeries, int, DocumentCell>? name = null) => new(
        caption,
        [new("Mått"), new(StatusColumn), new(Of("Utfall", year), true), new(Of("Målvärde", year), true), new("Långsiktigt", true), new(TrendColumn)],
        [.. series.Select(s => (IReadOnlyList<DocumentCell>)[(name ?? Name)(s, year), Status(s), Outcome(s), Target(s), LongTerm(s), Trend(s)])])
    {
        IsLive = true,
    };

    internal static DocumentCell Name(AssessedSeries series, int year) => Named(series, year, $"{series.Measure.Code} {series.FullName}");

    /// <summary>Below a heading that has the whole name.</summary>
    internal static DocumentCell ShortName(AssessedSeries series, int year) =>
        Named(series, year, series.Terms.Name is { } part ? $"{series.Measure.Code} {part}" : $"Mått {series.Measure.Code}");

    private static DocumentCell Named(AssessedSeries series, int year, string name) =>
        new(name, PageLink.To($"/matt/{series.Measure.Code}", year: year.ToString(Sv.Culture)));

    internal static DocumentCell Status(AssessedSeries series) => StatusOf(StatusMark.Of(series.Assessment.Status)) with
    {
        Beside = Explanation.WithoutColour(series) is { } why ? [why] : [],
    };

    internal static DocumentCell StatusOf(StatusMark mark) => new(mark.Word) { Status = mark.Key };

    /// <summary>The year's outcome; where it is missing the latest older one, said to be older and no figure of the year.</summary>
    internal static DocumentCell Outcome(AssessedSeries series) => series switch
    {
        { Outcome.Total: { Amount: { } amount } entry } => new(Sv.Value(amount, series.MeasureTerms))
        {
            Figure = FigureAddress.IsCalculated(entry)
                ? new(amount, series.MeasureTerms.Decimals, series.MeasureTerms.UnitText) { DerivedAt = FigureAddress.Of(entry) }
                : new(amount, series.MeasureTerms.Decimals, series.MeasureTerms.UnitText, entry.Id),
            Beside = entry.Period.Kind == PeriodKind.Year ? [] : [Sv.ShortPeriod(entry.Period)],
            IsExample = entry.IsExample,
        },
        { Assessment.Reason: OutcomeReason.WithoutOutcome { LatestOlder: { } older } } => new("saknas")
        {
            Beside = [$"senast {Sv.Value(older.Amount, series.MeasureTerms)} ({Sv.ShortPeriod(older.Period)}){(older.IsExample ? ", exempel" : "")}"],
        },
        _ => new("saknas"),
    };

    internal static DocumentCell Target(AssessedSeries series) => series.ShortTerm is { Amount: { } amount } decision
        ? new(Sv.Decided(amount, series.MeasureTerms)) { Figure = new(amount, series.MeasureTerms.Decimals, series.MeasureTerms.UnitText, decision.Id), IsExample = decision.IsExample }
        : DocumentCell.None;

    private static DocumentCell LongTerm(AssessedSeries series) => series.LongTerm.Count == 0 ? DocumentCell.None : new(
        [.. series.LongTerm.SelectMany((step, i) => StepOf(step.Decision, series.MeasureTerms).Prepend(new(i == 0 ? "" : "; "))).Where(t => t.Text.Length > 0)]);

    private static IEnumerable<DocumentText> StepOf(TargetDecision step, MeasureTerms terms) =>
    [
        new(Sv.Target(step.Target, terms)) { Href = FigureAddress.Recorded(step.Id) },
        new(step.Year is { } year ? $" ({year.ToString(Sv.Culture)})" : ""),
    ];

    /// <summary>A dash where there is nothing to compare with, as the report's rules tell.</summary>
    private static DocumentCell Trend(AssessedSeries series) => series.Trend.Direction == TrendDirection.NoComparison ? DocumentCell.None : new(TrendText.Line(series));

    private static string Of(string what, int year) => $"{what} {year.ToString(Sv.Culture)}";
}
