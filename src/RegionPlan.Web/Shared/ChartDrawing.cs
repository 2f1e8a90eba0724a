namespace RegionPlan.Web.Shared;

/// <summary>
/// Where everything in a line chart goes, in the units of the SVG's viewBox. One drawing per size: a chart that is only scaled down
/// to a phone cannot be read.
/// </summary>
public sealed class ChartDrawing
{
    private const double LetterWidth = 7.3;
    private const double LabelGap = 18;
    private const double YearLabelWidth = 40;
    private const double BreakRowHeight = 18;

    private readonly LineChart chart;
    private readonly ChartScale scale;
    private readonly int firstYear;
    private readonly int yearCount;

    public ChartDrawing(LineChart chart, string key, double width, double height)
    {
        (this.chart, Key, Width, Height) = (chart, key, width, height);
        var years = Years();
        (firstYear, yearCount) = years.Count == 0 ? (0, 1) : (years[0], years[^1] - years[0] + 1);
        HasYears = years.Count > 0;
        scale = ChartScale.Around([.. Values()], chart.Decimals, height > 300 ? 6 : 5, chart.Unit == "%");
        Left = 14 + scale.Ticks.Max(tick => ChartText.Number(tick, TickDecimals).Length) * LetterWidth;
        Right = width - Math.Max(12, 14 + EndTexts().Select(end => end.Text.Length).DefaultIfEmpty(0).Max() * LetterWidth);
        Top = 30 + Math.Max(0, chart.Breaks.Count) * BreakRowHeight;
        Bottom = height - 30;
    }

    public string Key { get; }

    public double Width { get; }

    public double Height { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public bool HasYears { get; }

    public bool HasValues => chart.Lines.Any(line => line.Points.Any(point => point.Value is not null));

    public IEnumerable<(double Y, string Text)> ValueTicks =>
        scale.Ticks.Select(tick => (Y(tick), ChartText.Number(tick, TickDecimals)));

    /// <summary>As many years as there is room for, counted from the latest.</summary>
    public IEnumerable<(double X, int Year)> YearTicks
    {
        get
        {
            var every = (int)Math.Ceiling(YearLabelWidth / (X(firstYear + 1) - X(firstYear)));
            var last = firstYear + yearCount - 1;
            return HasYears ? Enumerable.Range(firstYear, yearCount).Where(year => (last - year) % every == 0).Select(year => (X(year), year)) : [];
        }
    }

    /// <summary>Runs of points with values: a null, or a break in the definition, ends one run and the next value starts another.</summary>
    public IEnumerable<(LineKind Kind, string Points)> Strokes =>
        chart.Lines.SelectMany(line => Runs(line).Where(run => run.Count > 1).Select(run => (line.Kind, Coordinates(run))));

    public IEnumerable<(LineKind Kind, double X, double Y, bool IsExample)> Markers =>
        chart.Lines.SelectMany(line => line.Points.Where(point => point.Value is not null)
            .Select(point => (line.Kind, X(point.Year), Y(point.Value!.Value), point.IsExample)));

    public IEnumerable<(double FromX, double ToX, double Y)> TargetSteps =>
        chart.ShortTermTargets.Select(target => (X(target.Year) - YearWidth / 2, X(target.Year) + YearWidth / 2, Y(target.Value)));

    public IEnumerable<(double Y, string Text)> LongTermTargets => chart.LongTermTargets.Select(target => (Y(target.Value),
        $"Långsiktigt målvärde {ChartText.WithSign(target.Value, chart.Decimals, chart.Unit)}{(target.Year is { } year ? $" ({year})" : "")}"));

    /// <summary>The vertical line stands between the last year of the old definition and the first of the new; each text has a row of its own.</summary>
    public IEnumerable<(double X, double TextY, bool TextToTheLeft, string Text)> Breaks => chart.Breaks.Select((mark, i) =>
    {
        var x = X(mark.Year) - YearWidth / 2;
        return (x, 30 + i * BreakRowHeight, x > (Left + Width) / 2, $"{mark.Year}: {mark.Text}");
    });

    /// <summary>One label per line, and one for the target, beside their last values.</summary>
    public IEnumerable<(LineKind? Kind, double Y, string Text)> EndLabels
    {
        get
        {
            var ends = EndTexts().ToList();
            var places = ChartScale.Spread([.. ends.Select(end => Y(end.Value))], LabelGap, Top, Bottom);
            return ends.Select((end, i) => (end.Kind, places[i], end.Text));
        }
    }

    /// <summary>The target's label stands over its last step when the outcomes go on after it.</summary>
    public (double X, double Y, string Text)? TargetLabel => HasTargetAtEnd || chart.ShortTermTargets.Count == 0
        ? null
        : (X(chart.ShortTermTargets[^1].Year), Y(chart.ShortTermTargets[^1].Value) - 8, TargetText(chart.ShortTermTargets[^1].Value));

    private bool HasTargetAtEnd => chart.ShortTermTargets.Count > 0 && chart.ShortTermTargets[^1].Year == firstYear + yearCount - 1;

    private int TickDecimals => scale.Ticks.All(tick => tick == decimal.Truncate(tick)) ? 0 : chart.Decimals;

    private double YearWidth => (Right - Left) / yearCount;

    private double X(int year) => Left + (year - firstYear + 0.5) * YearWidth;

    private double Y(decimal value) => Bottom - scale.Share(value) * (Bottom - Top);

    private string Coordinates(List<LineChart.Point> run) =>
        string.Join(' ', run.Select(point => $"{ChartText.Svg(X(point.Year))},{ChartText.Svg(Y(point.Value!.Value))}"));

    private IEnumerable<(LineKind? Kind, decimal Value, string Text)> EndTexts()
    {
        foreach (var line in chart.Lines)
        {
            if (line.Points.LastOrDefault(point => point.Value is not null) is { Value: { } value })
            {
                yield return (line.Kind, value, $"{line.Name} {ChartText.Number(value, chart.Decimals)}");
            }
        }

        if (HasTargetAtEnd)
        {
            var value = chart.ShortTermTargets[^1].Value;
            yield return (null, value, TargetText(value));
        }
    }

    private string TargetText(decimal value) => $"Målvärde {ChartText.Short(value, chart.Decimals)}";

    private List<int> Years() =>
        [.. chart.Lines.SelectMany(line => line.Points).Select(point => point.Year).Concat(chart.ShortTermTargets.Select(target => target.Year)).Order()];

    private IEnumerable<decimal> Values() =>
        chart.Lines.SelectMany(line => line.Points).Select(point => point.Value).OfType<decimal>()
            .Concat(chart.ShortTermTargets.Select(target => target.Value)).Concat(chart.LongTermTargets.Select(target => target.Value));

    private static List<List<LineChart.Point>> Runs(LineChart.Line line)
    {
        List<List<LineChart.Point>> runs = [[]];
        foreach (var point in line.Points)
        {
            if (point.Value is null || point.BreakBefore)
            {
                runs.Add([]);
            }

            if (point.Value is not null)
            {
                runs[^1].Add(point);
            }
        }

        return runs;
    }
}
