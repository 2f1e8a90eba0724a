using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>The columns of a file of outcomes that are read.</summary>
internal static class ImportColumn
{
    internal const string MeasureUnit = "Måttenhet";
    internal const string Target = "Målvärde";
    internal const string Earlier = "Tidigare";

    private const string AsNumber = "Tal och skriv värdet igen, till exempel 78,5";

    internal static readonly FileColumn FollowUp = new("Uppföljning", ColumnKind.Exact);
    internal static readonly FileColumn Unit = new("Enhet", ColumnKind.Exact);
    internal static readonly FileColumn Measure = new("Mått", ColumnKind.Exact, remedy: "Text och skriv måttets nummer igen, till exempel 3.11");
    internal static readonly FileColumn Series = new("Delmått", ColumnKind.Exact);
    internal static readonly FileColumn About = new("Avser", ColumnKind.Exact);
    internal static readonly FileColumn Period = new("Period", ColumnKind.Period);
    internal static readonly FileColumn Total = Value("Totalt");
    internal static readonly FileColumn Numerator = Value("Täljare");
    internal static readonly FileColumn Denominator = Value("Nämnare");
    internal static readonly FileColumn Women = Value("Kvinnor");
    internal static readonly FileColumn Men = Value("Män");
    internal static readonly FileColumn Comment = Text("Kommentar");
    internal static readonly FileColumn Analysis = Text("Analys");
    internal static readonly FileColumn Action = Text("Åtgärd");
    internal static readonly FileColumn ActionOwner = Text("Ansvarig");
    internal static readonly FileColumn ActionDue = new("Klart senast", ColumnKind.Day, isFilled: true);
    internal static readonly FileColumn Forecast = Text("Helårsprognos");
    internal static readonly FileColumn ForecastReason = Text("Motivering till prognosen");
    internal static readonly FileColumn Reason = Text("Skäl");

    /// <summary>Tells which unit where the key does not, and is held against it where it does.</summary>
    internal static readonly FileColumn UnitName = new("Enhetens namn", ColumnKind.Text);

    /// <summary>Held against the measure of the row.</summary>
    internal static readonly FileColumn MeasureName = new("Benämning", ColumnKind.Text);

    /// <summary>The table, with the columns in the order of the file's texts.</summary>
    internal static readonly TableShape Table = new(
        "Utfall",
        [
            FollowUp, Unit, Measure, Series, About, Period, Total, Numerator, Denominator, Women, Men, Comment, Analysis, Action, ActionOwner, ActionDue, Forecast,
            ForecastReason, Reason, UnitName, MeasureName,
        ],
        [[Measure], [Period]],
        [MeasureUnit, Target, Earlier],
        new(MaxBytes: 50 * 1024 * 1024, MaxUnpacked: 512L * 1024 * 1024, MaxRows: 200_000));

    private static FileColumn Value(string heading) => new(heading, ColumnKind.Exact, isFilled: true, AsNumber);

    private static FileColumn Text(string heading) => new(heading, ColumnKind.Text, isFilled: true);
}
