using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Shared;
using static RegionPlan.Web.Features.Reports.Export.Word.WordPlot;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>Draws months as Word's own line chart: each value beside its marker, examples hollow, the level dashed from side to side.</summary>
internal sealed class WordMonths
{
    private const int Ticks = 6;

    private readonly DocumentBlock.Months chart;
    private readonly List<DateOnly> months;
    private readonly List<int> unlisted = [];
    private int count;

    internal WordMonths(DocumentBlock.Months chart)
    {
        this.chart = chart;
        var known = chart.Lines.SelectMany(l => l.Points).Select(p => FirstOf(p.Through)).ToList();
        months = known.Count == 0 ? [] : [.. Enumerable.Range(0, Between(known.Min(), known.Max()) + 1).Select(known.Min().AddMonths)];
    }

    internal void Write(ChartPart part)
    {
        decimal[] values = [.. chart.Lines.SelectMany(l => l.Points).Select(p => p.Value), .. chart.Level is { } level ? [level.Value] : Array.Empty<decimal>()];
        var lines = Lines();
        Fill(part, [lines, CategoryAxis("b"), ValueAxis(ChartScale.Around(values, chart.Decimals, Ticks, percent: false), chart.Decimals, "l", "min")], Legend(), "span");
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static int Between(DateOnly first, DateOnly last) => ((last.Year - first.Year) * 12) + last.Month - first.Month;

    private XElement Lines() => new(
        C + "lineChart",
        Value("grouping", "standard"),
        Value("varyColors", "0"),
        chart.Lines.Select(LineOf),
        chart.Level is { } level ? Series(level.Name, new XElement(C + "spPr", Stroke(Ink, Thin, "dash")), new XElement(C + "marker", Value("symbol", "none")), [], _ => level.Value) : null,
        chart.Lines.SelectMany(ExamplesOf),
        Value("marker", "1"),
        Value("axId", "1001"),
        Value("axId", "1002"));

    private XElement LineOf(MonthLine line)
    {
        var look = LookOf(line.Kind);
        var labels = new XElement(
            C + "dLbls",
            new XElement(C + "numFmt", new XAttribute("formatCode", NumberForm(chart.Decimals)), new XAttribute("sourceLinked", 0)),
            new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
            Letters(900, look.Color, isBold: true),
            Value("dLblPos", "t"),
            Shown("1"));
        return Series(line.Name, new XElement(C + "spPr", Stroke(look.Color, look.Width, look.Dash)), Marker(look.Marker, look.MarkerSize, look.Color, look.Color), [labels], m => At(line.Points, m));
    }

    /// <summary>White over the middle of the line's own markers, which makes them hollow.</summary>
    private IEnumerable<XElement> ExamplesOf(MonthLine line)
    {
        var examples = line.Points.Where(p => p.IsExample).ToList();
        if (examples.Count > 0)
        {
            var look = LookOf(line.Kind);
            unlisted.Add(count);
            yield return Series($"{line.Name}, {ExportText.Example}", new XElement(C + "spPr", NoStroke()), Marker(look.Marker, look.MarkerSize - 3, "FFFFFF", "FFFFFF"), [], m => At(examples, m));
        }
    }

    private static decimal? At(IEnumerable<MonthValue> points, DateOnly month) => points.LastOrDefault(p => FirstOf(p.Through) == month)?.Value;

    private XElement Series(string name, XElement look, XElement marker, IEnumerable<XElement> labels, Func<DateOnly, decimal?> value)
    {
        var number = count++;
        var rows = (months.Count + 1).ToString(CultureInfo.InvariantCulture);
        return new(
            C + "ser",
            Value("idx", number),
            Value("order", number),
            new XElement(C + "tx", Texts($"Blad1!${Column(number)}$1", [name])),
            look,
            marker,
            labels,
            new XElement(C + "cat", Texts($"Blad1!$A$2:$A${rows}", months.ConvertAll(DrawingFigures.Short))),
            new XElement(C + "val", Numbers($"Blad1!${Column(number)}$2:${Column(number)}${rows}", chart.Decimals, months.ConvertAll(m => value(m)))),
            Value("smooth", "0"));
    }

    private XElement Legend() => new(
        C + "legend",
        Value("legendPos", "b"),
        unlisted.Select(i => new XElement(C + "legendEntry", Value("idx", i), Value("delete", "1"))),
        Value("overlay", "0"),
        Letters(900));
}
