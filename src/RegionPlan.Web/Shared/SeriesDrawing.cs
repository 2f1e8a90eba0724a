using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Shared;

/// <summary>What is drawn of a series' history: by <see cref="LineChart"/> on a page, and by a report in its files.</summary>
/// <param name="Title">What it shows and of which years.</param>
/// <param name="Description">The same in words: from what to what, against which target.</param>
/// <param name="Unit">The measure's unit.</param>
/// <param name="Decimals">How many decimals its figures have.</param>
/// <param name="Lines">The lines that have anything to show.</param>
/// <param name="ShortTerms">The years' målvärden.</param>
/// <param name="LongTerms">The long-term målvärden, and when each is to be reached.</param>
/// <param name="Breaks">The first year of a new definition, and what changed.</param>
public sealed record SeriesDrawing(
    string Title,
    string Description,
    string Unit,
    int Decimals,
    IReadOnlyList<LineChart.Line> Lines,
    IReadOnlyList<(int Year, decimal Value)> ShortTerms,
    IReadOnlyList<(int? Year, decimal Value)> LongTerms,
    IReadOnlyList<(int Year, string Text)> Breaks)
{
    private const string Example = " (exempel)";

    /// <summary>The years whose målvärde is invented.</summary>
    public IReadOnlySet<int> ExampleTargets { get; private init; } = new HashSet<int>();

    public static SeriesDrawing Of(AssessedSeries series)
    {
        List<(int Year, decimal Value)> shortTerms = [.. series.ShortTerms.Where(t => t.Amount is not null).Select(t => (t.Slot, t.Amount!.Value))];
        return new(
            TitleOf(series),
            Describe(series, shortTerms),
            series.MeasureTerms.UnitText,
            series.MeasureTerms.Decimals,
            LinesOf(series),
            shortTerms,
            [.. series.LongTerm.Where(s => s.Decision.Amount is not null).Select(s => (s.Decision.Year, s.Decision.Amount!.Value))],
            [.. series.Breaks.Select(b => (b.Year, b.Text))])
        {
            ExampleTargets = ExamplesOf(series),
        };
    }

    private static HashSet<int> ExamplesOf(AssessedSeries series) => [.. series.ShortTerms.Where(t => t.IsExample).Select(t => t.Slot)];

    private static string TitleOf(AssessedSeries series)
    {
        int[] years = [.. series.History.Select(h => h.Period.Year).Distinct()];
        return $"{series.Terms.Name ?? "Region Kalmar län"}{(years is [var first, .., var last] ? $" {first}–{last}" : "")}";
    }

    private static List<LineChart.Line> LinesOf(AssessedSeries series)
    {
        var breaks = series.Breaks.Select(b => b.Year).ToHashSet();
        LineChart.Line Line(string name, LineKind kind, Func<PeriodOutcomes, decimal?> value)
        {
            var examples = YearlySeries.Examples(series, value);
            return new(name, kind, [.. YearlySeries.Of(series, value).Select(p => new LineChart.Point(p.Year, p.Value, examples.Contains(p.Year), breaks.Contains(p.Year)))]);
        }

        List<LineChart.Line> lines =
        [
            Line("Utfall", LineKind.Outcome, o => o.Total?.Amount),
            Line("Kvinnor", LineKind.Women, o => o.Women?.Amount),
            Line("Män", LineKind.Men, o => o.Men?.Amount),
        ];
        var national = series.Comparisons.Where(c => c.AreaCode == ComparisonValue.NationCode).ToDictionary(c => c.Period.Year, c => c.Amount);
        if (national.Count > 0)
        {
            lines.Add(new(
                "Riket",
                LineKind.Comparison,
                [.. YearlySeries.Expected(series.Frequency, national.Keys)
                    .Select(year => new LineChart.Point(year, national.TryGetValue(year, out var value) ? value : null, BreakBefore: breaks.Contains(year)))]));
        }

        return [.. lines.Where(l => l.Points.Any(p => p.Value is not null))];
    }

    private static string Describe(AssessedSeries series, List<(int Year, decimal Value)> shortTerms)
    {
        var known = series.History.Where(h => h.Total is not null).ToList();
        if (known.Count == 0)
        {
            return "Inga utfall för regionen.";
        }

        string At(PeriodOutcomes o) => $"{Sv.Value(o.Total!.Amount!.Value, series.MeasureTerms)} {Sv.ShortPeriod(o.Period)}{(o.IsExample ? Example : "")}";
        var path = known.Count == 1 ? $"Utfallet var {At(known[0])}." : $"Från {At(known[0])} till {At(known[^1])}.";
        var target = shortTerms.Count > 0
            ? $" Målvärde {shortTerms[^1].Year}: {Sv.Decided(shortTerms[^1].Value, series.MeasureTerms)}{(ExamplesOf(series).Contains(shortTerms[^1].Year) ? Example : "")}."
            : "";
        return path + target;
    }
}
