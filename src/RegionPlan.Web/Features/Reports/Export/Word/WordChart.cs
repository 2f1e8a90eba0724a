using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>
/// Draws a line chart as Word's own: each line with its marker and dashes, the years' målvärden as bars of their own, the long-term ones
/// dashed from side to side. Years without a value are gaps.
/// </summary>
internal sealed class WordChart(DocumentBlock.Chart chart)
{
    private const string Ink = "1A242C";
    private const string Grid = "DDE3E8";
    private const string Whole = "[$-41D]#,##0";
    private const int Thick = 28575;
    private const int Thin = 19050;

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private readonly ChartFigures figures = new(chart);
    private readonly List<int> unlisted = [];
    private int series;

    internal void Write(ChartPart part) => PackageWords.Fill(part, new XElement(
        C + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", C.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName),
        Value("date1904", "0"),
        Value("lang", "sv-SE"),
        Value("roundedCorners", "0"),
        new XElement(
            C + "chart",
            Value("autoTitleDeleted", "1"),
            new XElement(C + "plotArea", new XElement(C + "layout"), Lines(), YearAxis(), ValueAxis()),
            Legend(),
            Value("plotVisOnly", "1"),
            Value("dispBlanksAs", figures.HasGaps ? "gap" : "span")),
        new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
        Letters(900)));

    private static XElement Value(string name, string value) => new(C + name, new XAttribute("val", value));

    private static XElement Fill(string color) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", color)));

    private static XElement Stroke(string color, int width, string dash = "solid") => new(
        A + "ln", new XAttribute("w", width), new XAttribute("cap", "rnd"), Fill(color), new XElement(A + "prstDash", new XAttribute("val", dash)), new XElement(A + "round"));

    private static XElement NoStroke() => new(A + "ln", new XAttribute("w", Thick), new XElement(A + "noFill"));

    private static XElement Letters(int size, string color = Ink, bool isBold = false) => new(
        C + "txPr",
        new XElement(A + "bodyPr"),
        new XElement(A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", size), new XAttribute("b", isBold ? 1 : 0), Fill(color))), new XElement(A + "endParaRPr", new XAttribute("lang", "sv-SE"))));

    private static XElement Marker(string symbol, int size, string fill, string line) => new(
        C + "marker", Value("symbol", symbol), Value("size", size.ToString(CultureInfo.InvariantCulture)), new XElement(C + "spPr", Fill(fill), new XElement(A + "ln", new XAttribute("w", Thin), Fill(line))));

    private static (string Color, string Dash, int Width, string Marker, int MarkerSize) LookOf(LineKind kind) => kind switch
    {
        LineKind.Outcome => ("0B5394", "solid", Thick, "circle", 7),
        LineKind.Women => ("8A3A8F", "dash", Thick, "square", 6),
        LineKind.Men => ("A35200", "sysDot", Thick, "triangle", 7),
        LineKind.Comparison => ("5C6770", "lgDashDot", Thin, "diamond", 6),
    };

    /// <summary>In Swedish form, whatever the reader's machine is set to.</summary>
    private string Number => Whole + (chart.Decimals == 0 ? "" : $".{new string('0', chart.Decimals)}");

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

    private static string Column(int series) => series + 1 < 26 ? ((char)('A' + series + 1)).ToString() : $"A{(char)('A' + series + 1 - 26)}";

    private static XElement Texts(string where, IReadOnlyList<string> texts) => new(
        C + "strRef",
        new XElement(C + "f", where),
        new XElement(C + "strCache", Value("ptCount", texts.Count.ToString(CultureInfo.InvariantCulture)), texts.Select((t, i) => new XElement(C + "pt", new XAttribute("idx", i), new XElement(C + "v", ExportText.Clean(t))))));

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

    private static IEnumerable<XElement> Shown(string value) =>
        [Value("showLegendKey", "0"), Value("showVal", value), Value("showCatName", "0"), Value("showSerName", "0"), Value("showPercent", "0"), Value("showBubbleSize", "0")];

    private XElement YearAxis() => new(
        C + "catAx",
        Value("axId", "1001"),
        new XElement(C + "scaling", Value("orientation", "minMax")),
        Value("delete", "0"),
        Value("axPos", "b"),
        new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", 0)),
        Value("majorTickMark", "out"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", "low"),
        new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", 9525), Fill("8A949C"))),
        Letters(900),
        Value("crossAx", "1002"),
        Value("crosses", "autoZero"),
        Value("auto", "0"),
        Value("lblAlgn", "ctr"),
        Value("lblOffset", "100"),
        Value("noMultiLvlLbl", "1"));

    private XElement ValueAxis() => new(
        C + "valAx",
        Value("axId", "1002"),
        new XElement(
            C + "scaling",
            Value("orientation", "minMax"),
            Value("max", figures.Scale.High.ToString(CultureInfo.InvariantCulture)),
            Value("min", figures.Scale.Low.ToString(CultureInfo.InvariantCulture))),
        Value("delete", "0"),
        Value("axPos", "l"),
        new XElement(C + "majorGridlines", new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", 9525), Fill(Grid)))),
        new XElement(C + "numFmt", new XAttribute("formatCode", figures.Scale.Ticks.All(t => t == decimal.Truncate(t)) ? Whole : Number), new XAttribute("sourceLinked", 0)),
        Value("majorTickMark", "none"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", "nextTo"),
        new XElement(C + "spPr", new XElement(A + "ln", new XElement(A + "noFill"))),
        Letters(900),
        Value("crossAx", "1001"),
        Value("crosses", "min"),
        Value("crossBetween", "between"),
        Value("majorUnit", figures.Scale.Step.ToString(CultureInfo.InvariantCulture)));

    private XElement Legend() => new(
        C + "legend",
        Value("legendPos", "b"),
        unlisted.Select(i => new XElement(C + "legendEntry", Value("idx", i.ToString(CultureInfo.InvariantCulture)), Value("delete", "1"))),
        Value("overlay", "0"),
        Letters(900));
}
