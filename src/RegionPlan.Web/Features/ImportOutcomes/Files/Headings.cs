using System.Text;

namespace RegionPlan.Web.Features.ImportOutcomes.Files;

/// <summary>The columns' Swedish headings, and how a heading in a file is recognised: case, spaces, line breaks and signs do not matter.</summary>
internal static class Headings
{
    internal const string MeasureUnit = "Måttenhet";
    internal const string Target = "Målvärde";
    internal const string Earlier = "Tidigare";

    internal static readonly IReadOnlyList<ImportColumn> Columns = Enum.GetValues<ImportColumn>();

    private static readonly Dictionary<string, ImportColumn> Known = Columns.ToDictionary(column => Plain(column.Heading()));

    private static readonly HashSet<string> Information = [.. new[] { MeasureUnit, Target, Earlier }.Select(Plain)];

    internal static string Heading(this ImportColumn column) => column switch
    {
        ImportColumn.FollowUp => "Uppföljning",
        ImportColumn.Unit => "Enhet",
        ImportColumn.Measure => "Mått",
        ImportColumn.Series => "Delmått",
        ImportColumn.About => "Avser",
        ImportColumn.Period => "Period",
        ImportColumn.Total => "Totalt",
        ImportColumn.Numerator => "Täljare",
        ImportColumn.Denominator => "Nämnare",
        ImportColumn.Women => "Kvinnor",
        ImportColumn.Men => "Män",
        ImportColumn.Comment => "Kommentar",
        ImportColumn.Analysis => "Analys",
        ImportColumn.Action => "Åtgärd",
        ImportColumn.ActionOwner => "Ansvarig",
        ImportColumn.ActionDue => "Klart senast",
        ImportColumn.Forecast => "Helårsprognos",
        ImportColumn.ForecastReason => "Motivering till prognosen",
        ImportColumn.Reason => "Skäl",
        ImportColumn.UnitName => "Enhetens namn",
        ImportColumn.MeasureName => "Benämning",
    };

    internal static ColumnKind Kind(this ImportColumn column) => column switch
    {
        ImportColumn.FollowUp or ImportColumn.Unit or ImportColumn.Series or ImportColumn.About => ColumnKind.Key,
        ImportColumn.Measure => ColumnKind.Code,
        ImportColumn.Period => ColumnKind.Period,
        ImportColumn.Total or ImportColumn.Numerator or ImportColumn.Denominator or ImportColumn.Women or ImportColumn.Men => ColumnKind.Value,
        ImportColumn.ActionDue => ColumnKind.Day,
        ImportColumn.Comment or ImportColumn.Analysis or ImportColumn.Action or ImportColumn.ActionOwner or ImportColumn.Forecast
            or ImportColumn.ForecastReason or ImportColumn.Reason or ImportColumn.UnitName or ImportColumn.MeasureName => ColumnKind.Text,
    };

    internal static ImportColumn? Of(string heading) => Known.TryGetValue(Plain(heading), out var column) ? column : null;

    /// <summary>Whether a heading is one of the template's own columns that only tell what a row is about.</summary>
    internal static bool IsInformation(string heading) => Information.Contains(Plain(heading));

    private static string Plain(string heading) =>
        string.Concat(heading.Normalize(NormalizationForm.FormC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <summary>What a column holds, which decides how an Excel cell in it is read.</summary>
internal enum ColumnKind
{
    Key,
    Code,
    Period,
    Value,
    Day,
    Text,
}
