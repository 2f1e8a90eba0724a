using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports.Export;

/// <summary>What drawings of other things than years show, as tables.</summary>
internal static class DrawingFigures
{
    /// <summary>A row for each month, a column for each line and for what they are compared with.</summary>
    internal static DocumentBlock.Table Of(DocumentBlock.Months chart) => new(
        ExportText.CaptionOf(chart),
        [new(chart.MonthHeading), .. chart.Lines.Select(l => new DocumentColumn(l.Name, true)), .. chart.Level is { } level ? new[] { new DocumentColumn(level.Name, true) } : []],
        [
            .. chart.Lines.SelectMany(l => l.Points).Select(p => p.Through).Distinct().Order().Select(month => (IReadOnlyList<DocumentCell>)
            [
                new(Sv.Period(MonthOf(month))),
                .. chart.Lines.Select(l => l.Points.LastOrDefault(p => p.Through == month) is { } point ? CellOf(chart, point.Value, point.IsExample) : DocumentCell.None),
                .. chart.Level is { } compared ? new[] { CellOf(chart, compared.Value) } : [],
            ]),
        ]);

    /// <summary>A row for each step.</summary>
    internal static DocumentBlock.Table Of(DocumentBlock.Bridge chart) => new(
        ExportText.CaptionOf(chart),
        [new("Steg"), new(Sv.Capital(chart.Unit), true)],
        [
            .. chart.Steps.Select(step => (IReadOnlyList<DocumentCell>)
            [
                new([new DocumentText(step.Name) { IsBold = step.IsLevel }]),
                new(step.IsLevel ? Money.Amount(step.Amount) : Money.Change(step.Amount)) { Figure = new(step.Amount, chart.Decimals, chart.Unit), IsExample = chart.HasExamples },
            ]),
        ]);

    /// <summary>A month on an axis: aug. 2025.</summary>
    internal static string Short(DateOnly month) => Sv.ShortPeriod(MonthOf(month));

    private static Period MonthOf(DateOnly day) => Period.OfMonth(day.Year, day.Month);

    private static DocumentCell CellOf(DocumentBlock.Months chart, decimal value, bool isExample = false) =>
        new(ChartText.Number(value, chart.Decimals)) { Figure = new(value, chart.Decimals, chart.Unit), IsExample = isExample };
}
