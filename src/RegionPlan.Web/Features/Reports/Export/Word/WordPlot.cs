using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>What Word's own charts have in common: letters, colours and axes.</summary>
internal static class WordPlot
{
    internal const string Ink = "1A242C";
    internal const int Thick = 28575;
    internal const int Thin = 19050;

    private const string Grid = "DDE3E8";
    private const string Whole = "[$-41D]#,##0";

    internal static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    internal static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <param name="part">Where the chart is kept.</param>
    /// <param name="plot">The drawing itself and its two axes.</param>
    /// <param name="legend">What the lines are; null where that is said by the axis.</param>
    /// <param name="blanks">gap or span: what is drawn over a place without a value.</param>
    internal static void Fill(ChartPart part, IEnumerable<XElement> plot, XElement? legend, string blanks) => PackageWords.Fill(part, new XElement(
        C + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", C.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName),
        Value("date1904", "0"),
        Value("lang", "sv-SE"),
        Value("roundedCorners", "0"),
        new XElement(
            C + "chart",
            Value("autoTitleDeleted", "1"),
            new XElement(C + "plotArea", new XElement(C + "layout"), plot),
            legend,
            Value("plotVisOnly", "1"),
            Value("dispBlanksAs", blanks)),
        new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
        Letters(900)));

    internal static XElement Value(string name, string value) => new(C + name, new XAttribute("val", value));

    internal static XElement Value(string name, int value) => Value(name, value.ToString(CultureInfo.InvariantCulture));

    internal static XElement Fill(string color) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", color)));

    internal static XElement Stroke(string color, int width, string dash = "solid") => new(
        A + "ln", new XAttribute("w", width), new XAttribute("cap", "rnd"), Fill(color), new XElement(A + "prstDash", new XAttribute("val", dash)), new XElement(A + "round"));

    internal static XElement NoStroke() => new(A + "ln", new XAttribute("w", Thick), new XElement(A + "noFill"));

    internal static XElement Letters(int size, string color = Ink, bool isBold = false) => new(
        C + "txPr",
        new XElement(A + "bodyPr"),
        new XElement(A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", size), new XAttribute("b", isBold ? 1 : 0), Fill(color))), new XElement(A + "endParaRPr", new XAttribute("lang", "sv-SE"))));

    internal static XElement Marker(string symbol, int size, string fill, string line) => new(
        C + "marker", Value("symbol", symbol), Value("size", size), new XElement(C + "spPr", Fill(fill), new XElement(A + "ln", new XAttribute("w", Thin), Fill(line))));

    internal static (string Color, string Dash, int Width, string Marker, int MarkerSize) LookOf(LineKind kind) => kind switch
    {
        LineKind.Outcome => ("0B5394", "solid", Thick, "circle", 7),
        LineKind.Women => ("8A3A8F", "dash", Thick, "square", 6),
        LineKind.Men => ("A35200", "sysDot", Thick, "triangle", 7),
        LineKind.Comparison => ("5C6770", "lgDashDot", Thin, "diamond", 6),
    };

    /// <summary>In Swedish form, whatever the reader's machine is set to.</summary>
    internal static string NumberForm(int decimals) => Whole + (decimals == 0 ? "" : $".{new string('0', decimals)}");

    internal static string Column(int series) => series + 1 < 26 ? ((char)('A' + series + 1)).ToString() : $"A{(char)('A' + series + 1 - 26)}";

    internal static XElement Texts(string where, IReadOnlyList<string> texts) => new(
        C + "strRef",
        new XElement(C + "f", where),
        new XElement(C + "strCache", Value("ptCount", texts.Count), texts.Select((t, i) => new XElement(C + "pt", new XAttribute("idx", i), new XElement(C + "v", ExportText.Clean(t))))));

    internal static XElement Numbers(string where, int decimals, IReadOnlyList<decimal?> values) => new(
        C + "numRef",
        new XElement(C + "f", where),
        new XElement(
            C + "numCache",
            new XElement(C + "formatCode", NumberForm(decimals)),
            Value("ptCount", values.Count),
            values.Select((value, i) => (Value: value, Index: i)).Where(p => p.Value is not null).Select(p => new XElement(
                C + "pt", new XAttribute("idx", p.Index), new XElement(C + "v", p.Value!.Value.ToString(CultureInfo.InvariantCulture))))));

    internal static IEnumerable<XElement> Shown(string value) =>
        [Value("showLegendKey", "0"), Value("showVal", value), Value("showCatName", "0"), Value("showSerName", "0"), Value("showPercent", "0"), Value("showBubbleSize", "0")];

    /// <param name="side">b below the drawing, l to the left of it.</param>
    /// <param name="order">maxMin to begin at the top.</param>
    internal static XElement CategoryAxis(string side, string order = "minMax") => new(
        C + "catAx",
        Value("axId", "1001"),
        new XElement(C + "scaling", Value("orientation", order)),
        Value("delete", "0"),
        Value("axPos", side),
        new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", 0)),
        Value("majorTickMark", side == "b" ? "out" : "none"),
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

    /// <param name="scale">From what to what.</param>
    /// <param name="decimals">How many decimals the values have.</param>
    /// <param name="side">l to the left of the drawing, b below it.</param>
    /// <param name="crosses">Where along the other axis it stands: min or max.</param>
    internal static XElement ValueAxis(ChartScale scale, int decimals, string side, string crosses) => new(
        C + "valAx",
        Value("axId", "1002"),
        new XElement(
            C + "scaling",
            Value("orientation", "minMax"),
            Value("max", scale.High.ToString(CultureInfo.InvariantCulture)),
            Value("min", scale.Low.ToString(CultureInfo.InvariantCulture))),
        Value("delete", "0"),
        Value("axPos", side),
        new XElement(C + "majorGridlines", new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", 9525), Fill(Grid)))),
        new XElement(C + "numFmt", new XAttribute("formatCode", scale.Ticks.All(t => t == decimal.Truncate(t)) ? Whole : NumberForm(decimals)), new XAttribute("sourceLinked", 0)),
        Value("majorTickMark", "none"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", "nextTo"),
        new XElement(C + "spPr", new XElement(A + "ln", new XElement(A + "noFill"))),
        Letters(900),
        Value("crossAx", "1001"),
        Value("crosses", crosses),
        Value("crossBetween", "between"),
        Value("majorUnit", scale.Step.ToString(CultureInfo.InvariantCulture)));
}
