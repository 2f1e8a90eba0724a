namespace RegionPlan.Web.Shared;

/// <summary>A value axis with round steps (1, 2 or 5 times a power of ten) that holds every given value.</summary>
/// <param name="Low">The value at the bottom.</param>
/// <param name="High">The value at the top; always above <paramref name="Low"/>.</param>
/// <param name="Step">The distance between two ticks, in the values' unit.</param>
public sealed record ChartScale(decimal Low, decimal High, decimal Step)
{
    /// <summary>The least share of the largest value that an axis spans, so that small changes do not look like cliffs.</summary>
    private const decimal LeastSpan = 0.1m;

    private static readonly decimal[] Steps = [1m, 2m, 5m];

    public IReadOnlyList<decimal> Ticks =>
        [.. Enumerable.Range(0, (int)((High - Low) / Step) + 1).Select(i => Low + i * Step)];

    /// <summary>An axis around the values; a step is never finer than the last shown decimal.</summary>
    /// <param name="values">What must be seen, targets included; may be empty.</param>
    /// <param name="decimals">Shown decimals of the measure.</param>
    /// <param name="wantedSteps">About how many steps there is room for.</param>
    /// <param name="percent">True keeps the axis within 0 to 100 as long as the values are.</param>
    public static ChartScale Around(IReadOnlyCollection<decimal> values, int decimals, int wantedSteps, bool percent)
    {
        var least = values.Count == 0 ? 0m : values.Min();
        var most = values.Count == 0 ? percent ? 100m : 1m : values.Max();
        var missing = LeastSpan * Math.Max(Math.Abs(least), Math.Abs(most)) - (most - least);
        var (low, high) = missing > 0 ? (least - missing / 2, most + missing / 2) : (least, most);
        if (percent && least >= 0 && most <= 100)
        {
            (low, high) = (Math.Max(low, 0m), Math.Min(high, 100m));
        }

        var step = RoundStep((high - low) / wantedSteps, decimals);
        low = Math.Floor(low / step) * step;
        high = Math.Ceiling(high / step) * step;
        return low == high ? new ChartScale(percent && low == 0 ? 0 : low - step, high + step, step) : new ChartScale(low, high, step);
    }

    /// <summary>Where a value stands: 0 at the bottom of the axis, 1 at the top.</summary>
    public double Share(decimal value) => (double)((value - Low) / (High - Low));

    /// <summary>Moves labels apart so that neighbours are at least <paramref name="gap"/> from each other, as near their wanted places as that allows.</summary>
    /// <returns>The places in the order of <paramref name="wanted"/>, within the bounds as long as there is room for all.</returns>
    public static IReadOnlyList<double> Spread(IReadOnlyList<double> wanted, double gap, double first, double last)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToList();
        var places = new double[wanted.Count];
        var next = first;
        foreach (var i in order)
        {
            places[i] = Math.Max(wanted[i], next);
            next = places[i] + gap;
        }

        var limit = last;
        foreach (var i in Enumerable.Reverse(order))
        {
            places[i] = Math.Min(places[i], limit);
            limit = places[i] - gap;
        }

        return places;
    }

    private static decimal RoundStep(decimal atLeast, int decimals)
    {
        var power = 1m;
        for (var i = 0; i < decimals; i++)
        {
            power /= 10;
        }

        while (true)
        {
            foreach (var step in Steps)
            {
                if (step * power >= atLeast)
                {
                    return step * power;
                }
            }

            power *= 10;
        }
    }
}
