using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.ReportOutcomes;

/// <summary>The grid's words.</summary>
internal static class ReportText
{
    /// <summary>A field of a row, as one speaks of it.</summary>
    internal static string Field(string field) => field switch
    {
        "total" => "totalt",
        "women" => "kvinnor",
        "men" => "män",
        GridField.Numerator => "täljare",
        GridField.Denominator => "nämnare",
        GridField.Reason => "skäl",
        "prognos" => "helårsprognos",
        "prognosskal" => "motivering till prognosen",
        "atgard" => "åtgärd",
        "klart" => "klart senast",
        _ => field,
    };

    internal static string State(RowState state) => state switch
    {
        RowState.Draft => "Utkast",
        RowState.Submitted => "Inskickad",
        RowState.Returned => "Tillbakaskickad",
        RowState.Approved => "Godkänd",
        RowState.Locked => "Låst",
    };

    /// <summary>Texts on one line, to choose between.</summary>
    internal static string Told(DraftTexts texts)
    {
        var figures = Enum.GetValues<Sex>().Where(sex => texts.For(sex).Length > 0).Select(sex => $"{Sv.Sex(sex)} {Short(texts.For(sex))}");
        (string Name, string Text)[] rest = [("kommentar", texts.Comment), ("analys", texts.Analysis), ("åtgärd", texts.Action), ("motivering", texts.ForecastReason)];
        return string.Join(", ", figures.Concat(rest.Where(r => r.Text.Length > 0).Select(r => $"{r.Name} ”{Short(r.Text)}”")).DefaultIfEmpty("tomt"));
    }

    internal static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
