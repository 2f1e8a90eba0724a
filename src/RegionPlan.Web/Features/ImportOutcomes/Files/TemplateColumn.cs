using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Features.ImportOutcomes.Files;

/// <summary>How a column of the template looks.</summary>
internal enum TemplateLook
{
    Key,
    Information,
    Value,
    Text,
}

/// <summary>A column of the template.</summary>
internal sealed record TemplateColumn(string Heading, TemplateLook Look, int Width, Func<TemplateRow, string> Text)
{
    private const int Narrow = 11;
    private const int Medium = 16;
    private const int Wide = 30;
    private const int Widest = 45;
    private const char RatioSign = '/';

    /// <summary>All of them, from left to right.</summary>
    internal static readonly IReadOnlyList<TemplateColumn> All =
    [
        Of(ImportColumn.FollowUp, TemplateLook.Key, Wide, row => row.FollowUp),
        Of(ImportColumn.Unit, TemplateLook.Key, Medium, row => row.Unit),
        Of(ImportColumn.UnitName, TemplateLook.Information, Wide, row => row.UnitName),
        Of(ImportColumn.Measure, TemplateLook.Key, Narrow, row => row.Measure),
        Of(ImportColumn.MeasureName, TemplateLook.Information, Widest, row => row.MeasureName),
        Of(ImportColumn.Series, TemplateLook.Key, Medium, row => row.Series),
        Of(ImportColumn.About, TemplateLook.Key, Narrow, row => row.About),
        Of(ImportColumn.Period, TemplateLook.Key, Narrow, row => row.Period),
        new(Headings.MeasureUnit, TemplateLook.Information, Medium, row => row.MeasureUnit),
        new(Headings.Target, TemplateLook.Information, Narrow, row => row.Target),
        new(Headings.Earlier, TemplateLook.Information, Medium, row => row.Earlier),
        Of(ImportColumn.Total, TemplateLook.Value, Narrow, row => Ratio(row) is null ? Typed(row.Total) : ""),
        Of(ImportColumn.Numerator, TemplateLook.Value, Narrow, row => Ratio(row)?.Above ?? ""),
        Of(ImportColumn.Denominator, TemplateLook.Value, Narrow, row => Ratio(row)?.Below ?? ""),
        Of(ImportColumn.Women, TemplateLook.Value, Narrow, row => Typed(row.Women)),
        Of(ImportColumn.Men, TemplateLook.Value, Narrow, row => Typed(row.Men)),
        Of(ImportColumn.Comment, TemplateLook.Text, Widest, row => row.Comment),
        Of(ImportColumn.Analysis, TemplateLook.Text, Widest, row => row.Analysis),
        Of(ImportColumn.Action, TemplateLook.Text, Widest, row => row.Action),
        Of(ImportColumn.ActionOwner, TemplateLook.Text, Medium, row => row.ActionOwner),
        Of(ImportColumn.ActionDue, TemplateLook.Key, Medium, row => row.ActionDue),
        Of(ImportColumn.Forecast, TemplateLook.Text, Medium, row => row.Forecast),
        Of(ImportColumn.ForecastReason, TemplateLook.Text, Widest, row => row.ForecastReason),
        Of(ImportColumn.Reason, TemplateLook.Text, Wide, row => row.Reason),
    ];

    private static TemplateColumn Of(ImportColumn column, TemplateLook look, int width, Func<TemplateRow, string> text) =>
        new(column.Heading(), look, width, text);

    /// <summary>The two numbers of a total such as 120/150; null for any other total.</summary>
    private static (string Above, string Below)? Ratio(TemplateRow row) =>
        row.Total.Split(RatioSign) is [var above, var below] && SwedishNumber.TryParse(above, out _) && SwedishNumber.TryParse(below, out _)
            ? (Typed(above.Trim()), Typed(below.Trim()))
            : null;

    /// <summary>A decimal point becomes a comma, since a Swedish spreadsheet takes 3.11 for a day.</summary>
    private static string Typed(string text) =>
        text.Contains('.', StringComparison.Ordinal) && SwedishNumber.TryParse(text, out var number) ? Swedish.Number(number) : text;
}
