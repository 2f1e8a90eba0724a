using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>The columns of the template of outcomes, and what stands in them.</summary>
internal static class TemplateColumns
{
    private const char RatioSign = '/';

    /// <summary>All of them, from left to right.</summary>
    internal static readonly IReadOnlyList<(TemplateColumn Column, Func<TemplateRow, string> Text)> All =
    [
        Of(ImportColumn.FollowUp, TemplateLook.Key, TemplateColumn.Wide, row => row.FollowUp),
        Of(ImportColumn.Unit, TemplateLook.Key, TemplateColumn.Medium, row => row.Unit),
        Of(ImportColumn.UnitName, TemplateLook.Information, TemplateColumn.Wide, row => row.UnitName),
        Of(ImportColumn.Measure, TemplateLook.Key, TemplateColumn.Narrow, row => row.Measure),
        Of(ImportColumn.MeasureName, TemplateLook.Information, TemplateColumn.Widest, row => row.MeasureName),
        Of(ImportColumn.Series, TemplateLook.Key, TemplateColumn.Medium, row => row.Series),
        Of(ImportColumn.About, TemplateLook.Key, TemplateColumn.Narrow, row => row.About),
        Of(ImportColumn.Period, TemplateLook.Key, TemplateColumn.Narrow, row => row.Period),
        Of(ImportColumn.MeasureUnit, TemplateLook.Information, TemplateColumn.Medium, row => row.MeasureUnit),
        Of(ImportColumn.Target, TemplateLook.Information, TemplateColumn.Narrow, row => row.Target),
        Of(ImportColumn.Earlier, TemplateLook.Information, TemplateColumn.Medium, row => row.Earlier),
        Of(ImportColumn.Total, TemplateLook.Value, TemplateColumn.Narrow, row => Ratio(row) is null ? Typed(row.Total) : ""),
        Of(ImportColumn.Numerator, TemplateLook.Value, TemplateColumn.Narrow, row => Ratio(row)?.Above ?? ""),
        Of(ImportColumn.Denominator, TemplateLook.Value, TemplateColumn.Narrow, row => Ratio(row)?.Below ?? ""),
        Of(ImportColumn.Women, TemplateLook.Value, TemplateColumn.Narrow, row => Typed(row.Women)),
        Of(ImportColumn.Men, TemplateLook.Value, TemplateColumn.Narrow, row => Typed(row.Men)),
        Of(ImportColumn.Comment, TemplateLook.Text, TemplateColumn.Widest, row => row.Comment),
        Of(ImportColumn.Analysis, TemplateLook.Text, TemplateColumn.Widest, row => row.Analysis),
        Of(ImportColumn.Action, TemplateLook.Text, TemplateColumn.Widest, row => row.Action),
        Of(ImportColumn.ActionOwner, TemplateLook.Text, TemplateColumn.Medium, row => row.ActionOwner),
        Of(ImportColumn.ActionDue, TemplateLook.Key, TemplateColumn.Medium, row => row.ActionDue),
        Of(ImportColumn.Forecast, TemplateLook.Text, TemplateColumn.Medium, row => row.Forecast),
        Of(ImportColumn.ForecastReason, TemplateLook.Text, TemplateColumn.Widest, row => row.ForecastReason),
        Of(ImportColumn.Reason, TemplateLook.Text, TemplateColumn.Wide, row => row.Reason),
    ];

    private static (TemplateColumn Column, Func<TemplateRow, string> Text) Of(FileColumn column, TemplateLook look, int width, Func<TemplateRow, string> text) =>
        Of(column.Heading, look, width, text);

    private static (TemplateColumn Column, Func<TemplateRow, string> Text) Of(string heading, TemplateLook look, int width, Func<TemplateRow, string> text) =>
        (new(heading, look, width), text);

    /// <summary>The two numbers of a total such as 120/150; null for any other total.</summary>
    private static (string Above, string Below)? Ratio(TemplateRow row) =>
        row.Total.Split(RatioSign) is [var above, var below] && SwedishNumber.TryParse(above, out _) && SwedishNumber.TryParse(below, out _)
            ? (Typed(above.Trim()), Typed(below.Trim()))
            : null;

    /// <summary>A decimal point becomes a comma, since a Swedish spreadsheet takes 3.11 for a day.</summary>
    private static string Typed(string text) =>
        text.Contains('.', StringComparison.Ordinal) && SwedishNumber.TryParse(text, out var number) ? Swedish.Number(number) : text;
}
