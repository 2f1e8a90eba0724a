namespace RegionPlan.Web.Shared;

/// <summary>Where everything in a bridge goes, in the units of the SVG's viewBox: one row for each step, its name above its bar.</summary>
public sealed class BridgeDrawing
{
    private const double Left = 20;
    private const double TextGap = 8;
    private const double FirstRow = 8;
    private const double BarTop = 24;
    private const double LetterWidth = 7.6;

    private readonly ChartScale scale;
    private readonly double right;

    public BridgeDrawing(IReadOnlyList<BridgeChart.Step> steps, string key, double width)
    {
        (Key, Width, Height) = (key, width, FirstRow + (steps.Count * RowHeight) + 30);
        var spans = Spans(steps);
        right = width - (2 * TextGap) - (steps.Max(s => TextOf(s).Length) * LetterWidth);
        scale = ChartScale.Around([0m, .. spans.Select(s => s.From), .. spans.Select(s => s.To)], 0, width > 500 ? 7 : 4, percent: false);
        Bars = [.. steps.Zip(spans).Select((x, i) => BarOf(x.First, x.Second.From, x.Second.To, FirstRow + (i * RowHeight)))];
        Joints = [.. spans.SkipLast(1).Select((s, i) => (X(s.To), Bars[i].Y + BarHeight, Bars[i + 1].Y))];
    }

    public static double BarHeight => 22;

    public static double RowHeight => 60;

    public string Key { get; }

    public double Width { get; }

    public double Height { get; }

    public double Zero => X(0);

    public double Top => FirstRow;

    public double Bottom => Height - 24;

    public IReadOnlyList<Bar> Bars { get; }

    /// <summary>Where one bar ends and the next begins.</summary>
    public IReadOnlyList<(double X, double FromY, double ToY)> Joints { get; }

    public IEnumerable<(double X, string Text)> Ticks => scale.Ticks.Select(tick => (X(tick), Money.Amount(tick, 0)));

    private static List<(decimal From, decimal To)> Spans(IReadOnlyList<BridgeChart.Step> steps)
    {
        var running = 0m;
        List<(decimal, decimal)> spans = [];
        foreach (var step in steps)
        {
            var from = step.IsLevel ? 0 : running;
            running = from + step.Amount;
            spans.Add((from, running));
        }

        return spans;
    }

    private double X(decimal value) => Left + (scale.Share(value) * (right - Left));

    private static string TextOf(BridgeChart.Step step) => step.IsLevel ? Money.Amount(step.Amount) : Money.Change(step.Amount);

    private Bar BarOf(BridgeChart.Step step, decimal from, decimal to, double rowTop)
    {
        var (start, end) = (Math.Min(X(from), X(to)), Math.Max(X(from), X(to)));
        var kind = step.IsLevel ? "level" : step.Amount < 0 ? "down" : "up";
        return new(step.Name, kind, start, end - start, rowTop + BarTop, end + TextGap, TextOf(step), rowTop + 16);
    }

    /// <param name="Name">The step's name.</param>
    /// <param name="Kind">level, up or down.</param>
    /// <param name="X">The bar's left side.</param>
    /// <param name="Length">How long the bar is.</param>
    /// <param name="Y">The bar's upper side.</param>
    /// <param name="TextX">Where the amount begins.</param>
    /// <param name="Text">The amount.</param>
    /// <param name="NameY">The line that the name stands on.</param>
    public sealed record Bar(string Name, string Kind, double X, double Length, double Y, double TextX, string Text, double NameY);
}
