using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Shared;

/// <summary>Where everything in a chart of months goes, in the units of the SVG's viewBox.</summary>
public sealed class MonthDrawing
{
    private const double LetterWidth = 7.3;
    private const double MonthLabelWidth = 62;

    /// <summary>How far above its point a value stands, and how far below it where the level's line would run through it.</summary>
    private const double ValueAbove = 11;
    private const double ValueBelow = 22;
    private const double ValueHeight = 14;

    private readonly MonthChart chart;
    private readonly ChartScale scale;
    private readonly int first;
    private readonly int count;

    public MonthDrawing(MonthChart chart, string key, double width, double height)
    {
        (this.chart, Key, Width, Height) = (chart, key, width, height);
        List<int> months = [.. chart.Lines.SelectMany(l => l.Points).Select(p => Index(p.Month)).Order()];
        (first, count) = months.Count == 0 ? (0, 1) : (months[0], months[^1] - months[0] + 1);
        List<decimal> values = [.. chart.Lines.SelectMany(l => l.Points).Select(p => p.Value).OfType<decimal>(), .. chart.Level is { } level ? [level.Value] : Array.Empty<decimal>()];
        scale = ChartScale.Around(values, chart.Decimals, 5, percent: false);
        Left = 14 + (scale.Ticks.Max(tick => ChartText.Number(tick, TickDecimals).Length) * LetterWidth);
        Right = width - 14;
        Bottom = height - 30;
    }

    public string Key { get; }

    public double Width { get; }

    public double Height { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top => 34;

    public double Bottom { get; }

    public IEnumerable<(double Y, string Text)> ValueTicks => scale.Ticks.Select(tick => (Y(tick), ChartText.Number(tick, TickDecimals)));

    /// <summary>As many months as there is room for, counted from the latest; of few points only the months that have one.</summary>
    public IEnumerable<(double X, string Text)> MonthTicks
    {
        get
        {
            var months = chart.Lines.SelectMany(l => l.Points).Select(p => p.Month).Distinct().OrderByDescending(m => m.End);
            double? last = null;
            foreach (var month in months)
            {
                var x = X(month);
                if (last is null || last - x >= MonthLabelWidth)
                {
                    last = x;
                    yield return (x, Sv.ShortPeriod(month));
                }
            }
        }
    }

    public (double Y, string Text)? LevelLine => chart.Level is { } level ? (Y(level.Value), level.Text) : null;

    /// <summary>Runs of points with values; a null ends one run.</summary>
    public IEnumerable<(LineKind Kind, string Points)> Strokes => chart.Lines.SelectMany(line => Runs(line).Where(run => run.Count > 1)
        .Select(run => (line.Kind, string.Join(' ', run.Select(p => $"{ChartText.Svg(X(p.Month))},{ChartText.Svg(Y(p.Value!.Value))}")))));

    /// <summary>The points with their values, where values are shown.</summary>
    public IEnumerable<(LineKind Kind, double X, double Y, bool IsExample, double TextY, string Text)> Markers => chart.ShowsValues
        ? chart.Lines.SelectMany(line => line.Points.Where(p => p.Value is not null)
            .Select(p => (line.Kind, X(p.Month), Y(p.Value!.Value), p.IsExample, TextY(Y(p.Value.Value)), ChartText.Number(p.Value.Value, chart.Decimals))))
        : [];

    private double TextY(double y) => LevelLine is { Y: var level } && level <= y - ValueAbove + 3 && level >= y - ValueAbove - ValueHeight ? y + ValueBelow : y - ValueAbove;

    private int TickDecimals => scale.Ticks.All(tick => tick == decimal.Truncate(tick)) ? 0 : chart.Decimals;

    private static int Index(Period month) => (month.Year * 12) + month.Number;

    private double X(Period month) => Left + ((Index(month) - first + 0.5) * (Right - Left) / count);

    private double Y(decimal value) => Bottom - (scale.Share(value) * (Bottom - Top));

    private static List<List<MonthChart.Point>> Runs(MonthChart.Line line)
    {
        List<List<MonthChart.Point>> runs = [[]];
        foreach (var point in line.Points)
        {
            if (point.Value is null)
            {
                runs.Add([]);
            }
            else
            {
                runs[^1].Add(point);
            }
        }

        return runs;
    }
}
