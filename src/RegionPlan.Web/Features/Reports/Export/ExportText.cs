using System.Xml;
using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports.Export;

/// <summary>The words that the files have in common.</summary>
internal static class ExportText
{
    internal const string NotWritten = "Avsnittet är inte skrivet.";
    internal const string Example = "exempel";
    internal const string ShortTerm = "Målvärde";

    internal static string TitleOf(ReportDocument document) => $"{document.Title}, {document.Body}";

    /// <summary>The days that it follows up: 1 januari–31 augusti 2025.</summary>
    internal static string PeriodOf(ReportDocument document) => document.From.Year == document.Through.Year
        ? $"{document.From.ToString("d MMMM", Sv.Culture)}–{document.Through.ToString("d MMMM yyyy", Sv.Culture)}"
        : $"{document.From.ToString("d MMMM yyyy", Sv.Culture)}–{document.Through.ToString("d MMMM yyyy", Sv.Culture)}";

    internal static string CaptionOf(IDocumentDrawing chart) => chart.Unit.Length > 0 ? $"{chart.Title}, {UnitName(chart.Unit)}" : chart.Title;

    /// <summary>What a chart shows, for those who do not see it.</summary>
    internal static string DescriptionOf(IDocumentDrawing chart) => Clean($"{CaptionOf(chart)}. {chart.Description}");

    internal static string LongTermOf(YearValue target) => target.Year is { } year ? $"Långsiktigt målvärde {year.ToString(Sv.Culture)}" : "Långsiktigt målvärde";

    /// <summary>The text without the signs that XML cannot hold.</summary>
    internal static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : WithoutOddSigns(text);

    private static string UnitName(string unit) => unit == "%" ? "procent" : unit;

    private static string WithoutOddSigns(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                kept.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                kept.Append(text[i]).Append(text[++i]);
            }
        }

        return kept.ToString();
    }
}
