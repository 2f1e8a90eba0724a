using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports.Documents;

/// <summary>The end of every report: by which rules it is judged and who answers for what, so that it can be followed when both have changed.</summary>
internal static class RulesAppendix
{
    /// <summary>The chapter's key; no section of a template has it.</summary>
    internal const string Key = "bedomningsregler";

    /// <summary>Null where the report judges nothing.</summary>
    internal static DocumentChapter? Of(ReportReading reading) => reading.Sections.SelectMany(s => ReportText.PartsOf(s.Text)).OfType<ReportPart.Live>().Any(l => Judges(l.Kind))
        ? new(Key, "Så är målen bedömda", "Regionplan 2024–2026", true, BlocksOf(reading.Figures))
        : null;

    private static bool Judges(LiveBlockKind kind) => kind switch
    {
        LiveBlockKind.Goals or LiveBlockKind.Measures or LiveBlockKind.Deviations or LiveBlockKind.Assessments => true,
        LiveBlockKind.Economy or LiveBlockKind.Balance or LiveBlockKind.Changes => false,
    };

    private static List<DocumentBlock> BlocksOf(ReportFigures figures)
    {
        if (figures.Plan is not { } plan)
        {
            return [new DocumentBlock.Remark("Det finns inga mål för året.")];
        }

        var thresholds = plan.Plan.Thresholds;
        return
        [
            Prose("Ett mått är uppnått när utfallet når årets målvärde, delvis uppnått när det ligger inom toleransen och annars ej uppnått. Utan målvärde eller utan utfall ges ingen bedömning."),
            Prose($"Ett mål bedöms av sina målsatta mått: uppnått ger 1 poäng, delvis uppnått 0,5 och ej uppnått 0. Medelvärdet av dem som har utfall ger uppnått från {Number(thresholds.Achieved)}, delvis uppnått från {Number(thresholds.PartlyAchieved)} och annars ej uppnått. Uppnått ska hålla även när de som saknar utfall räknas som 0, annars blir målet delvis uppnått. Bedömningen kräver utfall för mer än {thresholds.Coverage.ToString("0 %", Sv.Culture)} av de målsatta måtten, där varje delmått räknas för sig."),
            Prose("Trenden jämför med samma period året före, och för mått som mäts mer sällan med mätningen före. Ett streck betyder att det inte finns något att jämföra med."),
            new DocumentBlock.Table(
                "Måttens regler",
                [new("Mått"), new("Önskad riktning"), new("Tolerans"), new("Mäts"), new("Ansvarig")],
                [.. plan.Series.Where(figures.IsAbout).Select(s => (IReadOnlyList<DocumentCell>)
                [
                    new($"{s.Measure.Code} {s.FullName}"),
                    new(Sv.Desired(s.MeasureTerms.Desired)),
                    new(ToleranceOf(s.MeasureTerms)),
                    new(Sv.Frequency(s.Frequency)),
                    new(figures.UnitNames.GetValueOrDefault(s.MeasureTerms.ResponsibleUnitId, "–")),
                ])])
            {
                IsLive = true,
            },
        ];
    }

    private static string ToleranceOf(MeasureTerms terms) => terms switch
    {
        { IsYesNo: true } => "ingen",
        { Tolerance: { } own } => Sv.Distance(own, terms),
        _ => $"{JudgingRule.DefaultToleranceShare.ToString("0 %", Sv.Culture)} av målvärdet",
    };

    private static DocumentBlock.Paragraph Prose(string text) => new([new(text)]);

    private static string Number(decimal value) => value.ToString("0.##", Sv.Culture);
}
