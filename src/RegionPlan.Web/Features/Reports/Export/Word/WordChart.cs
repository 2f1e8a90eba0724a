using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Shared;
using static RegionPlan.Web.Features.Reports.Export.Word.WordPlot;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>
/// Draws a line chart as Word's own: each line with its marker and dashes, the years' målvärden as bars of their own, the long-term ones
/// dashed from side to side. Years without a value are gaps.
/// </summary>
internal sealed class WordChart(DocumentBlock.Chart chart)
{
    private readonly ChartFigures figures = new(chart);
    private readonly List<int> unlisted = [];
    private int series;

    internal void Write(ChartPart part) => Fill(part, [Lines(), CategoryAxis("b"), ValueAxis(figures.Scale, chart.Decimals, "l", "min")], Legend(), figures.HasGaps ? "gap" : "span");

    private string Number => NumberForm(chart.Decimals);

    private XElement Lines() => new(
        C + "lineChart",
        Value("grouping", "standard"),
        Value("varyColors", "0"),
        chart.Lines.Select(LineOf),
        ShortTerms(),
        LongTerms(),
        chart.Lines.SelectMany(ExamplesOf),
        Value("marker", "1"),
        Value("axId", "1001"),
        Value("axId", "1002"));

    private XElement LineOf(LineChart.Line line)
    {
        var look = LookOf(line.Kind);
        var values = ValuesOf(line.Points);
        return Series(
            line.Name,
            new XElement(C + "spPr", Stroke(look.Color, look.Width, look.Dash)),
            Marker(look.Marker, look.MarkerSize, look.Color, look.Color),
            line.Kind == LineKind.Outcome && values.Count > 0 ? [LastLabel(values.Keys.Max(), look.Color)] : [],
            y => Known(values, y));
    }

    /// <summary>White over the middle of the line's own markers, which makes them hollow.</summary>
    private IEnumerable<XElement> ExamplesOf(LineChart.Line line)
    {
        var values = ValuesOf(line.Points.Where(p => p.IsExample));
        if (values.Count > 0)
        {
            var look = LookOf(line.Kind);
            unlisted.Add(series);
            yield return Series($"{line.Name}, {ExportText.Example}", new XElement(C + "spPr", NoStroke()), Marker(look.Marker, look.MarkerSize - 3, "FFFFFF", "FFFFFF"), [], y => Known(values, y));
        }
    }

    private static Dictionary<int, decimal> ValuesOf(IEnumerable<LineChart.Point> points) =>
        points.Where(p => p.Value is not null).GroupBy(p => p.Year).ToDictionary(g => g.Key, g => g.Last().Value!.Value);

    private static decimal? Known(Dictionary<int, decimal> values, int? year) => year is { } y && values.TryGetValue(y, out var value) ? value : null;

    private IEnumerable<XElement> ShortTerms()
    {
        var values = chart.ShortTerms.Where(t => t.Year is not null).GroupBy(t => t.Year!.Value).ToDictionary(g => g.Key, g => g.Last().Value);
        return values.Count == 0 ? [] : [Series(ExportText.ShortTerm, new XElement(C + "spPr", NoStroke()), Marker("dash", 16, Ink, Ink), [], y => Known(values, y))];
    }

    private IEnumerable<XElement> LongTerms() => chart.LongTerms.Select(target => Series(
        ExportText.LongTermOf(target),
        new XElement(C + "spPr", Stroke(Ink, Thin, "dash")),
        new XElement(C + "marker", Value("symbol", "none")),
        [],
        _ => target.Value));

    private XElement Series(string name, XElement look, XElement marker, IEnumerable<XElement> points, Func<int?, decimal?> value)
    {
        var number = series++;
        return new(
            C + "ser",
            Value("idx", number.ToString(CultureInfo.InvariantCulture)),
            Value("order", number.ToString(CultureInfo.InvariantCulture)),
            new XElement(C + "tx", Texts($"Blad1!${Column(number)}$1", [name])),
            look,
            marker,
            points,
            new XElement(C + "cat", Texts($"Blad1!$A$2:$A${figures.Slots.Count + 1}", [.. figures.Slots.Select(y => y?.ToString(CultureInfo.InvariantCulture) ?? "")])),
            new XElement(C + "val", Numbers($"Blad1!${Column(number)}$2:${Column(number)}${figures.Slots.Count + 1}", value)),
            Value("smooth", "0"));
    }

    private XElement Numbers(string where, Func<int?, decimal?> value) => new(
        C + "numRef",
        new XElement(C + "f", where),
        new XElement(
            C + "numCache",
            new XElement(C + "formatCode", Number),
            Value("ptCount", figures.Slots.Count.ToString(CultureInfo.InvariantCulture)),
            figures.Slots.Select((slot, i) => (Value: value(slot), Index: i)).Where(p => p.Value is not null).Select(p => new XElement(
                C + "pt", new XAttribute("idx", p.Index), new XElement(C + "v", p.Value!.Value.ToString(CultureInfo.InvariantCulture))))));

    private string IndexOf(int year) => figures.Slots.ToList().IndexOf(year).ToString(CultureInfo.InvariantCulture);

    private XElement LastLabel(int year, string color) => new(
        C + "dLbls",
        new XElement(C + "dLbl", Value("idx", IndexOf(year)), new XElement(C + "numFmt", new XAttribute("formatCode", Number), new XAttribute("sourceLinked", 0)), new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))), Letters(900, color, isBold: true), Value("dLblPos", "r"), Shown("1")),
        Shown("0"));

    private XElement Legend() => new(
        C + "legend",
        Value("legendPos", "b"),
        unlisted.Select(i => new XElement(C + "legendEntry", Value("idx", i.ToString(CultureInfo.InvariantCulture)), Value("delete", "1"))),
        Value("overlay", "0"),
        Letters(900));
}
