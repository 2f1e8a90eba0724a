using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Shared;
using static RegionPlan.Web.Features.Reports.Export.Word.WordPlot;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>
/// Draws a bridge as Word's own bars, from the top down: a level begins at zero, a change where the step before it ended, on top of a bar that is
/// not seen. Each step's name has its amount with its sign, so that no colour is needed to read it.
/// </summary>
internal sealed class WordBridge(DocumentBlock.Bridge chart)
{
    private const int Ticks = 7;
    private const string LevelColor = "0B5394";
    private const string UpColor = "9CC3E6";
    private const string DownColor = "F3C78B";

    private readonly List<Span> spans = SpansOf(chart.Steps);

    internal void Write(ChartPart part)
    {
        decimal[] values = [0m, .. spans.Select(s => s.From), .. spans.Select(s => s.To)];
        Fill(part, [Bars(), CategoryAxis("l", "maxMin"), ValueAxis(ChartScale.Around(values, 0, Ticks, percent: false), 0, "b", "max")], null, "gap");
    }

    private static List<Span> SpansOf(IReadOnlyList<BridgeChart.Step> steps)
    {
        var running = 0m;
        List<Span> all = [];
        foreach (var step in steps)
        {
            var from = step.IsLevel ? 0 : running;
            running = from + step.Amount;
            all.Add(new(step, from, running));
        }

        return all;
    }

    /// <summary>What passes zero is drawn as one bar on each side of it.</summary>
    private XElement Bars() => new(
        C + "barChart",
        Value("barDir", "bar"),
        Value("grouping", "stacked"),
        Value("varyColors", "0"),
        Series(0, "Från", null, s => s.Base == 0 ? null : s.Base),
        Series(1, "Nivå", LevelColor, s => s.Step.IsLevel ? s.Above + s.Below : null),
        Series(2, "Ökning", UpColor, s => s is { IsUp: true, Above: not 0 } ? s.Above : null),
        Series(3, "Ökning under noll", UpColor, s => s is { IsUp: true, Below: not 0 } ? s.Below : null),
        Series(4, "Minskning", DownColor, s => s is { IsDown: true, Above: not 0 } ? s.Above : null),
        Series(5, "Minskning under noll", DownColor, s => s is { IsDown: true, Below: not 0 } ? s.Below : null),
        Value("gapWidth", "60"),
        Value("overlap", "100"),
        Value("axId", "1001"),
        Value("axId", "1002"));

    private XElement Series(int number, string name, string? color, Func<Span, decimal?> value)
    {
        var rows = (spans.Count + 1).ToString(CultureInfo.InvariantCulture);
        return new(
            C + "ser",
            Value("idx", number),
            Value("order", number),
            new XElement(C + "tx", Texts($"Blad1!${Column(number)}$1", [name])),
            new XElement(C + "spPr", color is null ? new XElement(A + "noFill") : Fill(color), new XElement(A + "ln", color is null ? new XElement(A + "noFill") : Fill(Ink))),
            Value("invertIfNegative", "0"),
            new XElement(C + "cat", Texts($"Blad1!$A$2:$A${rows}", spans.ConvertAll(NameOf))),
            new XElement(C + "val", Numbers($"Blad1!${Column(number)}$2:${Column(number)}${rows}", chart.Decimals, spans.ConvertAll(s => value(s)))));
    }

    private static string NameOf(Span span) => $"{span.Step.Name}: {(span.Step.IsLevel ? Money.Amount(span.Step.Amount) : Money.Change(span.Step.Amount))}";

    /// <summary>From where to where a step goes.</summary>
    private sealed record Span(BridgeChart.Step Step, decimal From, decimal To)
    {
        internal bool IsUp => !Step.IsLevel && To >= From;

        internal bool IsDown => !Step.IsLevel && To < From;

        /// <summary>How far from zero it begins; 0 where it begins there or passes it.</summary>
        internal decimal Base => Step.IsLevel || Math.Sign(From) * Math.Sign(To) < 0 ? 0 : Math.Abs(From) < Math.Abs(To) ? From : To;

        internal decimal Above => Math.Max(0, Math.Max(From, To)) - Math.Max(0, Base);

        internal decimal Below => Math.Min(0, Math.Min(From, To)) - Math.Min(0, Base);
    }
}
