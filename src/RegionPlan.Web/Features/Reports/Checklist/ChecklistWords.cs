using RegionPlan.Domain.Reports;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports.Checklist;

/// <summary>The words of the check before a decision, and where each finding is mended.</summary>
internal static class ChecklistWords
{
    internal static string Severity(ChecklistSeverity severity) => severity switch
    {
        ChecklistSeverity.Mend => "Att rätta",
        ChecklistSeverity.Check => "Att kontrollera",
        ChecklistSeverity.Note => "Att känna till",
    };

    /// <summary>A severity as it stands in the markup.</summary>
    internal static string Key(ChecklistSeverity severity) => severity switch
    {
        ChecklistSeverity.Mend => "mend",
        ChecklistSeverity.Check => "check",
        ChecklistSeverity.Note => "note",
    };

    internal static string Kind(ChecklistKind kind) => kind switch
    {
        ChecklistKind.SectionMissing => "Avsnitt som saknas",
        ChecklistKind.SectionBegun => "Avsnitt som inte är klara",
        ChecklistKind.SectionUnsaved => "Osparade ändringar",
        ChecklistKind.BlockUnknown => "Rader som inget hämtar",
        ChecklistKind.CommentOpen => "Öppna kommentarer",
        ChecklistKind.OutcomeMissing => "Utfall som saknas",
        ChecklistKind.ForecastMissing => "Helårsprognoser som saknas",
        ChecklistKind.DeviationUnexplained => "Avvikelser utan förklaring",
        ChecklistKind.NumberDiffers => "Tal i texten som skiljer sig",
        ChecklistKind.FigureCorrected => "Rättade värden",
        ChecklistKind.StatusUnmotivated => "Bedömningar utan motivering",
        ChecklistKind.AssessmentMissing => "Bedömningar som saknas",
        ChecklistKind.DutyOpen => "Inlämning och godkännande",
        ChecklistKind.NotLocked => "Låsning",
        ChecklistKind.ExampleFigure => "Exempel",
        ChecklistKind.LateByLaw => "Lagens tid",
    };

    /// <summary>A kind's place on the page.</summary>
    internal static string Place(ChecklistKind kind, ChecklistSeverity severity) => $"{Key(severity)}-{kind.ToString().ToLowerInvariant()}";

    /// <summary>Where a finding is mended, and what the way there is called.</summary>
    internal static (string Href, string Text) Way(ChecklistFinding finding, ReportKey report, IReadOnlyDictionary<Guid, string> unitKeys)
    {
        var unit = finding.UnitId is { } id ? unitKeys.GetValueOrDefault(id) : null;
        var year = report.FollowUp.Split('-')[0];
        return finding.Kind switch
        {
            ChecklistKind.SectionMissing or ChecklistKind.SectionBegun or ChecklistKind.SectionUnsaved or ChecklistKind.BlockUnknown
                or ChecklistKind.NumberDiffers or ChecklistKind.FigureCorrected => ($"{report.Path}/{finding.Section}", "Till avsnittet"),
            ChecklistKind.CommentOpen => ($"{report.Path}/{finding.Section}#kommentarer", "Till kommentarerna"),
            ChecklistKind.OutcomeMissing or ChecklistKind.ForecastMissing or ChecklistKind.DeviationUnexplained => unit is null
                ? (PageLink.To($"/matt/{finding.Measure}", year: year), "Till måttet")
                : (PageLink.With("/utfall", ("uppfoljning", report.FollowUp), ("enhet", unit)), "Till registreringen"),
            ChecklistKind.StatusUnmotivated => ($"/bedomning/{report.FollowUp}/{finding.Goal?.ToString(Sv.Culture)}/{unit}", "Till bedömningen"),
            ChecklistKind.AssessmentMissing => (PageLink.With("/bedomning", ("uppfoljning", report.FollowUp)), "Till bedömningarna"),
            ChecklistKind.DutyOpen => ($"/granska/{report.FollowUp}/{unit}", "Till inlämningen"),
            ChecklistKind.NotLocked => (PageLink.With("/insamling", ("uppfoljning", report.FollowUp)), "Till Insamling"),
            ChecklistKind.ExampleFigure => (report.Path, "Till rapporten"),
            ChecklistKind.LateByLaw => (PageLink.With("/arshjul", ("ar", year)), "Till årshjulet"),
        };
    }
}
