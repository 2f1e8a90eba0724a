using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports.Export;

/// <summary>What a chart shows, year by year.</summary>
internal sealed class ChartFigures
{
    /// <summary>Marks an example in a narrow table.</summary>
    internal const string ExampleSign = "*";

    internal ChartFigures(DocumentBlock.Chart chart)
    {
        int[] known = [.. chart.Lines.SelectMany(l => l.Points).Select(p => p.Year), .. chart.ShortTerms.Where(t => t.Year is not null).Select(t => t.Year!.Value)];
        TableYears = [.. known.Distinct().Order()];
        Breaks = chart.Lines.SelectMany(l => l.Points.Skip(1)).Where(p => p.BreakBefore).Select(p => p.Year).ToHashSet();
        HasGaps = Breaks.Count > 0 || chart.Lines.Any(l => l.Points.Any(p => p.Value is null));
        Slots = known.Length == 0 ? [] : [.. Enumerable.Range(known.Min(), known.Max() - known.Min() + 1).SelectMany(y => Breaks.Contains(y) ? new int?[] { null, y } : [y])];
        Scale = ChartScale.Around(
            [
                .. chart.Lines.SelectMany(l => l.Points).Where(p => p.Value is not null).Select(p => p.Value!.Value),
                .. chart.ShortTerms.Select(t => t.Value), .. chart.LongTerms.Select(t => t.Value),
            ],
            chart.Decimals,
            6,
            chart.Unit == "%");
    }

    /// <summary>The places along the axis: every year from the first to the last, and an empty one before each new definition, where no line is drawn.</summary>
    internal IReadOnlyList<int?> Slots { get; }

    /// <summary>Whether a line is to be broken somewhere; else it is drawn past the years that no value is expected of.</summary>
    internal bool HasGaps { get; }

    /// <summary>The years that something is said of.</summary>
    internal IReadOnlyList<int> TableYears { get; }

    internal ChartScale Scale { get; }

    private IReadOnlySet<int> Breaks { get; }

    /// <summary>The same figures as a table: a row for each line and the målvärden, a column for each year.</summary>
    internal DocumentBlock.Table Table(DocumentBlock.Chart chart) => new(
        ExportText.CaptionOf(chart),
        [new("Serie"), .. TableYears.Select(y => new DocumentColumn(y.ToString(Sv.Culture), true))],
        [.. chart.Lines.Select(line => Marked(RowOf(chart, line))), .. chart.ShortTerms.Count > 0 ? new[] { TargetsOf(chart) } : []]);

    /// <summary>The same figures with a row for each year, for sorting and filtering.</summary>
    internal DocumentBlock.Table Upright(DocumentBlock.Chart chart) => new(
        ExportText.CaptionOf(chart),
        [
            new("År"), .. chart.Lines.Select(l => new DocumentColumn(l.Name, true)), .. chart.ShortTerms.Count > 0 ? new[] { new DocumentColumn(ExportText.ShortTerm, true) } : [],
            .. chart.LongTerms.Select(t => new DocumentColumn(ExportText.LongTermOf(t), true)),
        ],
        [
            .. TableYears.Select((year, i) => (IReadOnlyList<DocumentCell>)
            [
                new(year.ToString(Sv.Culture)), .. chart.Lines.Select(line => RowOf(chart, line)[i + 1]), .. chart.ShortTerms.Count > 0 ? new[] { TargetsOf(chart)[i + 1] } : [],
                .. chart.LongTerms.Select(t => CellOf(chart, t.Value)),
            ]),
        ]);

    private static DocumentCell CellOf(DocumentBlock.Chart chart, decimal? value, bool isExample = false) => value is { } known
        ? new(ChartText.Number(known, chart.Decimals)) { Figure = new(known, chart.Decimals, chart.Unit), IsExample = isExample }
        : DocumentCell.None;

    /// <summary>Examples with a sign instead of the word, as the columns are narrow.</summary>
    private static IReadOnlyList<DocumentCell> Marked(IEnumerable<DocumentCell> row) =>
        [.. row.Select(c => c.IsExample ? new DocumentCell($"{c.Plain}{ExampleSign}") { Figure = c.Figure } : c)];

    private IReadOnlyList<DocumentCell> RowOf(DocumentBlock.Chart chart, LineChart.Line line) =>
    [
        new(line.Name),
        .. TableYears.Select(year => line.Points.LastOrDefault(p => p.Year == year) is { } point ? CellOf(chart, point.Value, point.IsExample && point.Value is not null) : DocumentCell.None),
    ];

    private IReadOnlyList<DocumentCell> TargetsOf(DocumentBlock.Chart chart) =>
    [
        new(ExportText.ShortTerm),
        .. TableYears.Select(year => CellOf(chart, chart.ShortTerms.LastOrDefault(t => t.Year == year)?.Value)),
    ];
}
